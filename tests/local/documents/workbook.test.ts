import { threadDocuments } from "@quorate/local/documents";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { archive, bomb, sheetOf, workbookOf } from "./archives.ts";

const documents = threadDocuments();

type Rows = Parameters<typeof writeXlsx>[0]["sheets"][number]["rows"];

async function workbook(rows: Rows, more: object = {}): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: "Чланови", ...(rows && { rows }), ...more }] });
}

async function rowsOf(bytes: Uint8Array, sheet?: string) {
  const reading = await documents.readTable(bytes, sheet);
  return reading.kind === "table" ? reading.rows : reading;
}

describe("a workbook is read as text", () => {
  test("with the numbers of its rows; numbers, dates and yes or no as words", async () => {
    const bytes = await workbook([
      ["Списак чланова"],
      [],
      ["Име", "Имејл", "Рођена", "Телефон", "Удео", "Координатор"],
      ["Ана Нешић", "ana@skola.example", new Date("2026-03-13T00:00:00.000Z"), 641234567, 0.1 + 0.2, true],
    ]);
    expect(await rowsOf(bytes)).toEqual([
      { row: 1, cells: ["Списак чланова"] },
      { row: 3, cells: ["Име", "Имејл", "Рођена", "Телефон", "Удео", "Координатор"] },
      { row: 4, cells: ["Ана Нешић", "ana@skola.example", "2026-03-13", "641234567", "0.3", "true"] },
    ]);
  });

  test("a merged cell stands in each of its rows, but makes none of an empty one", async () => {
    const bytes = await workbook(
      [
        ["name", "address", "school"],
        ["Ana", "a@skola.example", "OŠ „Vuk”"],
        ["Bo", "b@skola.example"],
        [null, null, null],
        ["Ceca", "c@skola.example", "Gimnazija"],
      ],
      { merges: [{ startRow: 1, endRow: 3, startCol: 2, endCol: 2 }] },
    );
    expect(await rowsOf(bytes)).toEqual([
      { row: 1, cells: ["name", "address", "school"] },
      { row: 2, cells: ["Ana", "a@skola.example", "OŠ „Vuk”"] },
      { row: 3, cells: ["Bo", "b@skola.example", "OŠ „Vuk”"] },
      { row: 5, cells: ["Ceca", "c@skola.example", "Gimnazija"] },
    ]);
  });

  test("the first sheet that is shown, or the one that is named", async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: "Скривени", rows: [["нико"]], hidden: true },
        { name: "Школе", rows: [["Име"]] },
        { name: "Вртићи", rows: [["Назив"]] },
      ],
    });
    expect(await documents.readTable(bytes)).toEqual({
      ...{ kind: "table", sheet: "Школе", others: ["Вртићи"] },
      rows: [{ row: 1, cells: ["Име"] }],
    });
    expect(await documents.readTable(bytes, " вртићи ")).toMatchObject({ sheet: "Вртићи", others: ["Школе"] });
    expect(await documents.readTable(bytes, "Скривени")).toEqual({
      ...{ kind: "unreadable", why: "no-such-sheet", sheets: ["Школе", "Вртићи"] },
    });
  });

  test("what a formula gave, also when it is an error; a text in several styles as one", async () => {
    const bytes = workbookOf(
      sheetOf(
        `<row r="2"><c r="A2" t="e"><f>X1</f><v>#REF!</v></c><c r="B2" t="str"><f>A1</f><v>Ana</v></c>` +
          `<c r="D2" t="inlineStr"><is><r><t>OŠ </t></r><r><rPr><b/></rPr><t>„Vuk”</t></r></is></c></row>`,
      ),
    );
    expect(await rowsOf(bytes)).toEqual([{ row: 2, cells: ["#REF!", "Ana", "", "OŠ „Vuk”"] }]);
  });

  test("strings may stand in the cells themselves", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "A", rows: [["name"], ["Žydrūnė"]] }], stringMode: "inline" });
    expect(await rowsOf(bytes)).toEqual([
      { row: 1, cells: ["name"] },
      { row: 2, cells: ["Žydrūnė"] },
    ]);
  });
});

describe("a file that is no table of members", () => {
  const old = (more = "") =>
    Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504), Buffer.from(more, "utf16le")]);

  test.each([
    ["is cut off", async () => (await workbook([["name"]])).subarray(0, 2000), "damaged"],
    ["is another archive", async () => archive({ "readme.txt": Buffer.from("no workbook") }), "damaged"],
    [
      "is a workbook whose sheet is no XML",
      async () => archive({ "xl/workbook.xml": Buffer.from("<workbook"), "[Content_Types].xml": Buffer.from("<") }),
      "damaged",
    ],
    ["has a password", async () => old("EncryptedPackage"), "encrypted"],
    ["is in the format before 2007", async () => old("Workbook"), "old"],
    ["unpacks to 50 MB", async () => bomb(50_000_000), "large"],
    ["says that it unpacks to less than it does", async () => bomb(50_000_000, 1_000_000), "large"],
    ["says that it unpacks to nothing", async () => bomb(50_000_000, 0), "damaged"],
    ["has more rows than there are people", async () => workbook(Array.from({ length: 20_001 }, () => ["a"])), "large"],
    ["has two cells in its farthest corners", async () => workbook([["a"]], corners), "large"],
  ] as const)("%s", async (_, make, why) => {
    expect(await documents.readTable(await make())).toEqual({ kind: "unreadable", why });
  });
});

/** One cell in the last column of the last row. */
const corners = { cells: new Map([["1048575,16383", { value: "b" }]]) };
