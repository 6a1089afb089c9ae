import { FreezeRoll, openElection } from "@quorate/core/election";
import { after, create, Refusal, type World } from "@quorate/core/kit";
import { cookieOf, Member, Network, newSignedIn, Person, SignedIn } from "@quorate/core/people";
import { planSession } from "@quorate/core/session";
import { plainProfile } from "@quorate/core/vote";
import { Hono } from "hono";
import { keepsLanguage } from "../../../packages/functions/src/pages/kept-language.ts";
import { sessionPages } from "../../../packages/functions/src/pages/session/index.ts";
import { SESSION_DAY, type TestWorld, testWorld } from "../../support/world.ts";

export const NETWORK = "net_aktiv";

/** The members of the association, by the order of the Serbian alphabet. */
const names = [
  ...["Александра Љубисављевић", "Биљана Илић", "Вукосава Шћепановић", "Горан Вукашиновић", "Гордана Симоновић"],
  ...["Дејан Ристић", "Драгана Вељковић", "Душица Христов", "Весна Ђорђевић", "Зорица Златановић"],
  ...["Ивана Миловановић", "Јелена Петровић", "Јована Јовановић", "Катарина Обрадовић", "Љиљана Гавриловић"],
  ...["Марија Стојановић", "Марко Живадиновић", "Милица Маринковић", "Милош Антић", "Небојша Николић"],
  ...["Ненад Лукић", "Оливера Ћирић", "Радмила Филиповић", "Светлана Тодоровић", "Слађана Костадиновић"],
  ...["Снежана Балшић", "Татјана Радосављевић"],
];

export const memberId = (index: number) => `mem_${String(index + 1).padStart(2, "0")}`;
export const everybody = names.map((_, index) => memberId(index));
/** Биљана Илић */
const coordinator = memberId(1);

type Answer = { status: number; html: string; to: string | null };

export type Site = TestWorld & {
  app: Hono;
  get(path: string, as?: string): Promise<Answer>;
  /** Sends a form as the coordinator, or as somebody else. */
  post(path: string, fields?: Record<string, string | readonly string[]>, as?: string): Promise<Answer>;
};

/** The pages of sessions, with the 27 members and a coordinator signed in; a refusal is answered by its status and code. */
export async function site(): Promise<Site> {
  const test = await testWorld();
  const { world } = test;
  await addMembers(world);
  const cookie = await signedIn(world, `per_${coordinator}`);
  const app = new Hono().use(keepsLanguage).route("/", sessionPages(world));
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    return c.text(error.code, error.status);
  });
  const send = async (path: string, init: RequestInit, as: string): Promise<Answer> => {
    const response = await app.request(path, { ...init, headers: { Cookie: `quorate=${as}` } });
    return { status: response.status, html: await response.text(), to: response.headers.get("Location") };
  };
  // The day on which she was last seen is kept once a day: what a test compares comes after that.
  await send(`/n/${NETWORK}/sessions`, {}, cookie);
  return {
    ...test,
    app,
    get: (path, as = cookie) => send(path, {}, as),
    post: (path, fields = {}, as = cookie) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
      return send(path, { method: "POST", body }, as);
    },
  };
}

async function addMembers(world: World): Promise<void> {
  const createdAt = world.clock.now();
  const zone = "Europe/Belgrade";
  const network: Network = {
    ...{ id: NETWORK, name: "Актив стручних сарадника", shortName: "Актив", locale: "sr-Cyrl", zone, createdAt },
  };
  await world.table.write([create(Network, network)]);
  for (const [index, name] of names.entries()) await addMember(world, memberId(index), name);
}

/** One more active member, admitted now. */
export async function addMember(world: World, id: string, name: string): Promise<void> {
  const person: Person = {
    ...{ id: `per_${id}`, address: `${id}@skola.example`, locale: "sr-Cyrl", zone: "Europe/Belgrade" },
  };
  const member: Member = {
    ...{ network: NETWORK, id, person: person.id, name, institution: "Гимназија", groups: [], standing: "active" },
    ...{ coordinator: id === coordinator, since: world.clock.now() },
  };
  await world.table.write([create(Person, person), create(Member, member)]);
}

/** The cookie of a browser in which this person is signed in. */
export async function signedIn(world: World, person: string): Promise<string> {
  const signedIn = newSignedIn(world, person);
  await world.table.write([create(SignedIn, signedIn)]);
  return cookieOf(world, signedIn).cookie;
}

export const plan = {
  title: "1. седница Актива",
  startsAt: "2026-03-13T10:00",
  place: "видео-позив",
  recorder: coordinator,
  verifier1: memberId(11),
  verifier2: memberId(20),
  agenda: "Избор председника\nИзбор заменика\n\nПлан рада",
  guests: "Локална телевизија",
};

/** A planned session, and its page. */
export async function planned({ world }: Site, recorder = plan.recorder): Promise<{ session: string; path: string }> {
  const { title, place, verifier1, verifier2 } = plan;
  const session = await planSession(world, {
    ...{ network: NETWORK, zone: "Europe/Belgrade", actor: coordinator, title, place },
    ...{ recorder, verifiers: [verifier1, verifier2] },
    ...{ startsAt: SESSION_DAY, agenda: [{ title: "Избор председника" }], guests: [] },
  });
  return { session, path: `/n/${NETWORK}/s/${session}` };
}

/** A session in which a president is elected and a text adopted; its roll is taken unless said otherwise. */
export async function withElection(
  test: Site,
  { hasRoll = true } = {},
): Promise<{ session: string; path: string; election: string }> {
  const { world } = test;
  const { session, path } = await planned(test);
  const day = (days: number) => after(SESSION_DAY, { days });
  const election = await openElection(world, {
    ...{ network: NETWORK, actor: coordinator, title: "Избор председника", session, profile: plainProfile },
    votes: [
      { kind: "elect", title: "Избор председника" },
      { kind: "adopt", title: "План рада", text: { title: "План рада", body: "Два семинара." } },
    ],
    ...{ mode: "ratified", declarers: [coordinator, memberId(20)] },
    deadlines: { figures: day(1), attestation: day(3), confirmation: day(10), waiver: day(12), declaration: day(14) },
  });
  if (hasRoll) await FreezeRoll(world, { network: NETWORK, process: election });
  return { session, path, election };
}

/** The words of a page, without its markup. */
export function wordsOf(html: string): string {
  return html
    .replaceAll(/<svg.*?<\/svg>/gs, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/[^\S\u00a0]+/g, " ");
}
