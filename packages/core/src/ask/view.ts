import * as v from "valibot";
import {
  type Found,
  Instant,
  linkIdOf,
  openLink,
  Refusal,
  readSigned,
  type Stored,
  sign,
  type World,
} from "../kit/index.ts";
import { Member, Network, Person } from "../people/index.ts";
import { Answer, Ask, Collection, Draft, lastVersion } from "./records.ts";
import { laterWindow, window } from "./rules.ts";

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
  /** What was saved for later and not sent. */
  draft: Stored<Draft> | undefined;
};

/** What an answer is decided on. The rest of the view is names, for a page that is shown. */
export type AskedView = Pick<AskView, "kind" | "token" | "ask" | "collection" | "draft">;

/** What raw form fields are, as an HTTP form sends them. */
export type Raw = Record<string, string | string[]>;

/** A form as its page sends it: through which link, with the page's nonce, and its fields. */
export type SentForm = { token: string; page: string; raw: Raw };

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
export type PageNonce = v.InferOutput<typeof PageNonce>;
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
  return viewOf(world, { network, person, member, collection, ask, epoch }, token);
}

/** Whether her answer is asked for though the form is closed: it will be listed as late. */
export function mayComeLate({ kind, ask, collection }: Pick<AskView, "kind" | "ask" | "collection">): boolean {
  const isOver = collection.recalled !== undefined || ask.passedTo !== undefined || ask.answer !== undefined;
  return kind === "closed" && collection.form.late === true && !isOver;
}

/** The answer in force of an ask that is answered; one more read where the page's batch did not hold it. */
export async function answerInForce(world: World, { ask, stored }: AskView): Promise<Answer | undefined> {
  if (!ask.answer || stored?.version === ask.answer.version) return stored;
  return world.table.get(Answer, { ask: ask.id, version: ask.answer.version, late: false });
}

/** The nonce that goes into the page of a form, bound to the link it was opened by; `openedAt` is now if not given. */
export function pageNonce(
  world: World,
  { ask, token }: Pick<AskView, "ask" | "token">,
  openedAt = world.clock.now(),
): string {
  const { network, person, member, collection, id, epoch } = ask;
  const nonce: PageNonce = {
    scope: { network, person, member, collection, ask: id, epoch },
    openedAt,
    version: lastVersion(ask),
  };
  return sign(world.keys, JSON.stringify(nonce), token);
}

/** The signed nonce of a page that is sent; refuses what is no link, and a page made for another one. */
export function readPage(world: World, sent: { token: string; page: string }): PageNonce {
  if (!linkIdOf(sent.token)) throw new Refusal("link.unknown");
  return readNonce(world, sent);
}

/** The nonce of a page, whatever it is bound to; refuses a page made for something else (`page.stale`). */
export function readNonce(world: World, { token, page }: { token: string; page: string }): PageNonce {
  const signed = readSigned(world.keys, page, token);
  if (!signed) throw new Refusal("page.stale");
  return v.parse(PageNonce, JSON.parse(signed));
}

/** What a sent page's answer is decided on, in one batch read; the names of its people follow where a page is shown. */
export type OpenAsk = { page: PageNonce; asked: AskedView; whole: () => Promise<AskView> };

/** The ask that a sent page is about. Refuses a page that was not made for this link (`page.stale`), and a revoked link. */
export async function openAsk(world: World, page: PageNonce, token: string): Promise<OpenAsk> {
  const { scope } = page;
  const asked = askedIn(world, await world.table.getMany(askedKeys(scope)), scope, token);
  const names = async () => namesIn(await world.table.getMany(nameKeys(scope)), scope);
  if (scope.epoch !== asked.ask.epoch) throw revoked(await names());
  return { page, asked, whole: async () => ({ ...asked, ...(await names()), stored: undefined }) };
}

/** A sent page with everything about its ask; refuses as `openAsk` does, and what is no link (`link.unknown`). */
export async function openPage(world: World, sent: SentForm): Promise<{ view: AskView; page: PageNonce }> {
  const page = readPage(world, sent);
  const { whole } = await openAsk(world, page, sent.token);
  return { view: await whole(), page };
}

/** The records of an ask's page in one batch read. */
export async function viewOf(world: World, scope: AskScope, token: string): Promise<AskView> {
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
  Draft.key({ ask }),
];

function askedIn(world: World, found: Found, scope: AskScope, token: string): AskedView {
  const place = found.get(Ask, { collection: scope.collection, id: scope.ask });
  const collection = found.get(Collection, { id: scope.collection });
  if (!place || !collection) throw new Error(`the records of ${scope.ask} are not whole`);
  const ask = upToDate(place, collection);
  const now = world.clock.now();
  const open = window(ask, now, now) === "open";
  const draft = found.get(Draft, { ask: ask.id });
  return { kind: !open ? "closed" : ask.answer ? "answered" : "form", token, ask, collection, draft };
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
function upToDate(ask: Stored<Ask>, collection: Collection): Stored<Ask> {
  const { extensions, recalled } = collection;
  const parts = ask.parts.filter((part) => ask.marks?.[part] !== "live");
  const moved = ask.extensions < extensions && laterWindow(ask, collection);
  return { ...ask, parts, ...moved, ...(recalled && { state: "closed" }) };
}
