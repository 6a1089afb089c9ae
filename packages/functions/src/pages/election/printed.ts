import { type Answer, Ask, type AskKey, answersOf, type Collection, readCollection } from "@quorate/core/ask";
import { Refusal, type World } from "@quorate/core/kit";
import { Member, Person } from "@quorate/core/people";
import type { ElectionConsole } from "./election-console.ts";

/** What is printed for one member: whose it is, what was asked, and the answer that was recorded for her. */
export type Printed = {
  ask: Ask;
  collection: Collection;
  person: Person;
  member: Member;
  answer: Answer | undefined;
  recordedBy: string;
};

/** Refuses an ask of another election as `not-found`. */
export async function printedOf(world: World, { election }: ElectionConsole, of: AskKey): Promise<Printed> {
  const ask = await world.table.get(Ask, of);
  if (ask?.process !== election.id) throw new Refusal("not-found");
  const { network } = election;
  const member = await world.table.get(Member, { network, id: ask.member });
  const person = await world.table.get(Person, { id: ask.person });
  if (!member || !person) throw new Error(`the records of ${ask.id} are not whole`);
  const answer = (await answersOf(world.table, [ask])).get(ask.id);
  const by = answer?.assisted && (await world.table.get(Member, { network, id: answer.assisted.by }));
  const collection = await readCollection(world, of.collection);
  return { ask, collection, person, member, answer, recordedBy: by ? by.name : "" };
}
