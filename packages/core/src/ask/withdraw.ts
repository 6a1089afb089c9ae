import {
  after,
  type Instant,
  type Link,
  type LinkScope,
  openLink,
  Refusal,
  readSigned,
  remove,
  replace,
  type Stored,
  sign,
  untilWritten,
  type World,
  type Write,
} from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import { Member, Network, Person } from "../people/index.ts";
import { Answer, Ask, Collection } from "./records.ts";
import { window } from "./rules.ts";
import { askScope } from "./view.ts";

/** How long a receipt's link takes an answer back (asks 6). */
export const WITHDRAWN_WITHIN = { hours: 24 };

/**
 * The page behind a receipt's "Not you?". `open`: the answer is still the one in force and may be taken back. `withdrawn`: it was.
 * `replaced`: another answer came after it. `closed`: its day is over, or the ask is closed and the answer counted.
 */
export type WithdrawalView = {
  kind: "open" | "withdrawn" | "replaced" | "closed";
  link: Stored<Link>;
  version: number;
  /** Whether the form takes an answer at this moment. */
  mayAnswer: boolean;
  ask: Stored<Ask>;
  collection: Stored<Collection>;
  network: Network;
  person: Person;
  member: Member;
};

/** The scope of the link by which this version of an answer is taken back. */
export function withdrawScope(ask: Parameters<typeof askScope>[0], version: number): LinkScope {
  const { epoch: _, ...scope } = askScope(ask);
  return { ...scope, act: "withdraw", version };
}

/** What a receipt's link opens. Writes nothing. Refuses every other link as `link.unknown`. */
export async function viewWithdrawal(world: World, token: string): Promise<WithdrawalView> {
  const link = await openLink(world, token);
  const { act, network: net, person: per, member: mem, collection: col, ask: id, version } = link.scope;
  if (act !== "withdraw" || !net || !per || !mem || !col || !id || !version) throw new Refusal("link.unknown");
  const keys = { ask: { collection: col, id }, member: { network: net, id: mem } };
  const found = await world.table.getMany([
    Ask.key(keys.ask),
    Collection.key({ id: col }),
    Network.key({ id: net }),
    Person.key({ id: per }),
    Member.key(keys.member),
  ]);
  const ask = found.get(Ask, keys.ask);
  const collection = found.get(Collection, { id: col });
  const network = found.get(Network, { id: net });
  const person = found.get(Person, { id: per });
  const member = found.get(Member, keys.member);
  if (!ask || !collection || !network || !person || !member) throw new Error(`the records of ${id} are not whole`);
  const now = world.clock.now();
  const mayAnswer = window(ask, now, now) === "open";
  return {
    kind: standing(ask, version, link, collection.approval !== undefined, now),
    link,
    version,
    mayAnswer,
    ask,
    collection,
    network,
    person,
    member,
  };
}

function standing(
  ask: Ask,
  version: number,
  { expiresAt }: Link,
  isApproval: boolean,
  now: Instant,
): WithdrawalView["kind"] {
  if (ask.withdrawn?.some((one) => one.version === version)) return "withdrawn";
  // An approval is taken back where it was given, with a reason (asks 12).
  if (isApproval || ask.state === "closed" || (expiresAt !== undefined && expiresAt <= now)) return "closed";
  return ask.answer?.version === version ? "open" : "replaced";
}

const ABOUT = (link: Pick<Link, "id">) => `withdraw ${link.id}`;

/** The nonce of the page on which an answer is taken back, bound to the link that opened it. */
export function withdrawalNonce(world: World, { link, version }: WithdrawalView): string {
  return sign(world.keys, String(version), ABOUT(link));
}

/**
 * Takes an answer back: it is deleted and no longer counts, the withdrawal is on record, the addressee is told with a new link
 * while her form is open, and so is whoever asked. Twice is once. Refuses as `viewWithdrawal` does, and a page that was not
 * made for this link (`page.stale`).
 */
export function withdrawAnswer(world: World, sent: { token: string; page: string }): Promise<WithdrawalView> {
  return untilWritten(async () => {
    const view = await viewWithdrawal(world, sent.token);
    if (readSigned(world.keys, sent.page, ABOUT(view.link)) !== String(view.version)) throw new Refusal("page.stale");
    if (view.kind !== "open" || !view.ask.answer) return view;
    const { answer } = view.ask;
    const at = world.clock.now();
    const stored = await world.table.get(Answer, { ask: view.ask.id, version: view.version, late: false });
    const { answer: _, marks, ...rest } = view.ask;
    const next: Stored<Ask> = {
      ...rest,
      state: "open",
      ...(marks && { marks: withoutLetters(marks) }),
      withdrawn: [...(rest.withdrawn ?? []), { version: view.version, reference: answer.reference, at }],
    };
    await world.table.write([
      replace(Ask, view.ask, next),
      ...(stored ? [remove(Answer, stored)] : []),
      ...(await toldOf(world, view, next, answer.reference)),
    ]);
    return { ...view, kind: "withdrawn", ask: next };
  });
}

/** Her marks by letter came with the answer that is taken back. */
function withoutLetters(marks: NonNullable<Ask["marks"]>): NonNullable<Ask["marks"]> {
  return Object.fromEntries(Object.entries(marks).map(([part, mark]) => [part, mark === "letter" ? "none" : mark]));
}

async function toldOf(world: World, view: WithdrawalView, next: Ask, reference: string): Promise<Write[]> {
  const { collection, version } = view;
  const now = world.clock.now();
  const shared = {
    ...{ process: next.process, version: `${next.id}-${version}`, network: next.network },
    ask: { collection: next.collection, id: next.id },
    facts: { reference, at: now },
  };
  const asker = await world.table.get(Member, { network: next.network, id: collection.asker.member });
  const isOpen = window(next, now, now) === "open";
  return [
    ...writeLetter(world, {
      ...{ ...shared, kind: "ask.withdrawn", person: next.person, member: next.member },
      ...(isOpen && { link: askScope(next) }),
    }),
    ...(asker ? writeLetter(world, { ...shared, kind: "ask.withdrawal", person: asker.person, member: asker.id }) : []),
  ];
}

/** Until when the answer that came at this moment may be taken back. */
export function withdrawnUntil(at: Instant): Instant {
  return after(at, WITHDRAWN_WITHIN);
}
