import { create } from "@quorate/core/kit";
import { Network } from "@quorate/core/people";
import { threadDocuments } from "@quorate/local/documents";
import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { aktiv, signedIn } from "./browser.ts";

const table =
  '\uFEFFИме;Имејл;Установа\nЈелена Петровић;skola@skola.example;"ОШ „Вук”"\nМилош Антић;skola@skola.example;\n;x@y.example;\n';

test("a coordinator brings a table, sees what becomes of each row, and imports it", async () => {
  const test = await aktiv();
  const browser = await signedIn(test);
  const people = `/n/${test.network}/people`;
  expect((await browser.get(people)).html).toContain("Биљана Илић");

  const file = new File([table], "чланови.csv", { type: "text/csv" });
  const brought = await browser.post(`${people}/import`, { file, table: "" });
  expect(brought.status).toBe(303);
  const preview = brought.to ?? "";
  const page = await browser.get(`${preview}?lang=en`);
  expect(page.html).toContain("Nothing is stored yet.");
  expect(page.html).toContain("Import 2 rows");
  expect(page.html).toContain("New, shares an address");
  expect(page.html).toContain("The name is missing.");
  expect(page.html).not.toMatch(/<script|style=/);

  const csv = await browser.get(`${preview}/rejected.csv?lang=en`);
  expect(csv.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
  expect(csv.html).toContain("Row 4: The name is missing.;;x@y.example;");

  const before = await test.items();
  for (const path of [people, preview, `${preview}/rejected.csv`]) await browser.get(path);
  expect(await test.items()).toEqual(before);

  expect(await browser.post(preview)).toMatchObject({ status: 303, to: preview });
  expect(await browser.post(preview)).toMatchObject({ status: 303, to: preview });
  expect((await browser.get(`${preview}?lang=en`)).html).toContain("New: 2. Members already: 0. Rows left out: 1.");
  const roster = await browser.get(`${people}?lang=sr-Latn`);
  expect(roster.html).toContain("Jelena Petrović");
  expect(roster.html).toContain("Članovi: 3");
});

test("a table may be pasted; one that cannot be read comes back with the place and what was pasted", async () => {
  const test = await aktiv();
  const browser = await signedIn(test);
  const path = `/n/${test.network}/people/import?lang=en`;
  const pasted = 'name,address\nAna,"ana@skola.example\n';
  const refused = await browser.post(path, { table: pasted });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain("A quotation mark is opened and not closed: row 2, column 2.");
  expect(refused.html).toContain("Ana,&quot;ana@skola.example");
  expect((await browser.post(path, { table: " " })).html).toContain("Choose a file or paste the table");
  const picture = new File([Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1")], "a.csv");
  expect((await browser.post(path, { file: picture })).html).toContain("This cannot be read as a table.");
  expect((await browser.post(path, { table: "name,address\nAna,ana@skola.example" })).status).toBe(303);
});

test("a workbook is read from the sheet that is named, and its merged cells fill their rows", async () => {
  const test = await aktiv({ documents: threadDocuments() });
  const browser = await signedIn(test);
  const path = `/n/${test.network}/people/import`;
  expect((await browser.get(path)).status).toBe(200);
  const bytes = await writeXlsx({
    sheets: [
      { name: "Напомене", rows: [["Списак је од марта."]] },
      {
        name: "Чланови",
        rows: [
          ["Чланови актива"],
          ["Име и презиме", "Имејл", "Установа", "Група"],
          ["Јелена Петровић", "jelena@skola.example", "ОШ „Вук”", "#REF!"],
          ["Милош Антић", "milos@skola.example"],
        ],
        merges: [{ startRow: 2, endRow: 3, startCol: 2, endCol: 2 }],
      },
    ],
  });
  const file = new File([new Uint8Array(bytes)], "чланови.xlsx");
  const first = await browser.post(`${path}?lang=en`, { file, sheet: "" });
  expect(first).toMatchObject({ status: 422 });
  expect(first.html).toContain("The first row does not name the columns.");
  expect((await browser.post(`${path}?lang=en`, { file, sheet: "Људи" })).html).toContain(
    "No sheet has this name. The sheets are: Напомене, Чланови",
  );
  const { to } = await browser.post(path, { file, sheet: "чланови" });
  const preview = await browser.get(`${to}?lang=en`);
  expect(preview.html).toContain("Sheet: Чланови");
  expect(preview.html).toContain("Sheets left aside: Напомене");
  expect(preview.html).toContain("In “Group” a formula gives no value: #REF!");
  const [, row = ""] = /Милош Антић([\s\S]*?)<\/tr>/.exec(preview.html) ?? [];
  expect(row).toContain("ОШ „Вук”");
});

test("a file that is no workbook comes back with the words why", async () => {
  const test = await aktiv({ documents: threadDocuments() });
  const browser = await signedIn(test);
  const send = async (bytes: Uint8Array) => {
    const file = new File([new Uint8Array(bytes)], "чланови.xlsx");
    return (await browser.post(`/n/${test.network}/people/import?lang=en`, { file })).html;
  };
  expect(await send(Buffer.from("PK\x03\x04 and no more"))).toContain("This file cannot be read as a workbook.");
  expect(await send(Buffer.from("d0cf11e0a1b11ae1", "hex"))).toContain("This file is in a format older than XLSX.");
});

test("the page says in which encoding a file was read", async () => {
  const test = await aktiv();
  const browser = await signedIn(test);
  const bring = async (bytes: Buffer) => {
    const file = new File([new Uint8Array(bytes)], "чланови.csv");
    const { to } = await browser.post(`/n/${test.network}/people/import`, { file });
    return (await browser.get(`${to}?lang=en`)).html;
  };
  const windows = await bring(Buffer.from("Ime;Imejl\r\n\xd0or\xf0e Petrovi\xe6;dj@skola.example\r\n", "latin1"));
  expect(windows).toContain("Encoding of the file: Windows-1250 (Central European). If letters look wrong below");
  expect(windows).toContain("Đorđe Petrović");
  const unicode = await bring(Buffer.from("\uFEFFИме;Имејл\r\nЉиља Џакић;lj@skola.example\r\n", "utf16le"));
  expect(unicode).toContain("Encoding of the file: UTF-16.");
  expect(unicode).not.toContain("If letters look wrong");
  expect(unicode).toContain("Љиља Џакић");
});

test("a replaced import is refused, and its page says so", async () => {
  const test = await aktiv();
  const browser = await signedIn(test);
  const bring = async (name: string) =>
    (await browser.post(`/n/${test.network}/people/import`, { table: `name,address\n${name},a@b.example` })).to ?? "";
  const first = await bring("Ana");
  await bring("Bojan");
  expect(await browser.post(first)).toMatchObject({ status: 409, html: "roster.changed" });
  expect((await browser.get(`${first}?lang=en`)).html).toContain("A newer table was brought meanwhile.");
});

test("nobody else sees or changes the people: not without signing in, not from another network", async () => {
  const test = await aktiv();
  const other: Network = {
    ...{ id: "net_other", name: "Other", shortName: "Other", locale: "en", zone: "Europe/Belgrade" },
    createdAt: test.clock.now(),
  };
  await test.world.table.write([create(Network, other)]);
  const coordinator = await signedIn(test);
  const mine = (await coordinator.post(`/n/${test.network}/people/import`, { table: "name,address\nAna,a@b.example" }))
    .to;
  const before = await test.items();
  const paths = ["people", "people/import", "people/import/ros_x", "people/import/ros_x/rejected.csv"];
  for (const path of paths) {
    expect((await test.browser().get(`/n/${test.network}/${path}`)).status).toBe(401);
    expect((await coordinator.get(`/n/net_other/${path}`)).status).toBe(403);
  }
  for (const path of ["people/import", "people/import/ros_x"]) {
    expect((await test.browser().post(`/n/${test.network}/${path}`, { table: "x" })).status).toBe(401);
    expect((await coordinator.post(`/n/net_other/${path}`, { table: "x" })).status).toBe(403);
  }
  expect((await test.browser().post(mine ?? "")).status).toBe(401);
  expect((await coordinator.get(`/n/${test.network}/people/import/ros_x`)).status).toBe(404);
  expect(await test.items()).toEqual(before);
});
