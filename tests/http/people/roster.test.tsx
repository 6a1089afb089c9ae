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

test("who reads the import in a language of her choice goes on in it", async () => {
  const test = await aktiv();
  const browser = await signedIn(test);
  const brought = await browser.post(`/n/${test.network}/people/import?lang=pl`, { table });
  expect(brought.to).toMatch(/\/import\/ros_\w+\?lang=pl$/);
  const preview = await browser.get(brought.to ?? "");
  expect(preview.html).toContain('lang="pl"');
  const [, action = ""] = /action="([^"]*\/import\/[^"]*)"/.exec(preview.html) ?? [];
  expect((await browser.post(action)).to).toBe(brought.to);
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

test("who may be there already is shown, and left out if the coordinator says so", async () => {
  const test = await aktiv();
  const browser = await signedIn(test);
  const people = `/n/${test.network}/people`;
  const table = "name,address\nBiljana Ilic,biljana@home.example\nМилош Антић,milos@skola.example";
  const bring = async () => (await browser.post(`${people}/import`, { table })).to ?? "";
  const first = await bring();
  const preview = await browser.get(`${first}?lang=en`);
  expect(preview.html).toContain("New, or a member already");
  expect(preview.html).toContain("Leave out 1 row that may be a member already");
  await browser.post(first, { leaves: "alike" });
  expect((await browser.get(`${people}?lang=sr-Latn`)).html).toContain("Članovi: 2");
  await browser.post(await bring());
  const roster = await browser.get(`${people}?lang=en`);
  expect(roster.html).toContain("Pairs of members who may be one person: 1");

  const alike = await browser.get(`${people}/duplicates?lang=en`);
  expect(alike.html).toContain("The same name, written differently");
  const [, pair = ""] = /name="pair" value="([^"]+)"/.exec(alike.html) ?? [];
  const nothing = await browser.post(`${people}/duplicates?lang=en`, { pair });
  expect(nothing).toMatchObject({ status: 422 });
  expect(nothing.html).toContain(`id="${pair}-error"`);
  expect(await browser.post(`${people}/duplicates`, { pair, decision: "one" })).toMatchObject({ status: 303 });
  expect((await browser.get(`${people}/duplicates?lang=en`)).html).toContain("No two members look like one person.");
  const [kept = "", merged = ""] = pair.split(".");
  const gone = await browser.get(`${people}/m/${merged}?lang=en`);
  expect((await browser.get(`${people}/m/${kept}?lang=en`)).html + gone.html).toContain("This entry was merged.");
});

test("a member leaves and comes back on her own page", async () => {
  const test = await aktiv();
  const browser = await signedIn(test);
  const people = `/n/${test.network}/people`;
  const { to } = await browser.post(`${people}/import`, { table: "name,address\nМилош Антић,milos@skola.example" });
  await browser.post(to ?? "");
  const roster = await browser.get(people);
  const [, member = ""] = /href="([^"]+)">Милош Антић/.exec(roster.html) ?? [];
  expect(await browser.post(`${member}/leave`)).toMatchObject({ status: 303, to: member });
  expect((await browser.get(`${member}?lang=en`)).html).toContain("Has left");
  expect((await browser.get(`${people}?lang=en`)).html).toContain("Have left: 1");
  await browser.post(`${member}/return`);
  expect((await browser.get(`${people}?lang=en`)).html).not.toContain("Have left");
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
  const paths = [
    "people",
    "people/import",
    "people/import/ros_x",
    "people/import/ros_x/rejected.csv",
    "people/duplicates",
    "people/m/mem_x",
  ];
  for (const path of paths) {
    expect((await test.browser().get(`/n/${test.network}/${path}`)).status).toBe(401);
    expect((await coordinator.get(`/n/net_other/${path}`)).status).toBe(403);
  }
  for (const path of [
    "people/import",
    "people/import/ros_x",
    "people/duplicates",
    "people/m/mem_x/leave",
    "people/m/mem_x/return",
  ]) {
    expect((await test.browser().post(`/n/${test.network}/${path}`, { table: "x" })).status).toBe(401);
    expect((await coordinator.post(`/n/net_other/${path}`, { table: "x" })).status).toBe(403);
  }
  expect((await test.browser().post(mine ?? "")).status).toBe(401);
  expect((await coordinator.get(`/n/${test.network}/people/import/ros_x`)).status).toBe(404);
  expect(await test.items()).toEqual(before);
});
