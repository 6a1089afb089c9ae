import {
  candidateNames,
  type Duty,
  dutiesIn,
  type Election,
  type ElectionVote,
  holdersOf,
  isNominated,
  mayDo,
  meetingOf,
  type Nomination,
  namesOf,
  nominationsOf,
  presenceIn,
  type Repetition,
  repetitionOf,
} from "@quorate/core/election";
import { type JournalEntry, readJournal } from "@quorate/core/journal";
import type { Instant, World } from "@quorate/core/kit";
import { type Member, membersOf } from "@quorate/core/people";
import type { Session } from "@quorate/core/session";
import type { ElectionConsole } from "./election-console.ts";
import { countSoFar, type VoteCount } from "./figures.tsx";
import { type AskedStep, askedStep, ballotOf, currentStep, lastLetter, undeliveredIn } from "./standing.ts";

/** Everything that the page of an election is made from. */
export type ProcessView = ElectionConsole & {
  repetition: Repetition;
  /** Undefined where all is by letter. */
  session: Session | undefined;
  journal: readonly JournalEntry[];
  members: ReadonlyMap<string, Member>;
  declarers: readonly string[];
  present: number;
  /** The step that asks now; the letters to the absentees, once they are out. */
  step: AskedStep | undefined;
  letters: AskedStep | undefined;
  bounced: ReadonlyMap<string, Instant>;
  /** The votes so far, from when their figures are attested. */
  counts: readonly VoteCount[];
  votes: readonly ElectionVote[];
  /** Where candidates are nominated by letter: from the close of the nominations on. */
  nominations: readonly Nomination[] | undefined;
  /** Where the reader stands herself: who has her duties, by name. What she may not know is left out above (votes R13). */
  standsAside: readonly string[] | undefined;
  /** Whether the reader may do this (votes R13). */
  may: (duty: Duty) => boolean;
};

/** The stages before the figures are attested: until then nothing of them is shown. */
const unattested = ["roll", "nominations", "acceptance", "candidates", "session", "figures", "attestation"];

/** Whom members propose is known when the nominations close, and not before. */
function hasClosedNominations(election: Election): boolean {
  return isNominated(election) && election.stage !== "roll" && election.stage !== "nominations";
}

/** The page as its reader may see it: who stands sees neither who has answered nor what was counted, until it is declared. */
export async function viewProcess(world: World, console: ElectionConsole): Promise<ProcessView> {
  const view = await wholeView(world, console);
  const { election, member } = console;
  const duties = await dutiesIn(world, election);
  if (mayDo(duties, member.id, "turnout")) return view;
  const standsAside = holdersOf(duties).map((id) => view.members.get(id)?.name ?? "");
  const may = (duty: Duty) => mayDo(duties, member.id, duty);
  if (election.declaredAt !== undefined) return { ...view, standsAside, may };
  return { ...view, standsAside, may, step: undefined, letters: undefined, counts: [], nominations: undefined };
}

async function wholeView(world: World, console: ElectionConsole): Promise<ProcessView> {
  const { election } = console;
  const session = await meetingOf(world, election);
  const step = await currentStep(world, election);
  const letters = step?.step === "confirmation" ? step : await askedStep(world, election, "confirmation");
  const members = new Map((await membersOf(world.table, election.network)).map((member) => [member.id, member]));
  const ballot = await ballotOf(world, election);
  const presence = await presenceIn(world, election);
  const counts: VoteCount[] = [];
  for (const vote of unattested.includes(election.stage) ? [] : ballot.votes) {
    const count = countSoFar(vote, ballot, await candidateNames(world, election.network, vote.vote));
    if (count) counts.push(count);
  }
  const bounced = new Map<string, Instant>();
  for (const { collection, asks } of [step, letters].flatMap((one) => one ?? [])) {
    for (const ask of undeliveredIn({ asks })) {
      const letter = await lastLetter(world, ask, collection);
      if (letter?.settledAt) bounced.set(ask.id, letter.settledAt);
    }
  }
  return {
    ...{ standsAside: undefined, may: () => true },
    repetition: await repetitionOf(world, election),
    ...{ ...console, session, step, letters, members, bounced, counts, votes: ballot.votes },
    nominations: hasClosedNominations(election) ? await nominationsOf(world.table, election.id) : undefined,
    journal: await readJournal(world.table, election.id),
    declarers: [...(await namesOf(world, election.network, election.declarers)).values()],
    present: ballot.roll.filter((ask) => (presence[ask.member] ?? []).length > 0).length,
  };
}
