import { after as later, Refusal } from "@quorate/core/kit";
import { beginSetUp, Member, Network, Person, setUp, signInWithCode, viewSetUp } from "@quorate/core/people";
import { expect, test } from "vitest";
import { testWorld } from "../../support/world.ts";
import { lettersIn, setUpAktiv, tokenIn } from "./fixtures.ts";

test("the first start prints a set-up link; it makes the network and its coordinator, with names in Cyrillic", async () => {
  const { world } = await testWorld();
  const url = await beginSetUp(world);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/set-up\/[\w-]{43}$/);
  const ids = await setUpAktiv(world, url);

  expect(await world.table.get(Network, { id: ids.network })).toMatchObject({
    ...{ name: "Актив стручних сарадника", shortName: "Актив", locale: "sr-Cyrl", zone: "Europe/Belgrade" },
  });
  expect(await world.table.get(Person, { id: ids.person })).toMatchObject({ address: "biljana.ilic@skola.example" });
  expect(await world.table.get(Member, { network: ids.network, id: ids.member })).toMatchObject({
    ...{ name: "Биљана Илић", person: ids.person, coordinator: true, standing: "active" },
  });
  expect(await beginSetUp(world)).toBeUndefined();
});

test("the coordinator's sign-in letter is written with the set-up, and the page's code opens it", async () => {
  const { world } = await testWorld();
  const { request, person } = await setUpAktiv(world, await beginSetUp(world));
  const [letter] = await lettersIn(world);
  if (letter?.kind !== "people.sign-in") throw new Error("no sign-in letter");
  expect(letter.props.to.name).toBe("Биљана Илић");
  expect(letter.props.network.name).toBe("Актив стручних сарадника");
  expect(await signInWithCode(world, { request, code: letter.props.code })).toMatchObject({ person });
});

test("a restart prints a fresh link, and the earlier one still works; afterwards neither does", async () => {
  const { world } = await testWorld();
  const first = await beginSetUp(world);
  const second = await beginSetUp(world);
  expect(second).not.toBe(first);
  await setUpAktiv(world, first);
  await expect(setUpAktiv(world, first)).rejects.toMatchObject({ code: "link.used" });
  await expect(setUpAktiv(world, second)).rejects.toMatchObject({ code: "network.exists" });
  await expect(viewSetUp(world, tokenIn(second))).rejects.toMatchObject({ code: "network.exists" });
});

test("two set-ups at once make one network", async () => {
  const { world, items } = await testWorld();
  const urls = [await beginSetUp(world), await beginSetUp(world)];
  const outcomes = await Promise.allSettled([...urls, ...urls].map((url) => setUpAktiv(world, url)));
  expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(Refusal);
  expect((await items()).filter((item) => item.record === "network" || item.record === "member")).toHaveLength(2);
});

test("a link that is wrong or older than seven days opens nothing", async () => {
  const { world, clock } = await testWorld();
  const url = await beginSetUp(world);
  const token = tokenIn(url);
  const other = `${token.slice(0, -2)}${token.endsWith("AA") ? "BB" : "AA"}`;
  await expect(viewSetUp(world, other)).rejects.toMatchObject({ code: "link.unknown" });
  await viewSetUp(world, token);
  clock.moveTo(later(clock.now(), { days: 7 }));
  await expect(setUpAktiv(world, url)).rejects.toMatchObject({ code: "link.closed" });
});

test("every wrong field is named, and nothing is written", async () => {
  const { world, items } = await testWorld();
  const token = tokenIn(await beginSetUp(world));
  const before = await items();
  const setUpWrongly = async () =>
    setUp(world, {
      token,
      network: { name: " ", shortName: "Актив стручних сарадника", locale: "en", zone: "Europe/Vlasotince" },
      coordinator: { name: "", address: "biljana" },
    });
  const fields = ["network.name", "network.shortName", "network.zone", "coordinator.name", "coordinator.address"];
  await expect(setUpWrongly()).rejects.toMatchObject({
    code: "input.invalid",
    problems: fields.map((field) => ({ field })),
  });
  expect(await items()).toEqual(before);
});
