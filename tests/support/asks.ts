import {
  Answer,
  Ask,
  answerAsk,
  answersOf,
  askId,
  askScope,
  asksOf,
  beginCollection,
  type Check,
  Collection,
  checkCollection,
  collectionId,
  extended,
  finishOpening,
  openAsks,
  pageNonce,
  type Raw,
  readCollection,
  remindAsks,
  viewAsk,
} from "@quorate/core/ask";
import { countReturns, Election, type ElectionVote } from "@quorate/core/election";
import type { Form } from "@quorate/core/form";
import { type Locale, plain } from "@quorate/core/i18n";
import { emptyJournal } from "@quorate/core/journal";
import {
  after,
  create,
  type Instant,
  issueLink,
  Link,
  type LinkScope,
  linkToken,
  replace,
  type Stored,
  untilWritten,
  type World,
} from "@quorate/core/kit";
import { Letter } from "@quorate/core/letter";
import { Member, Network, Person } from "@quorate/core/people";
import { type Confirmations, hashText, plainProfile } from "@quorate/core/vote";
import * as v from "valibot";

export const ZONE = "Europe/Belgrade";
export const NETWORK = "net_aktiv";
const PROCESS = "elc_test";
export const VOTES = ["v1", "v2"] as const;

export const nameOf = (index: number) => `Члан ${String(index).padStart(2, "0")}`;
export const addressOf = (index: number) => `clan${index}@skola.example`;
const memberIdOf = (index: number) => `mem_${String(index).padStart(5, "0")}`;

/** Asks each absentee about each vote: confirm, object with a reason, or abstain; the answer may be changed. */
export function confirmationForm(more: Partial<Form> = {}): Form {
  return {
    id: "election.confirmation",
    title: plain("Потврдите резултате седнице"),
    ...{ confidential: false, editable: true, checkAnswers: false },
    sections: VOTES.map((id) => ({
      ...{ id, title: plain(`Питање ${id}`) },
      fields: [
        {
          ...{ id, kind: "choice" as const, label: plain("Ваш одговор"), required: true },
          options: [
            { value: "confirm", label: plain("Потврђујем") },
            {
              ...{ value: "object", label: plain("Приговарам") },
              reason: { required: false, label: plain("Разлог"), limit: 300 },
            },
            { value: "abstain", label: plain("Уздржавам се") },
          ],
        },
      ],
    })),
    ...more,
  };
}

/** A network of so many members, each with a person and an address of her own. */
export async function foundNetwork(world: World, size: number, locale: Locale = "sr-Cyrl"): Promise<Member[]> {
  const since = world.clock.now();
  const shared = { locale, zone: ZONE };
  const network: Network = {
    ...{ id: NETWORK, name: "Актив стручних сарадника", shortName: "Актив", createdAt: since },
    ...shared,
  };
  await world.table.write([create(Network, network)]);
  const members: Member[] = [];
  for (let index = 1; index <= size; index += 1) {
    const id = memberIdOf(index);
    const person: Person = { id: `per_${id}`, address: addressOf(index), ...shared };
    const member: Member = {
      ...{ network: NETWORK, id, person: person.id, name: nameOf(index), groups: [], standing: "active", since },
      coordinator: index === 1,
    };
    await world.table.write([create(Person, person), create(Member, member)]);
    members.push(member);
  }
  return members;
}

/** The election whose letters these are, as far as its letters and webhooks look at it. */
export async function foundElection(world: World, [opener]: readonly Member[]): Promise<void> {
  const [at, actor] = [world.clock.now(), opener?.id ?? ""];
  const deadlines = { figures: at, attestation: at, confirmation: at, waiver: at, declaration: at };
  const turns = { figures: 1, attestation: 1, confirmation: 1, waiver: 1, declaration: 1 };
  await world.table.write([
    create(Election, {
      ...{
        id: PROCESS,
        network: NETWORK,
        title: "Избор председника",
        objectionDays: 0,
        nudges: 0,
        substitutes: [],
        session: "ses_test",
        zone: ZONE,
        votes: [...VOTES],
      },
      ...{ opener: actor, declarers: [actor], recorder: actor, verifiers: [], profile: plainProfile, mode: "ratified" },
      ...{ deadlines, turns, state: "running", stage: "confirmation", execution: 1, objections: [], left: [] },
      ...{ openedAt: at, journal: emptyJournal },
    }),
  ]);
}

export type Opening = {
  members: readonly Member[];
  deadline: Instant;
  form?: Form;
  turn?: number;
  /** Members who are on the roll and were there: each has a live mark in every vote and is not asked. */
  present?: readonly Member[];
};

/** A roll of which the members are asked: begun, asked and opened as the state machine does it. */
export async function openCollection(world: World, opening: Opening): Promise<Stored<Collection>> {
  const collection = await beginRoll(world, opening);
  const asked = opening.members.map((member) => ({
    ...{ id: askId(collection.id, member.id, 1), member: member.id, person: member.person, zone: ZONE },
    parts: [...VOTES],
  }));
  await openAsks(world, collection, asked);
  await finishOpening(world, collection.id);
  return readCollection(world, collection.id);
}

/** The places on the roll and the collection that is being opened on it. */
export async function beginRoll(world: World, opening: Opening): Promise<Stored<Collection>> {
  const { members, present = [], deadline, form = confirmationForm(), turn = 1 } = opening;
  const id = collectionId(PROCESS, "confirmation", turn);
  const marks = (mark: "none" | "live") => Object.fromEntries(VOTES.map((vote) => [vote, mark]));
  for (const member of [...present, ...members]) {
    const place: Ask = {
      ...{ collection: id, id: askId(id, member.id, 1), network: NETWORK, process: PROCESS },
      ...{ member: member.id, person: member.person, zone: ZONE, state: "unasked", parts: [] },
      ...{ undelivered: false, epoch: 0, reissues: 0, extensions: 0, reminded: [] },
      marks: marks(present.includes(member) ? "live" : "none"),
    };
    await world.table.write([create(Ask, place)]);
  }
  const [asker] = [...present, ...members];
  return beginCollection(world, {
    ...{ id, network: NETWORK, process: PROCESS, step: "confirmation", letter: "election.confirmation", form },
    ...{ asker: { member: asker?.id ?? "", name: asker?.name ?? "" }, shards: 1, zone: ZONE, deadline },
    signals: "all-in",
  });
}

/** The asks of a collection in the order of its members. */
export async function asksIn(world: World, collection: string): Promise<Stored<Ask>[]> {
  const asks = await asksOf(world.table, collection, 1);
  return asks.toSorted((a, b) => (a.member < b.member ? -1 : 1));
}

export async function askAgain(world: World, ask: Pick<Ask, "collection" | "id">): Promise<Stored<Ask>> {
  const found = await world.table.get(Ask, { collection: ask.collection, id: ask.id });
  if (!found) throw new Error(`no ask ${ask.id}`);
  return found;
}

/** A link to an ask, as one more letter would carry it. */
export async function linkTo(world: World, ask: Ask): Promise<string> {
  return linkOf(world, askScope(ask));
}

export async function linkOf(world: World, scope: LinkScope, expiresAt?: Instant): Promise<string> {
  const link = issueLink(world, scope, expiresAt);
  await world.table.write([create(Link, link)]);
  return linkToken(world.keys, link);
}

/** A form's page as somebody has it open: what she needs to send it. */
export type OpenPage = { token: string; page: string };

export async function openPage(world: World, token: string): Promise<OpenPage> {
  return { token, page: pageNonce(world, await viewAsk(world, token)) };
}

export const send = (world: World, at: OpenPage, raw: Raw) => answerAsk(world, { ...at, raw });

export const confirms: Raw = { v1: "confirm", v2: "confirm" };
export const objects: Raw = { v1: "object", "v1-reason": "Више предлога.", v2: "confirm" };
export const abstains: Raw = { v1: "abstain", v2: "abstain" };

/** Looks until the collection is closed or there is nothing to do but wait, as the state machine does. */
export async function lookOn(world: World, collection: string): Promise<Check> {
  for (;;) {
    const check = await checkCollection(world, collection);
    if (check.word === "remind") await remindAsks(world, collection);
    else if (check.word !== "again") return check;
  }
}

/** Moves the deadline, as an election's act does with its journal's entry. */
export async function extend(world: World, id: string, until: Instant): Promise<void> {
  await untilWritten(async () => {
    const collection = await readCollection(world, id);
    await world.table.write([replace(Collection, collection, extended(collection, until, world.clock.now()))]);
  });
}

/** Until when a collection of so many days runs, from now. */
export const inDays = (world: World, days: number): Instant => after(world.clock.now(), { days });

const text = { title: "План рада", body: "Четири семинара." };

const voteOf = (id: string): ElectionVote => ({
  ...{ election: PROCESS, id, number: 1 },
  vote: {
    ...{ kind: "adopt", id, title: "Усвајање плана рада", text: { ...text, hash: hashText(text) } },
    ...{ profile: plainProfile, mode: "ratified", method: "hands" },
  },
});

/** The figures of one vote, counted as the election counts them. */
export async function figuresOf(world: World, collection: string, vote: string): Promise<Confirmations> {
  const asks = await asksIn(world, collection);
  const letters = countReturns(voteOf(vote), asks, await answersOf(world.table, asks));
  if (letters.kind !== "confirmations") throw new Error(`${vote} was not put to confirmation`);
  return letters;
}

/** Every letter of the process that is stored, whatever became of it. */
export async function lettersOf(world: World, kind?: string): Promise<Stored<Letter>[]> {
  const letters = await world.table.find(Letter, "lookup", `letters#${PROCESS}`);
  return letters.filter((letter) => kind === undefined || letter.kind === kind);
}

/** The answers stored of an ask: those that count, or the late one. */
export function answersStored(items: readonly Record<string, unknown>[], ask: string, late = false): Answer[] {
  return items
    .filter((item) => item.record === "answer" && item.ask === ask && item.late === late)
    .map((item) => v.parse(Answer.schema, item));
}

/** What was stored besides the counting of tries: equal before and after means that nothing was kept. */
export function kept(items: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  return items.filter((item) => item.record !== "rate");
}
