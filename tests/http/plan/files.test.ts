import { historyOf, nodesOf, outlineOf } from "@quorate/core/plan";
import { silagiris } from "@quorate/local/demo/silagiris";
import { threadDocuments } from "@quorate/local/documents";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { memberId, NETWORK, type Site, signedIn, site, wordsOf } from "../election/site.ts";

let here: Site;
beforeEach(async () => {
  here = await site();
  here.world.documents = threadDocuments();
});
afterEach(() => here.close());

const plans = `/n/${NETWORK}/plans`;
const table = () => here.world.table;
const idOf = (page: string) => page.split("/").at(-1) ?? "";

async function begun(outline: string): Promise<string> {
  return (await here.post(`${plans}/new`, { title: "План 2026–2028", outline })).to;
}
const drafted = async (page: string) => outlineOf(await nodesOf(table(), idOf(page)));
const titles = async (page: string) => (await drafted(page)).map(({ number, node }) => `${number} ${node.words.title}`);

/** The file of the plan, as it is downloaded. */
async function downloaded(page: string, format: string): Promise<Uint8Array<ArrayBuffer>> {
  const cookie = await signedIn(here.world, `per_${memberId(0)}`);
  const response = await here.app.request(`${page}/export/plan.${format}`, {
    headers: { Cookie: `quorate=${cookie}` },
  });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

/** The page that answers a file. */
async function brought(page: string, name: string, bytes: Uint8Array<ArrayBuffer> | string) {
  const body = new FormData();
  body.append("file", new File([bytes], name));
  const cookie = await signedIn(here.world, `per_${memberId(0)}`);
  const headers = { Cookie: `quorate=${cookie}` };
  const response = await here.app.request(`${page}/import`, { method: "POST", body, headers });
  return { status: response.status, html: await response.text() };
}

const unescaped = (html: string) =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** What the page of a preview sends on. */
function hidden(html: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = "", value = ""]) => [name, unescaped(value)]));
}

const outline = "област;Инклузија\nциљ;Свако дете учи\nзадатак;Тимови у школама\nактивност;Обука\nобласт;Култура";

describe("a plan as a file", () => {
  it("that was brought back as it was changes nothing, from a document and from a table", async () => {
    const page = await begun(silagiris.outline);
    for (const format of ["docx", "csv"]) {
      const shown = await brought(page, `plan.${format}`, await downloaded(page, format));
      expect([shown.status, wordsOf(shown.html).includes("У датотеци је исто што и у нацрту.")]).toEqual([200, true]);
    }
  });

  it("is shown with everything it would change before it does, and then keeps ids and histories", async () => {
    const page = await begun(outline);
    const before = await drafted(page);
    const csv = Buffer.from(await downloaded(page, "csv")).toString();
    const lines = csv.trim().split("\r\n");
    // The activity has another title, the second area is first, and a new one is last.
    const [head = "", area = "", goal = "", task = "", activity = "", culture = ""] = lines;
    const renamed = activity.replace("Обука", "Обука за све");
    const changed = [head, culture, area, goal, task, renamed, "област;Спорт"].join("\r\n");
    const shown = await brought(page, "plan.csv", changed);
    for (const words of ["Премештено", "Обука Додато: за све", "Додато", "Спорт"]) {
      expect(wordsOf(shown.html)).toContain(words);
    }
    expect(await drafted(page)).toEqual(before);
    expect((await here.post(`${page}/import/apply`, hidden(shown.html))).status).toBe(303);
    expect(await titles(page)).toEqual([
      ...["1 Култура", "2 Инклузија", "2.1 Свако дете учи", "2.1.1 Тимови у школама"],
      ...["2.1.1.1 Обука за све", "3 Спорт"],
    ]);
    const id = before.at(3)?.node.id ?? "";
    expect((await drafted(page)).at(4)?.node.id).toBe(id);
    expect((await historyOf(table(), idOf(page), id)).map(({ words }) => words.title)).toEqual([
      "Обука за све",
      "Обука",
    ]);
  });

  it("takes out what is not in it, and what was taken out comes back under its id", async () => {
    const page = await begun(outline);
    const whole = await downloaded(page, "csv");
    const culture = (await drafted(page)).at(-1)?.node.id;
    const less = Buffer.from(whole).toString().trim().split("\r\n").slice(0, -1).join("\r\n");
    await here.post(`${page}/import/apply`, hidden((await brought(page, "plan.csv", less)).html));
    expect((await titles(page)).at(-1)).toBe("1.1.1.1 Обука");
    await here.post(`${page}/import/apply`, hidden((await brought(page, "plan.csv", whole)).html));
    expect((await drafted(page)).at(-1)?.node.id).toBe(culture);
  });

  it("is shown again where somebody has written on the draft meanwhile", async () => {
    const page = await begun(outline);
    const shown = await brought(page, "plan.csv", `${outline}\nобласт;Спорт`);
    await here.post(`${page}/add`, { title: "Здравље" });
    const late = await here.post(`${page}/import/apply`, hidden(shown.html));
    expect([late.status, wordsOf(late.html).includes("Уклоњено Област 3 Здравље")]).toEqual([409, true]);
    expect((await titles(page)).at(-1)).toBe("3 Здравље");
    await here.post(`${page}/import/apply`, hidden(late.html));
    expect((await titles(page)).at(-1)).toBe("3 Спорт");
  });

  it.each([
    ["plan.docx", "План", "Ово није ни документ (DOCX) ни табела"],
    ["plan.csv", new Uint8Array([0xff, 0xfe, 0x00]), "Ово није ни документ (DOCX) ни табела"],
    ["plan.csv", "област;А\nзадатак;Б", "2. ред: недостаје виши ниво."],
    ["plan.csv", "", "Изаберите датотеку."],
  ])("that is no outline is refused in words: %s", async (name, bytes, words) => {
    const page = await begun(outline);
    const refused = await brought(page, name, bytes);
    expect([refused.status, wordsOf(refused.html).includes(words)]).toEqual([422, true]);
  });

  it("is for programs too, and there is no other kind", async () => {
    const page = await begun(outline);
    const json: unknown = JSON.parse(Buffer.from(await downloaded(page, "json")).toString());
    expect(json).toMatchObject({ nodes: [{ title: "Инклузија" }, { title: "Култура" }] });
    expect(Buffer.from(await downloaded(page, "xml")).toString()).toContain("<title>Инклузија</title>");
    expect(
      Buffer.from(await downloaded(page, "pdf"))
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    expect((await here.get(`${page}/export/plan.exe`)).status).toBe(404);
  });
});
