import { closeVote, isNominated, mayCloseSession, openVote, readElection, votesOf } from "@quorate/core/election";
import { refusalKey, say } from "@quorate/core/i18n";
import { parseInput, Refusal, type World } from "@quorate/core/kit";
import { closeSession, openSession, recordPresence, resumeSession, type Session } from "@quorate/core/session";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import { sessionPath } from "../console.tsx";
import { readMoment, readPast } from "../moment.ts";
import { type Console, sessionConsoleOf } from "../people/index.ts";
import { problemText } from "../problem-text.ts";
import { memberAnchor, NOBODY, voteAnchor } from "./paths.ts";
import { SessionPage, type SessionProps } from "./session-page.tsx";
import { sessionIn, viewSession } from "./view.ts";

const Resumption = v.object({ until: v.fallback(v.string(), "") });

const Ending = v.object({ endedAt: v.fallback(v.string(), "") });

const Presence = v.object({ member: v.string(), there: v.picklist(["yes", "no"]) });

const WhichVote = v.object({
  election: v.string(),
  number: v.pipe(v.string(), v.digits(), v.transform(Number)),
});

/** A field that may come never, once or several times. */
const Several = v.optional(
  v.union([
    v.array(v.string()),
    v.pipe(
      v.string(),
      v.transform((one) => [one]),
    ),
  ]),
  [],
);

const Opening = v.object({ ...WhichVote.entries, candidate: Several });

/** What the recorder does at one moment: where it shows afterwards, or why it was not done. */
type Act = (here: Console & { session: Session }, body: unknown) => Promise<Done>;
type NotDone = Pick<SessionProps, "wrong" | "lacksCandidate" | "typedEnd">;
type Done = { anchor?: string } | NotDone;

/** The page of a session and everything that the recorder does on it. */
export function actPages(world: World): Hono {
  return new Hono()
    .get("/n/:network/s/:session", async (c) => {
      const console = await sessionConsoleOf(c, world, c.req.param("network"), c.req.param("session"));
      return c.html(await sessionPage(world, console, c.req.param("session")));
    })
    .post("/n/:network/s/:session/open", (c) =>
      act(world, c, c.req.param(), async ({ session, member }) => {
        await openSession(world, session.id, member.id);
        return {};
      }),
    )
    .post("/n/:network/s/:session/presence", (c) =>
      act(world, c, c.req.param(), async ({ session, member: actor }, body) => {
        const { member, there } = parseInput(Presence, body);
        await recordPresence(world, { session: session.id, member, there: there === "yes", actor: actor.id });
        return { anchor: memberAnchor(member) };
      }),
    )
    .post("/n/:network/s/:session/votes/open", (c) => act(world, c, c.req.param(), opensVote(world)))
    .post("/n/:network/s/:session/votes/close", (c) => act(world, c, c.req.param(), closesVote(world)))
    .post("/n/:network/s/:session/close", (c) => act(world, c, c.req.param(), closes(world)))
    .post("/n/:network/s/:session/resume", (c) => act(world, c, c.req.param(), resumes(world)));
}

function closes(world: World): Act {
  return async ({ session, member, locale }, body) => {
    const { endedAt: typedEnd } = parseInput(Ending, body);
    const wrong = (text: string) => ({ wrong: { id: "endedAt", text }, typedEnd });
    const moment = readPast(typedEnd, session.zone);
    if ("code" in moment && moment.code !== "missing") {
      return wrong(problemText(locale, { field: "endedAt", code: moment.code }));
    }
    try {
      await closeSession(world, session.id, (now, closedAt) => mayCloseSession(world, now, closedAt), {
        ...{ actor: member.id, ...("at" in moment && { endedAt: moment.at }) },
      });
      return {};
    } catch (error) {
      if (!isCode(error, "input.invalid")) throw error;
      return wrong(say(locale, "meeting.end.at.wrong"));
    }
  };
}

function resumes(world: World): Act {
  return async ({ session, member, locale }, body) => {
    const { until } = parseInput(Resumption, body);
    const moment = readMoment(until, session.zone);
    const wrong = (code: string) => ({ wrong: { id: "until", text: problemText(locale, { field: "until", code }) } });
    if ("code" in moment && moment.code !== "missing") return wrong(moment.code);
    try {
      await resumeSession(world, {
        session: session.id,
        actor: member.id,
        ...("at" in moment && { until: moment.at }),
      });
      return {};
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "input.invalid") throw error;
      return wrong("code" in moment ? moment.code : "in-the-past");
    }
  };
}

function opensVote(world: World): Act {
  return async ({ session, member, locale }, body) => {
    const { election, number, candidate } = parseInput(Opening, body);
    const candidates = [...new Set(candidate)].filter((one) => one !== NOBODY);
    const vote = await voteIn(world, session, election, number);
    const anchor = voteAnchor(election, number);
    if (!vote.hasRoll) return { wrong: { id: anchor, text: say(locale, "session.vote.rollPending") } };
    const isSaid = candidate.includes(NOBODY) ? candidates.length === 0 : candidates.length > 0;
    if (vote.kind === "elect" && !vote.isNominated && !isSaid) {
      const text = say(locale, "session.vote.candidates.none");
      return { wrong: { id: `${anchor}-candidate`, text }, lacksCandidate: anchor };
    }
    try {
      await openVote(world, { election, number, candidates, actor: member.id });
    } catch (error) {
      // The button was pressed twice: the vote is open with these candidates, as it was to be.
      const isAsSent = isCode(error, "vote.already-open") && (await isOpenWith(world, election, number, candidates));
      if (!isAsSent) throw error;
    }
    return { anchor };
  };
}

function closesVote(world: World): Act {
  return async ({ session, member }, body) => {
    const { election, number } = parseInput(WhichVote, body);
    const { closedAt } = await voteIn(world, session, election, number);
    if (!closedAt) await closeVote(world, { election, number, actor: member.id });
    return { anchor: voteAnchor(election, number) };
  };
}

/** Does it and shows the page where it was done; what is refused is told on the same page, with everything in view. */
async function act(world: World, c: Context, at: { network: string; session: string }, run: Act): Promise<Response> {
  const console = await sessionConsoleOf(c, world, at.network, at.session);
  const session = await sessionIn(world, at.network, at.session);
  const again = async (wrong: NotDone, status: 409 | 422) =>
    c.html(await sessionPage(world, console, session.id, wrong), status);
  try {
    const done = await run({ ...console, session }, await c.req.parseBody({ all: true }));
    if ("wrong" in done) return again(done, 422);
    const anchor = "anchor" in done && done.anchor ? `#${done.anchor}` : "";
    return c.redirect(`${sessionPath(at.network, session.id)}${anchor}`, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || (error.status !== 409 && error.status !== 422)) throw error;
    return again({ wrong: { id: "main", text: say(console.locale, refusalKey(error.code)) } }, error.status);
  }
}

async function sessionPage(world: World, { locale, network }: Console, session: string, wrong: NotDone = {}) {
  const view = await viewSession(world, network.id, session);
  return SessionPage({ locale, network, view, ...wrong });
}

/** The vote as it stands; refuses `not-found` where its election does not meet in this session. */
async function voteIn(world: World, session: Session, election: string, number: number) {
  if (!session.elections.includes(election)) throw new Refusal("not-found");
  const row = await readElection(world, election);
  const vote = (await votesOf(world.table, election)).find((one) => one.number === number);
  if (!vote) throw new Refusal("not-found");
  return {
    kind: vote.vote.kind,
    closedAt: vote.closedAt,
    hasRoll: row.roll !== undefined,
    isNominated: isNominated(row),
  };
}

async function isOpenWith(
  world: World,
  election: string,
  number: number,
  candidates: readonly string[],
): Promise<boolean> {
  const one = (await votesOf(world.table, election)).find((vote) => vote.number === number);
  if (!one?.openedAt) return false;
  if (isNominated(await readElection(world, election))) return true;
  const standing = one.vote.kind === "elect" ? one.vote.candidates.map(({ member }) => member) : [];
  return standing.length === candidates.length && standing.every((member) => candidates.includes(member));
}

function isCode(error: unknown, code: Refusal["code"]): boolean {
  return error instanceof Refusal && error.code === code;
}
