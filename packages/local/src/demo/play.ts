import { setTimeout as pause } from "node:timers/promises";
import { localDate, parseLocal } from "@quorate/core/i18n";
import { after, type Instant, secondsBetween } from "@quorate/core/kit";
import * as v from "valibot";
import { Browser, type Form, type Page } from "./browser.ts";

const Letters = v.array(
  v.object({
    id: v.string(),
    to: v.string(),
    subject: v.string(),
    text: v.string(),
    links: v.array(v.string()),
    state: v.string(),
  }),
);
type Letter = v.InferOutput<typeof Letters>[number];

const Health = v.object({ at: v.string() });

/** A person waits two minutes for a letter or a page before she gives up: the machine may be killed again and again meanwhile. */
const PATIENCE = { tries: 2400, pause: 50 };

/** Letters are closed so long after their deadline, and a minute. */
export const GRACE = { minutes: 6 };

/** One member of a network in a story, as its secretary keeps her in a table. */
export type Actor = { name: string; institution: string; address: string; isPresent: boolean };

/** Who is in a story: a network and its people, and who of them coordinates and verifies. */
export type Cast = {
  network: { name: string; shortName: string; locale: string; zone: string };
  members: readonly Actor[];
  /** She coordinates, keeps the minutes and declares. */
  coordinator: string;
  verifiers: readonly [string, string];
  /** The members as a table to import. */
  rosterCsv: string;
};

export type PlayOptions = { url: string; setUpUrl: string; tell: (line: string) => void };

/**
 * Plays what the people of a network do: in a browser without JavaScript and from their mailboxes. Each act looks first whether
 * it has been done already, so that a story goes on after the machine was killed in the middle of it.
 */
export class Play {
  readonly cast: Cast;
  readonly #url: string;
  readonly #setUpUrl: string;
  readonly #tell: (line: string) => void;
  /** The coordinator's browser. */
  readonly #desk: Browser;

  constructor(cast: Cast, { url, setUpUrl, tell }: PlayOptions) {
    this.cast = cast;
    this.#url = url;
    this.#setUpUrl = setUpUrl;
    this.#tell = tell;
    this.#desk = this.#browser();
  }

  #browser(): Browser {
    return new Browser(this.#url, this.cast.network.locale);
  }

  /** The set-up link's page: the network, and who coordinates it. */
  async setUp(): Promise<void> {
    const { network, coordinator } = this.cast;
    const page = await this.#desk.open(this.#setUpUrl);
    const [form] = page.forms.filter((one) => one.action.includes("/set-up/"));
    if (!form) return;
    await this.#desk.send(page, form, {
      "network.name": network.name,
      "network.shortName": network.shortName,
      "network.locale": network.locale,
      "network.zone": network.zone,
      "coordinator.name": coordinator,
      "coordinator.address": this.#addressOf(coordinator),
    });
    await this.told(`${network.name} is set up; ${coordinator} coordinates`);
  }

  /** A coordinator signs in by the letter that she asks for. */
  async signIn(): Promise<void> {
    const address = this.#addressOf(this.cast.coordinator);
    for (let tries = 0; tries < 3; tries += 1) {
      const known = (await this.#letters(address)).length;
      const start = await this.#desk.open("/");
      const form = formTo(start, "/sign-in");
      await this.#desk.send(start, form, { "sign-in-address": address });
      const letter = await this.#letter(address, (_, index) => index >= known, "/sign-in/");
      const page = await this.#desk.open(linkIn(letter, "/sign-in/"));
      const press = page.forms.find((one) => one.action.includes("/sign-in/"));
      if (press) await this.#desk.send(page, press);
      if ((await this.#desk.open("/")).url.includes("/n/")) return this.told("She signs in from the letter");
    }
    throw new Error("the coordinator cannot sign in");
  }

  /** The roster from a table; the address of the network's pages. */
  async importRoster(): Promise<string> {
    const { members, rosterCsv } = this.cast;
    const home = new URL((await this.console("/")).url).pathname.split("/").slice(0, 3).join("/");
    const isIn = (page: Page) => members.every(({ name }) => page.text.includes(name));
    const people = await this.console(`${home}/people`);
    if (!isIn(people)) {
      const form = await this.console(`${home}/people/import`);
      const preview = await this.#desk.send(form, formTo(form, "/people/import"), { table: rosterCsv });
      const [confirm] = preview.forms.filter((one) => /\/people\/import\/.+/.test(one.action));
      if (!confirm) throw new Error(`no preview of the roster: ${preview.text}`);
      await this.#desk.send(preview, confirm);
      await this.#until("the roster", async () => isIn(await this.console(`${home}/people`)));
    }
    await this.told(`She imports the roster: ${members.length} members`);
    return home;
  }

  /** A morning at ten so many days ahead, by the clock of the machine. */
  async morningIn(days: number): Promise<Instant> {
    const { zone } = this.cast.network;
    const at = after(await this.now(), { days });
    const ten = parseLocal(`${localDate(at, zone)}T10:00`, zone);
    return ten === "skipped" ? at : ten;
  }

  /** A session at ten, with who keeps the minutes and who verifies them; the address of its page. */
  async planSession(
    home: string,
    planned: { title: string; startsAt: Instant; place: string; agenda: string },
  ): Promise<string> {
    const { network, coordinator, verifiers } = this.cast;
    const list = `${home}/sessions`;
    const known = linkTo(await this.console(list), planned.title);
    if (known) return known;
    const page = await this.console(`${list}/new`);
    const form = formTo(page, "/sessions");
    const [verifier1, verifier2] = verifiers;
    await this.#desk.send(page, form, {
      ...{ title: planned.title, place: planned.place, agenda: planned.agenda },
      startsAt: `${localDate(planned.startsAt, network.zone)}T10:00`,
      recorder: chosenValue(form, "recorder", coordinator),
      verifier1: chosenValue(form, "verifier1", verifier1),
      verifier2: chosenValue(form, "verifier2", verifier2),
    });
    const path = linkTo(await this.console(list), planned.title);
    if (!path) throw new Error("the session is not in the list");
    await this.told(`She plans the session: ${coordinator} records, ${verifiers.join(" and ")} verify`);
    return path;
  }

  /** An election that meets at a session, as the page sets it up with these changes; until when each of its steps waits. */
  async openElection(
    home: string,
    session: string,
    title: string,
    fields: (form: Form) => Record<string, string>,
  ): Promise<(step: string) => Instant> {
    const list = `${home}/elections`;
    const id = session.split("/").at(-1) ?? "";
    const page = await this.console(`${list}/new?session=${id}`);
    const form = formTo(page, "/elections");
    const until = (step: string) => {
      const by = parseLocal(valueIn(form, step), this.cast.network.zone);
      if (by === "skipped") throw new Error(`no clock shows ${step}`);
      return by;
    };
    if (linkTo(await this.console(list), title)) return until;
    const sent = await this.#desk.send(page, form, { title, session: id, ...fields(form) });
    if (!linkTo(await this.console(list), title)) throw new Error(`the election was not opened: ${sent.text}`);
    return until;
  }

  /** Takes ready rules for the elections to come. */
  async takeRules(home: string, kind: "elect" | "adopt", ready: string): Promise<void> {
    const page = await this.console(`${home}/rules/${kind}`);
    const form = page.forms.find((one) => one.fields.some(([name, value]) => name === "ready" && value === ready));
    if (!form) throw new Error(`no rules ${ready} at ${page.url}: ${page.text}`);
    await this.#desk.send(page, form);
  }

  /** Opens the session, notes who is there, puts its votes one after the other, and closes it. */
  async holdSession(session: string, votes: readonly { candidate?: string | undefined }[]): Promise<void> {
    await this.#make(session, "/open", "votes/open");
    const there = this.cast.members.filter((member) => member.isPresent);
    for (const { name } of there) await this.#arrives(session, name);
    await this.told(`The session is open: ${there.length} of ${this.cast.members.length} are present`);
    for (const [index, { candidate }] of votes.entries()) await this.#vote(session, String(index + 1), candidate);
    await this.#make(session, "/close", "/votes/close");
    await this.told(`All ${votes.length} votes were put; the session is closed`);
  }

  async #vote(session: string, number: string, candidate: string | undefined): Promise<void> {
    const isOf = (form: Form) => form.fields.some(([name, value]) => name === "number" && value === number);
    await this.#until(`the opening of vote ${number}`, async () => {
      const page = await this.console(session);
      const form = page.forms.find((one) => one.action.endsWith("/votes/open") && isOf(one));
      if (!form) return true;
      await this.#desk.send(page, form, candidate ? { candidate: chosenValue(form, "candidate", candidate) } : {});
      return false;
    });
    await this.moveTo(after(await this.now(), { minutes: 5 }));
    await this.#until(`the close of vote ${number}`, async () => {
      const page = await this.console(session);
      const form = page.forms.find((one) => one.action.endsWith("/votes/close") && isOf(one));
      if (form) await this.#desk.send(page, form);
      return form === undefined;
    });
  }

  /** What somebody reads behind the link to the result in her letter: the minutes. */
  async readResult(name: string): Promise<string> {
    const letter = await this.#letter(this.#addressOf(name), () => true, "/m/");
    await this.told(`Everyone on the roll gets the result: “${letter.subject}”`);
    return (await this.#browser().open(linkIn(letter, "/m/"))).text;
  }

  /** Presses the button of the form that ends so, as long as it is there. */
  async #make(path: string, ending: string, except: string): Promise<void> {
    await this.#until(ending, async () => {
      const page = await this.console(path);
      const form = page.forms.find((one) => one.action.endsWith(ending) && !one.action.endsWith(except));
      if (form) await this.#desk.send(page, form);
      return form === undefined;
    });
  }

  async #arrives(session: string, name: string): Promise<void> {
    await this.#until(`the arrival of ${name}`, async () => {
      const page = await this.console(session);
      const rows = page.forms.filter((one) => one.action.endsWith("/presence"));
      const row = rows.find((one) => one.element.text.includes(name));
      if (!row) throw new Error(`${name} is not in the presence list: ${page.text}`);
      const isThere = row.fields.some(([field, value]) => field === "there" && value === "no");
      if (!isThere) await this.#desk.send(page, row, buttonFields(row));
      return isThere;
    });
  }

  /** Opens the form from the letter that has this word in its subject, fills it in and sends it; until it is in. */
  async answer(name: string, word: string, fields: (form: Form) => Record<string, string>): Promise<void> {
    const letter = await this.#letter(this.#addressOf(name), (one) => one.subject.includes(word), "/a/");
    const browser = this.#browser();
    await this.#until(`the answer of ${name}`, async () => {
      const page = await browser.open(linkIn(letter, "/a/"));
      const form = page.forms.find((one) => one.action.includes("/a/"));
      if (!form) return true;
      const sent = await browser.send(page, form, fields(form));
      if (sent.status === 422) throw new Error(`${name} cannot answer: ${sent.text}`);
      return false;
    });
  }

  /** One of the coordinator's pages; signed in again when twelve hours have passed. */
  async console(path: string): Promise<Page> {
    const page = await this.#desk.open(path);
    if (page.status !== 401) return page;
    await this.signIn();
    return this.#desk.open(path);
  }

  /** The time by the clock of the machine. */
  async now(): Promise<Instant> {
    return v.parse(Health, await this.#desk.json("/healthz")).at;
  }

  /** Moves the machine's clock ahead, with the control on the mailbox's page. */
  async moveTo(at: Instant): Promise<void> {
    await this.#until(`the clock at ${at}`, async () => {
      const minutes = Math.ceil(secondsBetween(await this.now(), at) / 60);
      if (minutes <= 0) return true;
      const page = await this.#desk.open("/mailbox");
      await this.#desk.send(page, formTo(page, "/mailbox/clock"), { minutes: String(minutes) });
      return false;
    });
  }

  async #letters(to: string): Promise<Letter[]> {
    return v.parse(Letters, await this.#desk.json(`/mailbox/letters.json?to=${encodeURIComponent(to)}`));
  }

  /** The last letter of this kind to somebody, once it has come. */
  async #letter(to: string, isIt: (letter: Letter, index: number) => boolean, link: string): Promise<Letter> {
    for (let tries = 0; tries < PATIENCE.tries; tries += 1) {
      const letters = (await this.#letters(to)).filter(isIt);
      const letter = letters.findLast((one) => one.links.some((href) => href.includes(link)));
      if (letter) return letter;
      await pause(PATIENCE.pause);
    }
    const subjects = (await this.#letters(to)).map((letter) => letter.subject);
    throw new Error(`no letter with a link to ${link} came to ${to}; there are: ${subjects.join(" · ")}`);
  }

  async #until(what: string, isDone: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < PATIENCE.tries; tries += 1) {
      if (await isDone()) return;
      if (tries > 3) await pause(PATIENCE.pause);
    }
    throw new Error(`it does not come to ${what}`);
  }

  /** Says what has happened, with the machine's time. */
  async told(line: string): Promise<void> {
    const at = (await this.now()).slice(0, 16).replace("T", " ");
    this.#tell(`${at}  ${line}`);
  }

  #addressOf(name: string): string {
    const member = this.cast.members.find((one) => one.name === name);
    if (!member) throw new Error(`${name} is not in the story`);
    return member.address;
  }
}

function formTo(page: Page, action: string): Form {
  const form = page.forms.find((one) => new URL(one.action, page.url).pathname.endsWith(action));
  if (!form) throw new Error(`no form to ${action} at ${page.url} (${page.status}): ${page.text}`);
  return form;
}

/** The address behind these words on a page. */
function linkTo(page: Page, words: string): string | undefined {
  const link = page.body.querySelectorAll("a").find((one) => one.text.includes(words));
  return link?.getAttribute("href");
}

function linkIn(letter: Letter, part: string): string {
  const link = letter.links.find((href) => href.includes(part));
  if (!link) throw new Error(`the letter “${letter.subject}” has no link to ${part}`);
  return link;
}

/** The value behind these words in a list to choose from. */
export function chosenValue(form: Form, field: string, words: string): string {
  const choice = form.choices.get(field)?.find((one) => one.words.includes(words));
  if (!choice) throw new Error(`${words} is not to be chosen as ${field}`);
  return choice.value;
}

/** What the one button of a form sends besides its fields. */
function buttonFields(form: Form): Record<string, string> {
  const button = form.element.querySelector("button[name]");
  return button ? { [button.getAttribute("name") ?? ""]: button.getAttribute("value") ?? "" } : {};
}

function valueIn(form: Form, field: string): string {
  const value = form.fields.find(([name]) => name === field)?.[1];
  if (value === undefined) throw new Error(`the form has no ${field}`);
  return value;
}
