import { Ask, askId, askScope, Collection, collectionId, shardsFor } from "@quorate/core/ask";
import type { Form } from "@quorate/core/form";
import { message, plain } from "@quorate/core/i18n";
import { after, create, issueLink, Link, linkToken, newId, type World } from "@quorate/core/kit";
import { letterId } from "@quorate/core/letter";
import { Member, Network, Person } from "@quorate/core/people";
import * as v from "valibot";

/** Somebody who is asked: her link, and the ids that a transaction of her answer holds. */
export const Absentee = v.object({
  ask: v.string(),
  /** Where her ask is kept: a large collection is spread over several. */
  partition: v.string(),
  person: v.string(),
  member: v.string(),
  receipt: v.string(),
  token: v.string(),
});
export type Absentee = v.InferOutput<typeof Absentee>;

const votes = ["vot_president", "vot_deputy", "vot_plan"];

/** What an absentee fills in: she confirms the president and the plan, and objects to the deputy with a reason. */
export const filledIn: Readonly<Record<string, string>> = {
  vot_president: "confirm",
  vot_deputy: "object",
  "vot_deputy-reason": "О замени се на седници није расправљало.",
  vot_plan: "confirm",
};

/** The absentees' form of an election with three votes: president, deputy, plan of work. */
const form: Form = {
  ...{ id: "election.confirmation", confidential: false, editable: true, checkAnswers: false },
  title: plain("Изјашњавање одсутних чланова о одлукама седнице"),
  lead: message("election.ask.absentee.lead"),
  silence: message("common.ifSilentRecorded"),
  background: {
    title: message("common.howDecided"),
    lines: [message("election.rule.ratified"), message("election.rule.counts"), message("election.rule.silent")],
  },
  sections: votes.map((id, index) => ({
    id,
    kicker: message("election.vote.of", { n: index + 1, total: votes.length }),
    title: plain(["Избор председника", "Избор заменика", "План рада за 2026/27."][index] ?? ""),
    result: {
      kicker: message("election.figures.sessionResult"),
      name: plain("Изабрана је већином присутних"),
      figures: [
        { label: message("election.figures.for"), value: 16 },
        { label: message("election.figures.against"), value: 1 },
        { label: message("election.figures.abstain"), value: 1 },
      ],
    },
    fields: [
      {
        ...{ id, kind: "choice", label: message("common.yourAnswer"), required: true },
        options: [
          { value: "confirm", label: message("election.ask.absentee.confirmElection") },
          {
            value: "object",
            label: message("election.ask.absentee.object"),
            reason: { required: false, label: message("election.ask.absentee.reason"), limit: 300 },
          },
          { value: "abstain", label: message("election.ask.absentee.abstain") },
        ],
      },
    ],
  })),
};

/** A transaction holds 100 writes; an absentee takes four. */
const ABSENTEES_A_WRITE = 25;

/** A network with an open collection in which so many are asked; each has her link, nobody has answered. */
export async function askAbsentees(world: World, size: number): Promise<Absentee[]> {
  const now = world.clock.now();
  const [network, process] = [newId(world.random, "network"), newId(world.random, "election")];
  const shared = { locale: "sr-Cyrl" as const, zone: "Europe/Belgrade" };
  const recorder = newId(world.random, "member");
  const id = collectionId(process, "confirmation");
  const deadline = after(now, { days: 7 });
  const collection: Collection = {
    ...{ id, network, process, step: "confirmation", letter: "election.confirmation", form, state: "open" },
    ...{ zone: shared.zone, openedAt: now, deadline, closesAt: deadline, signals: "all-in", extensions: 0, nudges: 0 },
    shards: shardsFor(size),
    asker: { member: recorder, name: "Члан 01" },
  };
  await world.table.write([
    create(Network, { id: network, name: "Актив стручних сарадника", shortName: "Актив", ...shared, createdAt: now }),
    create(Collection, collection),
  ]);
  const absentees = Array.from({ length: size }, (_, index) => absentee(world, collection, index));
  for (let from = 0; from < size; from += ABSENTEES_A_WRITE) {
    await world.table.write(absentees.slice(from, from + ABSENTEES_A_WRITE).flatMap(({ writes }) => writes));
  }
  return absentees.map(({ is }) => is);
}

function absentee(world: World, collection: Collection, index: number) {
  const { network, zone, deadline, closesAt, openedAt } = collection;
  const [member, person] = [newId(world.random, "member"), newId(world.random, "person")];
  const ask: Ask = {
    ...{ collection: collection.id, id: askId(collection.id, member, collection.shards), network, member, person },
    ...{ process: collection.process, state: "open", parts: votes, marks: {}, zone, deadline, closesAt },
    ...{ undelivered: false, epoch: 0, reissues: 0, extensions: 0, reminded: [] },
  };
  const link = issueLink(world, askScope(ask));
  const address = `member${index}@school.test`;
  const is: Absentee = {
    ...{ ask: ask.id, partition: Ask.key(ask).pk, person, member, token: linkToken(world.keys, link) },
    receipt: letterId({ process: ask.process, kind: "ask.receipt", person, version: `${ask.id}-1` }),
  };
  const writes = [
    create(Person, { id: person, address, locale: "sr-Cyrl", zone }),
    create(Member, {
      ...{ network, id: member, person, name: `Члан ${index}`, institution: "ОШ „8. октобар“", groups: [] },
      ...{ standing: "active" as const, coordinator: false, since: openedAt },
    }),
    create(Ask, ask),
    create(Link, link),
  ];
  return { is, writes };
}
