import { create } from "@quorate/core/kit";
import { contentHash, FrozenNode, nodesOf, outlineOf, PlanVersion, versionsOf } from "@quorate/core/plan";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { memberId, NETWORK, type Site, signedIn, site, wordsOf } from "../election/site.ts";

let here: Site;
let page: string;
let id: string;
beforeEach(async () => {
  here = await site();
  const outline =
    "област;Инклузија\nциљ;Свако дете учи\nзадатак;Тимови\nактивност;Обука;;музеј;20 обука;Ана Нешић;2026-12-18\nобласт;Култура";
  page = (await here.post(`/n/${NETWORK}/plans/new`, { title: "План 2026–2028", outline })).to;
  id = page.split("/").at(-1) ?? "";
});
afterEach(() => here.close());

const nobody = "";

/** The draft, frozen as the next version, as the opening of a round does it. */
async function frozen(): Promise<void> {
  const { table, clock } = here.world;
  const nodes = await nodesOf(table, id);
  const hash = contentHash(nodes);
  const number = (await versionsOf(table, id)).length + 1;
  await table.write([
    create(PlanVersion, { plan: id, number, title: "План 2026–2028", hash, at: clock.now(), by: memberId(0) }),
    ...nodes.map((node) => create(FrozenNode, { ...node, hash })),
  ]);
}
const publish = (version: string, act = "publish") => here.post(`${page}/publish`, { version, act });
const everybody = (path: string) => here.get(path, nobody);

describe("the public page of a plan", () => {
  it("is there for nobody until a coordinator publishes a frozen version, and then for everybody", async () => {
    await frozen();
    for (const path of [`/plans/${id}`, `/plans/${id}/1`, `/plans/${id}/1/plan.json`]) {
      expect((await everybody(path)).status).toBe(404);
    }
    expect(
      (await here.post(`${page}/publish`, { version: "1" }, await signedIn(here.world, `per_${memberId(5)}`))).status,
    ).toBe(403);
    expect((await publish("2")).status).toBe(404);
    expect((await publish("1")).status).toBe(303);
    const shown = wordsOf((await everybody(`/plans/${id}`)).html);
    for (const words of [
      "План 2026–2028",
      "Циљ 1.1",
      "Активност 1.1.1.1",
      "музеј",
      "18. децембра 2026.",
      "Преузми план",
    ]) {
      expect(shown).toContain(words);
    }
    expect(wordsOf((await here.get(`${page}/publish`)).html)).toContain("Објављено");
  });

  it("stays as it was published whatever the authors write, with its files beside it", async () => {
    await frozen();
    await publish("1");
    await here.post(`${page}/add`, { title: "Спорт" });
    expect(wordsOf((await everybody(`/plans/${id}`)).html)).not.toContain("Спорт");
    const json: unknown = JSON.parse((await everybody(`/plans/${id}/1/plan.json`)).html);
    expect(json).toMatchObject({ nodes: [{ title: "Инклузија" }, { title: "Култура" }] });
    expect((await everybody(`/plans/${id}/1/plan.xml`)).html).toContain("<due>2026-12-18</due>");
    expect((await everybody(`/plans/${id}/1/plan.exe`)).status).toBe(404);
  });

  it("has its earlier versions, and says what changed since", async () => {
    await frozen();
    await here.post(`${page}/add`, { title: "Спорт" });
    const [area] = outlineOf(await nodesOf(here.world.table, id));
    const words = { text: "", partner: "", indicator: "", responsible: "", due: "", budget: "" };
    await here.post(`${page}/${area?.node.id}`, { ...words, title: "Инклузија за све", version: "1" });
    await frozen();
    await publish("1");
    await publish("2");
    const latest = await everybody(`/plans/${id}`);
    expect(wordsOf(latest.html)).toContain("Шта је промењено од 1. верзије");
    const changes = wordsOf((await everybody(`/plans/${id}/2/changes`)).html);
    for (const said of ["Промењен назив", "Додато: за све", "Област 3 Спорт"]) expect(changes).toContain(said);
    expect(wordsOf((await everybody(`/plans/${id}/1`)).html)).not.toContain("Спорт");
    expect((await everybody(`/plans/${id}/1/changes`)).status).toBe(404);
  });

  it("is gone when it is taken back", async () => {
    await frozen();
    await publish("1");
    await publish("1", "withdraw");
    expect((await everybody(`/plans/${id}`)).status).toBe(404);
    expect((await everybody("/plans/pln_nothing")).status).toBe(404);
  });
});
