import { type Problem, Refusal, type World } from "@quorate/core/kit";
import { Member } from "@quorate/core/people";
import {
  addNode,
  historyOf,
  levelUnder,
  moveNode,
  moveUnder,
  type NodeVersion,
  nodesOf,
  outlineOf,
  type PlanNode,
  readNode,
  removeNode,
  saveNode,
} from "@quorate/core/plan";
import { type Context, Hono } from "hono";
import { tried } from "../tried.ts";
import { type TypedText, typedText } from "../typed.ts";
import type { Desk, DeskOf } from "./desk.tsx";
import { MovedElsewherePage, NewNodePage, NodeConflictPage, NodeRemovedPage } from "./node-acts.tsx";
import { NodePage } from "./node-page.tsx";
import { PlanPage } from "./outline-page.tsx";
import { nodePath } from "./paths.ts";
import { readWords } from "./read.ts";

/** Where the authors of a plan write it together, one node a page. */
export function draftingPages(world: World, deskOf: DeskOf): Hono {
  return new Hono()
    .get("/", async (c) => {
      const desk = await deskOf(c);
      return c.html(PlanPage({ ...desk, nodes: await nodesOf(world.table, desk.plan.id) }));
    })
    .get("/add", async (c) => adding(world, c, await deskOf(c), {}, []))
    .post("/add", async (c) => add(world, c, await deskOf(c)))
    .get("/:node", async (c) => writing(world, c, await deskOf(c), []))
    .post("/:node", async (c) => save(world, c, await deskOf(c)))
    .get("/:node/add", async (c) => adding(world, c, await deskOf(c), {}, []))
    .post("/:node/add", async (c) => add(world, c, await deskOf(c)))
    .post("/:node/shift", async (c) => {
      const desk = await deskOf(c);
      const { to } = await typedText(c);
      const node = c.req.param("node");
      await moveNode(world, { plan: desk.plan.id, node, to: to === "up" ? "up" : "down" });
      return c.redirect(nodePath(desk, node), 303);
    })
    .post("/:node/move", async (c) => move(world, c, await deskOf(c)))
    .post("/:node/remove", async (c) => {
      const desk = await deskOf(c);
      const removed = await tried(() => removeNode(world, { plan: desk.plan.id, node: c.req.param("node") }));
      return "problems" in removed ? writing(world, c, desk, removed.problems) : c.redirect(desk.path, 303);
    });
}

async function adding(world: World, c: Context, desk: Desk, typed: TypedText, problems: readonly Problem[]) {
  const { node } = c.req.param();
  const parent = node === undefined ? undefined : await readNode(world, desk.plan.id, node);
  const level = levelUnder(parent?.level, desk.plan.template.depth);
  if (!level) throw new Refusal("not-found");
  return c.html(NewNodePage({ ...desk, level, parent, typed, problems }), problems.length > 0 ? 422 : 200);
}

async function add(world: World, c: Context, desk: Desk): Promise<Response> {
  const { plan, member, network } = desk;
  const typed = await typedText(c);
  const read = readWords(typed);
  if ("problems" in read) return adding(world, c, desk, typed, read.problems);
  const { node: parent } = c.req.param();
  const added = await tried(() =>
    addNode(world, {
      ...{ network: network.id, plan: plan.id, actor: member.id, words: read.words },
      ...(parent && { parent }),
    }),
  );
  if ("problems" in added) return adding(world, c, desk, typed, added.problems);
  return c.redirect(`${desk.path}#${added.done}`, 303);
}

/** The page of a node, with what was typed where it is to be put right. */
async function writing(world: World, c: Context, desk: Desk, problems: readonly Problem[], typed?: TypedText) {
  const { plan, network } = desk;
  const { node: id = "" } = c.req.param();
  const node = await readNode(world, plan.id, id);
  const [nodes, versions] = await Promise.all([nodesOf(world.table, plan.id), historyOf(world.table, plan.id, id)]);
  const outline = outlineOf(nodes);
  const number = outline.find((one) => one.node.id === id)?.number ?? "";
  const places = outline.filter((one) => levelUnder(one.node.level) === node.level);
  const history = await Promise.all(versions.map((version) => named(world, network.id, version)));
  const isSaved = problems.length === 0 && c.req.query("saved") !== undefined;
  // What she began with stays what she began with, however often the page comes back.
  const begun: PlanNode = typed?.version === undefined ? node : { ...node, version: Number(typed.version) };
  return c.html(
    NodePage({ ...desk, node: begun, number, places, history, isSaved, problems, typed: typed ?? node.words }),
    problems.length > 0 ? 422 : 200,
  );
}

async function save(world: World, c: Context, desk: Desk): Promise<Response> {
  const { plan, member, network } = desk;
  const { node = "" } = c.req.param();
  const typed = await typedText(c);
  const read = readWords(typed);
  if ("problems" in read) return writing(world, c, desk, read.problems, typed);
  const { words } = read;
  const version = Number(typed.version);
  const saved = await saveNode(world, { plan: plan.id, node, actor: member.id, words, version });
  switch (saved.kind) {
    case "saved":
      return c.redirect(`${nodePath(desk, node)}?saved=yes`, 303);
    case "removed":
      return c.html(NodeRemovedPage({ ...desk, node, words, typed, problems: [] }), 409);
    case "conflict": {
      const theirs = await named(world, network.id, saved.theirs);
      const base = await named(world, network.id, saved.base);
      return c.html(NodeConflictPage({ ...desk, node, theirs, base, typed, problems: [] }), 409);
    }
  }
}

async function move(world: World, c: Context, desk: Desk): Promise<Response> {
  const { plan } = desk;
  const { node = "" } = c.req.param();
  const { from = "", to = "" } = await typedText(c);
  const tryMove = await tried(() => moveUnder(world, { plan: plan.id, node, from, to }));
  if ("problems" in tryMove) return writing(world, c, desk, tryMove.problems);
  switch (tryMove.done.kind) {
    case "moved":
      return c.redirect(`${desk.path}#${node}`, 303);
    case "elsewhere": {
      const moved = await readNode(world, plan.id, node);
      const parent = await readNode(world, plan.id, tryMove.done.parent);
      return c.html(MovedElsewherePage({ ...desk, node: moved, parent, typed: {}, problems: [] }), 409);
    }
  }
}

async function named(world: World, network: string, version: NodeVersion) {
  const member = await world.table.get(Member, { network, id: version.by });
  return { version, who: member?.name ?? version.by };
}
