import { openVote } from "@quorate/core/election";
import { after } from "@quorate/core/kit";
import { readSession, roomCode } from "@quorate/core/session";
import { describe, expect, test } from "vitest";
import { everybody, memberId, planned, site, withElection, wordsOf } from "./site.ts";

describe("a session that was planned", () => {
  test("is moved, and its page says so; the same again changes nothing", async () => {
    const page = await site();
    const { session, path } = await planned(page);
    expect((await page.get(`${path}/move`)).html).toContain('value="2026-03-13T10:00"');
    const to = { startsAt: "2026-03-14T11:00", place: "Библиотека" };
    expect(await page.post(`${path}/move`, to)).toMatchObject({ status: 303, to: path });
    expect(await readSession(page.world, session)).toMatchObject({
      ...{ startsAt: "2026-03-14T10:00:00.000Z", place: "Библиотека", sequence: 1 },
    });
    const before = await page.items();
    expect((await page.post(`${path}/move`, to)).status).toBe(303);
    expect(await page.items()).toEqual(before);
    expect(wordsOf((await page.get(path)).html)).toContain("Библиотека");
  });

  test("is not moved into the past, nor to where the deadlines of its election do not fit", async () => {
    const page = await site();
    const { path } = await withElection(page);
    for (const [startsAt, words] of [
      ["2026-03-12T10:00", "Унесите"],
      ["", "startsAt-error"],
      ["2026-03-20T10:00", "Ово време се не слаже са роковима"],
    ]) {
      const sent = await page.post(`${path}/move`, { startsAt: startsAt ?? "", place: "Библиотека" });
      expect([sent.status, sent.html]).toEqual([422, expect.stringContaining(words ?? "")]);
    }
  });

  test("is cancelled with a reason, and then neither opened nor moved", async () => {
    const page = await site();
    const { session, path } = await planned(page);
    const bare = await page.post(`${path}/cancel`, { reason: "не" });
    expect([bare.status, bare.html]).toEqual([422, expect.stringContaining('id="reason-error"')]);
    expect((await page.post(`${path}/cancel`, { reason: "Школа је затворена." })).status).toBe(303);
    expect(await readSession(page.world, session)).toMatchObject({ meeting: "cancelled", stage: "cancelled" });
    const shown = await page.get(path);
    expect(wordsOf(shown.html)).toContain("Разлог: Школа је затворена.");
    expect(shown.html).not.toContain(`action="${path}/open`);
    expect((await page.post(`${path}/open`)).status).toBe(409);
    expect((await page.post(`${path}/move`, { startsAt: "2026-03-20T10:00", place: "сала" })).status).toBe(409);
  });

  test("is not cancelled while a vote is open in it", async () => {
    const page = await site();
    const { path, election } = await withElection(page);
    await page.post(`${path}/open`);
    for (const member of everybody.slice(0, 14)) await page.post(`${path}/presence`, { member, there: "yes" });
    await openVote(page.world, { election, number: 1, actor: memberId(1), candidates: [memberId(2)] });
    const sent = await page.post(`${path}/cancel`, { reason: "Школа је затворена." });
    expect([sent.status, sent.html]).toEqual([409, "session.vote-open"]);
  });
});

describe("the page of the room", () => {
  test("shows the code of this minute and the quorum, updates itself, and can be stopped", async () => {
    const page = await site();
    const { session, path } = await planned(page);
    expect(wordsOf((await page.get(`${path}/room`)).html)).toContain("Код ће се појавити овде");
    await page.post(`${path}/open`);
    for (const member of everybody.slice(0, 14)) await page.post(`${path}/presence`, { member, there: "yes" });
    const code = roomCode(page.world, session);
    const { html } = await page.get(`${path}/room`);
    expect(wordsOf(html)).toContain(`${code.slice(0, 3)} ${code.slice(3)}`);
    expect(wordsOf(html)).toContain("14\u00a0од\u00a027 присутно Кворум 14: постигнут");
    expect(html).toContain('<meta http-equiv="refresh" content="15"/>');
    const still = (await page.get(`${path}/room?still=yes`)).html;
    expect(still).not.toContain("http-equiv");
    // It is loaded again as soon as the code is another.
    page.clock.moveTo(after(page.clock.now(), { seconds: 55 }));
    expect((await page.get(`${path}/room`)).html).toContain('<meta http-equiv="refresh" content="6"/>');
    expect((await page.get(`${path}/room`, "")).status).toBe(401);
  });
});
