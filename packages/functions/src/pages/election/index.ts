import { electionsOf } from "@quorate/core/election";
import type { World } from "@quorate/core/kit";
import { membersOf } from "@quorate/core/people";
import { Hono } from "hono";
import { electionPath } from "../console.tsx";
import { typedText } from "../typed.ts";
import { actPages, doneWords } from "./acts.ts";
import { answersTable } from "./answers.ts";
import { assistPages } from "./assist.tsx";
import { dutyConsole, electionConsole, networkConsole } from "./election-console.ts";
import { homeOf, runningOf } from "./home.ts";
import { HomePage } from "./home-page.tsx";
import { journalPages } from "./journal.tsx";
import { ElectionsPage } from "./list-page.tsx";
import { minutesPages } from "./minutes.tsx";
import { ProcessPage } from "./process-page.tsx";
import { viewProcess } from "./process-view.ts";
import {
  BY_LETTER,
  ChooseSessionPage,
  choicesFor,
  openFrom,
  proposedSetUp,
  SetUpPage,
  tryFrom,
  typedAgain,
} from "./set-up/index.ts";
import { askedStep, currentStep } from "./standing.ts";
import { testListPages } from "./tests.tsx";

/** The coordinator's home, and a network's elections: their list, a new one, each one's own pages, its minutes and journal. */
export function electionPages(world: World): Hono {
  return new Hono()
    .get("/n/:network", async (c) => {
      const console = await networkConsole(c, world);
      return c.html(HomePage({ ...console, home: await homeOf(world, console), now: world.clock.now() }));
    })
    .get("/n/:network/elections", async (c) => {
      const console = await networkConsole(c, world);
      const elections = await electionsOf(world.table, console.network.id);
      const running = await Promise.all(elections.map((election) => runningOf(world, election, console.member.id)));
      return c.html(ElectionsPage({ ...console, elections: running }));
    })
    .get("/n/:network/elections/new", async (c) => {
      const { locale, network, member } = await networkConsole(c, world);
      const again = c.req.query("again");
      const choices = await choicesFor(world, network.id, again);
      const { sessions } = choices;
      const wanted = c.req.query("session");
      const session = sessions.length === 1 ? sessions[0] : sessions.find(({ id }) => id === wanted);
      if (!session && wanted !== BY_LETTER) return c.html(ChooseSessionPage({ locale, network, sessions, again }));
      const meets = wanted === BY_LETTER ? undefined : session;
      const at = { now: world.clock.now(), zone: network.zone, member: member.id };
      const proposed = proposedSetUp(meets, choices.profiles, at);
      const typed = choices.again ? { ...proposed, ...(await typedAgain(world, choices.again)) } : proposed;
      return c.html(SetUpPage({ locale, network, choices, typed, problems: [] }));
    })
    .post("/n/:network/elections", async (c) => {
      const console = await networkConsole(c, world);
      const { locale, network } = console;
      const typed = await typedText(c);
      const choices = await choicesFor(world, network.id, typed.again);
      const page = { locale, network, choices, typed };
      if (typed.act === "try") {
        const tried = await tryFrom(world, console, typed, choices);
        if ("problems" in tried) return c.html(SetUpPage({ ...page, problems: tried.problems }), 422);
        return c.html(SetUpPage({ ...page, problems: [], tried: tried.done }));
      }
      const opened = await openFrom(world, console, typed, choices);
      if ("problems" in opened) return c.html(SetUpPage({ ...page, problems: opened.problems }), 422);
      return c.redirect(electionPath({ network: network.id, id: opened.done }), 303);
    })
    .get("/n/:network/elections/:id", async (c) => {
      const console = await electionConsole(c, world);
      const done = await doneWords(world, c, console);
      return c.html(ProcessPage({ view: await viewProcess(world, console), done }));
    })
    .get("/n/:network/elections/:id/answers.csv", async (c) => {
      const { locale, election } = await dutyConsole(c, world, "turnout");
      const [now, letters] = [await currentStep(world, election), await askedStep(world, election, "confirmation")];
      const steps = [letters, now?.step === "confirmation" ? undefined : now].flatMap((step) => step ?? []);
      const members = new Map((await membersOf(world.table, election.network)).map((member) => [member.id, member]));
      return c.body(answersTable(locale, { steps, members, zone: election.zone }), 200, {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="answers-${election.id}.csv"`,
      });
    })
    .route("/", actPages(world))
    .route("/", assistPages(world))
    .route("/", testListPages(world))
    .route("/", minutesPages(world))
    .route("/", journalPages(world));
}
