import { Link, linkToken } from "@quorate/core/kit";
import { Letter, letterId } from "@quorate/core/letter";
import { historyOf, missingIn, nodesOf, outlineOf, plansOf, removeNode } from "@quorate/core/plan";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { memberId, NETWORK, nameAt, type Site, signedIn, site, wordsOf } from "../election/site.ts";

let here: Site;
beforeEach(async () => {
  here = await site();
});
afterEach(() => here.close());

const plans = `/n/${NETWORK}/plans`;
const table = () => here.world.table;
const outline = "област;Инклузија\nциљ;Свако дете учи\nзадатак;Тимови у школама\nактивност;Обука\nобласт;Култура";

/** A plan with this outline: its page. */
async function begun(rows = outline): Promise<string> {
  const { status, to } = await here.post(`${plans}/new`, { title: "План 2026–2028", outline: rows });
  expect(status).toBe(303);
  return to;
}
const idOf = (page: string) => page.split("/").at(-1) ?? "";
const drafted = async (page: string) => outlineOf(await nodesOf(table(), idOf(page)));
const titles = async (page: string) => (await drafted(page)).map(({ number, node }) => `${number} ${node.words.title}`);

async function nodeAt(page: string, number: string): Promise<string> {
  const found = (await drafted(page)).find((one) => one.number === number);
  if (!found) throw new Error(`nothing is at ${number}`);
  return found.node.id;
}

describe("a plan", () => {
  it("begins with the outline of a spreadsheet, and is read as an outline", async () => {
    expect(wordsOf((await here.get(plans)).html)).toContain("Још нема планова.");
    const page = await begun();
    const words = wordsOf((await here.get(page)).html);
    for (const line of ["Област 1", "Свако дете учи", "Активност 1.1.1.1", "Област 2"]) expect(words).toContain(line);
    expect(wordsOf((await here.get(plans)).html)).toContain("План 2026–2028");
  });

  it("with more nodes than one transaction takes has all of them", async () => {
    const page = await begun(["1;A", "2;B", "3;C", ...Array.from({ length: 89 }, (_, n) => `4;D${n}`)].join("\n"));
    expect((await titles(page)).slice(-2)).toEqual(["1.1.1.88 D87", "1.1.1.89 D88"]);
  });

  it("is not begun with what is no outline: the row is named and the text comes back", async () => {
    const wrong = await here.post(`${plans}/new`, { title: "План", outline: "област;А\nзадатак;Б" });
    expect(wrong.status).toBe(422);
    expect(wordsOf(wrong.html)).toContain("2. ред: недостаје виши ниво.");
    expect(wrong.html).toContain("задатак;Б");
    expect(await plansOf(table(), NETWORK)).toEqual([]);
  });

  it("is for coordinators of its network", async () => {
    const page = await begun();
    expect((await here.get(page, await signedIn(here.world, `per_${memberId(5)}`))).status).toBe(403);
    expect((await here.post(`${page}/add`, { title: "А" }, "")).status).toBe(401);
  });

  it("grows from areas to activities, and nothing stands under an activity", async () => {
    const page = await begun("");
    await here.post(`${page}/add`, { title: "Лидерство" });
    const goal = `${page}/${await nodeAt(page, "1")}/add`;
    expect((await here.post(goal, { title: " " })).status).toBe(422);
    await here.post(goal, { title: "Директори уче" });
    await here.post(`${page}/${await nodeAt(page, "1.1")}/add`, { title: "Мреже" });
    await here.post(`${page}/${await nodeAt(page, "1.1.1")}/add`, { title: "Сусрет", due: "2026-10-01" });
    expect(await titles(page)).toEqual(["1 Лидерство", "1.1 Директори уче", "1.1.1 Мреже", "1.1.1.1 Сусрет"]);
    expect((await here.get(`${page}/${await nodeAt(page, "1.1.1.1")}/add`)).status).toBe(404);
  });

  it("has what is in it moved with all that stands under it, and removed from below", async () => {
    const page = await begun();
    const area = await nodeAt(page, "1");
    await here.post(`${page}/${area}/shift`, { to: "down" });
    expect((await titles(page)).slice(0, 3)).toEqual(["1 Култура", "2 Инклузија", "2.1 Свако дете учи"]);
    const refused = await here.post(`${page}/${area}/remove`);
    expect([refused.status, wordsOf(refused.html).includes("Прво уклоните оно што стоји испод.")]).toEqual([422, true]);
    await here.post(`${page}/${await nodeAt(page, "1")}/remove`);
    expect((await titles(page))[0]).toBe("1 Инклузија");
  });
});

describe("the template of a network", () => {
  const own = { areas: "Инклузија\r\n\r\n Култура ", rubric: "Јасни циљеви", depth: "3", "task-indicator": "yes" };

  it("gives a plan its areas, its levels, and says what is missing", async () => {
    expect((await here.post(`${plans}/template`, own)).status).toBe(303);
    const page = await begun("");
    expect(await titles(page)).toEqual(["1 Инклузија", "2 Култура"]);
    await here.post(`${page}/${await nodeAt(page, "1")}/add`, { title: "Циљ" });
    await here.post(`${page}/${await nodeAt(page, "1.1")}/add`, { title: "Задатак" });
    const task = await nodeAt(page, "1.1.1");
    expect(wordsOf((await here.get(page)).html)).toContain("Недостаје: показатељ");
    for (const to of [`${page}/${task}/add`]) {
      expect((await here.get(to)).status).toBe(404);
      expect((await here.post(to, { title: "Активност" })).status).toBe(404);
    }
    const deep = await here.post(`${plans}/new`, { title: "План", outline });
    expect([deep.status, wordsOf(deep.html).includes("У овом плану број нивоа је само 3.")]).toEqual([422, true]);
  });

  it("changes no plan that exists", async () => {
    const page = await begun();
    await here.post(`${plans}/template`, own);
    const [plan] = await plansOf(table(), NETWORK);
    expect([plan?.template.depth, (await here.get(`${page}/${await nodeAt(page, "1.1.1")}/add`)).status]).toEqual([
      4, 200,
    ]);
  });

  it("is ready for the team of a municipality, whose activities need four details", async () => {
    const { to } = await here.post(`${plans}/new`, { title: "План", outline: "", template: "municipality" });
    expect(await titles(to)).toEqual(["1 Инклузија", "2 Лидерство", "3 STEAM образовање", "4 Култура"]);
    const [plan] = await plansOf(table(), NETWORK);
    const words = { title: "А", text: "", partner: "Школа", indicator: "", responsible: "", due: "", budget: "" };
    expect(plan && missingIn(plan.template, { level: "activity", words })).toEqual(["indicator", "responsible", "due"]);
  });

  it("has at most twenty lines of areas, and comes back as it was typed", async () => {
    const areas = Array.from({ length: 21 }, (_, n) => `Област ${n}`).join("\n");
    const wrong = await here.post(`${plans}/template`, { ...own, areas });
    expect([wrong.status, wrong.html.includes("Област 20")]).toEqual([422, true]);
    expect(wordsOf((await here.get(`${plans}/template`)).html)).not.toContain("Област 20");
  });
});

describe("a node under another one", () => {
  const rows = "1;А\n2;Први\n3;Задатак\n4;Обука\n2;Други\n3;Други задатак";

  it("stands there with everything under it, and keeps its id, its words and its history", async () => {
    const page = await begun(rows);
    const [task, to, from] = [await nodeAt(page, "1.1.1"), await nodeAt(page, "1.2"), await nodeAt(page, "1.1")];
    expect((await here.get(`${page}/${task}`)).html).toContain("1.2 Други");
    expect((await here.post(`${page}/${task}/move`, { from, to })).status).toBe(303);
    expect((await titles(page)).slice(1)).toEqual([
      ...["1.1 Први", "1.2 Други", "1.2.1 Други задатак", "1.2.2 Задатак", "1.2.2.1 Обука"],
    ]);
    expect(await nodeAt(page, "1.2.2")).toBe(task);
    expect(await historyOf(table(), idOf(page), task)).toHaveLength(1);
  });

  it("is where the first of two authors has put it, and the second is told so", async () => {
    const page = await begun(`${rows}\n2;Трећи`);
    const [task, from] = [await nodeAt(page, "1.1.1"), await nodeAt(page, "1.1")];
    await here.post(`${page}/${task}/move`, { from, to: await nodeAt(page, "1.2") });
    const second = await here.post(`${page}/${task}/move`, { from, to: await nodeAt(page, "1.3") });
    expect([second.status, wordsOf(second.html).includes("Сада стоји под: Други.")]).toEqual([409, true]);
    expect(await nodeAt(page, "1.2.2")).toBe(task);
  });

  it("never is under what was removed meanwhile, nor where its level does not belong", async () => {
    const page = await begun(rows);
    const [task, from, area] = [await nodeAt(page, "1.1.1"), await nodeAt(page, "1.1"), await nodeAt(page, "1")];
    for (const to of ["", "pnd_gone", area, task]) {
      const refused = await here.post(`${page}/${task}/move`, { from, to });
      expect([refused.status, refused.html.includes("Изабраног места можда више нема.")]).toEqual([422, true]);
    }
    expect(await nodeAt(page, "1.1.1")).toBe(task);
  });
});

describe("an author", () => {
  /** The path of the newest link that somebody has got. */
  async function linkOf(page: string, index: number, letter: number): Promise<string> {
    const of = { process: idOf(page), kind: "plan.writing", person: `per_${memberId(index)}`, version: String(letter) };
    const written = await table().get(Letter, { id: letterId(of) });
    const link = await table().get(Link, { id: written?.link ?? "" });
    if (!link) throw new Error("she has no link");
    return `/write/${linkToken(here.world.keys, link)}`;
  }
  const nobody = "";

  it("writes the plan by the link of her letter, beside others, and her name is in the history", async () => {
    const page = await begun();
    for (const member of [memberId(4), memberId(5)]) {
      expect((await here.post(`${page}/authors`, { member })).status).toBe(303);
    }
    const desk = await linkOf(page, 5, 1);
    const outlined = await here.get(desk, nobody);
    expect(wordsOf(outlined.html)).toContain(nameAt(5));
    for (const path of [page, "/plans", "authors"]) expect(outlined.html).not.toContain(`href="${path}`);
    const node = await nodeAt(page, "1.1.1.1");
    const words = { title: "Обука за све", text: "", partner: "", indicator: "", responsible: "", due: "", budget: "" };
    expect((await here.post(`${desk}/${node}`, { ...words, version: "1" }, nobody)).to).toBe(
      `${desk}/${node}?saved=yes`,
    );
    await here.post(`${desk}/add`, { title: "Спорт" }, nobody);
    expect((await titles(page)).at(-1)).toBe("3 Спорт");
    const history = await here.get(`${await linkOf(page, 4, 1)}/${node}`, nobody);
    expect(wordsOf(history.html)).toContain(nameAt(5));
    expect(wordsOf(history.html)).toContain("Додато: за све");
  });

  it("is sent her link again without losing the first; taken off, both are closed and what she wrote stays", async () => {
    const page = await begun();
    await here.post(`${page}/authors`, { member: memberId(5) });
    await here.post(`${page}/authors`, { member: memberId(5), act: "name" });
    const links = [await linkOf(page, 5, 1), await linkOf(page, 5, 2)];
    for (const link of links) expect((await here.get(link, nobody)).status).toBe(200);
    await here.post(`${links[0]}/add`, { title: "Спорт" }, nobody);
    await here.post(`${page}/authors`, { member: memberId(5), act: "dismiss" });
    for (const link of links) expect((await here.get(link, nobody)).status).toBe(410);
    expect((await here.post(`${links[0]}/add`, { title: "Касно" }, nobody)).status).toBe(410);
    expect((await titles(page)).at(-1)).toBe("3 Спорт");
    await here.post(`${page}/authors`, { member: memberId(5) });
    expect((await here.get(links[0] ?? "", nobody)).status).toBe(410);
    expect((await here.get(await linkOf(page, 5, 3), nobody)).status).toBe(200);
  });

  it("has to be a member with an address, and reads without anything being written", async () => {
    const page = await begun();
    for (const member of ["", "mem_nobody"]) expect((await here.post(`${page}/authors`, { member })).status).toBe(422);
    await here.post(`${page}/authors`, { member: memberId(5) });
    const desk = await linkOf(page, 5, 1);
    const node = await nodeAt(page, "1");
    const before = await here.items();
    for (const path of [desk, `${desk}/add`, `${desk}/${node}`, `${desk}/${node}/add`]) {
      expect((await here.get(path, nobody)).status).toBe(200);
    }
    expect(await here.items()).toEqual(before);
    expect((await here.get(`/write/${"a".repeat(43)}`, nobody)).status).toBe(404);
  });
});

describe("two authors on one node", () => {
  const empty = { partner: "", indicator: "", responsible: "", due: "", budget: "" };
  const area = (title: string, version: string) => ({ ...empty, title, text: "", version });

  it("lose nothing: the second sees both texts and the one they come from, and saves after all", async () => {
    const page = await begun();
    const node = await nodeAt(page, "1");
    const path = `${page}/${node}`;
    expect((await here.post(path, area("Инклузија за све", "1"))).to).toBe(`${path}?saved=yes`);
    const second = await here.post(path, area("Инклузивно образовање", "1"));
    expect(second.status).toBe(409);
    for (const text of ["Инклузија за све", "Инклузивно образовање", "Инклузија"]) expect(second.html).toContain(text);
    expect(second.html).toContain('name="version" value="2"');
    expect((await titles(page))[0]).toBe("1 Инклузија за све");
    expect((await here.post(path, area("Инклузивно образовање за све", "2"))).status).toBe(303);
    const said = (await historyOf(table(), idOf(page), node)).map(({ words }) => words.title);
    expect(said).toEqual(["Инклузивно образовање за све", "Инклузија за све", "Инклузија"]);
    expect(wordsOf((await here.get(path)).html)).toContain("2. верзија");
  });

  it("who send the same have saved once", async () => {
    const page = await begun();
    const node = await nodeAt(page, "1");
    await here.post(`${page}/${node}`, area("Инклузија за све", "1"));
    expect((await here.post(`${page}/${node}`, area("Инклузија за све", "1"))).status).toBe(303);
    expect(await historyOf(table(), idOf(page), node)).toHaveLength(2);
  });

  it("keep the version they began with when a mistake brings the page back", async () => {
    const page = await begun();
    const path = `${page}/${await nodeAt(page, "1")}`;
    await here.post(path, area("Инклузија за све", "1"));
    const wrong = await here.post(path, { ...area("Моје", "1"), due: "ускоро" });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('name="version" value="1"');
    expect((await here.post(path, area("Моје", "1"))).status).toBe(409);
  });

  it("have their text back where the other has removed it meanwhile", async () => {
    const page = await begun();
    const node = await nodeAt(page, "2");
    await removeNode(here.world, { plan: idOf(page), node });
    const late = await here.post(`${page}/${node}`, area("Култура за младе", "1"));
    expect(late.status).toBe(409);
    expect(wordsOf(late.html)).toContain("Култура за младе");
  });
});
