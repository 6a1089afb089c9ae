import type { Raw } from "@quorate/core/ask";
import { type Problem, Refusal, type World } from "@quorate/core/kit";
import { roster } from "@quorate/core/people";
import {
  askReviewer,
  barredFrom,
  cancelRound,
  commentsIn,
  extendRound,
  frozenNodes,
  inPlace,
  nodesOf,
  openRound,
  PlanReview,
  readReview,
  readRound,
  resumeReview,
  returnsIn,
  roundsOf,
  versionsOf,
  waiveConflict,
  writersOf,
} from "@quorate/core/plan";
import { Hono } from "hono";
import { one, rawFields } from "../ask/raw.ts";
import { readMoment } from "../moment.ts";
import { problemText } from "../problem-text.ts";
import { answerPages } from "./answers.ts";
import { ChangeRoundPage } from "./change-round-page.tsx";
import { ALTERNATE, OpenRoundPage, reviewerField, WHOLE } from "./open-round-page.tsx";
import { roundsPath } from "./paths.ts";
import { type PlanConsole, planConsole } from "./plan-console.ts";
import { RoundsPage, type RoundView } from "./rounds-page.tsx";

/** The rounds of a plan, for its coordinators: opening one, and what has come back. */
export function roundPages(world: World): Hono {
  return new Hono()
    .route("/", answerPages(world))
    .get("/n/:network/plans/:plan/rounds", async (c) => c.html(await roundsPage(world, await planConsole(world, c))))
    .post("/n/:network/plans/:plan/rounds/resume", async (c) => {
      const console = await planConsole(world, c);
      const { locale, member, network, plan } = console;
      const raw = await rawFields(c);
      const until = readMoment(one(raw.until), network.zone);
      try {
        await resumeReview(world, { plan: plan.id, actor: member.id, ...("at" in until && { until: until.at }) });
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== "input.invalid") throw error;
        const code = "code" in until ? until.code : "in-the-past";
        const wrongUntil = problemText(locale, { field: "until", code });
        return c.html(await roundsPage(world, console, wrongUntil), 422);
      }
      return c.redirect(roundsPath(plan), 303);
    })
    .get("/n/:network/plans/:plan/rounds/change", async (c) => {
      const console = await planConsole(world, c);
      return c.html(await changePage(world, console, {}));
    })
    .post("/n/:network/plans/:plan/rounds/change", async (c) => {
      const console = await planConsole(world, c);
      const raw = await rawFields(c);
      const problems = await changed(world, console, raw);
      if (problems.length > 0) return c.html(await changePage(world, console, raw, problems), 422);
      return c.redirect(roundsPath(console.plan), 303);
    })
    .get("/n/:network/plans/:plan/rounds/new", async (c) => {
      const console = await planConsole(world, c);
      return c.html(await openPage(world, console, {}, []));
    })
    .post("/n/:network/plans/:plan/rounds/new", async (c) => {
      const console = await planConsole(world, c);
      const raw = await rawFields(c);
      const problems = await opened(world, console, raw);
      if (problems.length > 0) return c.html(await openPage(world, console, raw, problems), 422);
      return c.redirect(roundsPath(console.plan), 303);
    });
}

async function roundsPage(world: World, console: PlanConsole, wrongUntil?: string) {
  const { plan } = console;
  const review = await world.table.get(PlanReview, { id: plan.id });
  const rounds = review ? await roundsOf(world.table, plan.id) : [];
  const views = await Promise.all(
    rounds.map(async (round): Promise<RoundView> => {
      const [returns, nodes, comments] = await Promise.all([
        review ? returnsIn(world, review, round) : [],
        frozenNodes(world.table, round),
        commentsIn(world.table, plan.id, round.number),
      ]);
      const counts = new Map(
        [...Map.groupBy(comments, ({ member }) => member)].map(([who, some]) => [who, some.length]),
      );
      return { round, returns, areas: inPlace(nodes.filter(({ level }) => level === "area")), comments: counts };
    }),
  );
  return RoundsPage({
    ...console,
    review,
    rounds: views,
    mayOpen: review === undefined || review.stage === "revision",
    wrongUntil,
  });
}

async function openPage(world: World, console: PlanConsole, typed: Raw, problems: readonly Problem[]) {
  const { network, member, plan } = console;
  const authors = await writersOf(world, plan);
  const members = (await roster(world, network.id)).map((entry) => entry.member);
  return OpenRoundPage({
    ...{ ...console, typed, problems, version: (await versionsOf(world.table, plan.id)).length + 1 },
    areas: inPlace((await nodesOf(world.table, plan.id)).filter(({ level }) => level === "area")),
    reviewers: members.filter((one) => barredFrom(one, authors, undefined) === undefined),
    deciders: members.filter(({ id }) => id !== member.id),
  });
}

/** Opens the round as it was typed; what is wrong with it otherwise. */
async function opened(world: World, { network, member, plan }: PlanConsole, raw: Raw): Promise<Problem[]> {
  const deadline = readMoment(one(raw.deadline), network.zone);
  const externals = externalsIn(one(raw.externals));
  const chosen = Object.entries(raw).flatMap(([name, values]) =>
    name.startsWith(reviewerField(""))
      ? [{ member: name.slice(reviewerField("").length), boxes: [values].flat() }]
      : [],
  );
  const reviewers = chosen
    .filter(({ boxes }) => boxes.some((box) => box !== ALTERNATE))
    .map(({ member, boxes }) => ({
      member,
      areas: boxes.includes(WHOLE) ? [] : boxes.filter((box) => box !== ALTERNATE),
    }));
  const alternates = chosen.filter(({ boxes }) => boxes.every((box) => box === ALTERNATE)).map((one) => one.member);
  const wrong: Problem[] = [
    ...("code" in deadline ? [{ field: "deadline", code: deadline.code }] : []),
    ...(externals === undefined ? [{ field: "externals.0", code: "malformed" }] : []),
  ];
  if ("code" in deadline || externals === undefined) return wrong;
  const days = one(raw.extensionDays).trim();
  const extensionDays = days === "" ? {} : { extensionDays: /^\d{1,3}$/.test(days) ? Number(days) : 0 };
  const minimum = /^\d{1,3}$/.test(one(raw.minimum).trim()) ? Number(one(raw.minimum)) : 0;
  const opening = {
    network: network.id,
    plan: plan.id,
    actor: member.id,
    deadline: deadline.at,
    minimum,
    ...extensionDays,
  };
  try {
    await openRound(world, { ...opening, reviewers, externals, alternates, approver: one(raw.approver) });
    return [];
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "input.invalid") throw error;
    return [...error.problems];
  }
}

/** `Rasa Kazlauskaitė, rasa@mokykla.example` in each line; undefined where one is no name with an address. */
function externalsIn(text: string): { name: string; address: string }[] | undefined {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const read = lines.map((line) => /^(.*[^\s,;])[\s,;]+<?([^\s<>]+@[^\s<>]+?)>?$/su.exec(line));
  const people = read.flatMap((match) => (match?.[1] && match[2] ? [{ name: match[1], address: match[2] }] : []));
  return people.length === lines.length ? people : undefined;
}

async function changePage(world: World, console: PlanConsole, typed: Raw, problems: readonly Problem[] = []) {
  const { network, plan } = console;
  const review = await readReview(world, plan.id);
  const round = await readRound(world, plan.id, review.round);
  const writers = await writersOf(world, plan);
  const asked = new Set(round.reviewers.map(({ member }) => member));
  const members = (await roster(world, network.id)).map((entry) => entry.member);
  const approver = members.find(({ id }) => id === round.approver);
  const free = members.filter((one) => !asked.has(one.id) && barredFrom(one, writers, approver) === undefined);
  return ChangeRoundPage({ ...console, returns: await returnsIn(world, review, round), free, typed, problems });
}

/** Does what the pressed button asks for; what is wrong with it otherwise. */
async function changed(world: World, { network, member, plan }: PlanConsole, raw: Raw): Promise<Problem[]> {
  const act = { plan: plan.id, actor: member.id };
  const named = (field: string) => one(raw[field]).trim() || undefined;
  try {
    switch (one(raw.act)) {
      case "extend": {
        const until = readMoment(one(raw.until), network.zone);
        if ("code" in until) return [{ field: "until", code: until.code }];
        const whom = named("whom");
        await extendRound(world, { ...act, until: until.at, ...(whom && { member: whom }) });
        return [];
      }
      case "ask": {
        const insteadOf = named("insteadOf");
        await askReviewer(world, { ...act, member: named("member") ?? "", ...(insteadOf && { insteadOf }) });
        return [];
      }
      case "cancel":
        await cancelRound(world, { ...act, reason: one(raw.reason) });
        return [];
      case "waive":
        await waiveConflict(world, { ...act, member: one(raw.conflict), note: one(raw.note) });
        return [];
      default:
        throw new Refusal("not-found");
    }
  } catch (error) {
    const isMended = ["input.invalid", "collection.extension"];
    if (!(error instanceof Refusal) || !isMended.includes(error.code)) throw error;
    return [...error.problems];
  }
}
