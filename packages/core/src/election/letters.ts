import { type AboutAsk, aboutAsk, askEnvelope, envelopeOf, type Skip } from "../ask/index.ts";
import { message, plain, type Text } from "../i18n/index.ts";
import { readableHash } from "../journal/index.ts";
import { type Instant, Link, linkToken, type World } from "../kit/index.ts";
import type { AskEnvelope, CommonLetters, Envelope, Letter, OutcomeLine, VoteLine } from "../letter/index.ts";
import { Member } from "../people/index.ts";
import type { AbsenteeMode, TieRule } from "../vote/index.ts";
import { candidatesWords, putLine } from "./absentees.ts";
import { choosersIn } from "./choice.ts";
import { candidateNames, namesOf, sessionResult } from "./forms.ts";
import { lotsIn, originOf, returnedIn } from "./lot.ts";
import { officesIn, type Silence, silenceIn } from "./nomination-forms.ts";
import { type Election, type ElectionVote, meetingOf, readElection, votesOf } from "./records.ts";
import { roundsIn } from "./rounds.ts";
import { goesToLetters, rollSizeOf } from "./rules.ts";
import { asksCounted } from "./steps.ts";
import { tiedUnder } from "./ties.ts";
import { namesIn, outcomeLine } from "./words.ts";

/** The election's letters: who gets each, and what is put into it when it is rendered. */
export type ElectionLetters = {
  /** Everybody on the roll: whom do you propose? */
  "election.nominations": AskEnvelope & { offices: Text[] };
  /** Each nominee, with the offices she is proposed for: do you stand? */
  "election.acceptance": AskEnvelope & { offices: Text[]; silence: Silence };
  /** The coordinator, or who takes her place: approve the list of candidates. */
  "election.candidates": AskEnvelope & { offices: Text[] };
  /** The recorder, after the session: enter the figures; `objection` when they came back from a verifier. */
  "election.figures": AskEnvelope & { sessionAt: Instant; votes: Text[]; objection?: string | undefined };
  /** The recorder and two verifiers: confirm the figures, each alone. */
  "election.attestation": AskEnvelope & { sessionAt: Instant; votes: VoteLine[] };
  /** Each absentee: confirm or object, one question for each vote without a live mark. */
  "election.confirmation": AskEnvelope & {
    /** What is asked: the vote itself, or about the session's result; and whether there was a session. */
    mode: Exclude<AbsenteeMode, "none"> | "letter";
    sessionAt: Instant;
    votes: VoteLine[];
    /** She was present at other votes of the session: came late, or left early. */
    wasThereForSome: boolean;
  };
  /** Who is elected to several offices: which one does she take? */
  "election.choice": AskEnvelope & { offices: Text[] };
  /** Everybody on the roll: a vote that follows another. */
  "election.round": AskEnvelope & { votes: VoteLine[] };
  /** Whoever presides: her vote decides who of the tied is elected; the names of the tied by vote. */
  "election.chair": AskEnvelope & { votes: VoteLine[] };
  /** One person: enter the value of a lot; `objection` where it came back. */
  "election.draw": AskEnvelope & { votes: VoteLine[]; origins: Text[]; objection?: string | undefined };
  /** Two others: is the value of the lot the one that was published? */
  "election.witness": AskEnvelope & { votes: VoteLine[]; origins: Text[] };
  /** The coordinator: undelivered members could change the outcome. */
  "election.waiver": AskEnvelope & { undelivered: string[] };
  /** Two people: declare the result or return it with a reason. */
  "election.declaration": AskEnvelope & { outcomes: OutcomeLine[] };
  /** Everyone on the roll; `objectionsUntil` where they may object. */
  "election.result": Envelope & {
    process: string;
    outcomes: OutcomeLine[];
    url: string;
    journal: string;
    objectionsUntil?: Instant | undefined;
  };
  /** The coordinator: a member objects to what was declared. */
  "election.objected": Envelope & { process: string; name: string; url: string; journal: string };
  /** The coordinator: whoever was elected does not take the office. */
  "election.declined": Envelope & { process: string; name: string; office: string; url: string; journal: string };
  /** A second person: is the declared result to be annulled, as somebody asks? */
  "election.annulment": AskEnvelope & { reason: string; by: string };
  /** Everyone on the roll: the result is annulled, and why. */
  "election.annulled": Envelope & { process: string; reason: string; url: string; journal: string };
  /** A second person: is the election to be cancelled, as somebody asks? */
  "election.cancellation": AskEnvelope & { reason: string; by: string };
  /** Everybody who was asked anything: the election is cancelled, and why. */
  "election.cancelled": Envelope & { process: string; reason: string; journal: string };
  /** The coordinator: the election has stopped and waits for an act of hers. */
  "election.parked": Envelope & { process: string; reason: Text; url: string; journal: string };
};

/** A letter with the address it goes to and the one that answers reach. */
export type Addressed<K extends string, P> = { kind: K; props: P; address: string; replyTo?: string | undefined };

type ElectionLetter = { [K in keyof ElectionLetters]: Addressed<K, ElectionLetters[K]> }[keyof ElectionLetters];

/** Puts names, addresses and links into one of the election's letters; undefined for a kind that is not its own. */
export async function electionLetter(world: World, letter: Letter): Promise<ElectionLetter | Skip | undefined> {
  switch (letter.kind) {
    case "election.nominations":
    case "election.acceptance":
    case "election.candidates":
    case "election.figures":
    case "election.attestation":
    case "election.confirmation":
    case "election.choice":
    case "election.round":
    case "election.waiver":
    case "election.chair":
    case "election.draw":
    case "election.witness":
    case "election.declaration":
    case "election.annulment":
    case "election.cancellation":
      return askingLetter(world, letter, letter.kind);
    case "election.result":
    case "election.annulled":
      return resultLetter(world, letter, letter.kind);
    case "election.objected":
      return objectedLetter(world, letter);
    case "election.declined":
      return declinedLetter(world, letter);
    case "election.cancelled":
      return cancelledLetter(world, letter);
    case "election.parked":
      return parkedLetter(world, letter);
    default:
      return undefined;
  }
}

type Asking =
  | "election.nominations"
  | "election.acceptance"
  | "election.candidates"
  | "election.figures"
  | "election.attestation"
  | "election.confirmation"
  | "election.choice"
  | "election.round"
  | "election.waiver"
  | "election.chair"
  | "election.draw"
  | "election.witness"
  | "election.declaration"
  | "election.annulment"
  | "election.cancellation";

async function askingLetter(world: World, letter: Letter, kind: Asking): Promise<ElectionLetter | Skip> {
  const election = await readElection(world, letter.process);
  const journal = headOf(election);
  const asked = await askEnvelope(world, letter, { title: election.title, journal });
  if ("skip" in asked) return asked;
  const { props, address, ask } = asked;
  const replyTo = props.asker.address;
  const votes = await votesOf(world.table, election.id);
  const session = await meetingOf(world, election);
  const sessionAt = session?.startsAt ?? election.openedAt;
  switch (kind) {
    case "election.nominations":
    case "election.candidates": {
      const offices = officesIn(votes).filter(({ id }) => kind === "election.candidates" || ask.parts.includes(id));
      return { kind, address, replyTo, props: { ...props, offices: offices.map(({ vote }) => plain(vote.title)) } };
    }
    case "election.acceptance": {
      const offices = officesIn(votes).filter(({ id }) => ask.parts.includes(id));
      const titles = offices.map(({ vote }) => plain(vote.title));
      return { kind, address, replyTo, props: { ...props, offices: titles, silence: silenceIn(offices) } };
    }
    case "election.figures": {
      const objection = election.objections.findLast((one) => one.step === "attestation")?.reason;
      const titles = votes.map((vote) => plain(vote.vote.title));
      return { kind, address, replyTo, props: { ...props, sessionAt, votes: titles, ...(objection && { objection }) } };
    }
    case "election.attestation":
      return { kind, address, replyTo, props: { ...props, sessionAt, votes: await voteLines(world, election, votes) } };
    case "election.confirmation": {
      const size = rollSizeOf(election);
      const asked = votes.filter((vote) => goesToLetters(vote, size) && ask.parts.includes(vote.id));
      const wasThereForSome = Object.values(ask.marks ?? {}).includes("live");
      return {
        kind,
        address,
        replyTo,
        props: {
          ...props,
          mode: askedAs(election),
          sessionAt,
          votes: await putLines(world, election, asked),
          wasThereForSome,
        },
      };
    }
    case "election.choice": {
      const own = choosersIn(votes).find(({ member }) => member === ask.member)?.votes ?? [];
      const offices = votes.filter(({ id }) => own.includes(id)).map(({ vote }) => plain(vote.title));
      return { kind, address, replyTo, props: { ...props, offices } };
    }
    case "election.round": {
      const put = roundsIn(votes);
      return { kind, address, replyTo, props: { ...props, votes: await putLines(world, election, put) } };
    }
    case "election.chair":
      return { kind, address, replyTo, props: { ...props, votes: await tiedLines(world, election, "chair", votes) } };
    case "election.draw":
    case "election.witness": {
      const lines = await tiedLines(world, election, "lot", votes);
      const origins = (await lotsIn(world, election, votes)).map((lot) => originOf(lot, election));
      const about = { ...props, votes: lines, origins };
      if (kind === "election.witness") return { kind, address, replyTo, props: about };
      const objection = returnedIn(election)?.reason;
      return { kind, address, replyTo, props: { ...about, ...(objection && { objection }) } };
    }
    case "election.waiver": {
      const open = (await asksCounted(world, election)).filter((one) => one.undelivered && !one.answer);
      const names = await namesOf(
        world,
        election.network,
        open.map((one) => one.member),
      );
      return { kind, address, replyTo, props: { ...props, undelivered: [...names.values()] } };
    }
    case "election.annulment": {
      const { actor = "", reason = "" } = election.annulment ?? {};
      const by = (await namesOf(world, election.network, [actor])).get(actor) ?? "";
      return { kind, address, replyTo, props: { ...props, reason, by } };
    }
    case "election.cancellation": {
      const { actor = "", reason = "" } = election.cancellation ?? {};
      const by = (await namesOf(world, election.network, [actor])).get(actor) ?? "";
      return { kind, address, replyTo, props: { ...props, reason, by } };
    }
    case "election.declaration":
      return { kind, address, replyTo, props: { ...props, outcomes: await outcomeLines(world, election, votes) } };
  }
}

async function voteLines(world: World, election: Election, votes: readonly ElectionVote[]): Promise<VoteLine[]> {
  const lines: VoteLine[] = [];
  for (const vote of votes) {
    const { name, figures } = await sessionResult(world, election, vote);
    lines.push({ title: plain(vote.vote.title), result: name, figures });
  }
  return lines;
}

/** The votes that somebody is given herself by candidates or text; where she is asked about a result, with its figures. */
async function putLines(world: World, election: Election, votes: readonly ElectionVote[]): Promise<VoteLine[]> {
  const { network } = election;
  const lines: VoteLine[] = [];
  for (const vote of votes) {
    const [line] =
      vote.vote.mode === "combined"
        ? [{ title: plain(vote.vote.title), result: await putLine(world, network, vote), figures: [] }]
        : await voteLines(world, election, [vote]);
    const statements = await candidatesWords(world, network, vote);
    if (line) lines.push({ ...line, ...(statements.length > 0 && { statements }) });
  }
  return lines;
}

/** The votes whose tie is decided in this way, each with the names of the tied. */
async function tiedLines(
  world: World,
  { network }: Election,
  way: TieRule["kind"],
  votes: readonly ElectionVote[],
): Promise<VoteLine[]> {
  const lines: VoteLine[] = [];
  for (const { vote, outcome } of tiedUnder(way, votes)) {
    const names = await candidateNames(world, network, vote);
    lines.push({ title: plain(vote.title), result: namesIn(outcome.tied, names), figures: [] });
  }
  return lines;
}

function askedAs({ mode, session }: Election): ElectionLetters["election.confirmation"]["mode"] {
  if (session === undefined) return "letter";
  return mode === "none" ? "ratified" : mode;
}

/** The head of the journal as it goes into every letter about the election (votes R17). */
const headOf = (election: Election) => readableHash(election.journal.hash);

/** A letter about one of the election's asks, such as the receipt; undefined for every other kind. */
export async function letterAboutAsk(world: World, letter: Letter): Promise<AboutAsk | Skip | undefined> {
  return aboutAsk(world, letter, headOf(await readElection(world, letter.process)));
}

/** Every vote with its outcome in words. */
export async function outcomeLines(
  world: World,
  election: Election,
  votes: readonly ElectionVote[],
): Promise<OutcomeLine[]> {
  const lines: OutcomeLine[] = [];
  const isDeclared = election.declaredAt !== undefined;
  for (const vote of votes) {
    lines.push(outcomeLine(vote, await candidateNames(world, election.network, vote.vote), isDeclared));
  }
  return lines;
}

async function resultLetter(
  world: World,
  letter: Letter,
  kind: "election.result" | "election.annulled",
): Promise<ElectionLetter> {
  const election = await readElection(world, letter.process);
  const { envelope, address } = await envelopeOf(world, letter);
  const link = letter.link && (await world.table.get(Link, { id: letter.link }));
  if (!link) throw new Error(`the letter ${letter.id} has no link`);
  const url = `${world.url}/m/${linkToken(world.keys, link)}`;
  const shared = { ...envelope, process: election.title, url, journal: headOf(election) };
  switch (kind) {
    case "election.result": {
      const { objectionsUntil } = election;
      const outcomes = await outcomeLines(world, election, await votesOf(world.table, election.id));
      return { kind, address, props: { ...shared, outcomes, ...(objectionsUntil && { objectionsUntil }) } };
    }
    case "election.annulled":
      return { kind, address, props: { ...shared, reason: election.annulment?.reason ?? "" } };
  }
}

async function cancelledLetter(world: World, letter: Letter): Promise<ElectionLetter> {
  const election = await readElection(world, letter.process);
  const { envelope, address } = await envelopeOf(world, letter);
  const reason = election.cancellation?.reason ?? "";
  const props = { ...envelope, process: election.title, reason, journal: headOf(election) };
  return { kind: "election.cancelled", address, props };
}

async function objectedLetter(
  world: World,
  letter: Letter,
): Promise<Addressed<"election.objected", ElectionLetters["election.objected"]>> {
  const election = await readElection(world, letter.process);
  const { envelope, address } = await envelopeOf(world, letter);
  const member = String(letter.facts.member);
  const name = (await namesOf(world, election.network, [member])).get(member) ?? "";
  const url = `${world.url}/n/${election.network}/elections/${election.id}`;
  const props = { ...envelope, process: election.title, name, url, journal: headOf(election) };
  return { kind: "election.objected", address, props };
}

async function declinedLetter(world: World, letter: Letter): Promise<ElectionLetter> {
  const { address, props } = await objectedLetter(world, letter);
  const votes = await votesOf(world.table, letter.process);
  const office = votes.find(({ id }) => id === letter.facts.vote)?.vote.title ?? "";
  return { kind: "election.declined", address, props: { ...props, office } };
}

async function parkedLetter(world: World, letter: Letter): Promise<ElectionLetter> {
  const election = await readElection(world, letter.process);
  const { envelope, address } = await envelopeOf(world, letter);
  const url = `${world.url}/n/${election.network}/elections/${election.id}`;
  return {
    kind: "election.parked",
    address,
    props: { ...envelope, process: election.title, reason: parkedReason(election), url, journal: headOf(election) },
  };
}

/** Why an election has stopped, in words for its coordinator. */
export function parkedReason(election: Election): Text {
  const fault = election.parked?.fault;
  if (fault === "lapsed") return message("election.parked.lapsed");
  if (fault === "returned") {
    const reason = election.objections.findLast((one) => one.step === "declaration")?.reason ?? "";
    return message("election.parked.returned", { reason: plain(reason) });
  }
  return message("election.parked.fault", { fault: fault ?? "unknown" });
}

/** The coordinator's letter when a member's letter has come back. */
export async function undeliveredLetter(
  world: World,
  letter: Letter,
): Promise<Addressed<"ask.undelivered", CommonLetters["ask.undelivered"]>> {
  const election = await readElection(world, letter.process);
  const { envelope, address } = await envelopeOf(world, letter);
  const member = await world.table.get(Member, { network: election.network, id: String(letter.facts.member) });
  const url = `${world.url}/n/${election.network}/elections/${election.id}`;
  return {
    kind: "ask.undelivered",
    address,
    props: { ...envelope, name: member?.name ?? "", process: election.title, url, journal: headOf(election) },
  };
}
