import * as v from "valibot";
import { Locale } from "../i18n/index.ts";
import {
  command,
  create,
  Lost,
  openLink,
  Refusal,
  replace,
  type Stored,
  untilWritten,
  type World,
} from "../kit/index.ts";
import { Network, Person } from "../people/index.ts";
import { Frequency, Subscription } from "./records.ts";
import { morningOf, slotAfter } from "./rules.ts";

/**
 * Whoever has a place in a network gets a digest: every Monday from the next one on, until she chooses otherwise. Nothing when
 * she gets one already, or when the network is only rehearsed in. May be done again.
 */
export async function enrol(
  world: World,
  { network: id, person: of }: { network: string; person: string },
): Promise<void> {
  const found = await world.table.getMany([
    Network.key({ id }),
    Person.key({ id: of }),
    Subscription.key({ person: of }),
  ]);
  const network = found.get(Network, { id });
  const person = found.get(Person, { id: of });
  if (!network || network.rehearsal || !person || found.get(Subscription, { person: of })) return;
  const now = world.clock.now();
  const slot = slotAfter(now, person.zone, "weekly");
  const nextAt = morningOf(slot, person.zone);
  try {
    await world.table.write([create(Subscription, { person: of, frequency: "weekly", slot, nextAt, since: now })]);
  } catch (error) {
    if (!(error instanceof Lost)) throw error;
  }
}

/** What the page of a digest's link shows: how often, and in which language all letters come. */
export type DigestSettings = { person: Stored<Person>; subscription: Stored<Subscription> };

/** The settings that a link opens. Refuses `link.unknown`. Writes nothing. */
export async function viewSettings(world: World, token: string): Promise<DigestSettings> {
  const { scope } = await openLink(world, token);
  if (scope.act !== "digest" || !scope.person) throw new Refusal("link.unknown");
  const of = { person: scope.person };
  const found = await world.table.getMany([Person.key({ id: scope.person }), Subscription.key(of)]);
  const person = found.get(Person, { id: scope.person });
  const subscription = found.get(Subscription, of);
  if (!person || !subscription) throw new Refusal("link.unknown");
  return { person, subscription };
}

/**
 * From now on her digest comes so often, and her letters in this language and script; the next one on the next day of that
 * frequency. What happened since the last one is in it, however long that was: after a pause too.
 */
export const chooseSettings = command(
  v.object({ token: v.string(), frequency: Frequency, locale: v.optional(Locale) }),
  (world, { token, frequency, locale }): Promise<void> =>
    untilWritten(async () => {
      const { person, subscription } = await viewSettings(world, token);
      const changes = subscription.frequency === frequency ? {} : timesOf(world, person, frequency);
      await world.table.write([
        replace(Subscription, subscription, { ...subscription, ...changes }),
        ...(locale && locale !== person.locale ? [replace(Person, person, { ...person, locale })] : []),
      ]);
    }),
);

/** Somebody has complained of a letter: she gets no more digests (letters 4). Nothing for who gets none. */
export function stopDigest(world: World, person: string): Promise<void> {
  return untilWritten(async () => {
    const subscription = await world.table.get(Subscription, { person });
    if (!subscription || subscription.frequency === "off") return;
    await world.table.write([replace(Subscription, subscription, { ...subscription, frequency: "off" })]);
  });
}

function timesOf(world: World, { zone }: Person, frequency: Frequency): Partial<Subscription> {
  if (frequency === "off") return { frequency };
  const slot = slotAfter(world.clock.now(), zone, frequency);
  return { frequency, slot, nextAt: morningOf(slot, zone) };
}

/** No more digests, by the button of a mail program (RFC 8058) or the page's own. What she is asked, she is asked all the same. */
export function unsubscribe(world: World, token: string): Promise<void> {
  return chooseSettings(world, { token, frequency: "off" });
}
