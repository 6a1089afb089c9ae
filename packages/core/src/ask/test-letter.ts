import * as v from "valibot";
import { type Problem as FormProblem, readAnswer } from "../form/index.ts";
import { command, openLink, Refusal, type World } from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import { Member, Network, Person } from "../people/index.ts";
import { readCollection } from "./collection.ts";
import { asksOf, Collection } from "./records.ts";
import type { Raw } from "./view.ts";

/** What several people are to attest or approve, each alone, is shown to nobody else before they have. */
export function mayBeTested({ approval, state }: Collection): boolean {
  return !approval || state === "closed";
}

const Test = v.object({ collection: v.string(), network: v.string(), actor: v.string() });

/**
 * Sends the coordinator, and nobody else, the letter of a step as it went out, marked as a test. Its link opens the form, marked
 * as a test too, and nothing that is sent from there is stored (asks 16). Refuses a step that has asked nobody.
 */
export const sendTest = command(Test, async (world, { collection: id, network, actor }) => {
  const member = await world.table.get(Member, { network, id: actor });
  const collection = await readCollection(world, id);
  if (!member || collection.network !== network) throw new Refusal("not-found");
  if (!mayBeTested(collection)) throw new Refusal("not-yours");
  const asks = await asksOf(world.table, id, collection.shards);
  const sample = asks.find(({ deadline }) => deadline !== undefined);
  if (!sample) throw new Refusal("not-found");
  const of = { network, person: member.person, member: member.id };
  await world.table.write(
    writeLetter(world, {
      ...{ ...of, process: collection.process, kind: collection.letter },
      version: `test-${id}-${world.clock.now()}`,
      ask: { collection: id, id: sample.id },
      facts: { test: 1 },
      link: { ...of, act: "test", collection: id, ask: sample.id },
    }),
  );
});

/** A form that is tried out: whose it would be, and which of its sections are asked. */
export type TestView = { collection: Collection; network: Network; person: Person; member: Member };

/** The form behind the link of a test letter. Writes nothing; refuses every other link as `link.unknown`. */
export async function viewTest(world: World, token: string): Promise<TestView> {
  const { scope } = await openLink(world, token);
  const { act, network: net, person: per, member: mem, collection: col } = scope;
  if (act !== "test" || !net || !per || !mem || !col) throw new Refusal("link.unknown");
  const keys = {
    collection: { id: col },
    network: { id: net },
    person: { id: per },
    member: { network: net, id: mem },
  };
  const found = await world.table.getMany([
    Collection.key(keys.collection),
    Network.key(keys.network),
    Person.key(keys.person),
    Member.key(keys.member),
  ]);
  const collection = found.get(Collection, keys.collection);
  const network = found.get(Network, keys.network);
  const person = found.get(Person, keys.person);
  const member = found.get(Member, keys.member);
  if (!collection || !network || !person || !member) throw new Refusal("link.unknown");
  return { collection, network, person, member };
}

/** What is wrong with a form that is tried out; nothing, when it would be taken. Nothing is stored either way. */
export async function tryForm(
  world: World,
  token: string,
  raw: Raw,
): Promise<{ view: TestView; problems: FormProblem[] }> {
  const view = await viewTest(world, token);
  const parts = view.collection.form.sections.map(({ id }) => id);
  const read = readAnswer(view.collection.form, parts, raw);
  return { view, problems: read.ok ? [] : read.problems };
}
