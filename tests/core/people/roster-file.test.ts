import { Refusal } from "@quorate/core/kit";
import { describe, expect, test } from "vitest";
import { columnNamed } from "../../../packages/core/src/people/columns.ts";
import { MOST_BYTES, readRosterFile as readFile } from "../../../packages/core/src/people/roster-file.ts";
import { judgeRows } from "../../../packages/core/src/people/roster-row.ts";

const readRosterFile = (file: Uint8Array | string) => readFile(file, "sr-Cyrl");

const judged = (file: Uint8Array | string, members: { name: string; address: string }[] = []) =>
  judgeRows(readRosterFile(file), members);

function problemOf(file: Uint8Array | string) {
  try {
    readRosterFile(file);
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, ...error.problems[0] };
    throw error;
  }
  return undefined;
}

describe("the headings of a roster's table", () => {
  test.each([
    ["Name", "name"],
    ["IME I PREZIME", "name"],
    ["Име и презиме", "name"],
    ["ИМЕ", "name"],
    ["Imię i nazwisko", "name"],
    ["Vardas, pavardė", "name"],
    ["E-mail", "address"],
    ["имејл", "address"],
    ["Имејл адреса", "address"],
    ["Adresa", "address"],
    ["El. paštas", "address"],
    ["EL. PAŠTAS", "address"],
    ["Adres e-mail", "address"],
    ["Установа", "institution"],
    ["ustanova", "institution"],
    ["Įstaiga", "institution"],
    ["Instytucja", "institution"],
    ["Szkoła", "institution"],
    ["Група", "groups"],
    ["Grupė", "groups"],
    ["grupa (grupy)", "groups"],
    ["Координатор", "coordinator"],
    ["Koordynator?", "coordinator"],
    ["Kalba", "language"],
    ["Телефон", undefined],
    ["", undefined],
  ])("%s is the column %s", (heading, column) => {
    expect(columnNamed(heading)).toBe(column);
  });
});

describe("a table", () => {
  test("of a Serbian spreadsheet: semicolons, a byte order mark, Cyrillic, quotes, blank rows", () => {
    const file = Buffer.from(
      '\uFEFFИме и презиме;Имејл;Установа;Група;Координатор\r\nЈелена Петровић;jelena@skola.example;"ОШ „Вук; Караџић”";"педагози, школе";да\r\n;;;;\r\n\r\nМилош Антић ; milos@skola.example ;;;\r\n',
    );
    expect(judged(file)).toEqual([
      {
        ...{
          row: 2,
          verdict: "new",
          name: "Јелена Петровић",
          address: "jelena@skola.example",
          shares: [],
          reasons: [],
        },
        ...{ institution: "ОШ „Вук; Караџић”", groups: ["педагози", "школе"], coordinator: true },
      },
      {
        ...{ row: 5, verdict: "new", name: "Милош Антић", address: "milos@skola.example", shares: [], reasons: [] },
        ...{ groups: [], coordinator: false },
      },
    ]);
  });

  test.each([
    ["commas", "name,address\nAna Nowak,ana@gmina.example\n"],
    ["semicolons", "Imię i nazwisko;Adres e-mail\nAna Nowak;ana@gmina.example"],
    ["tabs, columns the other way round", "El. paštas\tVardas\nana@gmina.example\tAna Nowak"],
    ["lines of an old Macintosh", "name,address\rAna Nowak,ana@gmina.example\r"],
  ])("with %s is read", (_, file) => {
    expect(judged(file)).toMatchObject([{ row: 2, verdict: "new", name: "Ana Nowak", address: "ana@gmina.example" }]);
  });

  test("may have a title above its headings, and empty columns after them", () => {
    const table = readRosterFile("Списак чланова;;;;\n\nИме;Имејл;;;\nАна Нешић;ana@skola.example;;;\n");
    expect(table).toMatchObject({ header: ["Име", "Имејл"], unknown: [], rows: [{ row: 4 }] });
    expect(judgeRows(table, [])).toMatchObject([{ row: 4, verdict: "new", name: "Ана Нешић" }]);
  });

  test("may say its separator in a line of its own, which has no number", () => {
    const table = readRosterFile("sep=;\r\nIme i prezime;E-mail\r\nMarković, Ana;ana@skola.example\r\n");
    expect(table.delimiter).toBe(";");
    expect(judgeRows(table, [])).toMatchObject([{ row: 2, verdict: "new", name: "Marković, Ana" }]);
  });

  test("leaves columns aside that it does not know, and says so", () => {
    const table = readRosterFile("name,phone,address\nAna,555,ana@skola.example");
    expect(table.unknown).toEqual(["phone"]);
    expect(judgeRows(table, [])).toMatchObject([{ name: "Ana", address: "ana@skola.example" }]);
  });

  test.each([
    ["is no text", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), { code: "encoding" }],
    ["is empty", "", { code: "header", details: { row: 1 } }],
    ["has no headings", "Ана,ana@skola.example\n", { code: "header", details: { row: 1 } }],
    ["has no address", "name,school\nAna,OŠ\n", { code: "column-missing", details: { row: 1, column: "address" } }],
    ["has two names", "name,име,address\n", { code: "column-twice", details: { row: 1, column: "име" } }],
    ["has no rows", "name,address\n\n,\n", { code: "empty" }],
    [
      "has a quote that is not closed",
      'name,address\nAna,a@skola.example\nBo,"b@skola.example\nCeca,c@skola.example\n',
      { code: "quote", details: { row: 3, column: 2 } },
    ],
    ["is too large", `name,address\n${"x".repeat(MOST_BYTES)}`, { code: "large", details: { limit: 1000 } }],
    [
      "has a row that is no member",
      `Members\n\nname,address,note\nAna,ana@skola.example,${"x".repeat(4000)}`,
      { code: "row-long", details: { row: 4, limit: 4000 } },
    ],
    [
      "has too many rows",
      `name,address\n${"A,a@b.example\n".repeat(2001)}`,
      { code: "many", details: { limit: 2000 } },
    ],
  ])("that %s is refused, with the place", (_, file, problem) => {
    expect(problemOf(file)).toMatchObject({ ...problem, field: "file" });
  });
});

describe("a row", () => {
  const reasonsOf = (row: string, header = "name,address,institution,group,coordinator,language") =>
    judged(`${header}\n${row}`).flatMap(({ reasons }) => reasons.map(({ column, code }) => `${column} ${code}`));

  test.each([
    [",ana@skola.example", ["name missing"]],
    ["Ana,", ["address missing"]],
    ["Ana,ana", ["address malformed"]],
    ["Ana,ana@skola", ["address malformed"]],
    ["Ana,ana@@skola.example", ["address malformed"]],
    ["Ana,ana@skola.example>", ["address malformed"]],
    ['Ana,"ana@skola.example, bo@skola.example"', ["address malformed"]],
    [`${"A".repeat(201)},${"a".repeat(250)}@b.example`, ["name long", "address long"]],
    ["Ana,ana@skola.example,,,maybe", ["coordinator not-yes-no"]],
    ["Ana,ana@skola.example,,,,klingon", ["language unknown"]],
    ["Ana,ana@skola.example,,,,,extra", ["row columns"]],
    [",,,,x", ["name missing", "address missing"]],
    ["Ana,ana@skola.example,,,TAIP,Polski", []],
    ["Ана Нешић,ана@школа.example", []],
  ])("%s: %j", (row, reasons) => {
    expect(reasonsOf(row)).toEqual(reasons);
  });

  test("that repeats name and address names the row it repeats", () => {
    const rows = judged("name,address\nАна Нешић,ana@skola.example\nана  нешић,ANA@skola.example\n");
    expect(rows.map(({ verdict, reasons }) => [verdict, reasons])).toEqual([
      ["new", []],
      ["rejected", [{ column: "row", code: "duplicate", details: { row: 2 } }]],
    ]);
  });

  test("of a member changes nothing; one at her address is let in and shown", () => {
    const members = [{ name: "Ана Нешић", address: "skola@skola.example" }];
    const rows = judged("name,address\nАна Нешић,skola@skola.example\nБојан Тасић,Skola@skola.example", members);
    expect(rows.map(({ verdict, shares }) => [verdict, shares])).toEqual([
      ["known", []],
      ["same-address", ["Ана Нешић"]],
    ]);
  });

  test("of a member in another writing changes nothing; one of her name elsewhere is shown with who it may be", () => {
    const members = [{ name: "Ђорђе Нешић", address: "djn@skola.example" }];
    const rows = judged("name,address\nNešić Djordje,DJN@skola.example\nĐorđe Nešić,djordje@home.example", members);
    expect(rows.map(({ verdict, alike }) => [verdict, alike])).toEqual([
      ["known", undefined],
      [
        "alike",
        [
          { name: "Ђорђе Нешић", address: "djn@skola.example" },
          { name: "Nešić Djordje", address: "DJN@skola.example" },
        ],
      ],
    ]);
  });

  test("shares an address with another row: both are let in and shown", () => {
    const rows = judged("name,address\nАна,skola@skola.example\nБојан,skola@skola.example\nЦеца,ceca@skola.example");
    expect(rows.map(({ verdict, shares }) => [verdict, shares])).toEqual([
      ["same-address", ["Бојан"]],
      ["same-address", ["Ана"]],
      ["new", []],
    ]);
  });
});
