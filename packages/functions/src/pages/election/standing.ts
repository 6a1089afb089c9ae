import { type Answer, type Ask, answersOf, asksOf, Collection } from "@quorate/core/ask";
import { AskingStep, type Election, type ElectionVote, rollAsks, votesOf } from "@quorate/core/election";
import type { Stored, World } from "@quorate/core/kit";
import { Letter, letterId } from "@quorate/core/letter";
import { stepCollection } from "@quorate/core/process";
import * as v from "valibot";

/** One step that asks people: its collection, and everybody it asks. */
export type AskedStep = { step: AskingStep; collection: Collection; asks: readonly Ask[] };

/** A step in its present turn; undefined before anybody was asked. */
export async function askedStep(world: World, election: Election, step: AskingStep): Promise<AskedStep | undefined> {
  const collection = await world.table.get(Collection, { id: stepCollection(election, step) });
  if (!collection) return undefined;
  const asks = await asksOf(world.table, collection.id, collection.shards);
  return { step, collection, asks: asks.filter((ask) => ask.deadline !== undefined && !ask.removed) };
}

/** The step at which the election stands, if that step asks people. */
export async function currentStep(world: World, election: Election): Promise<AskedStep | undefined> {
  const step = v.safeParse(AskingStep, election.stage);
  return step.success ? askedStep(world, election, step.output) : undefined;
}

/** What has become of one ask. */
export type AskState = "answered" | "late" | "undelivered" | "waived" | "waiting" | "silent";

export function askState(ask: Ask): AskState {
  if (ask.answer) return "answered";
  if (ask.late) return "late";
  if (ask.undelivered) return ask.waiver ? "waived" : "undelivered";
  return ask.state === "closed" ? "silent" : "waiting";
}

/** How many of those asked have answered. */
export function answered({ asks }: Pick<AskedStep, "asks">): { n: number; total: number } {
  return { n: asks.filter((ask) => ask.answer !== undefined).length, total: asks.length };
}

/** Those whose letters came back and for whom nothing is decided yet. */
export function undeliveredIn({ asks }: Pick<AskedStep, "asks">): Ask[] {
  return asks.filter((ask) => askState(ask) === "undelivered" && ask.state !== "closed");
}

/** The letter by which somebody was asked last with a link that works: its first one, or the last that was sent again. */
export function lastLetter(
  world: World,
  ask: Ask,
  collection: Pick<Collection, "letter">,
): Promise<Letter | undefined> {
  const version = ask.reissues > 0 ? `${ask.id}-again-${ask.reissues}` : `${ask.id}-first`;
  const { process, person } = ask;
  return world.table.get(Letter, { id: letterId({ process, kind: collection.letter, person, version }) });
}

/** The votes with everybody on the roll and what they answered: what figures so far are counted from. */
export type Ballot = {
  votes: readonly Stored<ElectionVote>[];
  roll: readonly Ask[];
  answers: ReadonlyMap<string, Answer>;
};

export async function ballotOf(world: World, election: Election): Promise<Ballot> {
  const votes = await votesOf(world.table, election.id);
  const roll = election.roll ? await rollAsks(world, election) : [];
  return { votes, roll, answers: await answersOf(world.table, roll) };
}
