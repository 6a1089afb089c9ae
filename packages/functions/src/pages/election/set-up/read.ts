import {
  type AskingStep,
  checkSetUp,
  Deadlines,
  openElection,
  type SetUp,
  type Tried,
  tryElection,
} from "@quorate/core/election";
import { inZone, LocalDate } from "@quorate/core/i18n";
import type { Instant, Problem, World } from "@quorate/core/kit";
import { type Office, officesOf } from "@quorate/core/offices";
import { type Member, roster } from "@quorate/core/people";
import { type Session, sessionsOf } from "@quorate/core/session";
import {
  AbsenteeMode,
  BallotKind,
  MajorityBase,
  profilesOf,
  type RulesProfile,
  type Threshold,
  type VoteKind,
} from "@quorate/core/vote";
import * as v from "valibot";
import { readMoment } from "../../moment.ts";
import type { Console } from "../../people/index.ts";
import { tried } from "../../tried.ts";
import type { Typed } from "../fields.tsx";
import type { Again } from "./again.ts";

/** As many votes as the page has room for. */
export const voteNumbers = [1, 2, 3, 4, 5, 6] as const;
export type VoteNumber = (typeof voteNumbers)[number];

const shares: Readonly<Record<string, Threshold>> = {
  "more-than-half": { numerator: 1, denominator: 2, comparison: "more-than" },
  "at-least-half": { numerator: 1, denominator: 2, comparison: "at-least" },
  "at-least-two-thirds": { numerator: 2, denominator: 3, comparison: "at-least" },
};
export const Share = v.picklist(["more-than-half", "at-least-half", "at-least-two-thirds"]);

/** A part of the rules that is left as the network has set it, for each kind of vote. */
export const AS_THE_NETWORK = "network";

/** The steps with a deadline in the order they follow, each with its field and how many days after the session is proposed. */
export const deadlines: readonly { step: AskingStep; field: DeadlineField; days: number }[] = [
  { step: "figures", field: "figuresBy", days: 1 },
  { step: "attestation", field: "attestationBy", days: 2 },
  { step: "confirmation", field: "confirmationBy", days: 7 },
  { step: "waiver", field: "waiverBy", days: 9 },
  { step: "declaration", field: "declarationBy", days: 12 },
];
/** The steps that only an election which meets in a session has. */
export const onlyAtSession: readonly AskingStep[] = ["figures", "attestation"];

/** What is chosen in the place of a session where everybody votes by letter. */
export const BY_LETTER = "letter";

/** The most seats of one vote that the page takes. */
const MOST_SEATS = 50;
const SeatCount = v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number), v.minValue(1), v.maxValue(MOST_SEATS));

export type DeadlineField = "figuresBy" | "attestationBy" | "confirmationBy" | "waiverBy" | "declarationBy";

/** The steps of nominations, where the page asks for them, and how many days before the session each is proposed. */
export const nominationDeadlines: readonly { step: AskingStep; field: NominationField; days: number }[] = [
  { step: "nominations", field: "nominationsBy", days: 6 },
  { step: "acceptance", field: "acceptanceBy", days: 3 },
  { step: "candidates", field: "candidatesBy", days: 1 },
];
export type NominationField = "nominationsBy" | "acceptanceBy" | "candidatesBy";
const PROPOSED_TIME = "20:00";
/** How many days after the session a lot is proposed to be drawn: one after the letters close. */
const LOT_AFTER = 8;

/** What the page offers to choose from. */
export type SetUpChoices = {
  sessions: readonly Session[];
  members: readonly Member[];
  /** What is kept of the network's offices: a vote may fill one. */
  offices: readonly Office[];
  /** The network's rules for each kind of vote. */
  profiles: Readonly<Record<VoteKind, RulesProfile>>;
  /** When the page is made. */
  now: Instant;
  /** The election that is held again, and who may stand in it again. */
  again?: Again;
};

/** The sessions that are not closed, the next one first, the members who may declare, and the network's rules. */
export async function setUpChoices(world: World, network: string): Promise<SetUpChoices> {
  const sessions = (await sessionsOf(world.table, network)).filter((session) =>
    ["planned", "open"].includes(session.meeting),
  );
  const members = (await roster(world, network)).map(({ member }) => member);
  const offices = await officesOf(world.table, network);
  const profiles = await profilesOf(world.table, network);
  return { sessions: sessions.toReversed(), members, offices, profiles, now: world.clock.now() };
}

/** In how many days each step of nominations is proposed where there is no session to count back from. */
const LETTER_NOMINATIONS = { nominationsBy: 7, acceptanceBy: 10, candidatesBy: 12 } as const;

/**
 * The set-up before anything is typed: the network's rules, the coordinator as one of those who declare, and deadlines around the
 * session. Where all is by letter, candidates are proposed by letter too, and the deadlines count from today.
 */
export function proposedSetUp(
  session: Session | undefined,
  { elect }: SetUpChoices["profiles"],
  { now, zone, member }: { now: Instant; zone: string; member: string },
): Typed {
  const begins = session && session.startsAt > now ? session.startsAt : now;
  const first = inZone(begins, session?.zone ?? zone).toPlainDate();
  const at = (days: number) => `${first.add({ days }).toString()}T${PROPOSED_TIME}`;
  const nominated = session ? 0 : LETTER_NOMINATIONS.candidatesBy;
  const earlier = nominationDeadlines.map(({ field, days }) => [
    field,
    at(session ? -days : LETTER_NOMINATIONS[field]),
  ]);
  return {
    session: session?.id ?? BY_LETTER,
    ...(!session && { nominate: "yes" }),
    ...Object.fromEntries(earlier),
    ...(elect.tie.kind === "lot" && {
      lotSource: elect.tie.source,
      lotAt: at(nominated + LOT_AFTER),
    }),
    ...{ share: AS_THE_NETWORK, base: AS_THE_NETWORK, quorum: AS_THE_NETWORK, objectionDays: "15" },
    declarer1: member,
    ...Object.fromEntries(deadlines.map(({ field, days }) => [field, at(nominated + days)])),
  };
}

/** What an act made of the set-up, or what is wrong with it, by the fields of the page. */
export type OfSetUp<Done> = { done: Done } | { problems: Problem[] };

type By = Pick<Console, "network" | "member">;

/** The id of the election that was opened. */
export function openFrom(world: World, by: By, typed: Typed, choices: SetUpChoices): Promise<OfSetUp<string>> {
  return unlessWrong(world, by, typed, choices, (set) => openElection(world, set));
}

/** Whether the letter that this set-up begins with is on its way to the coordinator, as a test. */
export function tryFrom(world: World, by: By, typed: Typed, choices: SetUpChoices): Promise<OfSetUp<Tried>> {
  return unlessWrong(world, by, typed, choices, (set) => tryElection(world, set));
}

async function unlessWrong<Done>(
  world: World,
  { network, member }: By,
  typed: Typed,
  choices: SetUpChoices,
  act: (set: SetUp) => Promise<Done>,
): Promise<OfSetUp<Done>> {
  const session = choices.sessions.find(({ id }) => id === typed.session);
  const read = readSetUp(typed, session, { zone: network.zone, profiles: choices.profiles });
  const { problems } = read;
  if (read.deadlines) problems.push(...contradictions(read, session, read.deadlines, world.clock.now()));
  const { profile, mode } = read;
  if (problems.length > 0 || !read.deadlines || !mode) return { problems: firstOfEach(problems) };
  const votes = read.votes.map(({ vote }) => vote);
  const ids = { network: network.id, actor: member.id, title: read.title, ...(session && { session: session.id }) };
  const { declarers, substitutes, presiding, objectionDays } = read;
  const set: SetUp = {
    ...{ ...ids, votes, profile, mode, declarers, substitutes, objectionDays, deadlines: read.deadlines },
    ...{ ...(presiding !== undefined && { presiding }), ...(typed.again && { repeats: typed.again }) },
  };
  const done = await tried(() => act(set));
  if ("done" in done) return done;
  const slots = read.votes.map(({ number }) => number);
  return { problems: firstOfEach(done.problems.map((problem) => atField(problem, slots))) };
}

type Read = {
  title: string;
  votes: { number: VoteNumber; vote: SetUp["votes"][number] }[];
  profile: SetUp["profile"];
  mode: SetUp["mode"] | undefined;
  declarers: string[];
  substitutes: string[];
  presiding: string | undefined;
  objectionDays: number;
  deadlines: SetUp["deadlines"] | undefined;
  problems: Problem[];
};

function readSetUp(
  typed: Typed,
  session: Session | undefined,
  { zone, profiles }: { zone: string; profiles: SetUpChoices["profiles"] },
): Read {
  const isByLetter = typed.session === BY_LETTER;
  const problems: Problem[] = [];
  const text = (field: string) => {
    const value = (typed[field] ?? "").replaceAll("\r\n", "\n").trim();
    if (value === "") problems.push({ field, code: "missing" });
    return value;
  };
  const choice = <S extends v.GenericSchema<unknown, string>>(field: string, schema: S) => {
    const read = v.safeParse(schema, typed[field]);
    if (!read.success) problems.push({ field, code: "choose" });
    return read.success ? read.output : undefined;
  };
  const title = text("title");
  if (!session && !isByLetter) problems.push({ field: "session", code: "choose" });
  const asked = voteNumbers.flatMap((number): Read["votes"] => {
    const name = `vote${number}`;
    const kind = typed[`${name}-kind`] ?? "";
    if (kind === "elect") {
      const seats = v.safeParse(SeatCount, (typed[`${name}-seats`] ?? "1").trim());
      const ballot = v.safeParse(BallotKind, typed[`${name}-ballot`] ?? "plurality");
      if (!seats.success) problems.push({ field: `${name}-seats`, code: "seats", details: { limit: MOST_SEATS } });
      const asked = { seats: seats.success ? seats.output : 1, ballot: ballot.success ? ballot.output : "plurality" };
      const office = readOffice(typed, name, problems);
      const candidates = isByLetter && typed.nominate !== "yes" ? standingIn(typed, name) : [];
      const title = text(`${name}-title`);
      return [{ number, vote: { kind, title, ...asked, ...(office && { office }), candidates } }];
    }
    if (kind === "adopt") {
      const words = { title: text(`${name}-text-title`), body: text(`${name}-text-body`) };
      return [{ number, vote: { kind, title: text(`${name}-title`), text: words } }];
    }
    const isBegun = [`${name}-title`, `${name}-text-title`, `${name}-text-body`].some((field) => typed[field]?.trim());
    if (isBegun || kind !== "") problems.push({ field: `${name}-kind`, code: "choose" });
    return [];
  });
  const part = <S extends v.GenericSchema<unknown, string>>(field: string, schema: S) =>
    typed[field] === AS_THE_NETWORK ? undefined : choice(field, schema);
  const [share, base, quorum] = [part("share", Share), part("base", MajorityBase), part("quorum", Share)];
  const [threshold, attendance] = [share && shares[share], quorum && shares[quorum]];
  const byLetter = isByLetter ? { lettersCountTowardsQuorum: true } : {};
  const set = {
    ...byLetter,
    ...(threshold && { threshold }),
    ...(base && { base }),
    ...(attendance && { quorum: attendance }),
  };
  const isElecting = asked.some(({ vote }) => vote.kind === "elect");
  const lot = isElecting ? readLot(typed, profiles.elect.tie, session?.zone ?? zone, problems) : undefined;
  const votes = asked.map(({ number, vote }) => ({
    number,
    vote: { ...vote, profile: { ...profiles[vote.kind], ...set, ...(vote.kind === "elect" && lot && { tie: lot }) } },
  }));
  const [first] = votes;
  const profile = first?.vote.profile ?? { ...profiles.elect, ...set };
  const mode = isByLetter ? "combined" : choice("mode", AbsenteeMode);
  const days = v.safeParse(ObjectionDays, (typed.objectionDays ?? "").trim());
  if (!days.success) problems.push({ field: "objectionDays", code: "days", details: { limit: MOST_OBJECTION_DAYS } });
  const objectionDays = days.success ? days.output : 0;
  const oneSuffices = votes.length > 0 && votes.every(({ vote }) => !vote.profile.twoPeopleDeclare);
  const declarers = (oneSuffices && !typed.declarer2 ? ["declarer1"] : ["declarer1", "declarer2"]).map(
    (field) => choice(field, Someone) ?? "",
  );
  const substitutes = typed.substitute ? [typed.substitute] : [];
  const presiding = typed.presiding === "" ? undefined : typed.presiding;
  const moments = readDeadlines(typed, session, zone, problems);
  const people = { declarers, substitutes, presiding };
  return { title, votes, profile, mode, ...people, objectionDays, deadlines: moments, problems };
}

/** Where the network leaves a tie to a lot: where its value is published, and from when it counts (votes R11). */
function readLot(
  typed: Typed,
  rule: RulesProfile["tie"],
  zone: string,
  problems: Problem[],
): RulesProfile["tie"] | undefined {
  if (rule.kind !== "lot") return undefined;
  const source = (typed.lotSource ?? "").trim();
  if (source === "") problems.push({ field: "lotSource", code: "missing" });
  if (source.length > 200) problems.push({ field: "lotSource", code: "max_length" });
  const moment = readMoment(typed.lotAt ?? "", zone);
  if (!("at" in moment)) problems.push({ field: "lotAt", code: moment.code });
  return { ...rule, source, ...("at" in moment && { at: moment.at }) };
}

/** Who stands again in a vote, where an election is held again: the boxes that are ticked. */
function standingIn(typed: Typed, vote: string): string[] {
  const prefix = `${vote}-stands-`;
  return Object.entries(typed).flatMap(([name, value]) =>
    name.startsWith(prefix) && value === "yes" ? [name.slice(prefix.length)] : [],
  );
}

/** The office that a vote fills, with the days of its mandate where they were typed; undefined where none was chosen. */
function readOffice(typed: Typed, vote: string, problems: Problem[]) {
  const id = typed[`${vote}-office`] ?? "";
  const day = (part: "from" | "until") => {
    const text = (typed[`${vote}-${part}`] ?? "").trim();
    if (text === "") return {};
    const read = v.safeParse(LocalDate, text);
    if (!read.success) problems.push({ field: `${vote}-${part}`, code: "no-day" });
    return read.success ? { [part]: read.output } : {};
  };
  return id === "" ? undefined : { id, ...day("from"), ...day("until") };
}

/** The most days that members may have to object. */
export const MOST_OBJECTION_DAYS = 60;
const ObjectionDays = v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number), v.maxValue(MOST_OBJECTION_DAYS));

const Someone = v.pipe(v.string(), v.nonEmpty());

function readDeadlines(
  typed: Typed,
  session: Session | undefined,
  zone: string,
  problems: Problem[],
): SetUp["deadlines"] | undefined {
  if (!session && typed.session !== BY_LETTER) return undefined;
  const at = (field: DeadlineField | NominationField) => {
    const read = readMoment(typed[field] ?? "", session?.zone ?? zone);
    if ("at" in read) return read.at;
    problems.push({ field, code: read.code });
    return undefined;
  };
  const asked = typed.nominate === "yes" ? nominationDeadlines : [];
  const steps = deadlines.filter(({ step }) => session !== undefined || !onlyAtSession.includes(step));
  const moments = [...asked, ...steps].map(({ step, field }) => [step, at(field)] as const);
  const read = v.safeParse(Deadlines, Object.fromEntries(moments));
  return read.success && moments.every(([, moment]) => moment !== undefined) ? read.output : undefined;
}

/** What the election's own rules say, so that it stands beside what is missing. */
function contradictions(
  read: Read,
  session: Session | undefined,
  moments: SetUp["deadlines"],
  now: Instant,
): Problem[] {
  const votes = read.votes.map(({ vote }) => ({ ...vote, profile: vote.profile ?? read.profile }));
  const meets = { hasSession: session !== undefined, sessionAt: session?.startsAt };
  const rest = { ...meets, mode: read.mode ?? "none" };
  const declarers = read.declarers.every(Boolean) ? read.declarers : [];
  return checkSetUp({ ...rest, votes, declarers, deadlines: moments }, now)
    .filter(({ code }) => code !== "too-few" || declarers.length > 0)
    .map((problem) => atField(problem, []));
}

/** A problem of the act at the field of the page where it is mended. `slots`: which vote of the page each vote is. */
function atField(problem: Problem, slots: readonly VoteNumber[]): Problem {
  const [head = "", index = "", ...rest] = problem.field.split(".");
  const named = (step: string) => [...nominationDeadlines, ...deadlines].find((one) => one.step === step)?.field;
  if (head === "votes") {
    const field = index === "" ? "vote1-kind" : `vote${slots[Number(index)] ?? 1}-${rest.join("-")}`;
    return { ...problem, field };
  }
  if (head === "declarers") return { ...problem, field: index === "0" ? "declarer1" : "declarer2" };
  if (problem.code === "no-candidates") return { ...problem, field: "nominate" };
  if (head === "substitutes") return { ...problem, field: "substitute" };
  if (head === "profile") return { ...problem, field: index === "threshold" ? "share" : index };
  return { ...problem, field: named(head === "deadlines" ? index : head) ?? head };
}

function firstOfEach(problems: readonly Problem[]): Problem[] {
  const fields = [...new Set(problems.map(({ field }) => field))];
  return fields.flatMap((field) => problems.find((problem) => problem.field === field) ?? []);
}
