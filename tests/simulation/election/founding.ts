import { Ask, askId, asksOf } from "@quorate/core/ask";
import * as Election from "@quorate/core/election";
import { after, type Instant, type World } from "@quorate/core/kit";
import type { Member } from "@quorate/core/people";
import { stepCollection } from "@quorate/core/process";
import * as Session from "@quorate/core/session";
import { plainProfile, type RulesProfile } from "@quorate/core/vote";
import fc from "fast-check";
import type { Voted } from "../../core/vote/naive-counter.ts";
import { foundNetwork, linkTo, NETWORK, openPage, send } from "../../support/asks.ts";
import { walk } from "../../support/walk.ts";
import type { TestWorld } from "../../support/world.ts";

/** What one member does in the room, in both votes: `away` is asked by letter. */
type Hand = "away" | "for" | "against" | "abstain" | "no hand";

/** One election that may be: who is there, what is decided in the room, and under which rules. */
export type Scenario = {
  size: number;
  mode: "ratified" | "combined";
  meets: boolean;
  rules: Pick<RulesProfile, "threshold" | "base" | "quorum" | "lettersCountTowardsQuorum">[];
  /** By vote, then by member. */
  hands: Hand[][];
};

/** Nobody is asked again after a tie: whoever presides stands in it herself, and nobody decides in her place. */
const tie: RulesProfile["tie"] = { kind: "chair" };

const MOST = 7;
const threshold = fc.constantFrom<RulesProfile["threshold"][]>(
  { numerator: 1, denominator: 2, comparison: "more-than" },
  { numerator: 1, denominator: 2, comparison: "at-least" },
  { numerator: 2, denominator: 3, comparison: "at-least" },
);
const rules = fc.record({
  threshold,
  base: fc.constantFrom<RulesProfile["base"][]>("for-and-against", "cast", "present", "all-members"),
  quorum: fc.constantFrom<RulesProfile["quorum"][]>(
    { numerator: 0, denominator: 1, comparison: "at-least" },
    { numerator: 1, denominator: 2, comparison: "more-than" },
  ),
  // All by letter nothing else can make a quorum.
  lettersCountTowardsQuorum: fc.constant(true),
});
const hand = fc.constantFrom<Hand[]>("away", "away", "away", "for", "for", "for", "against", "abstain", "no hand");

export const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    size: fc.integer({ min: 5, max: MOST }),
    way: fc.constantFrom(
      { mode: "ratified" as const, meets: true },
      { mode: "ratified" as const, meets: true },
      { mode: "combined" as const, meets: true },
      { mode: "combined" as const, meets: false },
    ),
    rules: fc.array(rules, { minLength: 2, maxLength: 2 }),
    hands: fc.array(fc.array(hand, { minLength: MOST, maxLength: MOST }), { minLength: 2, maxLength: 2 }),
  })
  .map(({ size, way, hands, ...rest }) => {
    const none = Array.from({ length: size }, (): Hand => "away");
    return { ...rest, ...way, size, hands: hands.map((vote) => (way.meets ? vote.slice(0, size) : none)) };
  });

/** The second vote is for one of two members where it meets: the fourth and the fifth, who have no part in holding it. */
export const STANDING = [3, 4] as const;

/** What a hand in the room says in a vote; for one of two, `for` is the first and `against` the second. */
export function votedBy(hand: Hand, isChoice: boolean): Voted {
  if (hand === "no hand" || hand === "away") return undefined;
  if (hand === "abstain" || !isChoice) return hand;
  return hand === "for" ? ["c1"] : ["c2"];
}

export type Founded = { election: string; members: readonly Member[] };

export const walkOn = (world: World, election: string) =>
  walk(world, Election.kind, { network: NETWORK, process: election });

/** One member answers a step by her own link, on a page opened at this moment; what she was told. */
export async function answerStep(
  world: World,
  { election, members }: Founded,
  step: Election.AskingStep,
  index: number,
  raw: Readonly<Record<string, string>>,
): Promise<string> {
  const collection = stepCollection(await Election.readElection(world, election), step);
  const id = askId(collection, members[index]?.id ?? "", 1);
  const ask = await world.table.get(Ask, { collection, id });
  if (!ask) throw new Error(`${id} is not asked`);
  return (await send(world, await openPage(world, await linkTo(world, ask)), raw)).kind;
}

/** The roll, in the order of its members. */
export async function rollIn(world: World, election: string) {
  const { roll } = await Election.readElection(world, election);
  if (!roll) throw new Error("there is no roll");
  const asks = await asksOf(world.table, roll.collection, roll.shards);
  return asks.toSorted((a, b) => (a.member < b.member ? -1 : 1));
}

/** An election that has come as far as its letters, by the acts and answers of the people who hold it. */
export async function foundLetters(test: TestWorld, scenario: Scenario): Promise<Founded> {
  const { world } = test;
  const founded = await foundFigures(test, scenario);
  if (!scenario.meets) return founded;
  await answerStep(world, founded, "figures", 0, figures(scenario));
  await walkOn(world, founded.election);
  for (const index of [0, 1, 2]) await answerStep(world, founded, "attestation", index, { verdict: "agree" });
  await walkOn(world, founded.election);
  return founded;
}

/** An election whose session is over, so that the recorder is asked for the figures; all by letter, its letters are out. */
export async function foundFigures(test: TestWorld, scenario: Scenario): Promise<Founded> {
  const { world } = test;
  const members = await foundNetwork(world, scenario.size);
  const [actor, ...verifiers] = members.slice(0, 3).map(({ id }) => id);
  if (actor === undefined) throw new Error("nobody opens it");
  const startsAt = after(world.clock.now(), { hours: 2 });
  const session = scenario.meets
    ? await Session.planSession(world, {
        ...{ network: NETWORK, zone: "UTC", startsAt, actor, title: "1. седница", place: "видео-позив", agenda: [] },
        ...{ recorder: actor, verifiers },
      })
    : undefined;
  const day = (days: number) => after(startsAt, { days });
  const election = await openElection(world, scenario, members, session, day);
  const founded = { election, members };
  await walkOn(world, election);
  if (session === undefined) return founded;
  await meet(test, scenario, founded, session);
  await walkOn(world, election);
  return founded;
}

function openElection(
  world: World,
  { mode, rules, meets }: Scenario,
  members: readonly Member[],
  session: string | undefined,
  day: (days: number) => Instant,
): Promise<string> {
  const [opener, second] = members;
  if (!opener || !second) throw new Error("nobody opens it");
  const profiles = rules.map((own): RulesProfile => ({ ...plainProfile, ...own, tie }));
  const [first = plainProfile, other = plainProfile] = profiles;
  const text = { title: "План рада", body: "Четири семинара." };
  return Election.openElection(world, {
    ...{ network: NETWORK, actor: opener.id, title: "Избор председника и план рада", mode, profile: plainProfile },
    ...(session !== undefined && { session }),
    votes: [
      { kind: "adopt", title: "Усвајање плана рада", text, profile: first },
      meets
        ? { kind: "elect", title: "Избор председника", profile: other }
        : { kind: "adopt", title: "Усвајање извештаја", text: { ...text, title: "Извештај" }, profile: other },
    ],
    declarers: [opener.id, second.id],
    presiding: members[STANDING[0]]?.id ?? "",
    deadlines: {
      ...(meets && { figures: day(1), attestation: day(2) }),
      // The steps after the letters have time enough for whatever happens to them.
      ...{ confirmation: day(4), waiver: day(200), declaration: day(400) },
    },
    objectionDays: 5,
  });
}

/** Each vote is put for ten minutes to those who are there for it. */
async function meet(
  { world, clock }: TestWorld,
  { hands }: Scenario,
  { election, members }: Founded,
  session: string,
): Promise<void> {
  const pass = () => clock.moveTo(after(world.clock.now(), { minutes: 10 }));
  await Session.openSession(world, session);
  const actor = members[0]?.id ?? "";
  for (const [index, hand] of hands.entries()) {
    for (const [at, { id }] of members.entries()) {
      await Session.recordPresence(world, { session, member: id, there: hand[at] !== "away" });
    }
    const candidates = index === 0 ? [] : STANDING.map((at) => members[at]?.id ?? "");
    const of = { election, number: index + 1, actor };
    pass();
    await Election.openVote(world, { ...of, candidates });
    pass();
    await Election.closeVote(world, of);
    pass();
  }
  await Session.closeSession(world, session, (row) => Election.mayCloseSession(world, row));
}

/** The recorder's form, from the hands that were up. */
function figures({ hands }: Scenario): Record<string, string> {
  const up = (vote: number, what: Hand) => String((hands[vote] ?? []).filter((hand) => hand === what).length);
  return {
    ...{ "v1-for": up(0, "for"), "v1-against": up(0, "against"), "v1-abstain": up(0, "abstain") },
    ...{ "v2-c1": up(1, "for"), "v2-c2": up(1, "against"), "v2-abstain": up(1, "abstain") },
  };
}
