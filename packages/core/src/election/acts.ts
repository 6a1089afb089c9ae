import * as v from "valibot";
import { Ask, Collection, extended, reissueLink, waived } from "../ask/index.ts";
import { command, Instant, Refusal, replace, type Stored, sha256, type World } from "../kit/index.ts";
import { Member } from "../people/index.ts";
import { deadlineOf, stepCollection, turnOf } from "../process/index.ts";
import { Session } from "../session/index.ts";
import { presentAt } from "../vote/index.ts";
import { authorise } from "./duties.ts";
import { AskingStep, type Election, ElectionVote, presenceIn, readElection, sessionOf, votesOf } from "./records.ts";
import { isNominated, withDeadline } from "./rules.ts";
import { countedIn, rollOf } from "./steps.ts";
import { move } from "./transition.ts";

const Reason = v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(1000));

const Opening = v.object({
  election: v.string(),
  number: v.number(),
  actor: v.string(),
  /** The members who stand, named on the floor; none where nobody does, for a text, and after nominations. */
  candidates: v.array(v.string()),
});

/**
 * The recorder opens a vote in the session: candidates are fixed and presence counts from now. One vote is open at a time in a
 * session: its row says which. Where candidates were nominated, the approved list stands. Refuses candidates who are not on the
 * roll (R7), and any beside that list.
 */
export const openVote = command(Opening, async (world, { election: id, number, actor, candidates }) => {
  await move(world, id, async (election) => {
    if (!election.roll || election.stage === "cancelled") throw new Refusal("election.stage");
    const roll = await rollOf(world, election);
    if (candidates.some((member) => !roll.includes(member))) {
      throw new Refusal("input.invalid", { problems: [{ field: "candidates", code: "not-on-the-roll" }] });
    }
    const session = await sessionOf(world, election);
    if (session.meeting !== "open") throw new Refusal("session.closed");
    const vote = await readVote(world, id, number);
    if (session.openVote || vote.openedAt) throw new Refusal("vote.already-open");
    const openedAt = world.clock.now();
    const present = presentAt(roll, await presenceIn(world, election), openedAt);
    if (isNominated(election) && candidates.length > 0) {
      throw new Refusal("input.invalid", { problems: [{ field: "candidates", code: "list-approved" }] });
    }
    const named =
      vote.vote.kind === "elect" && !isNominated(election)
        ? { ...vote.vote, candidates: candidates.map((member, index) => ({ id: `c${index + 1}`, member })) }
        : vote.vote;
    const standing = named.kind === "elect" ? named.candidates.length : 0;
    return {
      changes: {},
      ...{ act: "vote.opened", actor, facts: { vote: vote.id, present, candidates: standing } },
      writes: [
        replace(ElectionVote, vote, { ...vote, vote: named, openedAt }),
        replace(Session, session, { ...session, openVote: { election: id, number } }),
      ],
    };
  });
});

const Closing = v.object({ election: v.string(), number: v.number(), actor: v.string() });

/** The recorder closes the vote that is open. Refuses when it is not. */
export const closeVote = command(Closing, async (world, { election: id, number, actor }) => {
  await move(world, id, async (election) => {
    if (election.stage === "cancelled") throw new Refusal("election.stage");
    const vote = await readVote(world, id, number);
    if (!vote.openedAt || vote.closedAt) throw new Refusal("vote.not-open");
    const session = await sessionOf(world, election);
    const closedAt = world.clock.now();
    const presence = await presenceIn(world, election);
    const present = presentAt(await rollOf(world, election), presence, closedAt);
    const { openVote: _, ...without } = session;
    return {
      changes: {},
      ...{ act: "vote.closed", actor, facts: { vote: vote.id, present } },
      writes: [replace(ElectionVote, vote, { ...vote, closedAt }), replace(Session, session, without)],
    };
  });
});

async function readVote(world: World, election: string, number: number): Promise<Stored<ElectionVote>> {
  const vote = await world.table.get(ElectionVote, { election, number });
  if (!vote) throw new Refusal("not-found");
  return vote;
}

/** Refuses to close a session while one of its votes is open or was never put. */
export async function mayCloseSession(world: World, session: Session, closedAt = world.clock.now()): Promise<void> {
  for (const id of session.elections) {
    const votes = await votesOf(world.table, id);
    if (votes.some((vote) => !vote.closedAt)) throw new Refusal("vote.not-put");
    if (votes.some((vote) => (vote.closedAt ?? closedAt) > closedAt)) {
      throw new Refusal("input.invalid", { problems: [{ field: "endedAt", code: "not-while-it-met" }] });
    }
  }
}

const Extension = v.object({
  election: v.string(),
  step: AskingStep,
  actor: v.string(),
  until: Instant,
});

/** Moves the deadline of the step that is open: before its close, forward only, on record; those still open are told. */
export const extendStep = command(Extension, async (world, { election: id, step, actor, until }) => {
  await move(world, id, async (election) => {
    await authorise(world, election, actor, "extend");
    const collection = await world.table.get(Collection, { id: stepCollection(election, step) });
    if (!collection) throw new Refusal("election.stage");
    const now = world.clock.now();
    return {
      changes: { deadlines: withDeadline(election.deadlines, step, until) },
      ...{ act: "deadline.moved", actor, facts: { step, from: collection.deadline, until } },
      writes: [replace(Collection, collection, extended(collection, until, now))],
    };
  });
});

const Reissue = v.object({
  election: v.string(),
  collection: v.string(),
  ask: v.string(),
  actor: v.string(),
  revoke: v.boolean(),
});

/** Sends somebody who is asked a further link; with `revoke` her earlier ones end. Refuses an ask of another election. */
export const reissueTo = command(Reissue, async (world, { election: id, collection, ask, actor, revoke }) => {
  const election = await readElection(world, id);
  await authorise(world, election, actor, "reissue");
  const found = await world.table.get(Ask, { collection, id: ask });
  if (found?.process !== id) throw new Refusal("not-found");
  await reissueLink(world, { collection, id: ask }, { revoke });
});

const Waiver = v.object({ election: v.string(), ask: v.string(), actor: v.string(), reason: Reason });

/**
 * Records why the election goes on without an undelivered member, until the letters are counted. Refuses when she has
 * answered or was reached.
 */
export const waiveMember = command(Waiver, async (world, { election: id, ask: askId, actor, reason }) => {
  await move(world, id, async (election) => {
    await authorise(world, election, actor, "waive");
    const { roll, stage } = election;
    if (!roll || !["confirmation", "round", "reconciliation", "waiver"].includes(stage)) {
      throw new Refusal("election.stage");
    }
    const ask = await world.table.get(Ask, { collection: countedIn(election), id: askId });
    if (!ask) throw new Refusal("not-found");
    return {
      changes: {},
      ...{ act: "undelivered.waived", actor, facts: { ask: askId, reason: sha256(reason) } },
      writes: [replace(Ask, ask, waived(ask, { actor, reason, at: world.clock.now() }))],
    };
  });
});

const Resumption = v.object({ election: v.string(), actor: v.string(), until: v.optional(Instant) });

/**
 * Takes a parked election up again in a new execution. A step whose time ran out, or whose answer was a return, is begun
 * anew, until the deadline given; refuses when that is needed and missing, past, or the election is not parked.
 */
export const resumeElection = command(Resumption, async (world, { election: id, actor, until }) => {
  const now = world.clock.now();
  await move(world, id, async (election) => {
    if (election.state !== "parked") throw new Refusal("process.not-parked");
    await authorise(world, election, actor, "resume");
    const again = await begunAnew(world, election, until, now);
    return {
      changes: { ...again, state: "running", execution: election.execution + 1 },
      unparked: true,
      ...{ act: "resumed", actor, facts: { stage: election.stage } },
    };
  });
});

/** The stages that wait for people until a deadline of theirs. */
const waiting = v.picklist(["session", ...AskingStep.options]);

/** Steps whose close stands: what they brought is counted, and nobody is asked anew. */
function isFinal(step: AskingStep): boolean {
  return step === "nominations" || step === "acceptance" || step === "confirmation";
}

/** What changes so that the stage has time again: nothing, when its time is not over. */
async function begunAnew(
  world: World,
  election: Election,
  until: Instant | undefined,
  now: Instant,
): Promise<Partial<Election>> {
  const stage = v.safeParse(waiting, election.stage);
  if (!stage.success) return {};
  const step = stage.output === "session" ? "figures" : stage.output;
  const collection = await world.table.get(Collection, { id: stepCollection(election, step) });
  // The close of the letters is final: what they brought is counted.
  if (isFinal(step) && collection) return {};
  const isOver = collection ? collection.state === "closed" : deadlineOf(election, step) <= now;
  if (!isOver) return {};
  if (!until || until <= now) {
    throw new Refusal("input.invalid", { problems: [{ field: "until", code: "in-the-past" }] });
  }
  const turns = collection ? { ...election.turns, [step]: turnOf(election, step) + 1 } : election.turns;
  return { deadlines: withDeadline(election.deadlines, step, until), turns };
}

const Verifier = v.object({ election: v.string(), actor: v.string(), replaces: v.string(), member: v.string() });

/** Names another verifier for the next time the figures are put to attestation (votes R14). */
export const nameVerifier = command(Verifier, async (world, { election: id, actor, replaces, member }) => {
  const election = await readElection(world, id);
  await authorise(world, election, actor, "verifier");
  const found = await world.table.get(Member, { network: election.network, id: member });
  const taken = [election.recorder, ...election.verifiers].includes(member);
  if (found?.standing !== "active" || taken) {
    throw new Refusal("input.invalid", {
      problems: [{ field: "member", code: taken ? "same-person" : "not-a-member" }],
    });
  }
  await move(world, id, async ({ verifiers, state, stage }) => {
    const isAhead = ["roll", "session", "figures"].includes(stage) || (stage === "attestation" && state === "parked");
    if (!isAhead) throw new Refusal("election.stage");
    return {
      changes: { verifiers: verifiers.map((one) => (one === replaces ? member : one)) },
      ...{ act: "verifier.named", actor, facts: { replaces, member } },
    };
  });
});
