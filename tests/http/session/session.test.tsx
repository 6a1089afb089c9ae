import { votesOf } from "@quorate/core/election";
import { after } from "@quorate/core/kit";
import { presenceOf, readSession } from "@quorate/core/session";
import { describe, expect, test } from "vitest";
import {
  addMember,
  everybody,
  memberId,
  NETWORK,
  planned,
  type Site,
  signedIn,
  site,
  withElection,
  wordsOf,
} from "./site.ts";

async function arrive(page: Site, path: string, members: readonly string[]): Promise<void> {
  for (const member of members) {
    const sent = await page.post(`${path}/presence`, { member, there: "yes" });
    expect(sent).toMatchObject({ status: 303, to: `${path}#m-${member}` });
  }
}

const later = (page: Site, minutes: number) => page.clock.moveTo(after(page.clock.now(), { minutes }));

const words = async (page: Site, path: string) => wordsOf((await page.get(path)).html);

describe("the session", () => {
  test("is opened once, however often the button is pressed", async () => {
    const page = await site();
    const { session, path } = await planned(page);
    expect(await page.post(`${path}/open`)).toMatchObject({ status: 303, to: path });
    const { beganAt } = await readSession(page.world, session);
    later(page, 1);
    expect(await page.post(`${path}/open`)).toMatchObject({ status: 303, to: path });
    expect((await readSession(page.world, session)).beganAt).toBe(beganAt);
    expect(await words(page, path)).toContain("0\u00a0од\u00a027 присутно");
  });

  test("is recorded by its recorder, who coordinates nothing: she signs in for this session and for nothing else", async () => {
    const page = await site();
    const recorder = memberId(5);
    const own = await planned(page, recorder);
    const another = await planned(page);
    const hers = await signedIn(page.world, `per_${recorder}`);
    expect(await page.get(own.path, hers)).toMatchObject({ status: 200 });
    expect(await page.post(`${own.path}/open`, {}, hers)).toMatchObject({ status: 303, to: own.path });
    await page.post(`${own.path}/presence`, { member: memberId(7), there: "yes" }, hers);
    expect(Object.keys(await presenceOf(page.world.table, own.session))).toEqual([memberId(7)]);
    for (const path of ["/room", "/minutes"]) expect((await page.get(`${own.path}${path}`, hers)).status).toBe(200);
    for (const path of [another.path, `${own.path}/move`, `/n/${NETWORK}/sessions`]) {
      expect(await page.get(path, hers)).toMatchObject({ status: 403, html: "not-yours" });
    }
    expect(await page.post(`${another.path}/open`, {}, hers)).toMatchObject({ status: 403 });
    // A member who records nothing, and somebody who is not signed in.
    const member = await signedIn(page.world, `per_${memberId(8)}`);
    expect((await page.get(own.path, member)).status).toBe(403);
    expect((await page.get(own.path, "")).html).toBe("sign-in.needed");
  });

  test("takes nobody's presence before it is open, and says so on its page", async () => {
    const page = await site();
    const { path } = await planned(page);
    const sent = await page.post(`${path}/presence`, { member: memberId(0), there: "yes" });
    expect(sent.status).toBe(409);
    expect(sent.html).toContain('class="error-summary"');
    expect(wordsOf(sent.html)).toContain("1. седница Актива");
  });

  test("counts who comes and goes: the quorum is reached with the 14th of 27", async () => {
    const page = await site();
    const { session, path } = await planned(page);
    await page.post(`${path}/open`);
    await arrive(page, path, everybody.slice(0, 13));
    expect(await words(page, path)).toContain("13\u00a0од\u00a027 присутно Кворум 14: није постигнут, недостаје још 1");
    await arrive(page, path, everybody.slice(13, 14));
    expect(await words(page, path)).toContain("14\u00a0од\u00a027 присутно Кворум 14: постигнут");
    later(page, 5);
    const left = await page.post(`${path}/presence`, { member: memberId(3), there: "no" });
    expect(left).toMatchObject({ status: 303, to: `${path}#m-${memberId(3)}` });
    expect(await words(page, path)).toContain("13\u00a0од\u00a027 присутно");
    expect((await presenceOf(page.world.table, session))[memberId(3)]).toHaveLength(1);
  });

  test("presence entered twice is entered once", async () => {
    const page = await site();
    const { path } = await planned(page);
    await page.post(`${path}/open`);
    await arrive(page, path, [memberId(0)]);
    const before = await page.items();
    later(page, 1);
    await arrive(page, path, [memberId(0)]);
    expect(await page.items()).toEqual(before);
  });

  test("takes no presence of strangers, nor a word that is neither yes nor no", async () => {
    const page = await site();
    const { path } = await planned(page);
    await page.post(`${path}/open`);
    const before = await page.items();
    expect((await page.post(`${path}/presence`, { member: "mem_stranger", there: "yes" })).status).toBe(422);
    expect((await page.post(`${path}/presence`, { member: memberId(0), there: "maybe" })).status).toBe(422);
    expect(await page.items()).toEqual(before);
  });

  test("keeps every member in her place of the list, each row a button", async () => {
    const page = await site();
    const { path } = await planned(page);
    await page.post(`${path}/open`);
    const order = (html: string) => [...html.matchAll(/<li id="m-(\w+)"/g)].map((match) => match[1]);
    const before = order((await page.get(path)).html);
    expect(before).toHaveLength(27);
    await arrive(page, path, [memberId(20)]);
    const { html } = await page.get(path);
    expect(order(html)).toEqual(before);
    expect(html).toContain(
      `<input type="hidden" name="member" value="${memberId(20)}"/><input type="hidden" name="there" value="no"/>`,
    );
  });

  test("keeps the language that was chosen", async () => {
    const page = await site();
    const { path } = await planned(page);
    await page.post(`${path}/open`);
    const sent = await page.post(`${path}/presence?lang=sr-Latn`, { member: memberId(0), there: "yes" });
    expect(sent.to).toBe(`${path}?lang=sr-Latn#m-${memberId(0)}`);
    expect(await words(page, `${path}?lang=sr-Latn`)).toContain("1\u00a0od\u00a027 prisutno");
  });
});

describe("the votes of a session", () => {
  async function inSession(page: Site, present = 18) {
    const meeting = await withElection(page);
    await page.post(`${meeting.path}/open`);
    await arrive(page, meeting.path, everybody.slice(0, present));
    return meeting;
  }

  test("a vote is opened with its candidates and closed, with the presence at both", async () => {
    const page = await site();
    const { path, election } = await inSession(page);
    const vote = { election, number: "1" };
    const opened = await page.post(`${path}/votes/open`, { ...vote, candidate: [memberId(1), memberId(2)] });
    expect(opened).toMatchObject({ status: 303, to: `${path}#vote-${election}-1` });
    const [first] = await votesOf(page.world.table, election);
    expect(first?.vote).toMatchObject({ candidates: [{ member: memberId(1) }, { member: memberId(2) }] });
    const open = (await page.get(path)).html;
    expect(wordsOf(open)).toContain("Кандидати: Биљана Илић и Вукосава Шћепановић");
    expect(open).toContain(`action="${path}/votes/close"`);
    expect(open).not.toContain(`action="${path}/votes/open"`);

    later(page, 10);
    for (const member of everybody.slice(13, 18)) await page.post(`${path}/presence`, { member, there: "no" });
    expect((await page.post(`${path}/votes/close`, vote)).status).toBe(303);
    const closed = await words(page, path);
    expect(closed).toContain("Отворено: 10.00 , 18\u00a0од\u00a027 присутно Кворум 14: постигнут");
    expect(closed).toContain("Затворено: 10.10 , 13\u00a0од\u00a027 присутно Кворум 14: није постигнут");
  });

  test("pressing a button twice is pressing it once", async () => {
    const page = await site();
    const { path, election } = await inSession(page);
    const vote = { election, number: "1" };
    const candidate = [memberId(1)];
    await page.post(`${path}/votes/open`, { ...vote, candidate });
    const open = await page.items();
    expect((await page.post(`${path}/votes/open`, { ...vote, candidate })).status).toBe(303);
    expect((await page.post(`${path}/votes/open`, { ...vote, candidate: memberId(2) })).status).toBe(409);
    expect(await page.items()).toEqual(open);
    await page.post(`${path}/votes/close`, vote);
    const closed = await page.items();
    expect((await page.post(`${path}/votes/close`, vote)).status).toBe(303);
    expect(await page.items()).toEqual(closed);
  });

  test("an election is not opened without a candidate; the adoption of a text needs none", async () => {
    const page = await site();
    const { path, election } = await inSession(page);
    const none = await page.post(`${path}/votes/open`, { election, number: "1" });
    expect(none.status).toBe(422);
    expect(none.html).toContain(`href="#vote-${election}-1-candidate"`);
    expect(none.html).toContain(`id="vote-${election}-1-candidate"`);
    expect((await page.post(`${path}/votes/open`, { election, number: "2" })).status).toBe(303);
  });

  test("one vote is open at a time", async () => {
    const page = await site();
    const { path, election } = await inSession(page);
    await page.post(`${path}/votes/open`, { election, number: "2" });
    const second = await page.post(`${path}/votes/open`, { election, number: "1", candidate: memberId(1) });
    expect(second.status).toBe(409);
    expect(wordsOf(second.html)).toContain("Једно гласање је већ отворено");
  });

  test("the session is not closed while a vote is open or was never put, and its page says so", async () => {
    const page = await site();
    const { session, path, election } = await inSession(page);
    expect((await page.get(path)).html).not.toContain(`action="${path}/close"`);
    expect((await page.post(`${path}/close`)).status).toBe(409);
    await page.post(`${path}/votes/open`, { election, number: "1", candidate: memberId(1) });
    expect((await page.post(`${path}/close`)).status).toBe(409);
    await page.post(`${path}/votes/close`, { election, number: "1" });
    await page.post(`${path}/votes/open`, { election, number: "2" });
    await page.post(`${path}/votes/close`, { election, number: "2" });
    expect((await page.get(path)).html).toContain(`action="${path}/close"`);
    expect((await page.post(`${path}/close`)).status).toBe(303);
    expect((await page.post(`${path}/close`)).status).toBe(303);
    expect((await readSession(page.world, session)).meeting).toBe("closed");
    const closed = await page.get(path);
    expect(wordsOf(closed.html)).toContain("записничар добија писмо да унесе бројке. Записничар: Биљана Илић");
    expect(closed.html).not.toContain(`action="${path}/`);
  });

  test("a member admitted after the roll was taken is shown without a vote and counts in no quorum", async () => {
    const page = await site();
    const { path } = await inSession(page, 13);
    later(page, 1);
    await addMember(page.world, "mem_late", "Јасна Новаковић");
    await arrive(page, path, ["mem_late"]);
    const { html } = await page.get(path);
    expect(wordsOf(html)).toContain("13\u00a0од\u00a027 присутно");
    expect(wordsOf(html)).toContain("без права гласа");
    expect(html).not.toContain('name="candidate" value="mem_late"');
  });

  test("waits for the roll before a vote can be opened", async () => {
    const page = await site();
    const { path, election } = await withElection(page, { hasRoll: false });
    await page.post(`${path}/open`);
    expect(await words(page, path)).toContain("Списак за гласање се утврђује");
    const sent = await page.post(`${path}/votes/open`, { election, number: "1", candidate: memberId(1) });
    expect(sent.status).toBe(422);
  });

  test("a vote of another session is not found", async () => {
    const page = await site();
    const { election } = await inSession(page);
    const other = await planned(page);
    await page.post(`${other.path}/open`);
    expect((await page.post(`${other.path}/votes/open`, { election, number: "2" })).status).toBe(404);
    expect((await page.post(`${other.path}/votes/close`, { election, number: "2" })).status).toBe(404);
  });
});
