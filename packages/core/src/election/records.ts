import * as v from "valibot";
import { defineRecord, Instant, type Stored, type Table, type World } from "../kit/index.ts";
import { openIndex, openPartition, processRow, readRow } from "../process/index.ts";
import { presenceOf, readSession, type Session } from "../session/index.ts";
import {
  AbsenteeMode,
  Attendance,
  Figures,
  LetterFigures,
  lettersBeforeVotes,
  Outcome,
  outcomeBeforeSeats,
  type Presence,
  profileBeforeTieRules,
  RulesProfile,
  Vote,
  voteBeforeSeats,
} from "../vote/index.ts";

/** Where an election stands; each is a step of `process.ts` at which `Resume` can take it up again. */
export const Stage = v.picklist([
  "roll",
  "nominations",
  "acceptance",
  "candidates",
  "session",
  "figures",
  "attestation",
  "marks",
  "confirmation",
  "reconciliation",
  "waiver",
  "choice",
  "round",
  "chair",
  "lot",
  "draw",
  "witness",
  "declaration",
  "result",
  "declared",
  "annulment",
  "annulled",
  "final",
  "cancelled",
]);
export type Stage = v.InferOutput<typeof Stage>;

/** The steps that ask people, in the order they happen, each with its deadline; a waiver may be asked for after a round too. */
export const AskingStep = v.picklist([
  "nominations",
  "acceptance",
  "candidates",
  "figures",
  "attestation",
  "confirmation",
  "choice",
  "round",
  "waiver",
  "chair",
  "draw",
  "witness",
  "declaration",
  "annulment",
]);
export type AskingStep = v.InferOutput<typeof AskingStep>;

/** Until when each step waits; the first three only where candidates are nominated before the session. */
export const Deadlines = v.object({
  nominations: v.optional(Instant),
  acceptance: v.optional(Instant),
  candidates: v.optional(Instant),
  /** Where it meets: who records the hands, and who attests them. */
  figures: v.optional(Instant),
  attestation: v.optional(Instant),
  confirmation: Instant,
  waiver: Instant,
  /** Until when who is elected to several offices chooses one; set when she is asked. */
  choice: v.optional(Instant),
  /** Until when a vote that follows a tie is open; set when it begins. */
  round: v.optional(Instant),
  /** Until when whoever presides decides a tie; set when she is asked. */
  chair: v.optional(Instant),
  /** Until when the value of a lot is entered, and until when two others attest it; set when it is published. */
  draw: v.optional(Instant),
  witness: v.optional(Instant),
  declaration: Instant,
  /** Until when a second person may approve an annulment that was asked for. */
  annulment: v.optional(Instant),
});
export type Deadlines = v.InferOutput<typeof Deadlines>;

/** Why figures or a result came back, in the words of the person who returned them: they go verbatim into the minutes. */
export const Objection = v.object({
  step: v.picklist(["candidates", "attestation", "witness", "declaration", "annulment"]),
  turn: v.number(),
  member: v.string(),
  reason: v.string(),
  at: Instant,
});
export type Objection = v.InferOutput<typeof Objection>;

/** A member who left the network while the roll was open: on whose record, and why. */
const Left = v.object({
  ...{ member: v.string(), by: v.string(), reason: v.string(), at: Instant },
  hasVoted: v.boolean(),
});

/** A lot as it was drawn, with all that anybody needs to draw it again, and who entered and who attested its value (votes R11). */
export const DrawnLot = v.object({
  source: v.string(),
  /** The first value published after this moment. */
  from: Instant,
  value: v.string(),
  seed: v.string(),
  /** The tied, each with her number, the smallest first. */
  ranking: v.array(v.object({ candidate: v.string(), number: v.string() })),
  entered: v.object({ member: v.string(), at: Instant }),
  attested: v.array(v.object({ member: v.string(), at: Instant })),
});
export type DrawnLot = v.InferOutput<typeof DrawnLot>;

/** The process's row: what was set before the session, and how far it has come. */
export const Election = defineRecord({
  kind: "election",
  version: 2,
  upgrades: { 1: (old) => ({ ...old, profile: profileBeforeTieRules(old.profile) }) },
  schema: v.object({
    ...processRow,
    stage: Stage,
    /** Where it meets; all by letter it has none. */
    session: v.optional(v.string()),
    /** Who has the coordinator's duties when she stands herself, in this order (votes R13). */
    substitutes: v.optional(v.array(v.string()), []),
    /** Who has them now, once they have passed to somebody else. */
    passedTo: v.optional(v.array(v.string())),
    /** Two different people, or one where the profile says so. */
    declarers: v.array(v.string()),
    recorder: v.string(),
    verifiers: v.array(v.string()),
    /** Who presides, and decides a tie where the rules leave it to her (votes R11). */
    presiding: v.optional(v.string()),
    profile: RulesProfile,
    mode: AbsenteeMode,
    /** Until when each step waits; when it passes the step lapses as `process.ts` says. */
    deadlines: Deadlines,
    /** How often each step was begun: figures sent back are asked for again, in a collection of their own. */
    turns: v.object({
      nominations: v.optional(v.number()),
      acceptance: v.optional(v.number()),
      candidates: v.optional(v.number()),
      figures: v.number(),
      attestation: v.number(),
      confirmation: v.number(),
      waiver: v.number(),
      choice: v.optional(v.number()),
      round: v.optional(v.number()),
      chair: v.optional(v.number()),
      draw: v.optional(v.number()),
      witness: v.optional(v.number()),
      declaration: v.number(),
      annulment: v.optional(v.number()),
    }),
    votes: v.array(v.string()),
    roll: v.optional(
      v.object({ collection: v.string(), shards: v.number(), size: v.number(), hash: v.string(), at: Instant }),
    ),
    /** Members who left the network since the roll was frozen: who had voted by then counts, the others do not (votes R7). */
    left: v.optional(v.array(Left), []),
    objections: v.array(Objection),
    /** The recorder's last figures could not be: they are asked for again. */
    impossible: v.optional(v.boolean()),
    /** The election that it repeats, which was annulled or cancelled (votes R12, R15); and the one that repeats it. */
    repeats: v.optional(v.string()),
    repeatedBy: v.optional(v.string()),
    declaredAt: v.optional(Instant),
    /** How many days members may object to what was declared (votes R15); 0 for none. */
    objectionDays: v.optional(v.number(), 0),
    objectionsUntil: v.optional(Instant),
    /** Who asked to annul the result, and why. */
    annulment: v.optional(v.object({ actor: v.string(), reason: v.string(), at: Instant })),
    /** Who asked to cancel it, and why; whom that asks is in the collection. At the stage `cancelled` it is. */
    cancellation: v.optional(v.object({ actor: v.string(), reason: v.string(), at: Instant, collection: v.string() })),
    /** It is tried out and never held: only its first letter is made from it. */
    isTrial: v.optional(v.literal(true)),
    /** Counts the reasons to look at it again that come from an act; the relay signals when it changes. */
    nudges: v.optional(v.number(), 0),
  }),
  key: ({ id }: { id: string }) => ({ pk: `election#${id}`, sk: "election" }),
  indexes: ({ id, network, state, openedAt, isTrial }) => ({
    ...(!isTrial && { lookup: { pk: `elections#${network}`, sk: `${openedAt}#${id}` } }),
    ...openIndex("election", { id, state }),
  }),
});
export type Election = v.InferOutput<typeof Election.schema>;

/** One vote of an election: the question with its rules, and each part of its result as it comes. */
export const ElectionVote = defineRecord({
  kind: "election-vote",
  version: 2,
  upgrades: {
    1: (old) => ({
      ...{ ...old, vote: voteBeforeSeats(old.vote) },
      ...(old.letters !== undefined && { letters: lettersBeforeVotes(old.letters) }),
      ...(old.outcome !== undefined && { outcome: outcomeBeforeSeats(old.outcome) }),
    }),
  },
  schema: v.object({
    election: v.string(),
    id: v.string(),
    /** Where it follows a tie: the vote that it decides (votes R11). */
    of: v.optional(v.string()),
    /** Its number on the agenda, from 1; those that follow a tie come after all others. */
    number: v.number(),
    vote: Vote,
    openedAt: v.optional(Instant),
    closedAt: v.optional(Instant),
    /** As attested, with who was present. */
    live: v.optional(v.object({ figures: Figures, attendance: Attendance })),
    letters: v.optional(LetterFigures),
    outcome: v.optional(Outcome),
    /** Where its tie was decided by lot. */
    lot: v.optional(DrawnLot),
    /** Candidates who were elected and do not take the office: their seats are vacant (votes R12). */
    declined: v.optional(v.array(v.object({ candidate: v.string(), at: Instant }))),
    /** Candidates who were elected here too and took another office, each with the vote of that one (votes R12). */
    givenUp: v.optional(v.array(v.object({ candidate: v.string(), taken: v.string() }))),
  }),
  key: ({ election, number }: { election: string; number: number }) => ({
    pk: `election#${election}`,
    sk: `vote#${String(number).padStart(3, "0")}`,
  }),
});
export type ElectionVote = v.InferOutput<typeof ElectionVote.schema>;

/** The election; refuses `not-found`. */
export function readElection(world: World, id: string): Promise<Stored<Election>> {
  return readRow(world, Election, id);
}

/** The session in which an election meets; undefined where all is by letter. */
export async function meetingOf(world: World, { session }: Election): Promise<Stored<Session> | undefined> {
  return session === undefined ? undefined : readSession(world, session);
}

/** When each member was at its session; nobody ever, where all is by letter. */
export async function presenceIn(world: World, { session }: Election): Promise<Presence> {
  return session === undefined ? {} : presenceOf(world.table, session);
}

/** The session; a fault where there is none, for what happens only at one. */
export async function sessionOf(world: World, election: Election): Promise<Stored<Session>> {
  const session = await meetingOf(world, election);
  if (!session) throw new Error(`${election.id} meets in no session`);
  return session;
}

/** Its votes in the order of the agenda. */
export async function votesOf(table: Table, election: string): Promise<Stored<ElectionVote>[]> {
  const page = await table.list(ElectionVote, `election#${election}`, { prefix: "vote#" });
  return page.items;
}

/** A network's elections, the newest first. */
export async function electionsOf(table: Table, network: string): Promise<Stored<Election>[]> {
  const elections = await table.find(Election, "lookup", `elections#${network}`);
  return elections.toReversed();
}

/** The elections that have not ended, of every network: for the sweep. */
export function openElections(table: Table): Promise<Stored<Election>[]> {
  return table.find(Election, "open", openPartition("election"));
}
