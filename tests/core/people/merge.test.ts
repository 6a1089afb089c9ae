import { Ask } from "@quorate/core/ask";
import { readJournal } from "@quorate/core/journal";
import { replace } from "@quorate/core/kit";
import { addOffice, carryMandates, holdingsOf, recordHolding } from "@quorate/core/offices";
import {
  beginSetUp,
  leaveNetwork,
  leftMembers,
  likelyDuplicates,
  Member,
  mergeMembers,
  type Rolls,
  readMember,
  returnToNetwork,
  tellApart,
} from "@quorate/core/people";
import { describe, expect, test } from "vitest";
import { testWorld } from "../../support/world.ts";
import { addAsk, addMember, memberNames, setUpAktiv } from "./fixtures.ts";

/** In these tests the process of the fixtures runs, and no other. */
const rolls: Rolls = {
  isOpen: async (_, process) => process === "elc_test",
  answerable: async () => [],
  note: async () => [],
  leave: async () => [],
};

/** A network whose coordinator stands in it, and one who came in twice. */
async function twice() {
  const test = await testWorld();
  const { network, member: by } = await setUpAktiv(test.world, await beginSetUp(test.world));
  const older = await addMember(test.world, network, { id: "z", name: "Ана Тасић", address: "ana@skola.example" });
  test.clock.moveTo("2026-04-01T08:00:00.000Z");
  const younger = await addMember(test.world, network, {
    ...{ id: "a", name: "Tasić Ana", address: "ana@home.example", institution: "ОШ „Вук”" },
  });
  const both: [string, string] = [younger.id, older.id];
  return { ...test, network, by, older, younger, both };
}

async function changed(test: Awaited<ReturnType<typeof twice>>, member: Member, fields: Partial<Member>) {
  const stored = await readMember(test.world, { network: test.network, member: member.id });
  await test.world.table.write([replace(Member, stored, { ...stored, ...fields })]);
}

/** Gives her a place on the roll of the process that runs. */
async function onRoll(test: Awaited<ReturnType<typeof twice>>, member: Member) {
  const { collection, id } = await addAsk(test.world, member, "Избори");
  const ask = await test.world.table.get(Ask, { collection, id });
  if (!ask) throw new Error("no ask");
  await test.world.table.write([replace(Ask, ask, { ...ask, state: "unasked", marks: { v1: "none" } })]);
}

describe("two members who are one person", () => {
  test("are found, and become the older one, with what the younger one knows", async () => {
    const test = await twice();
    const { world, network, by, older, younger, both } = test;
    await changed(test, older, { groups: ["школе"] });
    await changed(test, younger, { groups: ["педагози", "школе"] });
    const found = await likelyDuplicates(world, network);
    expect(found.map(({ first, second, why }) => [first.name, second.name, why])).toEqual([
      ["Ана Тасић", "Tasić Ana", "spelling"],
    ]);
    await mergeMembers(world, rolls, { network, members: both, by });
    await mergeMembers(world, rolls, { network, members: both, by });
    expect(await readMember(world, { network, member: older.id })).toMatchObject({
      ...{ name: "Ана Тасић", person: older.person, standing: "active", institution: "ОШ „Вук”" },
      groups: ["школе", "педагози"],
    });
    expect(await readMember(world, { network, member: younger.id })).toMatchObject({
      ...{ standing: "left", mergedInto: { member: older.id, by } },
    });
    expect(await likelyDuplicates(world, network)).toEqual([]);
    expect(await leftMembers(world, network)).toEqual([]);
    await expect(returnToNetwork(world, { network, member: younger.id })).rejects.toThrow("member.merged");
  });

  test("are one in office too: what the younger one holds is the older one's, on record", async () => {
    const { world, network, by, older, younger, both } = await twice();
    const office = await addOffice(world, {
      ...{ network, actor: by, title: { plain: "Благајник" }, seats: 1, months: 24, coordinates: false },
    });
    const mandate = { from: "2026-01-01", until: "2027-12-31" };
    await recordHolding(world, { network, actor: by, office, member: younger.id, ...mandate });
    await mergeMembers(world, rolls, { network, members: both, by }, (_, merged) =>
      carryMandates(world, { ...merged, by }),
    );
    expect(await holdingsOf(world.table, network)).toMatchObject([{ office, member: older.id, ...mandate }]);
    expect((await readJournal(world.table, network)).at(-1)).toMatchObject({
      ...{ act: "mandate.carried", actor: by, facts: { member: younger.id, to: older.id, mandates: 1 } },
    });
  });

  test("stay two where the younger one is asked, or on an open roll; the older one may be", async () => {
    const test = await twice();
    const { world, network, by, older, younger, both } = test;
    await onRoll(test, younger);
    const before = await test.items();
    await expect(mergeMembers(world, rolls, { network, members: both, by })).rejects.toThrow("member.asked");
    await expect(leaveNetwork(world, rolls, { network, member: younger.id })).rejects.toThrow("member.asked");
    expect(await test.items()).toEqual(before);
    const ended: Rolls = { ...rolls, isOpen: async () => false };
    await onRoll(test, older);
    await mergeMembers(world, ended, { network, members: both, by });
    expect(await readMember(world, { network, member: younger.id })).toMatchObject({ standing: "left" });
  });

  test("do not hand the coordination to another mailbox", async () => {
    const test = await twice();
    const { world, network, by, younger, both } = test;
    await changed(test, younger, { coordinator: true });
    await expect(mergeMembers(world, rolls, { network, members: both, by })).rejects.toThrow("member.coordinates");
  });

  test("are two people once a coordinator says so, and nobody asks again", async () => {
    const { world, network, by, both } = await twice();
    await tellApart(world, { network, members: both, by });
    await tellApart(world, { network, members: [both[1], both[0]], by });
    expect(await likelyDuplicates(world, network)).toEqual([]);
    await expect(tellApart(world, { network, members: [both[0], both[0]], by })).rejects.toThrow("not-found");
  });
});

describe("a member", () => {
  test("leaves and comes back under her old id", async () => {
    const { world, network, younger } = await twice();
    await leaveNetwork(world, rolls, { network, member: younger.id });
    await leaveNetwork(world, rolls, { network, member: younger.id });
    expect((await leftMembers(world, network)).map(({ id }) => id)).toEqual([younger.id]);
    expect(await likelyDuplicates(world, network)).toEqual([]);
    await returnToNetwork(world, { network, member: younger.id });
    expect(await leftMembers(world, network)).toEqual([]);
    expect(await memberNames(world, network)).toContain("Tasić Ana");
  });

  test("does not leave while she is asked, and the last coordinator does not leave at all", async () => {
    const { world, network, by, younger } = await twice();
    await addAsk(world, younger, "Анкета");
    await expect(leaveNetwork(world, rolls, { network, member: younger.id })).rejects.toThrow("member.asked");
    await expect(leaveNetwork(world, rolls, { network, member: by })).rejects.toThrow("member.last-coordinator");
  });

  test("of two coordinators who leave at once one stays", async () => {
    const { world, network, by } = await twice();
    const other = await addMember(world, network, {
      ...{ id: "k", name: "Бојан Илић", address: "b@skola.example", coordinator: true },
    });
    const left = await Promise.allSettled(
      [by, other.id].map((member) => leaveNetwork(world, rolls, { network, member })),
    );
    expect(left.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
