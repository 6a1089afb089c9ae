import { applyRoster, beginSetUp, previewRoster, roster } from "@quorate/core/people";
import { expect, test } from "vitest";
import { testWorld } from "../../support/world.ts";
import { setUpAktiv } from "./fixtures.ts";

const table = [
  "Име и презиме;Имејл;Координатор",
  "Ана Нешић;;",
  "Бојан Тасић;;",
  "Вера Илић;vera@skola.example;",
  "Горан Пешић;;да",
].join("\n");

async function judged(mayLackAddress: boolean) {
  const { world } = await testWorld();
  const { network } = await setUpAktiv(world, await beginSetUp(world));
  const by = "mem_1";
  const { roster: brought, rows } = await previewRoster(world, { network, by, file: table, mayLackAddress });
  return { world, network, by, id: brought.id, verdicts: rows.map(({ verdict }) => verdict) };
}

test("a row without an address is left out unless the coordinator lets such members in", async () => {
  expect((await judged(false)).verdicts).toEqual(["rejected", "rejected", "new", "rejected"]);
});

test("two without an address are not at one mailbox, and who is to coordinate needs one", async () => {
  const { world, network, by, id, verdicts } = await judged(true);
  expect(verdicts).toEqual(["new", "new", "new", "rejected"]);
  await applyRoster(world, { network, id, by });
  const without = (await roster(world, network)).filter(({ person }) => person.address === "");
  expect(without.map(({ member }) => member.name)).toEqual(["Ана Нешић", "Бојан Тасић"]);
});
