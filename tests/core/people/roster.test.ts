import { after as later, replace, type World } from "@quorate/core/kit";
import {
  applyRoster,
  beginSetUp,
  finishRosters,
  Member,
  previewRoster,
  readRoster,
  rejectedRows,
  roster,
} from "@quorate/core/people";
import { describe, expect, test } from "vitest";
import { type TestWorld, testWorld } from "../../support/world.ts";
import { cutOffAfter, memberNames, setUpAktiv } from "./fixtures.ts";

async function aktiv(): Promise<TestWorld & { network: string; by: string }> {
  const test = await testWorld();
  const { network, member } = await setUpAktiv(test.world, await beginSetUp(test.world));
  return { ...test, network, by: member };
}

/** So many members, named alike: more than fit into one transaction. */
const many = (count: number) =>
  `name,address\n${Array.from({ length: count }, (_, n) => `Member ${n},member${n}@skola.example`).join("\n")}`;

async function preview(world: World, network: string, by: string, file: string): Promise<string> {
  return (await previewRoster(world, { network, by, file })).roster.id;
}

describe("the preview of an import", () => {
  test("shows each row with its verdict and adds nobody", async () => {
    const { world, network, by } = await aktiv();
    const file = "Име;Имејл\nЈелена Петровић;jelena@skola.example\nБиљана Илић;biljana.ilic@skola.example\n;x\n";
    const { rows, roster: made } = await previewRoster(world, { network, by, file });
    expect(rows.map(({ row, verdict }) => [row, verdict])).toEqual([
      [2, "new"],
      [3, "known"],
      [4, "rejected"],
    ]);
    expect(await memberNames(world, network)).toEqual(["Биљана Илић"]);
    expect((await readRoster(world, network, made.id)).rows).toEqual(rows);
    await expect(readRoster(world, "net_other", made.id)).rejects.toMatchObject({ code: "not-found" });
  });

  test("of 2,000 rows is kept whole", async () => {
    const { world, network, by } = await aktiv();
    const id = await preview(world, network, by, many(2000));
    expect((await readRoster(world, network, id)).rows).toHaveLength(2000);
  });

  test("gives the rejected rows back as a table with the reasons, that can be brought again", async () => {
    const { world, network, by } = await aktiv();
    const file =
      '\uFEFFИме;Имејл;Установа\n;jelena@skola.example;"ОШ; ""Вук"""\nМилош;milos;=HYPERLINK(1)\nАна;ana@skola.example;';
    const view = await previewRoster(world, { network, by, file });
    const csv = rejectedRows(view, "sr-Cyrl");
    expect(csv).toBe(
      [
        "\uFEFFЗашто је ред изостављен;Име;Имејл;Установа",
        '2. ред: Недостаје име.;;jelena@skola.example;"ОШ; ""Вук"""',
        "3. ред: Ово није имејл адреса: milos;Милош;milos;'=HYPERLINK(1)",
        "",
      ].join("\r\n"),
    );
    const again = await previewRoster(world, { network, by, file: csv.replace("milos;'", "milos@skola.example;'") });
    expect(again.rows.map(({ verdict }) => verdict)).toEqual(["rejected", "new"]);
    expect(again.rows[1]?.institution).toBe("=HYPERLINK(1)");
  });
});

describe("an import", () => {
  test("makes members of the rows that were let in, in the language of the network or their own", async () => {
    const { world, network, by } = await aktiv();
    const file = [
      "Име;Имејл;Установа;Група;Координатор;Језик",
      "Јелена Петровић;skola@skola.example;ОШ „Вук”;педагози, школе;да;latinica",
      "Милош Антић;skola@skola.example;;;;",
      ";niko@skola.example;;;;",
    ].join("\n");
    const id = await preview(world, network, by, file);
    expect(await applyRoster(world, { network, id, by })).toEqual({ added: 2, known: 0, rejected: 1 });
    const entries = await roster(world, network);
    expect(entries.map(({ member, person }) => [member.name, person.address, person.locale])).toEqual([
      ["Биљана Илић", "biljana.ilic@skola.example", "sr-Cyrl"],
      ["Јелена Петровић", "skola@skola.example", "sr-Latn"],
      ["Милош Антић", "skola@skola.example", "sr-Cyrl"],
    ]);
    expect(entries[1]?.member).toMatchObject({
      ...{ institution: "ОШ „Вук”", groups: ["педагози", "школе"], coordinator: true, standing: "active" },
    });
    expect(new Set(entries.map(({ person }) => person.id)).size).toBe(3);
  });

  test("applied twice, and by two at once, has one effect", async () => {
    const { world, network, by } = await aktiv();
    const id = await preview(world, network, by, many(70));
    const outcomes = await Promise.all([1, 2, 3].map(() => applyRoster(world, { network, id, by })));
    expect(await applyRoster(world, { network, id, by })).toEqual({ added: 70, known: 0, rejected: 0 });
    for (const outcome of outcomes) expect(outcome).toEqual({ added: 70, known: 0, rejected: 0 });
    expect(await memberNames(world, network)).toHaveLength(71);
  });

  test.each([1, 2, 3, 4])("cut off after %i writes is finished by the sweep, each member once", async (count) => {
    const { world, network, by, clock } = await aktiv();
    const id = await preview(world, network, by, many(70));
    const cutOff = { ...world, table: cutOffAfter(world.table, count) };
    await expect(applyRoster(cutOff, { network, id, by })).rejects.toThrow("switched off");
    expect(await memberNames(world, network)).toHaveLength(1 + Math.min(70, 30 * (count - 1)));
    await finishRosters(world);
    clock.moveTo(later(clock.now(), { minutes: 2 }));
    await finishRosters(world);
    await finishRosters(world);
    expect(await memberNames(world, network)).toHaveLength(71);
    expect((await readRoster(world, network, id)).roster).toMatchObject({
      ...{ state: "applied", figures: { added: 70, known: 0, rejected: 0 } },
    });
  });

  test("passes over a row whose member came in meanwhile", async () => {
    const { world, network, by } = await aktiv();
    const first = await preview(world, network, by, "name,address\nАна,ana@skola.example\nБојан,bo@skola.example");
    await applyRoster(world, { network, id: first, by });
    const second = await preview(world, network, by, "name,address\nАна,ana@skola.example\nЦеца,ceca@skola.example");
    expect(await applyRoster(world, { network, id: second, by })).toEqual({ added: 1, known: 1, rejected: 0 });
    expect(await memberNames(world, network)).toEqual(["Ана", "Биљана Илић", "Бојан", "Цеца"]);
  });

  test("of the same table by two coordinators at once makes each member once", async () => {
    const { world, network, by } = await aktiv();
    const first = await preview(world, network, by, many(70));
    const cutOff = { ...world, table: cutOffAfter(world.table, 1) };
    await expect(applyRoster(cutOff, { network, id: first, by })).rejects.toThrow("switched off");
    // The first is under way, so the second does not replace it; every row of it seemed new when it was judged.
    const second = await preview(world, network, by, many(70));
    const [one, two] = await Promise.all([first, second].map((id) => applyRoster(world, { network, id, by })));
    expect((one?.added ?? 0) + (two?.added ?? 0)).toBe(70);
    expect(await memberNames(world, network)).toHaveLength(71);
  });

  test("is refused once a newer table was brought", async () => {
    const { world, network, by } = await aktiv();
    const first = await preview(world, network, by, many(3));
    const second = await preview(world, network, by, many(4));
    await expect(applyRoster(world, { network, id: first, by })).rejects.toMatchObject({ code: "roster.changed" });
    expect(await applyRoster(world, { network, id: second, by })).toMatchObject({ added: 4 });
  });

  test("of another network is not found", async () => {
    const { world, network, by } = await aktiv();
    const id = await preview(world, network, by, many(3));
    await expect(applyRoster(world, { network: "net_other", id, by })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the roster", () => {
  test("is in the order of the network's alphabet, without those who left", async () => {
    const { world, network, by } = await aktiv();
    const names = ["Џоја", "Ђура", "Аца", "Ћира", "Чеда", "Његош", "Дара"];
    const id = await preview(
      world,
      network,
      by,
      `name,address\n${names.map((n, i) => `${n},m${i}@b.example`).join("\n")}`,
    );
    await applyRoster(world, { network, id, by });
    const sorted = await roster(world, network);
    expect(sorted.map(({ member }) => member.name)).toEqual([
      "Аца",
      "Биљана Илић",
      "Дара",
      "Ђура",
      "Његош",
      "Ћира",
      "Чеда",
      "Џоја",
    ]);
    const [gone] = sorted;
    if (!gone) throw new Error("nobody");
    await world.table.write([replace(Member, gone.member, { ...gone.member, standing: "left" })]);
    expect((await roster(world, network)).map(({ member }) => member.name)).not.toContain("Аца");
  });
});
