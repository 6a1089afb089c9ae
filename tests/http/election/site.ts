import { type Ask, answerAsk, asksOf, Collection, pageNonce, recordUndelivered, viewAsk } from "@quorate/core/ask";
import {
  AskAttestation,
  AskConfirmation,
  AskDeclaration,
  AskFigures,
  type AskingStep,
  CheckAttestation,
  CheckConfirmation,
  CheckDeclaration,
  CheckFigures,
  CheckSession,
  closeVote,
  Declare,
  FreezeRoll,
  MarkPresent,
  openVote,
  Reconcile,
  readElection,
} from "@quorate/core/election";
import { after, create, Link, linkToken, Refusal, type World } from "@quorate/core/kit";
import { Letter, letterId } from "@quorate/core/letter";
import { cookieOf, Member, Network, newSignedIn, Person, SignedIn } from "@quorate/core/people";
import { stepCollection, type Task } from "@quorate/core/process";
import { closeSession, openSession, planSession, recordPresence } from "@quorate/core/session";
import { Hono } from "hono";
import { electionPages } from "../../../packages/functions/src/pages/election/index.ts";
import { RefusalPage } from "../../../packages/functions/src/pages/failure.tsx";
import { officePages } from "../../../packages/functions/src/pages/offices/index.ts";
import { planPages } from "../../../packages/functions/src/pages/plan/index.ts";
import { rulesPages } from "../../../packages/functions/src/pages/rules/index.ts";
import { SESSION_DAY, type TestWorld, testWorld } from "../../support/world.ts";

export const NETWORK = "net_aktiv";

/** The members of the association: the first eighteen come to the session. */
const people: readonly [name: string, institution: string][] = [
  ["Биљана Илић", "ОШ „Вук Караџић”"],
  ["Весна Ђорђевић", "ОШ „Свети Сава”"],
  ["Ненад Лукић", "Гимназија"],
  ["Јелена Петровић", "ОШ „Свети Сава”"],
  ["Милош Антић", "Техничка школа"],
  ["Снежана Балшић", "ОШ „Бранко Радичевић”"],
  ["Драгана Вељковић", "Центар за социјални рад"],
  ["Љиљана Гавриловић", "ОШ „Доситеј”"],
  ["Марко Живадиновић", "Центар за социјални рад"],
  ["Зорица Златановић", "Предшколска установа „Полетарац”"],
  ["Јована Јовановић", "Средња стручна школа"],
  ["Милица Маринковић", "ОШ „Доситеј”"],
  ["Ивана Миловановић", "Економска школа"],
  ["Катарина Обрадовић", "Центар за социјални рад"],
  ["Татјана Радосављевић", "Техничка школа"],
  ["Гордана Симоновић", "Центар за социјални рад"],
  ["Оливера Ћирић", "Удружење „Корак”"],
  ["Душица Христов", "ОШ „Његош”"],
  ["Горан Вукашиновић", "Гимназија"],
  ["Слађана Костадиновић", "ОШ „Јован Дучић”"],
  ["Александра Љубисављевић", "Центар за социјални рад"],
  ["Дејан Ристић", "ОШ „Јован Дучић”"],
  ["Светлана Тодоровић", "Средња стручна школа"],
  ["Вукосава Шћепановић", "Центар за социјални рад"],
  ["Марија Стојановић", "ОШ „Вук Караџић”"],
  ["Радмила Филиповић", "ОШ „Његош”"],
  ["Небојша Николић", "ОШ „Бранко Радичевић”"],
];

export const memberId = (index: number) => `mem_${String(index + 1).padStart(2, "0")}`;
export const nameAt = (index: number) => people[index]?.[0] ?? "";
const absentees = [18, 19, 20, 21, 22, 23, 24, 25, 26];
export const waiting = 24;
const objector = 25;
export const undelivered = 26;

type Page = { status: number; html: string; to: string; headers: Headers };
export type Site = TestWorld & {
  app: Hono;
  session: string;
  get(path: string, as?: string): Promise<Page>;
  post(path: string, fields?: Record<string, string>, as?: string): Promise<Page>;
};

/** The pages of elections with the association's 27 members, a planned session, and a coordinator signed in. */
export async function site(): Promise<Site> {
  const test = await testWorld({
    start: "2026-03-02T19:00:00.000Z",
    processes: {
      start: async () => {},
      answer: async () => "answered",
      stop: async () => {},
      status: async () => "running",
    },
  });
  const { world } = test;
  const zone = "Europe/Belgrade";
  const name = "Актив стручних сарадника";
  await world.table.write([
    create(Network, {
      ...{ id: NETWORK, name, shortName: "Актив", locale: "sr-Cyrl" as const, zone },
      createdAt: world.clock.now(),
    }),
  ]);
  for (const [index, [name, institution]] of people.entries()) {
    const id = memberId(index);
    const person = { id: `per_${id}`, address: `${id}@skola.example`, locale: "sr-Cyrl" as const, zone };
    const place = { network: NETWORK, id, person: person.id, name, institution, groups: [] };
    const standing = { standing: "active" as const, coordinator: index === 0, since: world.clock.now() };
    await world.table.write([create(Person, person), create(Member, { ...place, ...standing })]);
  }
  const session = await planSession(world, {
    ...{ network: NETWORK, actor: memberId(0), title: "1. седница", startsAt: SESSION_DAY, place: "видео-позив", zone },
    ...{ recorder: memberId(0), verifiers: [memberId(1), memberId(2)], agenda: [{ title: "Избори" }] },
    guests: ["Начелница школске управе", "Секретар"],
  });
  // Anew each time: a signed-in time ends after twelve hours, and the story takes weeks.
  const cookie = () => signedIn(world, `per_${memberId(0)}`);
  const app = new Hono()
    .route("/", electionPages(world))
    .route("/", rulesPages(world))
    .route("/", officePages(world))
    .route("/", planPages(world));
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    return c.html(RefusalPage({ locale: "sr-Cyrl", refusal: error }), error.status);
  });
  const send = async (path: string, init: RequestInit, as: string): Promise<Page> => {
    const response = await app.request(path, { ...init, headers: { Cookie: `quorate=${as}` } });
    const to = response.headers.get("Location") ?? "";
    return { status: response.status, html: await response.text(), to, headers: response.headers };
  };
  return {
    ...{ ...test, app, session },
    get: async (path, as) => send(path, {}, as ?? (await cookie())),
    post: async (path, fields = {}, as) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      return send(path, { method: "POST", body }, as ?? (await cookie()));
    },
  };
}

export async function signedIn(world: World, person: string): Promise<string> {
  const fresh = newSignedIn(world, person);
  await world.table.write([create(SignedIn, fresh)]);
  return encodeURIComponent(cookieOf(world, fresh).cookie);
}

/** The set-up of the story as a coordinator fills it in. */
export function setUp(session: string): Record<string, string> {
  return {
    ...{ title: "Избор председника и заменика, план рада", session },
    ...{ "vote1-kind": "elect", "vote1-title": "Избор председника" },
    ...{ "vote2-kind": "elect", "vote2-title": "Избор заменика председника" },
    ...{ "vote3-kind": "adopt", "vote3-title": "Усвајање плана рада" },
    ...{ "vote3-text-title": "План рада за 2026. годину", "vote3-text-body": "1. Шест сусрета.\r\n2. Два семинара." },
    ...{ share: "more-than-half", base: "all-members", quorum: "more-than-half", mode: "ratified" },
    ...{ objectionDays: "0", declarer1: memberId(0), declarer2: memberId(2) },
    ...{ figuresBy: "2026-03-14T20:00", attestationBy: "2026-03-15T20:00", confirmationBy: "2026-03-20T20:00" },
    ...{ waiverBy: "2026-03-22T20:00", declarationBy: "2026-03-25T20:00" },
  };
}

export async function openedElection(site: Site): Promise<string> {
  const { status, to } = await site.post(`/n/${NETWORK}/elections`, setUp(site.session));
  if (status !== 303) throw new Error(`the set-up was answered by ${status}`);
  const id = to.split("/").at(-1) ?? "";
  await run(site, id, FreezeRoll);
  return id;
}

export async function run({ world }: Site, process: string, ...steps: Task[]): Promise<void> {
  for (const step of steps) while ((await step(world, { network: NETWORK, process })).word === "again");
}

/** The session: eighteen come, three votes are held, it is closed; the recorder is asked for the figures. */
export async function holdSession(site: Site, election: string): Promise<void> {
  const { world, clock, session } = site;
  const actor = memberId(0);
  clock.moveTo(SESSION_DAY);
  await openSession(world, session);
  for (let index = 0; index < 18; index += 1)
    await recordPresence(world, { session, member: memberId(index), there: true });
  for (const [number, candidates] of [
    [1, [memberId(3)]],
    [2, [memberId(4)]],
    [3, []],
  ] as const) {
    clock.moveTo(after(world.clock.now(), { minutes: 10 }));
    await openVote(world, { election, number, actor, candidates: [...candidates] });
    clock.moveTo(after(world.clock.now(), { minutes: 5 }));
    await closeVote(world, { election, number, actor });
  }
  clock.moveTo(after(world.clock.now(), { minutes: 50 }));
  await closeSession(world, session, async () => {});
  await run(site, election, CheckSession, AskFigures);
}

/** Figures entered and attested: 18, 17 and 18 for; then the letters go to the nine absentees. */
export async function sendLetters(site: Site, election: string): Promise<void> {
  const { clock, world } = site;
  await answer(site, election, "figures", 0, {
    ...{ "v1-for": "18", "v1-against": "0", "v1-abstain": "0", "v2-for": "17", "v2-against": "0", "v2-abstain": "1" },
    ...{ "v3-for": "18", "v3-against": "0", "v3-abstain": "0" },
  });
  await run(site, election, CheckFigures, AskAttestation);
  for (const index of [0, 1, 2]) {
    clock.moveTo(after(world.clock.now(), { minutes: 40 }));
    await answer(site, election, "attestation", index, { verdict: "agree" });
  }
  await run(site, election, CheckAttestation, MarkPresent, AskConfirmation);
}

export const OBJECTION = "Сматрам да је требало позвати на више предлога.";

/** Six confirm, one objects, one letter comes back, one is waited for: seven of nine are in. */
export async function answerLetters(site: Site, election: string): Promise<void> {
  const { world, clock } = site;
  for (const index of absentees.filter((one) => one !== waiting && one !== undelivered)) {
    clock.moveTo(after(world.clock.now(), { hours: 5 }));
    const first = index === objector ? { v1: "object", "v1-reason": OBJECTION } : { v1: "confirm" };
    await answer(site, election, "confirmation", index, { ...first, v2: "confirm", v3: "confirm" });
  }
  const ask = await askOf(site, election, "confirmation", undelivered);
  await recordUndelivered(world, { collection: ask.collection, id: ask.id });
}

/** The last one confirms too, the letters close, two approve, and it is declared. */
export async function declare(site: Site, election: string): Promise<void> {
  const { world, clock } = site;
  await answer(site, election, "confirmation", waiting, { v1: "confirm", v2: "confirm", v3: "abstain" });
  clock.moveTo(after((await readElection(world, election)).deadlines.confirmation, { minutes: 6 }));
  await run(site, election, CheckConfirmation, Reconcile, AskDeclaration);
  for (const index of [0, 2]) await answer(site, election, "declaration", index, { verdict: "agree" });
  await run(site, election, CheckDeclaration, Declare);
}

export async function askOf(site: Site, election: string, step: AskingStep, index: number): Promise<Ask> {
  const collection = stepCollection(await readElection(site.world, election), step);
  const ask = (await asksOf(site.world.table, collection, 1)).find(({ member }) => member === memberId(index));
  if (!ask) throw new Error(`${nameAt(index)} is not asked`);
  return ask;
}

/** The token in the letter that asked somebody. */
async function tokenOf(site: Site, ask: Ask): Promise<string> {
  const { world } = site;
  const collection = await world.table.get(Collection, { id: ask.collection });
  const of = { process: ask.process, kind: collection?.letter ?? "", person: ask.person, version: `${ask.id}-first` };
  const letter = await world.table.get(Letter, { id: letterId(of) });
  const link = letter?.link === undefined ? undefined : await world.table.get(Link, { id: letter.link });
  if (!link) throw new Error("the letter has no link");
  return linkToken(world.keys, link);
}

async function answer(
  site: Site,
  election: string,
  step: AskingStep,
  index: number,
  raw: Record<string, string>,
): Promise<void> {
  const { world } = site;
  const token = await tokenOf(site, await askOf(site, election, step, index));
  const page = pageNonce(world, await viewAsk(world, token));
  const sent = await answerAsk(world, { token, page, raw });
  if (sent.kind !== "accepted") throw new Error(`${nameAt(index)}: ${JSON.stringify(sent)}`);
}

/** The words of a page, as a reader sees them. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(style|head|svg)[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replace(/&quot;|&#34;/g, '"')
    .replace(/\s+/g, " ");
}
