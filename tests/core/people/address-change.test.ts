import { Ask } from "@quorate/core/ask";
import { after, create, Link, linkToken, replace } from "@quorate/core/kit";
import { Letter } from "@quorate/core/letter";
import {
  addressChangesOf,
  beginSetUp,
  changeStanding,
  correctAddress,
  DAYS_TO_DECIDE,
  decideAddress,
  Member,
  maskedAddress,
  needsSecondPerson,
  openAddressLink,
  Person,
  pendingChanges,
  readAddressChange,
  viewAddressChange,
  withdrawChange,
} from "@quorate/core/people";
import { describe, expect, test } from "vitest";
import type { Rolls } from "../../../packages/core/src/people/rolls.ts";
import { testWorld } from "../../support/world.ts";
import { addAsk, addMember, addNetwork, lettersIn, setUpAktiv } from "./fixtures.ts";

/** The process of the fixtures runs; its verifier may be a second person. */
const rolls: Rolls = {
  isOpen: async (_, process) => process === "elc_test",
  answerable: async () => ["mem_verifier"],
  note: async () => [],
  leave: async () => [],
};

/** A coordinator, a member whose address is wrong, a verifier, and one who has no part in it. */
async function aktiv() {
  const test = await testWorld();
  const { network, member: by } = await setUpAktiv(test.world, await beginSetUp(test.world));
  const member = await addMember(test.world, network, { id: "ana", name: "Ана Тасић", address: "old@skola.example" });
  const verifier = await addMember(test.world, network, { id: "verifier", name: "Вера Илић", address: "v@s.example" });
  const other = await addMember(test.world, network, { id: "other", name: "Огњен Антић", address: "o@s.example" });
  const correct = (address: string, of = member, actor = by) =>
    correctAddress(test.world, rolls, { network, member: of.id, by: actor, address });
  const addressOf = async (of: Member) => (await test.world.table.get(Person, { id: of.person }))?.address;
  return { ...test, network, by, member, verifier, other, correct, addressOf };
}

type Aktiv = Awaited<ReturnType<typeof aktiv>>;

/** Gives her a place on the roll, and the letter that asks her. */
async function onRoll({ world }: Aktiv, member: Member, state: "unasked" | "open" = "open"): Promise<Ask> {
  const ask = await addAsk(world, member, "Избори");
  const stored = await world.table.get(Ask, ask);
  if (!stored) throw new Error("no ask");
  const next: Ask = { ...stored, state, marks: { v1: "none" }, undelivered: true };
  await world.table.write([replace(Ask, stored, next)]);
  return next;
}

async function waiting(test: Aktiv): Promise<string> {
  await onRoll(test, test.member);
  const asked = await test.correct("new@home.example");
  if (asked.kind !== "waits") throw new Error(asked.kind);
  return asked.change.id;
}

const decision = async (test: Aktiv, id: string, verdict: "approve" | "refuse" = "approve", by = test.verifier.id) => ({
  ...{ network: test.network, change: id, by, verdict, reason: "Нова адреса није њена." },
  hash: (await readAddressChange(test.world, test.network, id)).hash,
});

test.each([
  ["a member on no open roll", { id: "m", coordinator: false }, 0, false],
  ["a member on an open roll", { id: "m", coordinator: false }, 1, true],
  ["another coordinator", { id: "m", coordinator: true }, 0, true],
  ["the coordinator herself", { id: "by", coordinator: true }, 0, false],
  ["the coordinator herself on an open roll", { id: "by", coordinator: true }, 2, true],
])("the address of %s takes a second person: %s", (_, member, openRolls, takesTwo) => {
  expect(needsSecondPerson(member, "by", openRolls)).toBe(takesTwo);
});

test("an address is masked but for its first letter and its domain", () => {
  expect(maskedAddress("jelena.petrovic@skola.example")).toBe("j…@skola.example");
});

describe("on no open roll", () => {
  test("one coordinator corrects it, and the old address gets a letter", async () => {
    const test = await aktiv();
    expect(await test.correct(" new@home.example ")).toMatchObject({ kind: "changed", change: { state: "applied" } });
    expect(await test.addressOf(test.member)).toBe("new@home.example");
    const letters = (await lettersIn(test.world)).filter(({ kind }) => kind === "people.address-changed");
    expect(letters).toMatchObject([
      {
        ...{ address: "old@skola.example", replyTo: "biljana.ilic@skola.example" },
        props: { to: { name: "Ана Тасић" }, change: { to: "n…@home.example", by: "Биљана Илић" } },
      },
    ]);
    expect(await test.correct("new@home.example")).toEqual({ kind: "same" });
  });

  test("old links of what she is asked end, and a fresh one goes to the new address", async () => {
    const test = await aktiv();
    const ask = await addAsk(test.world, test.member, "Анкета");
    await test.correct("new@home.example");
    const stored = await test.world.table.get(Ask, ask);
    expect(stored).toMatchObject({ epoch: 1, reissues: 1, undelivered: false });
    const letters = await test.world.table.find(Letter, "due", "letters");
    const again = letters.find((letter) => letter.ask?.id === ask.id);
    const link = again?.link === undefined ? undefined : await test.world.table.get(Link, { id: again.link });
    expect(link?.scope).toMatchObject({ epoch: 1, person: test.member.person });
  });

  test("nobody's address is corrected for another network's sake, nor one who has left", async () => {
    const test = await aktiv();
    await addNetwork(test.world, "net_b", "Центар");
    await test.world.table.write([create(Member, { ...test.member, network: "net_b", id: "mem_there" })]);
    await expect(test.correct("new@home.example")).rejects.toThrow("address.elsewhere");
    await expect(test.correct("not an address", test.other)).rejects.toThrow("input.invalid");
    expect(await test.addressOf(test.member)).toBe("old@skola.example");
  });

  test("another coordinator's takes a second person, who may be she herself", async () => {
    const test = await aktiv();
    const second = await addMember(test.world, test.network, {
      ...{ id: "c", name: "Цеца Нешић", address: "c@s.example", coordinator: true },
    });
    const asked = await test.correct("mine@home.example", second);
    expect(asked.kind).toBe("waits");
    if (asked.kind !== "waits") return;
    const of = await decision(test, asked.change.id, "approve", second.id);
    expect(await decideAddress(test.world, rolls, of)).toMatchObject({ kind: "decided" });
  });
});

describe("R8 Identity: on an open roll", () => {
  test.each(["unasked", "open"] as const)("nothing changes before a second person approves (%s)", async (state) => {
    const test = await aktiv();
    const ask = await onRoll(test, test.member, state);
    const asked = await test.correct("new@home.example");
    expect(asked.kind).toBe("waits");
    expect(await test.addressOf(test.member)).toBe("old@skola.example");
    expect(await test.world.table.get(Ask, ask)).toMatchObject({ epoch: 0, undelivered: true });
    expect(await addressChangesOf(test.world.table, "elc_test")).toBe(0);
    const letters = (await lettersIn(test.world)).filter(({ kind }) => kind === "people.address-request");
    expect(letters.map(({ address }) => address)).toEqual(["v@s.example"]);
  });

  test("approved by the link of the letter, everything happens in one step and is counted", async () => {
    const test = await aktiv();
    const ask = await onRoll(test, test.member);
    const asked = await test.correct("new@home.example");
    if (asked.kind !== "waits") throw new Error(asked.kind);
    const letters = await test.world.table.find(Letter, "due", "letters");
    const request = letters.find(({ kind }) => kind === "people.address-request");
    const link = await test.world.table.get(Link, { id: request?.link ?? "" });
    if (!link) throw new Error("no link");
    const of = await openAddressLink(test.world, linkToken(test.world.keys, link));
    expect(of).toEqual({ network: test.network, change: asked.change.id, by: test.verifier.id });
    expect(await viewAddressChange(test.world, rolls, of)).toMatchObject({ may: "decide", standing: "pending" });
    const decided = await decideAddress(test.world, rolls, { ...of, hash: asked.change.hash, verdict: "approve" });
    expect(decided).toMatchObject({ kind: "decided", change: { state: "applied", rolls: ["elc_test"] } });
    expect(await test.addressOf(test.member)).toBe("new@home.example");
    expect(await test.world.table.get(Ask, ask)).toMatchObject({ epoch: 1, reissues: 1, undelivered: false });
    expect(await addressChangesOf(test.world.table, "elc_test")).toBe(1);
    const told = (await lettersIn(test.world)).find(({ kind }) => kind === "people.address-changed");
    expect(told).toMatchObject({ address: "old@skola.example", props: { change: { decidedBy: "Вера Илић" } } });
  });

  test("nobody else decides: not the one who asked, not a member without a part, not by the hash of something else", async () => {
    const test = await aktiv();
    const id = await waiting(test);
    const of = await decision(test, id);
    for (const by of [test.by, test.other.id, test.member.id]) {
      await expect(decideAddress(test.world, rolls, { ...of, by })).rejects.toThrow("not-yours");
    }
    await expect(decideAddress(test.world, rolls, { ...of, hash: "0".repeat(64) })).rejects.toThrow("page.stale");
    expect(await test.addressOf(test.member)).toBe("old@skola.example");
  });

  test("refused with a reason, it reaches the one who asked and nothing has changed", async () => {
    const test = await aktiv();
    const id = await waiting(test);
    const of = await decision(test, id, "refuse");
    await expect(decideAddress(test.world, rolls, { ...of, reason: "не  " })).rejects.toThrow("min_length");
    expect(await decideAddress(test.world, rolls, of)).toMatchObject({ kind: "decided", change: { state: "refused" } });
    const told = (await lettersIn(test.world)).find(({ kind }) => kind === "people.address-refused");
    expect(told).toMatchObject({
      ...{ address: "biljana.ilic@skola.example" },
      props: { member: "Ана Тасић", by: "Вера Илић", reason: "Нова адреса није њена." },
    });
    expect(await test.addressOf(test.member)).toBe("old@skola.example");
  });

  test("of two opposite decisions at once the first stands, and the second hears who and when", async () => {
    const test = await aktiv();
    const second = await addMember(test.world, test.network, {
      ...{ id: "c", name: "Цеца Нешић", address: "c@s.example", coordinator: true },
    });
    const id = await waiting(test);
    const decided = await Promise.all([
      decideAddress(test.world, rolls, await decision(test, id, "approve")),
      decideAddress(test.world, rolls, await decision(test, id, "refuse", second.id)),
    ]);
    expect(decided.map(({ kind }) => kind).toSorted()).toEqual(["decided", "made"]);
    const [first, last] = decided;
    expect(first?.change.decision).toEqual(last?.change.decision);
    const stands = (await readAddressChange(test.world, test.network, id)).state;
    expect(await test.addressOf(test.member)).toBe(stands === "applied" ? "new@home.example" : "old@skola.example");
    expect(await addressChangesOf(test.world.table, "elc_test")).toBe(stands === "applied" ? 1 : 0);
  });

  test("a request lapses, is withdrawn by the one who asked, and stands alone", async () => {
    const test = await aktiv();
    const id = await waiting(test);
    await expect(test.correct("third@home.example")).rejects.toThrow("address.pending");
    await expect(
      withdrawChange(test.world, { network: test.network, change: id, by: test.verifier.id }),
    ).rejects.toThrow("not-yours");
    await withdrawChange(test.world, { network: test.network, change: id, by: test.by });
    expect(await decideAddress(test.world, rolls, await decision(test, id))).toMatchObject({ kind: "made" });

    const again = await test.correct("third@home.example");
    if (again.kind !== "waits") throw new Error(again.kind);
    const of = await decision(test, again.change.id);
    test.clock.moveTo(after(test.world.clock.now(), { days: DAYS_TO_DECIDE }));
    expect(await decideAddress(test.world, rolls, of)).toMatchObject({ kind: "lapsed" });
    expect(changeStanding(again.change, test.world.clock.now())).toBe("lapsed");
    expect(await pendingChanges(test.world, test.network)).toEqual([]);
    expect(await test.addressOf(test.member)).toBe("old@skola.example");
  });

  test("of two requests at once one is made", async () => {
    const test = await aktiv();
    await onRoll(test, test.member);
    const asked = await Promise.allSettled([test.correct("b@home.example"), test.correct("c@home.example")]);
    expect(asked.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await pendingChanges(test.world, test.network)).toHaveLength(1);
  });

  test("it is refused where nobody could be the second person", async () => {
    const test = await aktiv();
    await onRoll(test, test.member);
    const alone: Rolls = { ...rolls, answerable: async () => [test.by] };
    const of = { network: test.network, member: test.member.id, by: test.by, address: "new@home.example" };
    await expect(correctAddress(test.world, alone, of)).rejects.toThrow("address.nobody");
  });
});
