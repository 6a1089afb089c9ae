import { type Problem, Refusal, type World } from "@quorate/core/kit";
import { Member } from "@quorate/core/people";
import {
  addNode,
  beginPlan,
  historyOf,
  levelUnder,
  moveNode,
  type NodeVersion,
  nodesOf,
  outlineOf,
  plansOf,
  readNode,
  readPlan,
  removeNode,
  saveNode,
} from "@quorate/core/plan";
import { type Context, Hono } from "hono";
import { consoleOf } from "../people/index.ts";
import { type TypedText, typedText } from "../typed.ts";
import { NewNodePage, NodeConflictPage, NodePage, NodeRemovedPage } from "./node-pages.tsx";
import { nodePath, planPath } from "./paths.ts";
import { NewPlanPage, PlanPage, PlansPage } from "./plan-pages.tsx";
import { readWords } from "./read.ts";

/** Where the coordinators of a network write its plans together: one node a page. */
export function planPages(world: World): Hono {
  return new Hono()
    .get("/n/:network/plans", async (c) => {
      const console = await consoleOf(c, world, c.req.param("network"));
      return c.html(PlansPage({ ...console, plans: await plansOf(world.table, console.network.id) }));
    })
    .get("/n/:network/plans/new", async (c) => {
      const console = await consoleOf(c, world, c.req.param("network"));
      return c.html(NewPlanPage({ ...console, typed: {}, problems: [] }));
    })
    .post("/n/:network/plans/new", async (c) => {
      const console = await consoleOf(c, world, c.req.param("network"));
      const { network, member } = console;
      const typed = await typedText(c);
      const { title = "", outline = "" } = typed;
      const missing: Problem[] = title.trim() === "" ? [{ field: "title", code: "required" }] : [];
      if (missing.length > 0) return c.html(NewPlanPage({ ...console, typed, problems: missing }), 422);
      const made = await tried(beginPlan(world, { network: network.id, actor: member.id, title, outline }));
      if ("problems" in made) return c.html(NewPlanPage({ ...console, typed, problems: made.problems }), 422);
      return c.redirect(planPath({ network: network.id, id: made.done }), 303);
    })
    .get("/n/:network/plans/:plan", async (c) => {
      const shown = await planIn(world, c);
      return c.html(PlanPage({ ...shown, nodes: await nodesOf(world.table, shown.plan.id) }));
    })
    .get("/n/:network/plans/:plan/add", (c) => adding(world, c, {}, []))
    .post("/n/:network/plans/:plan/add", (c) => add(world, c))
    .get("/n/:network/plans/:plan/:node", (c) => writing(world, c, []))
    .post("/n/:network/plans/:plan/:node", (c) => save(world, c))
    .get("/n/:network/plans/:plan/:node/add", (c) => adding(world, c, {}, []))
    .post("/n/:network/plans/:plan/:node/add", (c) => add(world, c))
    .post("/n/:network/plans/:plan/:node/move", async (c) => {
      const { plan } = await planIn(world, c);
      const { to } = await typedText(c);
      const node = c.req.param("node");
      await moveNode(world, { plan: plan.id, node, to: to === "up" ? "up" : "down" });
      return c.redirect(nodePath(plan, node), 303);
    })
    .post("/n/:network/plans/:plan/:node/remove", async (c) => {
      const { plan } = await planIn(world, c);
      const removed = await tried(removeNode(world, { plan: plan.id, node: c.req.param("node") }));
      return "problems" in removed ? writing(world, c, removed.problems) : c.redirect(planPath(plan), 303);
    });
}

async function planIn(world: World, c: Context) {
  const { network = "", plan = "" } = c.req.param();
  const console = await consoleOf(c, world, network);
  return { ...console, plan: await readPlan(world, console.network.id, plan) };
}

async function adding(world: World, c: Context, typed: TypedText, problems: readonly Problem[]) {
  const shown = await planIn(world, c);
  const { node } = c.req.param();
  const parent = node === undefined ? undefined : await readNode(world, shown.plan.id, node);
  const level = levelUnder(parent?.level);
  if (!level) throw new Refusal("not-found");
  return c.html(NewNodePage({ ...shown, level, parent, typed, problems }), problems.length > 0 ? 422 : 200);
}

async function add(world: World, c: Context): Promise<Response> {
  const { plan, member } = await planIn(world, c);
  const typed = await typedText(c);
  const read = readWords(typed);
  if ("problems" in read) return adding(world, c, typed, read.problems);
  const { node: parent } = c.req.param();
  const added = await tried(
    addNode(world, { plan: plan.id, actor: member.id, words: read.words, ...(parent && { parent }) }),
  );
  if ("problems" in added) return adding(world, c, typed, added.problems);
  return c.redirect(`${planPath(plan)}#${added.done}`, 303);
}

/** The page of a node, with what was typed where it is to be put right. */
async function writing(world: World, c: Context, problems: readonly Problem[], typed?: TypedText) {
  const shown = await planIn(world, c);
  const { plan, network } = shown;
  const { node: id = "" } = c.req.param();
  const node = await readNode(world, plan.id, id);
  const [nodes, versions] = await Promise.all([nodesOf(world.table, plan.id), historyOf(world.table, plan.id, id)]);
  const number = outlineOf(nodes).find((one) => one.node.id === id)?.number ?? "";
  const history = await Promise.all(versions.map((version) => named(world, network.id, version)));
  const isSaved = problems.length === 0 && c.req.query("saved") !== undefined;
  // What she began with stays what she began with, however often the page comes back.
  const begun = typed?.version === undefined ? node : { ...node, version: Number(typed.version) };
  return c.html(
    NodePage({ ...shown, node: begun, number, history, isSaved, problems, typed: typed ?? node.words }),
    problems.length > 0 ? 422 : 200,
  );
}

async function save(world: World, c: Context): Promise<Response> {
  const shown = await planIn(world, c);
  const { plan, member, network } = shown;
  const { node = "" } = c.req.param();
  const typed = await typedText(c);
  const read = readWords(typed);
  if ("problems" in read) return writing(world, c, read.problems, typed);
  const { words } = read;
  const version = Number(typed.version);
  const saved = await saveNode(world, { plan: plan.id, node, actor: member.id, words, version });
  switch (saved.kind) {
    case "saved":
      return c.redirect(`${nodePath(plan, node)}?saved=yes`, 303);
    case "removed":
      return c.html(NodeRemovedPage({ ...shown, node, words, typed, problems: [] }), 409);
    case "conflict": {
      const theirs = await named(world, network.id, saved.theirs);
      const base = await named(world, network.id, saved.base);
      return c.html(NodeConflictPage({ ...shown, node, theirs, base, typed, problems: [] }), 409);
    }
  }
}

async function named(world: World, network: string, version: NodeVersion) {
  const member = await world.table.get(Member, { network, id: version.by });
  return { version, who: member?.name ?? version.by };
}

/** What an act returned, or what it says is wrong by the fields of its page; every other refusal passes through. */
async function tried<R>(act: Promise<R>): Promise<{ done: R } | { problems: readonly Problem[] }> {
  try {
    return { done: await act };
  } catch (error) {
    if (error instanceof Refusal && error.problems.length > 0) return { problems: error.problems };
    throw error;
  }
}
