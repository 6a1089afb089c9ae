import { Ask } from "@quorate/core/ask";
import {
  AskingStep,
  countedIn,
  extendStep,
  mayCancel,
  nameVerifier,
  recallCancellation,
  reissueTo,
  requestAnnulment,
  requestCancellation,
  resumeElection,
  seconderOf,
  waiveMember,
} from "@quorate/core/election";
import { type Locale, onMoment, say } from "@quorate/core/i18n";
import { type Problem, Refusal, type World } from "@quorate/core/kit";
import { Member, roster } from "@quorate/core/people";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import { electionPath } from "../console.tsx";
import { readMoment } from "../moment.ts";
import { problemText } from "../problem-text.ts";
import { tried } from "../tried.ts";
import { typedText } from "../typed.ts";
import { AnnulPage, actLabel, CancelPage, ExtendPage, ReissuePage, VerifierPage, WaivePage } from "./act-pages.tsx";
import { dutyConsole, type ElectionConsole, electionConsole } from "./election-console.ts";
import type { Typed, WrongField } from "./fields.tsx";
import { deadlineTyped, ProcessPage } from "./process-page.tsx";
import { viewProcess } from "./process-view.ts";
import { currentStep } from "./standing.ts";

/** What a coordinator does to an election that runs or has stopped; each act with its page, its refusals at their fields. */
export function actPages(world: World): Hono {
  const app = new Hono().basePath("/n/:network/elections/:id");
  app.get("/extend", async (c) => {
    const console = await dutyConsole(c, world, "extend");
    const step = await openStep(world, console);
    return c.html(ExtendPage({ console, step, typed: { until: deadlineTyped({ ...console, step }) }, wrong: [] }));
  });
  app.post("/extend", async (c) => {
    const console = await dutyConsole(c, world, "extend");
    const typed = await typedText(c);
    const step = await openStep(world, console);
    const asked = v.safeParse(AskingStep, typed.step);
    if (!asked.success || asked.output !== step.step) throw new Refusal("election.stage");
    return unlessWrong(c, console, typed, {
      act: async () => {
        const until = momentAt("until", typed, console);
        await extendStep(world, { election: console.election.id, step: step.step, actor: console.member.id, until });
        return { done: "extend" };
      },
      again: (wrong) => ExtendPage({ console, step, typed, wrong }),
    });
  });
  app.get("/reissue", async (c) => {
    const console = await dutyConsole(c, world, "reissue");
    const typed = { collection: c.req.query("collection") ?? "", ask: c.req.query("ask") ?? "" };
    return c.html(ReissuePage({ console, typed, wrong: [], name: (await asked(world, console, typed)).name }));
  });
  app.post("/reissue", async (c) => {
    const console = await dutyConsole(c, world, "reissue");
    const typed = await typedText(c);
    const { ask, name } = await asked(world, console, typed);
    return unlessWrong(c, console, typed, {
      act: async () => {
        const revoke = v.safeParse(v.picklist(["yes", "no"]), typed.revoke);
        if (!revoke.success) throw wrongInput("revoke", "choose");
        const of = { election: console.election.id, collection: ask.collection, ask: ask.id, actor: console.member.id };
        await reissueTo(world, { ...of, revoke: revoke.output === "yes" });
        return { done: "reissue", who: ask.member };
      },
      again: (wrong) => ReissuePage({ console, typed, wrong, name }),
    });
  });
  app.get("/waive", async (c) => {
    const console = await dutyConsole(c, world, "waive");
    const typed = { ask: c.req.query("ask") ?? "" };
    return c.html(WaivePage({ console, typed, wrong: [], name: (await onRoll(world, console, typed)).name }));
  });
  app.post("/waive", async (c) => {
    const console = await dutyConsole(c, world, "waive");
    const typed = await typedText(c);
    const { ask, name } = await onRoll(world, console, typed);
    return unlessWrong(c, console, typed, {
      act: async () => {
        const { election, member } = console;
        const reason = (typed.reason ?? "").replaceAll("\r\n", "\n");
        await waiveMember(world, { election: election.id, ask: ask.id, actor: member.id, reason });
        return { done: "waive", who: ask.member };
      },
      again: (wrong) => WaivePage({ console, typed, wrong, name }),
    });
  });
  app.post("/resume", async (c) => {
    const console = await dutyConsole(c, world, "resume");
    const typed = await typedText(c);
    return unlessWrong(c, console, typed, {
      act: async () => {
        const until = typed.until?.trim() ? momentAt("until", typed, console) : undefined;
        await resumeElection(world, { election: console.election.id, actor: console.member.id, until });
        return { done: "resume" };
      },
      again: async (wrong) =>
        ProcessPage({ view: await viewProcess(world, console), resume: { until: typed.until ?? "", wrong } }),
    });
  });
  app.get("/annul", async (c) => {
    const console = await dutyConsole(c, world, "annul");
    return c.html(AnnulPage({ console, typed: {}, wrong: [], second: await secondOf(world, console) }));
  });
  app.post("/annul", async (c) => {
    const console = await dutyConsole(c, world, "annul");
    const typed = await typedText(c);
    const second = await secondOf(world, console);
    return unlessWrong(c, console, typed, {
      act: async () => {
        const reason = (typed.reason ?? "").replaceAll("\r\n", "\n");
        await requestAnnulment(world, { election: console.election.id, actor: console.member.id, reason });
        return { done: "annul" };
      },
      again: (wrong) => AnnulPage({ console, typed, wrong, second }),
    });
  });
  app.get("/cancel", async (c) => {
    const console = await dutyConsole(c, world, "cancel");
    if (!mayCancel(console.election) || console.election.cancellation) throw new Refusal("election.stage");
    return c.html(CancelPage({ console, typed: {}, wrong: [] }));
  });
  app.post("/cancel", async (c) => {
    const console = await dutyConsole(c, world, "cancel");
    const typed = await typedText(c);
    return unlessWrong(c, console, typed, {
      act: async () => {
        const reason = (typed.reason ?? "").replaceAll("\r\n", "\n");
        await requestCancellation(world, { election: console.election.id, actor: console.member.id, reason });
        return { done: console.election.profile.twoPeopleDeclare ? "cancel" : "cancelled" };
      },
      again: (wrong) => CancelPage({ console, typed, wrong }),
    });
  });
  app.post("/cancel/recall", async (c) => {
    const console = await electionConsole(c, world);
    await recallCancellation(world, { election: console.election.id, actor: console.member.id });
    return c.redirect(`${electionPath(console.election)}?${new URLSearchParams({ done: "recall" })}`, 303);
  });
  app.get("/verifier", async (c) => {
    const console = await dutyConsole(c, world, "verifier");
    const members = (await roster(world, console.network.id)).map(({ member }) => member);
    return c.html(VerifierPage({ console, typed: {}, wrong: [], members }));
  });
  app.post("/verifier", async (c) => {
    const console = await dutyConsole(c, world, "verifier");
    const typed = await typedText(c);
    const members = (await roster(world, console.network.id)).map(({ member }) => member);
    return unlessWrong(c, console, typed, {
      act: async () => {
        const { replaces = "", member = "" } = typed;
        if (!console.election.verifiers.includes(replaces)) throw wrongInput("replaces", "choose");
        if (member === "") throw wrongInput("member", "choose");
        await nameVerifier(world, { election: console.election.id, actor: console.member.id, replaces, member });
        return { done: "verifier", who: member };
      },
      again: (wrong) => VerifierPage({ console, typed, wrong, members }),
    });
  });
  return app;
}

/** Who would decide about an annulment; refuses when the result cannot be annulled. */
async function secondOf(world: World, { election, member }: ElectionConsole): Promise<string> {
  const second = await seconderOf(world, election, member.id);
  if (election.stage !== "declared" || !election.objectionsUntil || !second) throw new Refusal("election.stage");
  return (await world.table.get(Member, { network: election.network, id: second }))?.name ?? "";
}

type Done = {
  done: "annul" | "cancel" | "cancelled" | "extend" | "reissue" | "waive" | "resume" | "verifier";
  who?: string;
};
type Body = ReturnType<typeof ExtendPage>;

/** Does the act and goes back to the election; or shows the form again with what is wrong, everything typed still there. */
async function unlessWrong(
  c: Context,
  console: ElectionConsole,
  typed: Typed,
  of: { act: () => Promise<Done>; again: (wrong: WrongField[]) => Body | Promise<Body> },
): Promise<Response> {
  const tries = await tried(of.act);
  if ("done" in tries) return c.redirect(`${electionPath(console.election)}?${new URLSearchParams(tries.done)}`, 303);
  const act = c.req.path.split("/").at(-1) ?? "";
  const wrong = tries.problems.map((problem) => wrongField(console.locale, act, problem, typed));
  return c.html(await of.again(wrong), 422);
}

function wrongField(locale: Locale, act: string, problem: Problem, typed: Typed): WrongField {
  const { field } = problem;
  const text = problemText(locale, problem, { actual: (typed[field] ?? "").trim().length });
  return { id: field === "revoke" ? "revoke-no" : field, label: actLabel(locale, act, field), text };
}

function wrongInput(field: string, code: string): Refusal {
  return new Refusal("input.invalid", { problems: [{ field, code }] });
}

function momentAt(field: string, typed: Typed, { election }: ElectionConsole) {
  const read = readMoment(typed[field] ?? "", election.zone);
  if ("code" in read) throw wrongInput(field, read.code);
  return read.at;
}

async function openStep(world: World, { election }: ElectionConsole) {
  const step = await currentStep(world, election);
  if (!step) throw new Refusal("election.stage");
  return step;
}

/** An ask of this election and whose it is; refuses every other as `not-found`. */
async function asked(world: World, { election }: ElectionConsole, typed: Typed): Promise<{ ask: Ask; name: string }> {
  const { collection = "", ask: id = "" } = typed;
  const ask = /^ask_[0-9a-f]+$/.test(id) ? await world.table.get(Ask, { collection, id }) : undefined;
  if (ask?.process !== election.id) throw new Refusal("not-found");
  const member = await world.table.get(Member, { network: election.network, id: ask.member });
  return { ask, name: member?.name ?? "" };
}

function onRoll(world: World, console: ElectionConsole, typed: Typed) {
  return asked(world, console, { ...typed, collection: countedIn(console.election) });
}

/** What was done a moment ago, for the page that a redirect leads to. */
export async function doneWords(world: World, c: Context, console: ElectionConsole): Promise<string | undefined> {
  const { locale, election } = console;
  const who = c.req.query("who");
  const member = who === undefined ? undefined : await world.table.get(Member, { network: election.network, id: who });
  const name = member?.name ?? "";
  switch (c.req.query("done")) {
    case "extend": {
      const step = await currentStep(world, election);
      const when = step && onMoment(locale, step.collection.deadline, election.zone);
      return when && say(locale, "console.process.extend.done", { when });
    }
    case "reissue":
      return member && say(locale, "console.process.newLink.done", { name });
    case "waive":
      return member && say(locale, "console.process.waive.done", { name });
    case "verifier":
      return member && say(locale, "console.process.verifier.done", { name });
    case "cancel":
      return say(locale, "cancelling.act.asked");
    case "cancelled":
      return say(locale, "cancelling.act.done");
    case "recall":
      return say(locale, "cancelling.recalled");
    case "annul":
      return say(locale, "objections.annul.asked");
    case "resume":
      return election.state === "running" ? say(locale, "console.process.resumed") : undefined;
    default:
      return undefined;
  }
}
