import { type Answer, type Ask, answersOf, Collection } from "../ask/index.ts";
import type { Text } from "../i18n/index.ts";
import { readJournal } from "../journal/index.ts";
import type { Instant, World } from "../kit/index.ts";
import { addressChangesOf, type Member, membersOf, Network } from "../people/index.ts";
import { stepAnswers, stepCollection, stepReturns } from "../process/index.ts";
import type { Session } from "../session/index.ts";
import {
  type AbsenteeMode,
  type Attendance,
  type ElectVote,
  type Figures,
  type LetterFigures,
  mayPrintUnanimous,
  noLetters,
  type Outcome,
  profileHash,
  type RulesProfile,
  type Stay,
  type VotedText,
} from "../vote/index.ts";
import { challengesOf } from "./challenges.ts";
import { candidateNames } from "./forms.ts";
import {
  type DrawnLot,
  type Election,
  type ElectionVote,
  meetingOf,
  type Objection,
  presenceIn,
  readElection,
  votesOf,
} from "./records.ts";
import { type Repetition, repetitionOf } from "./repetition.ts";
import { liveVotesOf, rollSizeOf } from "./rules.ts";
import { rollAsks } from "./steps.ts";
import { outcomeText, rulesText } from "./words.ts";

type Named = { name: string; institution?: string | undefined };

/** A lot as the minutes print it: who entered the value, who attested it, and every tied candidate with her number. */
export type MinutesLot = Omit<DrawnLot, "ranking" | "entered" | "attested"> & {
  vote: string;
  rollHash: string;
  ranking: { candidate: string; name: string; number: string; isDrawn: boolean }[];
  entered: { name: string; at: Instant };
  attested: { name: string; at: Instant }[];
};

/** One vote as the minutes print it. */
export type MinutesVote = {
  number: number;
  /** Where it follows another vote: the number of that one, and whether a tie or another office taken was the reason. */
  follows?: { n: number; why: "tie" | "choice" };
  title: string;
  candidates: Named[];
  /** They were proposed before the session, each with her own consent. */
  isNominated: boolean;
  text?: VotedText;
  openedAt?: Instant | undefined;
  closedAt?: Instant | undefined;
  figures?: Figures | undefined;
  /** The hands for each candidate by name, where there were several. */
  hands: { name: string; votes: number }[];
  /** Every candidate where there were several, once it is counted: the votes for her in each part, and what became of her. */
  each: { name: string; session: number; letters: number; total: number; standing: "elected" | "tied" | "not" }[];
  /** Who was elected and does not take the office. */
  declined: { name: string; at: Instant }[];
  /** Who was elected here too and took another office, and which. */
  givenUp: { name: string; office: string }[];
  attendance?: Attendance | undefined;
  letters?: LetterFigures | undefined;
  /** Of the answers by letter, those that a coordinator recorded. */
  assisted: number;
  outcome?: Outcome | undefined;
  outcomeText?: Text;
  /** Where whoever presides decided a tie: by her own vote, and when. */
  chair?: { name: string; at: Instant };
  /** Where a lot decided a tie: all that anybody needs to draw it again. */
  lot?: MinutesLot;
  /** Where a tie was left to somebody who could not decide it. */
  undecided?: "chair";
  unanimous: { session: boolean; whole: boolean };
  /** What absentees gave as the reason of an objection, word for word. */
  objections: { name: string; reason: string }[];
};

/** The minutes of an election and its session: made from the records, never typed (votes R18). */
export type Minutes = {
  election: Election;
  network: Network;
  /** Which election it repeats, and which one repeats it (votes R12, R15). */
  repetition: Repetition;
  /** Undefined where all was by letter. */
  session: Session | undefined;
  recorder: Named;
  verifiers: Named[];
  declarers: Named[];
  profile: RulesProfile;
  mode: AbsenteeMode;
  letters?: { from: Instant; until: Instant; closedAt?: Instant | undefined };
  votes: MinutesVote[];
  /** Everybody on the roll, by name: the numbers of the votes she was present at, and those she was asked by letter. */
  presence: (Named & { present: number[]; byLetter: number[] })[];
  /** Members' objections to what was declared, word for word. */
  challenges: { name: string; reason: string; at: Instant }[];
  /** Verifiers and declarers who sent something back, word for word. */
  returned: { name: string; step: Objection["step"]; reason: string; at: Instant }[];
  /** Undelivered members without whom it went on, and why. */
  waivers: { name: string; reason: string; by: string; at: Instant }[];
  /** Members whose letters came back and who did not answer otherwise. */
  undelivered: string[];
  /** Who attested the figures in force, and when: the recorder, and the verifiers. */
  attested: (Named & { does: "records" | "attests"; at: Instant })[];
  /** Deadlines that were moved, in the order it happened (votes R10). */
  moved: { step: string; from: Instant; until: Instant; by: string; at: Instant }[];
  /** Members who left while the roll was open, and why; who had not voted counts no more (votes R7). */
  left: { name: string; reason: string; by: string; at: Instant; hasVoted: boolean }[];
  /** When the coordinator's duties passed to others because she stood, or came back to her, and to whom (votes R13). */
  passed: { names: string[]; isBack: boolean; at: Instant }[];
  addressChanges: number;
  /** The rules of the votes in words, with the fingerprints of their profiles. */
  rules: Text[];
  /** The hashes of the rules profiles that were frozen with the votes, each with the numbers of its votes. */
  profiles: { hash: string; votes: number[] }[];
};

/** The minutes as far as the election has come; refuses `not-found`. */
export async function minutesOf(world: World, id: string): Promise<Minutes> {
  const election = await readElection(world, id);
  const session = await meetingOf(world, election);
  const network = await world.table.get(Network, { id: election.network });
  if (!network) throw new Error(`no network ${election.network}`);
  const members = new Map((await membersOf(world.table, election.network)).map((member) => [member.id, member]));
  const named = (member: string) => nameOf(members.get(member));
  const votes = await votesOf(world.table, id);
  const roll = election.roll ? await rollAsks(world, election) : [];
  const round = await stepReturns(world, election, "round");
  const asked = [...roll, ...round.asks];
  const answers = new Map([...(await answersOf(world.table, roll)), ...round.answers]);
  const presence = await presenceIn(world, election);
  const letters = await world.table.get(Collection, { id: stepCollection(election, "confirmation") });
  const [chair] = await stepAnswers(world, election, "chair");
  const collator = new Intl.Collator(network.locale);
  return {
    repetition: await repetitionOf(world, election),
    ...{ election, network, session, profile: election.profile, mode: election.mode },
    addressChanges: await addressChangesOf(world.table, id),
    rules: rulesText(votes, election.zone, election.roll && rollSizeOf(election)),
    profiles: profilesIn(votes),
    recorder: named(election.recorder),
    verifiers: election.verifiers.map(named),
    declarers: election.declarers.map(named),
    ...(letters && { letters: { from: letters.openedAt, until: letters.deadline, closedAt: letters.closedAt } }),
    votes: await Promise.all(
      votes.map((vote) => minutesVote(world, election, vote, { votes, asked, answers, chair, named })),
    ),
    presence: roll
      .map((ask) => ({ ...named(ask.member), ...itemsOf(ask, votes, presence[ask.member] ?? []) }))
      .toSorted((a, b) => collator.compare(a.name, b.name)),
    challenges: (await challengesOf(world.table, election.id)).map(({ member, reason, at }) => ({
      ...{ name: named(member).name, reason, at },
    })),
    returned: election.objections.map(({ member, ...rest }) => ({ ...rest, name: named(member).name })),
    waivers: asked.flatMap((ask) => {
      if (!ask.waiver) return [];
      const { reason, actor, at } = ask.waiver;
      return [{ name: named(ask.member).name, reason, by: named(actor).name, at }];
    }),
    undelivered: [
      ...new Set(asked.filter((ask) => ask.undelivered && !ask.answer).map((ask) => named(ask.member).name)),
    ],
    attested: (await stepAnswers(world, election, "attestation"))
      .filter((answer) => answer.content.verdict === "agree")
      .map(({ member, at }) => ({ ...named(member), does: member === election.recorder ? "records" : "attests", at })),
    moved: await movedDeadlines(world, election, named),
    passed: await passedDuties(world, election, named),
    left: election.left.map(({ member, by, ...rest }) => ({ ...rest, name: named(member).name, by: named(by).name })),
  };
}

async function movedDeadlines(
  world: World,
  election: Election,
  named: (member: string) => Named,
): Promise<Minutes["moved"]> {
  const entries = await readJournal(world.table, election.id);
  return entries.flatMap(({ act, actor, facts, at }) => {
    if (act !== "deadline.moved") return [];
    const { step, from, until } = facts;
    return [{ step: String(step), from: String(from), until: String(until), by: named(actor).name, at }];
  });
}

async function passedDuties(
  world: World,
  election: Election,
  named: (member: string) => Named,
): Promise<Minutes["passed"]> {
  const entries = await readJournal(world.table, election.id);
  return entries.flatMap(({ act, facts, at }) => {
    if (act !== "duties.passed") return [];
    const holders = Object.values(facts).map(String);
    return [{ names: holders.map((id) => named(id).name), isBack: holders.join() === election.opener, at }];
  });
}

function profilesIn(votes: readonly ElectionVote[]): Minutes["profiles"] {
  const hashes = new Set(votes.map(({ vote }) => profileHash(vote.profile)));
  return [...hashes].map((hash) => {
    const under = votes.filter(({ vote }) => profileHash(vote.profile) === hash);
    return { hash, votes: under.map((vote) => vote.number) };
  });
}

function nameOf(member: Member | undefined): Named {
  return { name: member?.name ?? "", ...(member?.institution && { institution: member.institution }) };
}

type Known = {
  votes: readonly ElectionVote[];
  asked: readonly Ask[];
  answers: ReadonlyMap<string, Answer>;
  chair: (Answer & { member: string }) | undefined;
  named: (member: string) => Named;
};

async function minutesVote(world: World, election: Election, of: ElectionVote, known: Known): Promise<MinutesVote> {
  const { vote, live, letters, outcome } = of;
  const names = await candidateNames(world, election.network, vote);
  const isByHands = vote.method === "hands" && names.size > 1;
  const several = isByHands && live?.figures.kind === "elect" ? live.figures.votes : {};
  const first = known.votes.find(({ id }) => id === of.of);
  const why = first?.givenUp ? "choice" : "tie";
  return {
    ...(first && { follows: { n: first.number, why } }),
    ...{ number: of.number, title: vote.title, openedAt: of.openedAt, closedAt: of.closedAt },
    candidates: vote.kind === "elect" ? vote.candidates.map(({ member }) => known.named(member)) : [],
    isNominated: election.deadlines.nominations !== undefined,
    ...(vote.kind === "adopt" && { text: vote.text }),
    hands: Object.entries(several).map(([id, votes]) => ({ name: names.get(id) ?? "", votes })),
    each: outcome && vote.kind === "elect" && names.size > 1 ? eachIn(vote, outcome, names) : [],
    declined: (of.declined ?? []).map(({ candidate, at }) => ({ name: names.get(candidate) ?? "", at })),
    givenUp: (of.givenUp ?? []).map(({ candidate, taken }) => {
      return { name: names.get(candidate) ?? "", office: known.votes.find(({ id }) => id === taken)?.vote.title ?? "" };
    }),
    ...{ figures: live?.figures, attendance: live?.attendance, letters, outcome },
    ...(outcome && { outcomeText: outcomeText(of, outcome, names) }),
    ...tieIn(of, known, election.declaredAt !== undefined),
    ...(of.lot && election.roll && { lot: lotIn(of, of.lot, election.roll.hash, names, known) }),
    assisted: known.asked.filter((ask) => ask.parts.includes(of.id) && ask.answer?.assisted).length,
    unanimous: outcome ? mayPrintUnanimous(outcome, letters ?? noLetters) : { session: false, whole: false },
    objections: known.asked.flatMap((ask) => {
      const content = known.answers.get(ask.id)?.content;
      const reason = content?.[`${of.id}-reason`];
      if (content?.[of.id] !== "object" || !ask.parts.includes(of.id)) return [];
      return [{ name: known.named(ask.member).name, reason: typeof reason === "string" ? reason : "" }];
    }),
  };
}

function eachIn(vote: ElectVote, outcome: Outcome, names: ReadonlyMap<string, string>): MinutesVote["each"] {
  const elected = outcome.kind === "declared" || outcome.kind === "tied" ? outcome.elected : [];
  const tied = outcome.kind === "tied" ? outcome.tied : [];
  return vote.candidates.flatMap(({ id }) => {
    const tally = outcome.each[id];
    if (!tally) return [];
    const standing = elected.includes(id) ? "elected" : tied.includes(id) ? "tied" : "not";
    const { session, letters, for: total } = tally;
    return [{ name: names.get(id) ?? "", session: session.for, letters: letters.for, total, standing }];
  });
}

function lotIn(
  { id, outcome }: ElectionVote,
  { ranking, entered, attested, ...lot }: DrawnLot,
  rollHash: string,
  names: ReadonlyMap<string, string>,
  { named }: Known,
): MinutesLot {
  const elected = outcome?.kind === "declared" ? (outcome.tie?.elected ?? []) : [];
  const by = ({ member, at }: { member: string; at: Instant }) => ({ name: named(member).name, at });
  return {
    ...{ ...lot, vote: id, rollHash, entered: by(entered), attested: attested.map(by) },
    ranking: ranking.map(({ candidate, number }) => {
      return { candidate, name: names.get(candidate) ?? "", number, isDrawn: elected.includes(candidate) };
    }),
  };
}

/** How a tie in this vote came to its end: by whose vote, or that nobody could decide it. */
function tieIn(
  { vote, outcome }: ElectionVote,
  { chair, named }: Known,
  isDeclared: boolean,
): Pick<MinutesVote, "chair" | "undecided"> {
  if (outcome?.kind === "tied" && vote.profile.tie.kind === "chair") return isDeclared ? { undecided: "chair" } : {};
  if (outcome?.kind !== "declared" || outcome.tie?.by !== "chair" || !chair) return {};
  return { chair: { name: named(chair.member).name, at: chair.at } };
}

function itemsOf(ask: Ask, votes: readonly ElectionVote[], stays: readonly Stay[]) {
  const live = liveVotesOf(votes, stays);
  const present = votes.filter((vote) => live.includes(vote.id));
  const byLetter = votes.filter((vote) => ask.deadline !== undefined && ask.parts.includes(vote.id));
  return { present: present.map((vote) => vote.number), byLetter: byLetter.map((vote) => vote.number) };
}
