import * as v from "valibot";
import { type Form, type Problem as FormProblem, readAnswer } from "../form/index.ts";
import {
  canonical,
  create,
  fitsLink,
  Instant,
  Link,
  Lost,
  linkIdOf,
  openLink,
  Refusal,
  readableReference,
  readSigned,
  replace,
  type Stored,
  sha256,
  sign,
  untilWritten,
  type World,
} from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import { Member, Network, Person } from "../people/index.ts";
import { Answer, Ask, Collection } from "./records.ts";
import { window } from "./rules.ts";

/** Everything a page about an ask is made from, and where the ask stands. */
export type AskView = {
  kind: "form" | "answered" | "closed";
  link: Link;
  ask: Stored<Ask>;
  collection: Stored<Collection>;
  network: Network;
  person: Person;
  member: Member;
  /** The answer in force, when the page knew of it. */
  stored: Stored<Answer> | undefined;
};

/** What raw form fields are, as an HTTP form sends them. */
export type Raw = Record<string, string | string[]>;

/** What became of a form that was sent. Only `accepted` has stored an answer that counts. */
export type Sent =
  | { kind: "accepted"; view: AskView; reference: string; at: Instant; content: Answer["content"]; again: boolean }
  | { kind: "problems"; view: AskView; problems: FormProblem[]; raw: Raw }
  | { kind: "conflict"; view: AskView; page: string; stored: Answer["content"]; yours: Answer["content"] }
  | { kind: "late"; view: AskView };

/** Signed into a form's page: which ask it answers, when it was opened, and which version of the answer it knew. */
const PageNonce = v.object({
  scope: v.object({
    network: v.string(),
    person: v.string(),
    member: v.string(),
    collection: v.string(),
    ask: v.string(),
  }),
  openedAt: Instant,
  version: v.number(),
});
type PageNonce = v.InferOutput<typeof PageNonce>;
type AskScope = PageNonce["scope"];

/** The scope of a link to an ask. */
export function askScope(ask: Pick<Ask, "network" | "person" | "member" | "collection" | "id" | "epoch">) {
  const { network, person, member, collection, id, epoch } = ask;
  return { act: "answer" as const, network, person, member, collection, ask: id, epoch };
}

/** The page behind a mailed link: two reads, nothing written. Refuses unknown and revoked links. */
export async function viewAsk(world: World, token: string): Promise<AskView> {
  const link = await openLink(world, token);
  const { act, network, person, member, collection, ask } = link.scope;
  if (act !== "answer" || !network || !person || !member || !collection || !ask) throw new Refusal("link.unknown");
  return readView(world, { network, person, member, collection, ask }, link);
}

/** The answer in force of an ask that is answered; one more read where the page's batch did not hold it. */
export async function answerInForce(world: World, { ask, stored }: AskView): Promise<Answer | undefined> {
  if (!ask.answer || stored?.version === ask.answer.version) return stored;
  return world.table.get(Answer, { ask: ask.id, version: ask.answer.version, late: false });
}

/** The nonce that goes into the page of a form, bound to the link it was opened by; `openedAt` is now if not given. */
export function pageNonce(world: World, view: AskView, openedAt = world.clock.now()): string {
  const { network, person, member, collection, id } = view.ask;
  const nonce: PageNonce = {
    scope: { network, person, member, collection, ask: id },
    openedAt,
    version: view.ask.answer?.version ?? 0,
  };
  return sign(world.keys, JSON.stringify(nonce), view.link.id);
}

/**
 * Takes a form that was sent. One transaction writes the ask, the answer and the receipt; the same content sent twice
 * is one answer with one receipt. Refuses a page that was not made for this link (`page.stale`), an unknown or revoked
 * link. A second, different answer to a form that forbids editing is a conflict that the first one has won.
 */
export function answerAsk(world: World, sent: { token: string; page: string; raw: Raw }): Promise<Sent> {
  const id = linkIdOf(sent.token);
  const signed = id && readSigned(world.keys, sent.page, id);
  if (!id) throw new Refusal("link.unknown");
  if (!signed) throw new Refusal("page.stale");
  const nonce = v.parse(PageNonce, JSON.parse(signed));
  return untilWritten(async () => {
    const view = await readView(world, nonce.scope, { id, token: sent.token }, nonce.version);
    return keepAnswer(world, view, nonce, sent.raw);
  });
}

type Wanted = Stored<Link> | { id: string; token: string };

/** The records of an ask's page in one batch read. */
async function readView(world: World, scope: AskScope, wanted: Wanted, version = 0): Promise<AskView> {
  const keys = {
    link: { id: wanted.id },
    ask: { collection: scope.collection, id: scope.ask },
    collection: { id: scope.collection },
    network: { id: scope.network },
    person: { id: scope.person },
    member: { network: scope.network, id: scope.member },
    answer: { ask: scope.ask, version: Math.max(version, 1), late: false },
  };
  const found = await world.table.getMany([
    ...("token" in wanted ? [Link.key(keys.link)] : []),
    Ask.key(keys.ask),
    Collection.key(keys.collection),
    Network.key(keys.network),
    Person.key(keys.person),
    Member.key(keys.member),
    Answer.key(keys.answer),
  ]);
  const link = "token" in wanted ? found.get(Link, keys.link) : wanted;
  if (!link || ("token" in wanted && !fitsLink(world.keys, wanted.token, link))) throw new Refusal("link.unknown");
  const place = found.get(Ask, keys.ask);
  const collection = found.get(Collection, keys.collection);
  const ask = place && collection && upToDate(place, collection);
  const network = found.get(Network, keys.network);
  const person = found.get(Person, keys.person);
  const member = found.get(Member, keys.member);
  if (!ask || !collection || !network || !person || !member)
    throw new Error(`the records of ${scope.ask} are not whole`);
  if (link.scope.epoch !== ask.epoch) throw new Refusal("link.revoked", { details: { locale: person.locale } });
  const now = world.clock.now();
  const open = window(ask, now, now) === "open";
  const kind = !open ? "closed" : ask.answer ? "answered" : "form";
  return { kind, link, ask, collection, network, person, member, stored: found.get(Answer, keys.answer) };
}

/**
 * The ask as it is answered: an extension counts from the moment it is written, though the machine has not moved this
 * window yet, and a vote in which the session has given her a live mark is not asked about any more (votes R3).
 */
function upToDate(ask: Stored<Ask>, { extensions, deadline, closesAt }: Collection): Stored<Ask> {
  const parts = ask.parts.filter((part) => ask.marks?.[part] !== "live");
  return { ...ask, parts, ...(ask.extensions < extensions && { deadline, closesAt }) };
}

async function keepAnswer(world: World, view: AskView, page: PageNonce, raw: Raw): Promise<Sent> {
  const { ask, collection } = view;
  const now = world.clock.now();
  const read = readAnswer(collection.form, ask.parts, raw);
  if (!read.ok) return { kind: "problems", view, problems: read.problems, raw };
  const content = read.answer;
  const hash = sha256(canonical(content));
  if (ask.answer?.hash === hash) {
    return { kind: "accepted", view, ...ask.answer, content, again: true };
  }
  if (window(ask, now, page.openedAt) === "closed") return keepLate(world, view, content, hash);
  if (ask.answer && (!collection.form.editable || ask.answer.version !== page.version)) {
    const key = { ask: ask.id, version: ask.answer.version, late: false };
    const stored = await world.table.get(Answer, key);
    // Made while she answers: the grace is for the page that she opened.
    const fresh = pageNonce(world, view, page.openedAt);
    return { kind: "conflict", view, page: fresh, stored: stored?.content ?? {}, yours: content };
  }
  const version = page.version + 1;
  const reference = readableReference(world.random.bytes(8));
  const marks = ask.marks && { ...ask.marks, ...markAnswered(collection.form, ask) };
  await world.table.write([
    replace(Ask, ask, {
      ...ask,
      state: "answered",
      answer: { version, reference, hash, at: now },
      ...(marks && { marks }),
    }),
    create(Answer, { ask: ask.id, version, content, hash, reference, at: now, late: false }),
    ...writeLetter(world, {
      process: ask.process,
      kind: "ask.receipt",
      version: `${ask.id}-${version}`,
      network: ask.network,
      person: ask.person,
      member: ask.member,
      ask: { collection: ask.collection, id: ask.id },
      facts: { reference, at: now, ...(ask.answer && { replaces: ask.answer.reference }) },
    }),
  ]);
  return { kind: "accepted", view, reference, at: now, content, again: false };
}

/** On a roll, every vote that this form asks about now has its mark by letter (votes R3). */
function markAnswered(form: Form, ask: Ask): Record<string, "letter"> {
  const asked = form.sections.map((section) => section.id).filter((id) => ask.parts.includes(id));
  return Object.fromEntries(asked.map((part) => [part, "letter" as const]));
}

/** After the close an answer is kept as late and not counted (votes R9); nothing is sent. */
async function keepLate(world: World, view: AskView, content: Answer["content"], hash: string): Promise<Sent> {
  const { ask } = view;
  // Between deadline and close the ask is still open: an answer of a page opened too late waits for nothing.
  const late = { ...ask, late: !ask.answer };
  const at = world.clock.now();
  const reference = readableReference(world.random.bytes(8));
  try {
    await world.table.write([
      replace(Ask, ask, late),
      create(Answer, { ask: ask.id, version: 1, content, hash, reference, at, late: true }, new Refusal("link.closed")),
    ]);
  } catch (error) {
    if (error instanceof Lost) throw error;
    if (!(error instanceof Refusal)) throw error;
  }
  return { kind: "late", view };
}
