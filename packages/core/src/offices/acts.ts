import * as v from "valibot";
import { LocalDate, localDate, Text } from "../i18n/index.ts";
import {
  command,
  create,
  newId,
  Refusal,
  replace,
  type Stored,
  sha256,
  untilWritten,
  type World,
  type Write,
} from "../kit/index.ts";
import { Member, Network } from "../people/index.ts";
import { noteInNetwork } from "./journal.ts";
import { DAYS_BEFORE_THE_END, Holding, holdingsOf, MOST_MONTHS, MOST_SEATS, Office, type WhyEnded } from "./records.ts";
import { mandateStanding, mostAtOnce, overlaps, reminderOf } from "./rules.ts";

const whole = (most: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(most));

const NewOffice = v.object({
  ...{ network: v.string(), actor: v.string(), title: Text, seats: whole(MOST_SEATS), months: whole(MOST_MONTHS) },
  remindDays: v.optional(whole(365), DAYS_BEFORE_THE_END),
  coordinates: v.boolean(),
});

/** From now on the network has this office, and nobody holds it. */
export const addOffice = command(NewOffice, (world, { actor, ...set }) =>
  untilWritten(async (): Promise<string> => {
    const { network, seats, months } = set;
    const journal = await noteInNetwork(world, network, {
      ...{ actor, act: "office.added", facts: { seats, months } },
    });
    const office: Office = {
      ...{ ...set, id: newId(world.random, "office"), createdAt: world.clock.now(), createdBy: actor },
    };
    await world.table.write([create(Office, office), ...journal]);
    return office.id;
  }),
);

const Recording = v.object({
  ...{ network: v.string(), actor: v.string(), office: v.string(), member: v.string() },
  ...{ from: LocalDate, until: LocalDate },
});

/**
 * Enters that a member holds an office, for those who do when the network begins to use this. Refuses who is no active
 * member and a last day before the first (`input.invalid`), who holds the office in these days already (`office.held`), and
 * one more than there are seats on any of them (`office.full`).
 */
export const recordHolding = command(Recording, (world, { actor, ...set }) =>
  untilWritten(async (): Promise<string> => {
    const { network, from, until } = set;
    const journal = await noteInNetwork(world, network, {
      ...{ actor, act: "mandate.recorded", facts: { office: set.office, member: set.member, from, until } },
    });
    const office = await readOffice(world, network, set.office);
    const member = await world.table.get(Member, { network, id: set.member });
    if (member?.standing !== "active") throw wrong("member", "not-a-member");
    if (until < from) throw wrong("until", "before-the-beginning");
    const others = (await holdingsOf(world.table, network)).filter((one) => one.office === office.id);
    const inThem = others.filter((one) => overlaps(one, from, until));
    if (inThem.some((one) => one.member === member.id)) throw new Refusal("office.held");
    if (mostAtOnce(inThem, from, until) >= office.seats) throw new Refusal("office.full");
    const zone = await zoneOf(world, network);
    const at = world.clock.now();
    const isOver = until < localDate(at, zone);
    const holding: Holding = {
      ...{ ...set, id: newId(world.random, "holding"), source: { kind: "recorded", by: actor, at } },
      ...(!isOver && { remindAt: reminderOf(until, office.remindDays, zone) }),
    };
    await world.table.write([create(Holding, holding), ...journal]);
    return holding.id;
  }),
);

/** What a coordinator may say of an end: the others follow from elections. */
export const WhyEndedByHand = v.picklist(["resigned", "recalled", "left"]);

const Ending = v.object({
  ...{ network: v.string(), actor: v.string(), holding: v.string(), on: LocalDate, why: WhyEndedByHand },
  reason: v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(1000)),
});

/**
 * Ends a mandate before its time, with the last day in office and a reason, whose hash the journal keeps. Refuses one that
 * is over or has ended already (`mandate.over`), and a day outside the mandate or after today (`input.invalid`).
 */
export const endHolding = command(Ending, (world, { network, actor, holding: id, on, why, reason }) =>
  untilWritten(async (): Promise<void> => {
    const holding = await world.table.get(Holding, { network, id });
    if (!holding) throw new Refusal("not-found");
    const now = world.clock.now();
    const today = localDate(now, await zoneOf(world, network));
    if (holding.ended || mandateStanding(holding, today) === "over") throw new Refusal("mandate.over");
    // Who never begins has her mandate end on the day before it.
    if (on > today) throw wrong("on", "in-the-future");
    if (on < holding.from && today >= holding.from) throw wrong("on", "before-the-beginning");
    const journal = await noteInNetwork(world, network, {
      ...{ actor, act: "mandate.ended", facts: { holding: id, why, on, reason: sha256(reason) } },
    });
    const ended = { why, on, at: now, by: actor, reason };
    await world.table.write([replace(Holding, holding, { ...holding, ended }), ...journal]);
  }),
);

/** The writes by which every mandate of a member who leaves the network ends today. */
export async function endMandatesOf(
  world: World,
  { network, id, by }: Pick<Member, "network" | "id"> & { by: string },
): Promise<Write[]> {
  const now = world.clock.now();
  const today = localDate(now, await zoneOf(world, network));
  const hers = (await holdingsOf(world.table, network)).filter(
    (one) => one.member === id && !one.ended && mandateStanding(one, today) !== "over",
  );
  if (hers.length === 0) return [];
  const why: WhyEnded = "left";
  const writes: Write[] = hers.map((one) => replace(Holding, one, { ...one, ended: { why, on: today, at: now, by } }));
  const facts = { member: id, why, on: today, mandates: hers.length };
  return [...writes, ...(await noteInNetwork(world, network, { actor: by, act: "mandate.ended", facts }))];
}

/** The writes by which what one member holds, held and is to hold is another's, who is the same person (votes R12). */
export async function carryMandates(
  world: World,
  { network, from, to, by }: { network: string; from: string; to: string; by: string },
): Promise<Write[]> {
  const hers = (await holdingsOf(world.table, network)).filter(({ member }) => member === from);
  if (hers.length === 0) return [];
  const facts = { member: from, to, mandates: hers.length };
  return [
    ...hers.map((one) => replace(Holding, one, { ...one, member: to })),
    ...(await noteInNetwork(world, network, { actor: by, act: "mandate.carried", facts })),
  ];
}

/** The office; refuses `not-found`. */
export async function readOffice(world: World, network: string, id: string): Promise<Stored<Office>> {
  const office = await world.table.get(Office, { network, id });
  if (!office) throw new Refusal("not-found");
  return office;
}

export async function zoneOf(world: World, network: string): Promise<string> {
  const body = await world.table.get(Network, { id: network });
  if (!body) throw new Refusal("not-found");
  return body.zone;
}

function wrong(field: string, code: string): Refusal {
  return new Refusal("input.invalid", { problems: [{ field, code }] });
}
