import { after as later, Refusal } from "@quorate/core/kit";
import { beginSetUp, fulfilRequest, LetterRequest, requestLetter, sweepPeople } from "@quorate/core/people";
import { describe, expect, test } from "vitest";
import { type TestWorld, testWorld } from "../../support/world.ts";
import { addAsk, addMember, addNetwork, cutOffAfter, lettersIn, setUpAktiv } from "./fixtures.ts";

const MAILBOX = "os.vuk@skola.example";

/** The request that was made last. */
async function pending({ items }: TestWorld): Promise<string> {
  const request = (await items()).find((item) => item.record === "letter-request" && item.state === "pending");
  return String(request?.id);
}

async function aktiv(): Promise<TestWorld & { network: string }> {
  const test = await testWorld();
  const { network } = await setUpAktiv(test.world, await beginSetUp(test.world));
  // The letter of the set-up is not what these tests are about.
  test.clock.moveTo(later(test.clock.now(), { hours: 1 }));
  return { ...test, network };
}

describe("I lost the letter", () => {
  test("each person at a shared mailbox gets one letter with her own open asks", async () => {
    const { world, network, ...rest } = await aktiv();
    const marija = await addMember(world, network, { id: "marija", name: "Марија Стојановић", address: MAILBOX });
    const dusan = await addMember(world, network, {
      id: "dusan",
      name: "Душан Ристић",
      address: "OS.Vuk@skola.example",
    });
    await addMember(world, network, { id: "zorica", name: "Зорица Златановић", address: MAILBOX });
    await addAsk(world, marija, "Потврда избора", 7);
    await addAsk(world, marija, "Предлози кандидата", 3);
    await addAsk(world, dusan, "Потврда избора", 7);

    await requestLetter(world, { purpose: "lost-letter", address: " os.VUK@skola.example " });
    await fulfilRequest(world, await pending({ world, ...rest }));
    const letters = (await lettersIn(world)).filter((letter) => letter.kind === "people.lost-letter");
    expect(letters.map(({ props }) => [props.to.name, props.asks.map((ask) => ask.title)])).toEqual([
      ["Душан Ристић", ["Потврда избора"]],
      ["Марија Стојановић", ["Предлози кандидата", "Потврда избора"]],
    ]);
    const [ask] = letters[0]?.props.asks ?? [];
    expect(ask).toMatchObject({ network: "Актив стручних сарадника", zone: "Europe/Belgrade" });
    expect(ask?.url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/a\/[\w-]{43}$/);
  });

  test("one letter lists the asks of every network; one whose deadline has passed is left out", async () => {
    const { world, network, clock, ...rest } = await aktiv();
    const centre = await addNetwork(world, "net_centre", "Центар за стручно усавршавање");
    const here = await addMember(world, network, { id: "here", name: "Ана Нешић", address: "ana@skola.example" });
    const there = await addMember(world, centre.id, { id: "there", name: "Ана Нешић", address: "other@skola.example" });
    await addAsk(world, here, "Потврда избора", 7);
    await addAsk(world, here, "Прошло", 1);
    await addAsk(world, { ...there, person: here.person }, "Испитивање потреба", 9);
    clock.moveTo(later(clock.now(), { days: 2 }));
    await requestLetter(world, { purpose: "lost-letter", address: "ana@skola.example" });
    await fulfilRequest(world, await pending({ world, clock, ...rest }));
    const [letter] = (await lettersIn(world)).filter((one) => one.kind === "people.lost-letter");
    expect(letter?.props.asks.map((ask) => [ask.network, ask.title])).toEqual([
      ["Актив стручних сарадника", "Потврда избора"],
      ["Центар за стручно усавршавање", "Испитивање потреба"],
    ]);
  });

  test("who owes nothing gets no letter", async () => {
    const { world, network, ...rest } = await aktiv();
    await addMember(world, network, { id: "ana", name: "Ана Нешић", address: "ana@skola.example" });
    await requestLetter(world, { purpose: "lost-letter", address: "ana@skola.example" });
    await fulfilRequest(world, await pending({ world, ...rest }));
    expect((await lettersIn(world)).filter((letter) => letter.kind === "people.lost-letter")).toEqual([]);
  });

  test("fulfilled twice, at once, or cut off in the middle, each person has one letter", async () => {
    const { world, network, clock, items, ...rest } = await aktiv();
    for (const name of ["ana", "bo", "ceca"]) {
      const member = await addMember(world, network, { id: name, name, address: MAILBOX });
      await addAsk(world, member, `Питање ${name}`);
    }
    await requestLetter(world, { purpose: "lost-letter", address: MAILBOX });
    const id = await pending({ world, clock, items, ...rest });
    const cutOff = { ...world, table: cutOffAfter(world.table, 2) };
    await expect(fulfilRequest(cutOff, id)).rejects.toThrow("switched off");
    clock.moveTo(later(clock.now(), { minutes: 2 }));
    await Promise.all([sweepPeople(world), fulfilRequest(world, id), fulfilRequest(world, id)]);
    await fulfilRequest(world, id);
    const letters = (await items()).filter((item) => item.record === "letter" && item.process === id);
    expect(letters).toHaveLength(3);
    expect(await world.table.get(LetterRequest, { id })).toMatchObject({ state: "done" });
  });
});

describe("asking for a letter", () => {
  test.each(["lost-letter", "sign-in"] as const)(
    "does the same work and gives the same answer for a known and an unknown address (%s)",
    async (purpose) => {
      const { world, items } = await aktiv();
      const trace = async (address: string) => {
        const before = await items();
        const calls: string[] = [];
        const table = new Proxy(world.table, {
          get: (target, name, receiver) => {
            calls.push(String(name));
            return Reflect.get(target, name, receiver);
          },
        });
        const answer = await requestLetter({ ...world, table }, { purpose, address });
        const places = new Set(before.map((item) => `${item.pk}${item.sk}`));
        const written = (await items()).filter((item) => !places.has(`${item.pk}${item.sk}`));
        return { answer: Object.keys(answer), calls, written: written.map((item) => item.record).toSorted() };
      };
      const known = await trace("biljana.ilic@skola.example");
      const unknown = await trace("nobody@elsewhere.example");
      expect(unknown).toEqual(known);
      expect(known).toEqual({ answer: ["request"], calls: ["get", "write"], written: ["letter-request", "rate"] });
    },
  );

  test.each(["biljana.ilic@skola.example", "nobody@elsewhere.example"])(
    "is refused the fourth time within an hour, and taken in the next: %s",
    async (address) => {
      const { world, clock } = await aktiv();
      clock.moveTo("2026-03-13T12:20:00.000Z");
      const ask = () => requestLetter(world, { purpose: "sign-in", address });
      for (let turn = 0; turn < 3; turn += 1) await ask();
      await expect(ask()).rejects.toMatchObject({ code: "too-many", details: { retryAfter: 3600 } });
      await requestLetter(world, { purpose: "lost-letter", address });
      // Any hour, not the hour of the clock.
      clock.moveTo("2026-03-13T13:19:59.000Z");
      await expect(ask()).rejects.toMatchObject({ code: "too-many", details: { retryAfter: 1 } });
      clock.moveTo("2026-03-13T13:20:00.000Z");
      await ask();
    },
  );

  test("counts rightly when ten come at once, whatever the case of the address", async () => {
    const { world } = await aktiv();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, turn) =>
        requestLetter(world, { purpose: "sign-in", address: turn % 2 ? MAILBOX : MAILBOX.toUpperCase() }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(3);
    for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(Refusal);
  });

  test("forgets the address when it is done, and logs none", async () => {
    const { world, items, log, ...rest } = await aktiv();
    await requestLetter(world, { purpose: "sign-in", address: "nobody@elsewhere.example" });
    await fulfilRequest(world, await pending({ world, items, log, ...rest }));
    expect(JSON.stringify(await items())).not.toContain("elsewhere");
    expect(JSON.stringify(log)).not.toContain("@");
  });

  test("is refused with the field's name when the address is none", async () => {
    const { world } = await aktiv();
    const asking = async () => requestLetter(world, { purpose: "sign-in", address: "not an address" });
    await expect(asking()).rejects.toMatchObject({
      ...{ code: "input.invalid", problems: [{ field: "address" }] },
    });
  });
});
