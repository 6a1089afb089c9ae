import { Refusal, type World } from "../kit/index.ts";
import { membersOf } from "../people/index.ts";
import { stepReturns } from "../process/index.ts";
import { type Impartial, impartial } from "../vote/index.ts";
import { nominationsOf, repliedTo, standingIn } from "./nominations.ts";
import { type Election, votesOf } from "./records.ts";
import { rollOf } from "./steps.ts";
import { move } from "./transition.ts";

/**
 * What a coordinator does to an election, that who stands in it leaves to others (votes R13). Its votes share their letters,
 * their deadlines and their declaration, so who stands in one of them leaves it to others for all.
 */
export type Duty =
  | "approve"
  | "turnout"
  | "extend"
  | "reissue"
  | "assist"
  | "waive"
  | "verifier"
  | "declare"
  | "annul"
  | "cancel"
  | "resume";

/** These settle nothing themselves: what follows is asked of people who do not stand. So an election is never stuck. */
const settleNothing: readonly Duty[] = ["cancel", "resume"];

/** Who stands in an election, and who has the coordinator's duties at this moment. */
export type Duties = {
  /** The members who stand, under whatever membership of theirs. */
  standing: readonly string[];
  /** Who has them: one of these people, the first before the others; or the first two of them together. */
  holders: Impartial;
};

/**
 * Who stands: whoever is on the ballot of a vote, was named on the floor, or has accepted a nomination, also while the others
 * are still asked (votes R13).
 */
export async function candidatesOf(world: World, election: Election): Promise<string[]> {
  const votes = (await votesOf(world.table, election.id)).filter(({ vote }) => vote.kind === "elect");
  const nominations = await nominationsOf(world.table, election.id);
  const onBallot = votes.flatMap(({ vote }) => (vote.kind === "elect" ? vote.candidates : []));
  const accepted = votes.flatMap((vote) => standingIn(nominations, vote));
  return [...new Set([...onBallot.map(({ member }) => member), ...accepted, ...(await acceptingNow(world, election))])];
}

/** The nominees who have accepted so far, while the step that asks them is still open. */
async function acceptingNow(world: World, election: Election): Promise<string[]> {
  if (election.stage !== "acceptance") return [];
  const { asks, answers } = await stepReturns(world, election, "acceptance");
  const nominations = await nominationsOf(world.table, election.id);
  return asks.flatMap(({ id, member }) => {
    const own = nominations.filter((one) => one.member === member);
    return own.some((one) => repliedTo(one, answers.get(id)?.content).state === "accepted") ? [member] : [];
  });
}

/**
 * Who stands and who has the duties: the coordinator who opened it, the substitute whom its set-up names, then the network's
 * other coordinators; where all of them stand, two others of the roll together, who answer for it already before the rest.
 */
export async function dutiesIn(world: World, election: Election): Promise<Duties> {
  const members = (await membersOf(world.table, election.network)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const personOf = new Map(members.map(({ id, person }) => [id, person]));
  const persons = new Set((await candidatesOf(world, election)).map((member) => personOf.get(member)));
  const standing = members.filter(({ person }) => persons.has(person)).map(({ id }) => id);
  const isActive = (id: string) => members.some((member) => member.id === id && member.standing === "active");
  const coordinators = members.filter(({ coordinator }) => coordinator).map(({ id }) => id);
  const { opener, substitutes, declarers, verifiers, recorder } = election;
  const roll = election.roll ? await rollOf(world, election) : [];
  const holders = impartial({
    people: onceEach([opener, ...substitutes, ...coordinators].filter(isActive), personOf),
    roll: onceEach([...declarers, ...verifiers, recorder, ...roll].filter(isActive), personOf),
    candidates: standing,
  });
  return { standing, holders };
}

/** Each person once, under the first of her memberships. */
function onceEach(members: readonly string[], personOf: ReadonlyMap<string, string>): string[] {
  const seen = new Set<string | undefined>();
  return members.filter((member) => {
    const person = personOf.get(member);
    const isNew = !seen.has(person);
    seen.add(person);
    return isNew;
  });
}

/** The members who are asked and told in the coordinator's place: one; two who sign together; or nobody. */
export function holdersOf({ holders }: Duties): string[] {
  switch (holders.kind) {
    case "one":
      return holders.people.slice(0, 1);
    case "two":
      return holders.people.slice(0, 2);
    case "nobody":
      return [];
  }
}

/** Whom the election tells what waits for an act of its coordinator; she herself where nobody else is left. */
export async function answeringFor(world: World, election: Election): Promise<string[]> {
  const holders = holdersOf(await dutiesIn(world, election));
  return holders.length > 0 ? holders : [election.opener];
}

/** Whether a member may do this to the election: not while she stands in it. */
export function mayDo({ standing, holders }: Duties, actor: string, duty: Duty): boolean {
  return !standing.includes(actor) || (holders.kind !== "one" && settleNothing.includes(duty));
}

/** Refuses a duty to who stands in the election (`duty.candidate`), by the names of those who have it now. */
export async function authorise(world: World, election: Election, actor: string, duty: Duty): Promise<void> {
  const duties = await dutiesIn(world, election);
  if (mayDo(duties, actor, duty)) return;
  const members = await membersOf(world.table, election.network);
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? "";
  throw new Refusal("duty.candidate", { details: { names: holdersOf(duties).map(nameOf).join(", ") } });
}

/**
 * As many signers as are needed of those named, without who stands; in her place a verifier, then who has the duties, then
 * others of the roll (votes R13).
 */
export function signersOf(
  { standing, holders }: Duties,
  { declarers, verifiers, recorder }: Pick<Election, "declarers" | "verifiers" | "recorder">,
  roll: readonly string[],
): string[] {
  const named = declarers.filter((member) => !standing.includes(member));
  const people = holders.kind === "nobody" ? [] : holders.people;
  const others = [...people.slice(0, 1), ...verifiers, recorder, ...people, ...roll];
  const instead = [...new Set(others)].filter((member) => !standing.includes(member) && !named.includes(member));
  return [...named, ...instead.slice(0, declarers.length - named.length)];
}

/**
 * Who may enter the value of a lot and who may attest it, in the order in which they are asked: the recorder, the verifiers, the
 * declarers, who has the duties, then everybody on the roll; each person once, and nobody who stands (votes R11, R13).
 */
export async function drawersOf(world: World, election: Election): Promise<string[]> {
  const { standing, holders } = await dutiesIn(world, election);
  const members = (await membersOf(world.table, election.network)).filter((member) => member.standing === "active");
  const personOf = new Map(members.map(({ id, person }) => [id, person]));
  const { recorder, verifiers, declarers } = election;
  const people = holders.kind === "nobody" ? [] : holders.people;
  const named = [recorder, ...verifiers, ...declarers, ...people, ...(await rollOf(world, election))];
  return onceEach(
    named.filter((member) => personOf.has(member) && !standing.includes(member)),
    personOf,
  );
}

/**
 * Who approves an annulment that somebody asked for: another declarer, or else a verifier, or else who has the duties; never who
 * stands, nor who asks (votes R13).
 */
export async function seconderOf(world: World, election: Election, actor: string): Promise<string | undefined> {
  const { standing, holders } = await dutiesIn(world, election);
  const members = await membersOf(world.table, election.network);
  const personOf = (id: string) => members.find((member) => member.id === id)?.person;
  const people = holders.kind === "nobody" ? [] : holders.people;
  return [...election.declarers, ...election.verifiers, ...people].find(
    (member) => !standing.includes(member) && personOf(member) !== personOf(actor),
  );
}

/**
 * Puts on record who has the coordinator's duties from here on, when they have passed to somebody else or come back to her
 * (votes R13), and gives them back for the step that begins.
 */
export async function passDuties(world: World, id: string): Promise<Duties> {
  let duties: Duties = { standing: [], holders: { kind: "nobody" } };
  await move(world, id, async (election) => {
    duties = await dutiesIn(world, election);
    const holders = holdersOf(duties);
    const known = election.passedTo ?? [election.opener];
    if (holders.join() === known.join()) return undefined;
    const facts = Object.fromEntries(holders.map((member, index) => [`holder-${index + 1}`, member]));
    return { changes: { passedTo: holders }, act: "duties.passed", facts };
  });
  return duties;
}
