import * as v from "valibot";
import { appendEntry, emptyJournal } from "../journal/index.ts";
import {
  command,
  create,
  newId,
  type Problem,
  Refusal,
  replace,
  type Stored,
  untilWritten,
  type World,
} from "../kit/index.ts";
import { Member, Network } from "../people/index.ts";
import { readSession, Session } from "../session/index.ts";
import {
  AbsenteeMode,
  BallotKind,
  hashText,
  OfficeToFill,
  profileHash,
  RulesProfile,
  Seats,
  type Vote,
} from "../vote/index.ts";
import { officeProblems } from "./offices.ts";
import { Deadlines, Election, ElectionVote } from "./records.ts";
import { repeat } from "./repetition.ts";
import { checkSetUp, isNominated, twoPeopleDeclare } from "./rules.ts";

const Words = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));
/** A plan of work fits; so does the item that keeps it. */
const TextBody = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100_000));

const NewVote = v.variant("kind", [
  v.object({
    ...{ kind: v.literal("elect"), title: Words, profile: v.optional(RulesProfile) },
    ...{ seats: v.optional(Seats, 1), ballot: v.optional(BallotKind, "plurality") },
    office: v.optional(OfficeToFill),
    /** Who stands again where an election by letter is repeated: nobody is nominated anew. */
    candidates: v.optional(v.array(v.string()), []),
  }),
  v.object({
    ...{ kind: v.literal("adopt"), title: Words, profile: v.optional(RulesProfile) },
    text: v.object({ title: Words, body: TextBody }),
  }),
]);

export const SetUp = v.object({
  network: v.string(),
  actor: v.string(),
  title: Words,
  /** Where it meets; without one, everybody on the roll gets the votes by letter. */
  session: v.optional(v.string()),
  votes: v.array(NewVote),
  /** The rules of every vote that has none of its own. */
  profile: RulesProfile,
  mode: AbsenteeMode,
  declarers: v.array(v.string()),
  /** Who presides: needed where the rules leave a tie to her (votes R11). */
  presiding: v.optional(v.string()),
  /** Who has the coordinator's duties when she stands herself (votes R13). */
  substitutes: v.optional(v.array(v.string()), []),
  deadlines: Deadlines,
  /** The annulled or cancelled election that it repeats, with a fresh roll and fresh links. */
  repeats: v.optional(v.string()),
  /** Days within which members may object to what was declared; 0 for none (votes R15). */
  objectionDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60)), 0),
});
export type SetUp = v.InferInput<typeof SetUp>;

/**
 * Opens an election: from now on its votes, its rules and its mode are fixed, and its process runs. A set-up against its own
 * rules is refused (`election.setup`, each field named) and nothing is written.
 */
export const openElection = command(SetUp, (world, set) => untilWritten(() => openOnce(world, set)));

async function openOnce(world: World, set: v.InferOutput<typeof SetUp>): Promise<string> {
  const { election, votes, session, substitutes, write } = await planElection(
    world,
    set,
    newId(world.random, "election"),
  );
  const { id, network, opener, repeats } = election;
  const earlier =
    repeats === undefined ? [] : await repeat(world, { network, earlier: repeats, by: id, actor: opener });
  await world.table.write([
    create(Election, election),
    ...[write, ...earlier],
    ...votes.map((vote) => create(ElectionVote, vote)),
    ...substitutes.map((one) => replace(Member, one, { ...one, substituteIn: [...(one.substituteIn ?? []), id] })),
    ...(session ? [replace(Session, session, { ...session, elections: [...session.elections, id] })] : []),
  ]);
  return id;
}

/**
 * An election and its votes as this set-up makes them under that id, and the first entry of its journal; nothing is written. Refuses
 * a set-up against its own rules.
 */
export async function planElection(world: World, set: v.InferOutput<typeof SetUp>, id: string) {
  const session = set.session === undefined ? undefined : await readSession(world, set.session);
  if (session && session.network !== set.network) throw new Refusal("not-found");
  if (session?.meeting === "closed" || session?.meeting === "cancelled") throw new Refusal("session.closed");
  const now = world.clock.now();
  const asked = set.votes.map((vote) => ({ ...vote, profile: vote.profile ?? set.profile }));
  const settings = { ...set, votes: asked, hasSession: session !== undefined, sessionAt: session?.startsAt };
  const problems = [...checkSetUp(settings, now), ...(await officeProblems(world, set.network, set.votes))];
  const persons = new Set<string>();
  for (const [index, id] of set.declarers.entries()) {
    const member = await world.table.get(Member, { network: set.network, id });
    if (member?.standing !== "active") problems.push({ field: `declarers.${index}`, code: "not-a-member" });
    // Two people are two persons, whatever places one of them holds (asks 12).
    else if (persons.has(member.person)) problems.push({ field: `declarers.${index}`, code: "same-person" });
    else persons.add(member.person);
  }
  const substitutes = await substitutesIn(world, set, problems);
  problems.push(...(await presidingProblems(world, set)), ...(await candidateProblems(world, set)));
  if (problems.length > 0) throw new Refusal("election.setup", { problems });

  const network = await world.table.get(Network, { id: set.network });
  const votes = set.votes.map((vote, index): ElectionVote => {
    return { election: id, id: `v${index + 1}`, number: index + 1, vote: newVote(vote, index, set) };
  });
  const { title, mode, declarers, deadlines, actor, objectionDays } = set;
  const profile = { ...set.profile, twoPeopleDeclare: twoPeopleDeclare(asked) };
  const rules = votes.map(({ id: vote, vote: { profile: own } }) => [`profile-${vote}`, profileHash(own)] as const);
  const repeated = set.repeats === undefined ? {} : { repeats: set.repeats };
  const facts = { ...(session && { session: session.id }), ...repeated, mode, ...Object.fromEntries(rules) };
  const { head, write } = appendEntry(emptyJournal, { process: id, at: now, actor, act: "opened", facts });
  const election: Election = {
    ...{ id, network: set.network, title, zone: session?.zone ?? network?.zone ?? "UTC", opener: actor, declarers },
    ...(session && { session: session.id }),
    ...{ recorder: session?.recorder ?? actor, verifiers: session?.verifiers ?? [], profile, mode, deadlines },
    ...{ ...repeated, ...(set.presiding !== undefined && { presiding: set.presiding }) },
    ...{ objectionDays, nudges: 0, substitutes: substitutes.map((member) => member.id) },
    turns: { figures: 1, attestation: 1, confirmation: 1, waiver: 1, declaration: 1 },
    votes: votes.map((vote) => vote.id),
    ...{ state: "running", stage: "roll", execution: 1, objections: [], left: [], openedAt: now, journal: head },
  };
  return { election, votes, session, substitutes, write };
}

async function substitutesIn(
  world: World,
  { network, actor, substitutes }: v.InferOutput<typeof SetUp>,
  problems: Problem[],
): Promise<Stored<Member>[]> {
  const opener = await world.table.get(Member, { network, id: actor });
  const persons = new Set([opener?.person]);
  const found: Stored<Member>[] = [];
  for (const [index, id] of substitutes.entries()) {
    const member = await world.table.get(Member, { network, id });
    const field = `substitutes.${index}`;
    if (member?.standing !== "active") problems.push({ field, code: "not-a-member" });
    else if (persons.has(member.person)) problems.push({ field, code: "same-person" });
    else found.push(member);
    persons.add(member?.person);
  }
  return found;
}

/** Who presides has to be named where she may have to decide a tie, and to be a member. */
async function presidingProblems(
  world: World,
  { network, presiding, votes, profile }: v.InferOutput<typeof SetUp>,
): Promise<Problem[]> {
  const isNeeded = votes.some((vote) => vote.kind === "elect" && (vote.profile ?? profile).tie.kind === "chair");
  if (presiding === undefined) return isNeeded ? [{ field: "presiding", code: "missing" }] : [];
  const member = await world.table.get(Member, { network, id: presiding });
  return member?.standing === "active" ? [] : [{ field: "presiding", code: "not-a-member" }];
}

/** Candidates are named before the vote only where it is by letter and nobody is nominated; each is an active member. */
async function candidateProblems(
  world: World,
  { network, session, deadlines, votes }: v.InferOutput<typeof SetUp>,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [index, vote] of votes.entries()) {
    if (vote.kind !== "elect" || vote.candidates.length === 0) continue;
    const field = `votes.${index}.candidates`;
    const members = await Promise.all(vote.candidates.map((id) => world.table.get(Member, { network, id })));
    if (session !== undefined || isNominated({ deadlines })) problems.push({ field, code: "named-otherwise" });
    else if (members.some((member) => member?.standing !== "active")) problems.push({ field, code: "not-a-member" });
    else if (new Set(vote.candidates).size < members.length) problems.push({ field, code: "same-person" });
  }
  return problems;
}

function newVote(vote: v.InferOutput<typeof NewVote>, index: number, set: v.InferOutput<typeof SetUp>): Vote {
  const method = set.session === undefined ? ("form" as const) : ("hands" as const);
  const profile = vote.profile ?? set.profile;
  const question = { id: `v${index + 1}`, title: vote.title, profile, mode: set.mode, method };
  switch (vote.kind) {
    case "elect": {
      const { seats, ballot, office } = vote;
      const candidates = vote.candidates.map((member, place) => ({ id: `c${place + 1}`, member }));
      return { ...question, kind: "elect", seats, ballot, ...(office && { office }), candidates };
    }
    case "adopt":
      return { ...question, kind: "adopt", text: { ...vote.text, hash: hashText(vote.text) } };
  }
}
