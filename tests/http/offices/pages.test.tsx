import { votesOf } from "@quorate/core/election";
import { firstBroken, readJournal } from "@quorate/core/journal";
import { create, issueLink, Link, linkToken } from "@quorate/core/kit";
import { endMandatesOf, holdingsOf, NetworkJournal, officesOf } from "@quorate/core/offices";
import { leaveNetwork, Member } from "@quorate/core/people";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { memberId, NETWORK, nameAt, type Site, setUp, signedIn, site, wordsOf } from "../election/site.ts";

let here: Site;
beforeEach(async () => {
  here = await site();
});
afterEach(() => here.close());

const offices = `/n/${NETWORK}/offices`;
const president = { title: "Председник", "title-lt": "Pirmininkas", seats: "1", months: "24", remindDays: "60" };
const table = () => here.world.table;

async function withPresident(): Promise<string> {
  await here.post(`${offices}/new`, president);
  const [office] = await officesOf(table(), NETWORK);
  return office?.id ?? "";
}
const record = (office: string, fields: Record<string, string>) => here.post(`${offices}/${office}/record`, fields);
const mandate = { member: memberId(3), from: "2025-03-13", until: "2027-03-12" };

/** A page of offices as a member opens it from a letter. */
async function asMember(query = ""): Promise<string> {
  const scope = { act: "offices" as const, network: NETWORK, person: `per_${memberId(5)}`, member: memberId(5) };
  const link = issueLink(here.world, scope);
  await table().write([create(Link, link)]);
  return (await here.get(`/offices/${linkToken(here.world.keys, link)}${query}`, "")).html;
}

describe("the offices of a network", () => {
  it("are added by a coordinator, in the network's words and in other languages, and are vacant at first", async () => {
    expect(wordsOf((await here.get(offices)).html)).toContain("Ниједна функција још није унета.");
    const office = await withPresident();
    const words = wordsOf((await here.get(offices)).html);
    expect(words).toContain("Председник");
    expect(words).toContain("Упражњено");
    expect(wordsOf((await here.get(`${offices}?lang=lt`)).html)).toContain("Pirmininkas");
    expect(office).toMatch(/^ofc_/);
  });

  it("are for coordinators to add: nobody else gets there", async () => {
    expect((await here.get(offices, await signedIn(here.world, `per_${memberId(5)}`))).status).toBe(403);
    expect((await here.post(`${offices}/new`, president, "")).status).toBe(401);
  });

  it("come back with everything that is wrong, and nothing is kept", async () => {
    const wrong = await here.post(`${offices}/new`, { title: " ", seats: "0", months: "200", remindDays: "two" });
    expect(wrong.status).toBe(422);
    const words = wordsOf(wrong.html);
    expect(words).toContain("Унесите цео број од 1 до 30");
    expect(words).toContain("Унесите цео број од 1 до 120");
    expect(await officesOf(table(), NETWORK)).toEqual([]);
  });
});

describe("the set-up of an election", () => {
  const elections = `/n/${NETWORK}/elections`;
  const set = (fields: Record<string, string>) =>
    here.post(elections, { ...setUp(here.session), "vote1-office": "", ...fields });

  it("offers the offices to be filled, and names an office in the vote with the days of its mandate", async () => {
    expect((await here.get(`${elections}/new`)).html).not.toContain('name="vote1-office"');
    const office = await withPresident();
    expect(wordsOf((await here.get(`${elections}/new`)).html)).toContain("Функција на коју се бира");
    const opened = await set({ "vote1-office": office, "vote1-from": "2026-04-01", "vote1-until": "" });
    expect(opened.status).toBe(303);
    const [vote, other] = await votesOf(table(), opened.to.split("/").at(-1) ?? "");
    expect(vote?.vote).toMatchObject({ office: { id: office, from: "2026-04-01" } });
    expect(other?.vote).not.toHaveProperty("office");
  });

  it("comes back where a mandate's days are none, where it ends before it begins, and where seats are missing", async () => {
    const office = { "vote1-office": await withPresident() };
    const wrong = [
      [{ "vote1-from": "April" }, "Унесите дан"],
      [{ "vote1-from": "2026-04-01", "vote1-until": "2026-03-31" }, "Последњи дан је пре првог"],
      [{ "vote1-seats": "2" }, "Ова функција има мање места"],
    ] as const;
    for (const [fields, words] of wrong) {
      const { status, html } = await set({ ...office, ...fields });
      expect([status, wordsOf(html)]).toEqual([422, expect.stringContaining(words)]);
    }
  });
});

describe("a mandate that is entered by hand", () => {
  it("is shown to every member by her link: who, from when, until when; and opens nothing else", async () => {
    await record(await withPresident(), mandate);
    const html = await asMember();
    const words = wordsOf(html);
    expect(words).toContain(nameAt(3));
    expect(words).toContain("13. марта 2025.");
    expect(words).toContain("12. марта 2027.");
    expect(words).not.toContain("Упражњено");
    expect(html).not.toContain("<form method");
    expect(wordsOf(await asMember("?lang=pl"))).toContain("Kto pełni którą funkcję i do kiedy.");
    expect((await here.get("/offices/unknown", "")).status).toBe(404);
  });

  it("needs a member, and a last day that follows the first", async () => {
    const office = await withPresident();
    const empty = await record(office, {});
    expect([empty.status, wordsOf(empty.html)]).toEqual([422, expect.stringContaining("Попуните ово поље")]);
    const turned = await record(office, { ...mandate, until: "2025-03-12" });
    expect([turned.status, wordsOf(turned.html)]).toEqual([422, expect.stringContaining("Последњи дан је пре првог")]);
    expect((await record(office, { ...mandate, from: "2025-02-30" })).status).toBe(422);
    expect(await holdingsOf(table(), NETWORK)).toEqual([]);
  });

  it("finds a seat or is refused: two who are entered at once for the only one do not both get it", async () => {
    const office = await withPresident();
    const both = await Promise.all([3, 4].map((index) => record(office, { ...mandate, member: memberId(index) })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await holdingsOf(table(), NETWORK)).toHaveLength(1);
    expect((await record(office, mandate)).status).toBe(409);
  });

  it("is ended before its time with a last day and a reason, which members do not see", async () => {
    await record(await withPresident(), mandate);
    const [held] = await holdingsOf(table(), NETWORK);
    const end = `${offices}/mandates/${held?.id}/end`;
    const reason = "Прелази на рад у другу општину.";
    expect((await here.post(end, { why: "resigned", on: "2026-03-02", reason: "кратко" })).status).toBe(422);
    expect((await here.post(end, { why: "resigned", on: "2026-03-03", reason })).status).toBe(422);
    expect((await here.post(end, { why: "resigned", on: "2026-03-01", reason })).status).toBe(303);
    expect((await here.post(end, { why: "resigned", on: "2026-03-01", reason })).status).toBe(404);
    const words = wordsOf(await asMember());
    expect(words).toContain("Упражњено");
    expect(words).toContain("Оставка");
    expect(words).not.toContain(reason);
  });

  it("ends with its holder's leaving the network", async () => {
    await record(await withPresident(), mandate);

    const rolls = {
      isOpen: async () => false,
      answerable: async () => [],
      note: async () => [],
      leave: async () => [],
    };
    await leaveNetwork(here.world, rolls, { network: NETWORK, member: memberId(3) }, (world, of) =>
      endMandatesOf(world, { ...of, by: memberId(0) }),
    );
    expect(await table().get(Member, { network: NETWORK, id: memberId(3) })).toMatchObject({ standing: "left" });
    expect(await holdingsOf(table(), NETWORK)).toMatchObject([{ ended: { why: "left", on: "2026-03-02" } }]);
  });

  it("is in the network's journal with its end: ids, days and hashes, never a name or a reason", async () => {
    await record(await withPresident(), mandate);
    const [held] = await holdingsOf(table(), NETWORK);
    const reason = "Прелази на рад у другу општину.";
    await here.post(`${offices}/mandates/${held?.id}/end`, { why: "resigned", on: "2026-03-01", reason });
    const journal = await readJournal(table(), NETWORK);
    expect(journal.map(({ act }) => act)).toEqual(["office.added", "mandate.recorded", "mandate.ended"]);
    const head = await table().get(NetworkJournal, { network: NETWORK });
    expect(firstBroken(journal, head?.journal ?? { seq: 0, hash: "" })).toBeUndefined();
    expect(JSON.stringify(journal)).not.toMatch(/[а-ш]/iu);
  });
});
