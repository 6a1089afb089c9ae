import * as v from "valibot";
import { type Form, type Problem as FormProblem, readAnswer } from "../form/index.ts";
import {
  canonical,
  create,
  type Found,
  Instant,
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
import type { Decision } from "./approval.ts";
import { decide, revokeApproval } from "./approve.ts";
import { Answer, Ask, Collection } from "./records.ts";
import { window } from "./rules.ts";

/** Everything a page about an ask is made from, and where the ask stands. */
export type AskView = {
  kind: "form" | "answered" | "closed";
  token: string;
  ask: Stored<Ask>;
  collection: Stored<Collection>;
  network: Network;
  person: Person;
  member: Member;
  /** The answer in force, when the page knew of it. */
  stored: Stored<Answer> | undefined;
};

/** What an answer is decided on. The rest of the view is names, for a page that is shown. */
type Asked = Pick<AskView, "kind" | "token" | "ask" | "collection">;

/** What raw form fields are, as an HTTP form sends them. */
export type Raw = Record<string, string | string[]>;

type Accepted = {
  kind: "accepted";
  ask: Ask;
  reference: string;
  at: Instant;
  content: Answer["content"];
  again: boolean;
};
type Declined =
  | { kind: "problems"; problems: FormProblem[]; raw: Raw }
  | { kind: "conflict"; page: string; stored: Answer["content"]; yours: Answer["content"] }
  | { kind: "decided"; first: Decision }
  | { kind: "late" };

/** What became of a form that was sent. Only `accepted` has stored an answer that counts; the others show a page. */
export type Sent = Accepted | (Declined & { view: AskView });

/**
 * Signed into a form's page, for the token of its link: which ask it answers, when it was opened, and which version of the
 * answer it knew. Who has such a page has shown the link, so the link's record is not read again.
 */
const PageNonce = v.object({
  scope: v.object({
    network: v.string(),
    person: v.string(),
    member: v.string(),
    collection: v.string(),
    ask: v.string(),
    /** Of the link; it is revoked once the ask has a later one. */
    epoch: v.number(),
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
  const { act, network, person, member, collection, ask, epoch } = link.scope;
  const isWhole = network && person && member && collection && ask && epoch !== undefined;
  if (act !== "answer" || !isWhole) throw new Refusal("link.unknown");
  return readView(world, { network, person, member, collection, ask, epoch }, token);
}

/** The answer in force of an ask that is answered; one more read where the page's batch did not hold it. */
export async function answerInForce(world: World, { ask, stored }: AskView): Promise<Answer | undefined> {
  if (!ask.answer || stored?.version === ask.answer.version) return stored;
  return world.table.get(Answer, { ask: ask.id, version: ask.answer.version, late: false });
}

/** The nonce that goes into the page of a form, bound to the link it was opened by; `openedAt` is now if not given. */
export function pageNonce(world: World, { ask, token }: Asked, openedAt = world.clock.now()): string {
  const { network, person, member, collection, id, epoch } = ask;
  const nonce: PageNonce = {
    scope: { network, person, member, collection, ask: id, epoch },
    openedAt,
    version: ask.answer?.version ?? 0,
  };
  return sign(world.keys, JSON.stringify(nonce), token);
}

/**
 * Takes a form that was sent. One transaction writes the ask, the answer and the receipt; the same content sent twice
 * is one answer with one receipt. Refuses a page that was not made for this link (`page.stale`), an unknown or revoked
 * link. A second, different answer to a form that forbids editing is a conflict that the first one has won.
 */
export async function answerAsk(
  world: World,
  { token, page, raw }: { token: string; page: string; raw: Raw },
): Promise<Sent> {
  const nonce = readPage(world, { token, page });
  return untilWritten(async () => {
    const asked = askedIn(world, await world.table.getMany(askedKeys(nonce.scope)), nonce.scope, token);
    const names = async () => namesIn(await world.table.getMany(nameKeys(nonce.scope)), nonce.scope);
    if (nonce.scope.epoch !== asked.ask.epoch) throw revoked(await names());
    const sent = await keepAnswer(world, asked, nonce, raw);
    return sent.kind === "accepted" ? sent : { ...sent, view: { ...asked, ...(await names()), stored: undefined } };
  });
}

/** The signed nonce of a page that is sent; refuses what is no link, and a page made for another one. */
function readPage(world: World, { token, page }: { token: string; page: string }): PageNonce {
  if (!linkIdOf(token)) throw new Refusal("link.unknown");
  const signed = readSigned(world.keys, page, token);
  if (!signed) throw new Refusal("page.stale");
  return v.parse(PageNonce, JSON.parse(signed));
}

/**
 * Takes an approval back from the page behind the link by which it was given. Refuses as `revokeApproval` does, and a page
 * that was not made for this link.
 */
export async function revokeByLink(world: World, sent: { token: string; page: string; reason: string }): Promise<void> {
  readPage(world, sent);
  const { ask } = await viewAsk(world, sent.token);
  await revokeApproval(world, { collection: ask.collection, member: ask.member, reason: sent.reason });
}

/** The records of an ask's page in one batch read. */
async function readView(world: World, scope: AskScope, token: string): Promise<AskView> {
  const first = { ask: scope.ask, version: 1, late: false };
  const found = await world.table.getMany([...askedKeys(scope), ...nameKeys(scope), Answer.key(first)]);
  const asked = askedIn(world, found, scope, token);
  const names = namesIn(found, scope);
  if (scope.epoch !== asked.ask.epoch) throw revoked(names);
  return { ...asked, ...names, stored: found.get(Answer, first) };
}

const askedKeys = ({ collection, ask }: AskScope) => [
  Ask.key({ collection, id: ask }),
  Collection.key({ id: collection }),
];

function askedIn(world: World, found: Found, scope: AskScope, token: string): Asked {
  const place = found.get(Ask, { collection: scope.collection, id: scope.ask });
  const collection = found.get(Collection, { id: scope.collection });
  if (!place || !collection) throw new Error(`the records of ${scope.ask} are not whole`);
  const ask = upToDate(place, collection);
  const now = world.clock.now();
  const open = window(ask, now, now) === "open";
  return { kind: !open ? "closed" : ask.answer ? "answered" : "form", token, ask, collection };
}

const nameKeys = ({ network, person, member }: AskScope) => [
  Network.key({ id: network }),
  Person.key({ id: person }),
  Member.key({ network, id: member }),
];

function namesIn(found: Found, scope: AskScope): Pick<AskView, "network" | "person" | "member"> {
  const network = found.get(Network, { id: scope.network });
  const person = found.get(Person, { id: scope.person });
  const member = found.get(Member, { network: scope.network, id: scope.member });
  if (!network || !person || !member) throw new Error(`the records of ${scope.ask} are not whole`);
  return { network, person, member };
}

const revoked = ({ person }: { person: Person }) => new Refusal("link.revoked", { details: { locale: person.locale } });

/**
 * The ask as it is answered: an extension counts from the moment it is written, though the machine has not moved this
 * window yet, a vote in which the session has given her a live mark is not asked about any more (votes R3), and what was
 * recalled is closed for everybody at once.
 */
function upToDate(ask: Stored<Ask>, { extensions, deadline, closesAt, recalled }: Collection): Stored<Ask> {
  const parts = ask.parts.filter((part) => ask.marks?.[part] !== "live");
  const moved = ask.extensions < extensions && { deadline, closesAt };
  return { ...ask, parts, ...moved, ...(recalled && { state: "closed" }) };
}

async function keepAnswer(world: World, asked: Asked, page: PageNonce, raw: Raw): Promise<Accepted | Declined> {
  const { ask, collection } = asked;
  const now = world.clock.now();
  const read = readAnswer(collection.form, ask.parts, raw);
  if (!read.ok) return { kind: "problems", problems: read.problems, raw };
  const content = read.answer;
  const hash = sha256(canonical(content));
  if (ask.answer?.hash === hash) {
    return { kind: "accepted", ask, ...ask.answer, content, again: true };
  }
  if (collection.recalled) return { kind: "late" };
  const decision = collection.approval ? await decide(world, ask, content, now) : undefined;
  if (decision?.kind === "decided") return { kind: "decided", first: decision.first };
  if (window(ask, now, page.openedAt) === "closed") return keepLate(world, ask, content, hash);
  if (ask.answer && (!collection.form.editable || ask.answer.version !== page.version)) {
    const key = { ask: ask.id, version: ask.answer.version, late: false };
    const stored = await world.table.get(Answer, key);
    // Made while she answers: the grace is for the page that she opened.
    const fresh = pageNonce(world, asked, page.openedAt);
    return { kind: "conflict", page: fresh, stored: stored?.content ?? {}, yours: content };
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
    ...(decision?.writes ?? []),
  ]);
  return { kind: "accepted", ask, reference, at: now, content, again: false };
}

/** On a roll, every vote that this form asks about now has its mark by letter (votes R3). */
function markAnswered(form: Form, ask: Ask): Record<string, "letter"> {
  const asked = form.sections.map((section) => section.id).filter((id) => ask.parts.includes(id));
  return Object.fromEntries(asked.map((part) => [part, "letter" as const]));
}

/** After the close an answer is kept as late and not counted (votes R9); nothing is sent. */
async function keepLate(world: World, ask: Stored<Ask>, content: Answer["content"], hash: string): Promise<Declined> {
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
  return { kind: "late" };
}
