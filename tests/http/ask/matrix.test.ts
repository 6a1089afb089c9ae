import { reissueLink } from "@quorate/core/ask";
import { Election, readElection } from "@quorate/core/election";
import { create, Link, after as later, linkToken, type World } from "@quorate/core/kit";
import { Letter } from "@quorate/core/letter";
import { beginSetUp, requestLetter } from "@quorate/core/people";
import { afterAll, describe, expect, it } from "vitest";
import {
  addressOf,
  asksIn,
  confirms,
  foundNetwork,
  inDays,
  kept,
  lettersOf,
  linkOf,
  linkTo,
  lookOn,
  openCollection,
} from "../../support/asks.ts";
import { type TestWorld, testWorld } from "../../support/world.ts";
import {
  answerLetters,
  site as associationSite,
  declare,
  holdSession,
  openedElection,
  sendLetters,
} from "../election/site.ts";
import { signInLetter } from "../people/browser.ts";
import { type Browser, type Fields, hidden, type Seen, siteOf } from "./browser.ts";
import { asked, withdrawPath } from "./site.ts";

const kinds = ["answer", "sign-in", "set-up", "minutes", "withdraw"] as const;
type Kind = (typeof kinds)[number];

const cases = [
  "fresh",
  "used",
  "expired",
  "revoked",
  "wrong person",
  "HEAD by a scanner",
  "GET by a scanner, three times",
  "a scanner that runs scripts",
  "double POST",
] as const;
type Case = (typeof cases)[number];

/** With which status each request is answered, and how many records of which kind it leaves behind. */
type Cell = { status: readonly number[]; leaves: Readonly<Record<string, number>> };

const nothing = {};
const once = (status: number): Cell => ({ status: [status], leaves: nothing });

/** The whole of asks 15: what a link of each kind does in each case. A cell that is missing is not compiled. */
const matrix: Record<Kind, Record<Case, Cell>> = {
  answer: {
    fresh: once(200),
    used: once(200),
    expired: once(410),
    revoked: once(410),
    // Her own link, with a page that was made for somebody else's.
    "wrong person": once(409),
    "HEAD by a scanner": once(200),
    "GET by a scanner, three times": { status: [200, 200, 200], leaves: nothing },
    "a scanner that runs scripts": once(422),
    "double POST": { status: [303, 303], leaves: { answer: 1, letter: 1 } },
  },
  "sign-in": {
    fresh: once(200),
    used: once(410),
    expired: once(410),
    // The code of the same letter was used instead.
    revoked: once(410),
    "wrong person": once(404),
    "HEAD by a scanner": once(200),
    "GET by a scanner, three times": { status: [200, 200, 200], leaves: nothing },
    // There is nothing to choose on this page: who presses is in, and the scanner's cookie is lost with it.
    "a scanner that runs scripts": { status: [303], leaves: { "signed-in": 1 } },
    "double POST": { status: [303, 410], leaves: { "signed-in": 1 } },
  },
  "set-up": {
    fresh: once(200),
    used: once(410),
    expired: once(410),
    // The installation was set up by another link.
    revoked: once(410),
    "wrong person": once(404),
    "HEAD by a scanner": once(200),
    "GET by a scanner, three times": { status: [200, 200, 200], leaves: nothing },
    "a scanner that runs scripts": once(422),
    "double POST": {
      status: [200, 410],
      leaves: {
        ...{ installation: 1, network: 1, person: 1, member: 1 },
        ...{ "letter-request": 1, "sign-in": 1, letter: 1, link: 1 },
      },
    },
  },
  withdraw: {
    fresh: once(200),
    used: once(200),
    // Its day is over.
    expired: once(410),
    // Another answer came after the one that it takes back.
    revoked: once(410),
    // Her own link, with a page that was made for somebody else's.
    "wrong person": once(409),
    "HEAD by a scanner": once(200),
    "GET by a scanner, three times": { status: [200, 200, 200], leaves: nothing },
    "a scanner that runs scripts": once(422),
    // The addressee and whoever asked are told once, she with a new link.
    "double POST": { status: [303, 303], leaves: { letter: 2, link: 1 } },
  },
  minutes: {
    fresh: once(200),
    // Minutes are read as often as one likes, and for years.
    used: once(200),
    expired: once(200),
    // The election is not declared.
    revoked: once(404),
    "wrong person": once(404),
    "HEAD by a scanner": once(200),
    "GET by a scanner, three times": { status: [200, 200, 200], leaves: nothing },
    // Nothing is sent from this page.
    "a scanner that runs scripts": once(404),
    "double POST": { status: [404, 404], leaves: nothing },
  },
};

/** A link of one kind in somebody's mailbox, and what may happen to it. */
type Door = {
  test: TestWorld;
  path: string;
  /** What a person fills in. */
  fields: Fields;
  expire(): Promise<unknown>;
  revoke(): Promise<unknown>;
  /** Opens the door as it is not meant to be: with what belongs to somebody else. */
  asAnother(browser: Browser): Promise<Seen>;
};

const doors: Record<Kind, () => Promise<Door>> = {
  answer: async () => {
    const test = await testWorld();
    const { world } = test;
    const members = await foundNetwork(world, 2);
    const { id, deadline } = await openCollection(world, { members, deadline: inDays(world, 7) });
    const [ask, others] = await asksIn(world, id);
    if (!ask || !others) throw new Error("nobody was asked");
    const path = `/a/${await linkTo(world, ask)}`;
    const othersPath = `/a/${await linkTo(world, others)}`;
    return {
      ...{ test, path, fields: { v1: "confirm", v2: "confirm" } },
      expire: async () => {
        test.clock.moveTo(later(deadline, { minutes: 6 }));
        await lookOn(world, id);
      },
      revoke: () => reissueLink(world, ask, { revoke: true }),
      asAnother: async (browser) => {
        const { html } = await browser.get(othersPath);
        return browser.post(path, { ...hidden(html), ...confirms });
      },
    };
  },

  "sign-in": async () => {
    const test = await testWorld();
    const { world } = test;
    const [coordinator] = await foundNetwork(world, 1);
    const { request } = await requestLetter(world, { purpose: "sign-in", address: addressOf(1) });
    const letter = await signInLetter(test);
    if (!letter || !coordinator) throw new Error("nobody can sign in");
    const { network, person } = coordinator;
    const toMinutes = await linkOf(world, { act: "minutes", network, person, process: "elc_1" });
    return {
      ...{ test, path: letter.path, fields: {} },
      expire: async () => test.clock.moveTo(later(world.clock.now(), { minutes: 31 })),
      revoke: () => siteOf(world).browser().post("/sign-in-code", { request, code: letter.code }),
      asAnother: (browser) => browser.post(`/sign-in/${toMinutes}`, {}),
    };
  },

  "set-up": async () => {
    const test = await testWorld();
    const { world } = test;
    const path = pathIn(await beginSetUp(world));
    const other = pathIn(await beginSetUp(world));
    const toSignIn = await linkOf(world, { act: "sign-in", person: "per_1", process: "req_1" });
    const fields = {
      ...{ "network.name": "Актив стручних сарадника", "network.shortName": "Актив" },
      ...{ "network.locale": "sr-Cyrl", "network.zone": "Europe/Belgrade" },
      ...{ "coordinator.name": "Биљана Илић", "coordinator.address": "biljana@skola.example" },
    };
    return {
      ...{ test, path, fields },
      expire: async () => test.clock.moveTo(later(world.clock.now(), { days: 8 })),
      revoke: () => siteOf(world).browser().post(other, fields),
      asAnother: (browser) => browser.post(`/set-up/${toSignIn}`, fields),
    };
  },

  withdraw: async () => {
    const test = await testWorld();
    const { world } = test;
    const { browser, path: form, other } = await asked(world);
    await browser.fill(form, confirms);
    const path = await withdrawPath(world);
    await browser.fill(`/a/${await linkTo(world, other)}`, confirms);
    const [receipt] = (await lettersOf(world, "ask.receipt")).filter(({ person }) => person === other.person);
    const others = await withdrawPath(world, receipt);
    return {
      ...{ test, path, fields: { withdraw: "yes" } },
      expire: async () => test.clock.moveTo(later(world.clock.now(), { hours: 24 })),
      revoke: async () => {
        const page = hidden((await browser.get(`${form}?change=yes`)).html);
        await browser.post(form, { ...page, v1: "abstain", v2: "abstain" });
      },
      asAnother: async (another) => {
        const page = hidden((await another.get(others)).html);
        return another.post(path, { ...page, withdraw: "yes" });
      },
    };
  },

  minutes: async () => {
    declared ??= declaredElection();
    const { test, path, undeclared, toAnswer } = await declared;
    const { world } = test;
    const door: Door = {
      ...{ test, path, fields: {} },
      expire: async () => test.clock.moveTo(later(world.clock.now(), { days: 800 })),
      revoke: async () => {
        door.path = undeclared;
      },
      asAnother: (browser) => browser.get(`/m/${toAnswer}`),
    };
    return door;
  },
};

/** An election that was declared, with a link to its minutes and one to those of an election that was not. */
async function declaredElection() {
  const test = await associationSite();
  const { world } = test;
  const election = await openedElection(test);
  await holdSession(test, election);
  await sendLetters(test, election);
  await answerLetters(test, election);
  await declare(test, election);
  const path = await minutesPath(world, election);
  const scope = { network: "net_aktiv", person: "per_mem_01", process: election };
  const toAnswer = await linkOf(world, { act: "answer", ...scope });
  const { declaredAt: _, ...row } = await readElection(world, election);
  await world.table.write([create(Election, { ...row, id: "elc_other" })]);
  const undeclared = `/m/${await linkOf(world, { act: "minutes", ...scope, process: "elc_other" })}`;
  return { test, path, undeclared, toAnswer };
}

let declared: ReturnType<typeof declaredElection> | undefined;

function pathIn(url: string | undefined): string {
  return new URL(url ?? "").pathname;
}

async function minutesPath(world: World, election: string): Promise<string> {
  const [letter] = (await world.table.find(Letter, "lookup", `letters#${election}`)).filter(
    ({ kind }) => kind === "election.result",
  );
  const link = letter?.link === undefined ? undefined : await world.table.get(Link, { id: letter.link });
  if (!link) throw new Error("nobody was told the result");
  return `/m/${linkToken(world.keys, link)}`;
}

const SCANNER = { headers: { "User-Agent": "mail scanner", "Sec-Fetch-Site": "none" } };

/** What happens before, and then the requests that are looked at. */
const plays: Record<
  Case,
  {
    before?: (door: Door, browser: Browser) => Promise<unknown>;
    act: (door: Door, browser: Browser) => Promise<Seen[]>;
  }
> = {
  fresh: { act: async ({ path }, browser) => [await browser.get(path)] },
  used: {
    before: ({ path, fields }, browser) => browser.fill(path, fields),
    act: async ({ path }, browser) => [await browser.get(path)],
  },
  expired: { before: (door) => door.expire(), act: async ({ path }, browser) => [await browser.get(path)] },
  revoked: { before: (door) => door.revoke(), act: async ({ path }, browser) => [await browser.get(path)] },
  "wrong person": { act: async (door, browser) => [await door.asAnother(browser)] },
  "HEAD by a scanner": {
    act: async ({ path }, browser) => [await browser.get(path, { ...SCANNER, method: "HEAD" })],
  },
  "GET by a scanner, three times": {
    act: async ({ path }, browser) => Promise.all([1, 2, 3].map(() => browser.get(path, SCANNER))),
  },
  "a scanner that runs scripts": { act: async ({ path }, browser) => [await browser.fill(path, {}, SCANNER)] },
  "double POST": {
    act: async ({ path, fields }, browser) => {
      const page = hidden((await browser.get(path)).html);
      const send = () => browser.post(path, { ...page, ...fields });
      return Promise.all([send(), send()]);
    },
  },
};

const counted: readonly Case[] = ["wrong person", "a scanner that runs scripts", "double POST"];

/** How many records of each kind are there now that were not there before. */
function added(before: readonly Record<string, unknown>[], after: readonly Record<string, unknown>[]) {
  const known = new Set(before.map(({ pk, sk }) => `${pk}\n${sk}`));
  const counts: Record<string, number> = {};
  for (const { pk, sk, record } of after) {
    if (!known.has(`${pk}\n${sk}`)) counts[String(record)] = (counts[String(record)] ?? 0) + 1;
  }
  return counts;
}

const opened = new Set<TestWorld>();
afterAll(async () => {
  for (const test of opened) await test.close();
});

describe.each(kinds)("a link of the kind %s", (kind) => {
  it.each(cases)("%s", async (name) => {
    const door = await doors[kind]();
    opened.add(door.test);
    const { world, items } = door.test;
    const browser = siteOf(world).browser();
    const play = plays[name];
    await play.before?.(door, browser);
    // A wrong POST is counted (asks 13); a visit leaves nothing at all.
    const stored = async () => (counted.includes(name) ? kept(await items()) : items());
    const before = await stored();
    const seen = await play.act(door, browser);
    const after = await stored();

    const { status, leaves } = matrix[kind][name];
    expect(seen.map((one) => one.status).toSorted()).toEqual(status);
    expect(added(before, after)).toEqual(leaves);
    if (leaves === nothing) expect(after).toEqual(before);
    for (const { headers } of seen) {
      expect(headers.get("Cache-Control")).toBe("no-store");
      expect(headers.get("X-Robots-Tag")).toBe("noindex");
      expect(headers.get("Referrer-Policy")).toBe("strict-origin");
    }
    expect(door.test.log.filter(({ level }) => level === "error")).toEqual([]);
  });
});
