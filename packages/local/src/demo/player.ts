import { setTimeout as pause } from "node:timers/promises";
import { localDate, parseLocal } from "@quorate/core/i18n";
import { after, type Instant, secondsBetween } from "@quorate/core/kit";
import * as v from "valibot";
import { Browser, type Form, type Page } from "./browser.ts";
import {
  coordinator,
  deputy,
  members,
  network,
  objector,
  plan,
  president,
  rosterCsv,
  undelivered,
  verifiers,
} from "./vlasotince.ts";

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

const SESSION = "1. седница Актива";
const ELECTION = "Избор председника и заменика, план рада";

/** A person waits two minutes for a letter or a page before she gives up: the machine may be killed again and again meanwhile. */
const PATIENCE = { tries: 2400, pause: 50 };

const addressOf = (name: string) => {
  const member = members.find((one) => one.name === name);
  if (!member) throw new Error(`${name} is not in the story`);
  return member.address;
};

/**
 * Plays the story of the association as its people would: in a browser without JavaScript and from their mailboxes. Each act
 * looks first whether it has been done already, so that the story goes on after the machine was killed in the middle of it.
 */
export class Player {
  readonly #url: string;
  readonly #setUpUrl: string;
  readonly #tell: (line: string) => void;
  /** The coordinator's browser. */
  readonly #desk: Browser;
  #confirmationBy: Instant | undefined;

  constructor(options: { url: string; setUpUrl: string; tell: (line: string) => void }) {
    this.#url = options.url;
    this.#setUpUrl = options.setUpUrl;
    this.#tell = options.tell;
    this.#desk = new Browser(options.url);
  }

  /** The whole story; the text of the minutes at its end. */
  async play(): Promise<string> {
    await this.#setUp();
    await this.#signIn();
    const home = await this.#importRoster();
    const startsAt = await this.#nextMorning();
    const session = await this.#planSession(home, startsAt);
    await this.#openElection(home, session);
    await this.#moveTo(startsAt);
    await this.#holdSession(session);
    await this.#enterFigures();
    await this.#attest();
    await this.#confirm();
    await this.#moveToDeadline();
    await this.#declare();
    return this.#readResult();
  }

  async #setUp(): Promise<void> {
    const page = await this.#desk.open(this.#setUpUrl);
    const [form] = page.forms.filter((one) => one.action.includes("/set-up/"));
    if (!form) return;
    await this.#desk.send(page, form, {
      "network.name": network.name,
      "network.shortName": network.shortName,
      "network.locale": network.locale,
      "network.zone": network.zone,
      "coordinator.name": coordinator,
      "coordinator.address": addressOf(coordinator),
    });
    await this.#told(`${network.name} is set up; ${coordinator} coordinates`);
  }

  async #signIn(): Promise<void> {
    const address = addressOf(coordinator);
    for (let tries = 0; tries < 3; tries += 1) {
      const known = (await this.#letters(address)).length;
      const start = await this.#desk.open("/?lang=sr-Cyrl");
      const form = formTo(start, "/sign-in");
      await this.#desk.send(start, form, { "sign-in-address": address });
      const letter = await this.#letter(address, (_, index) => index >= known, "/sign-in/");
      const page = await this.#desk.open(linkIn(letter, "/sign-in/"));
      const press = page.forms.find((one) => one.action.includes("/sign-in/"));
      if (press) await this.#desk.send(page, press);
      if ((await this.#desk.open("/")).url.includes("/n/")) return this.#told("She signs in from the letter");
    }
    throw new Error("the coordinator cannot sign in");
  }

  async #importRoster(): Promise<string> {
    const home = new URL((await this.#console("/")).url).pathname.split("/").slice(0, 3).join("/");
    const isIn = (page: Page) => members.every(({ name }) => page.text.includes(name));
    const people = await this.#console(`${home}/people`);
    if (!isIn(people)) {
      const form = await this.#console(`${home}/people/import`);
      const preview = await this.#desk.send(form, formTo(form, "/people/import"), { table: rosterCsv() });
      const [confirm] = preview.forms.filter((one) => /\/people\/import\/.+/.test(one.action));
      if (!confirm) throw new Error(`no preview of the roster: ${preview.text}`);
      await this.#desk.send(preview, confirm);
      await this.#until("the roster", async () => isIn(await this.#console(`${home}/people`)));
    }
    await this.#told(`She imports the roster: ${members.length} members`);
    return home;
  }

  /** Tomorrow at ten, by the clock of the machine. */
  async #nextMorning(): Promise<Instant> {
    const tomorrow = localDate(after(await this.#now(), { days: 1 }), network.zone);
    const at = parseLocal(`${tomorrow}T10:00`, network.zone);
    return at === "skipped" ? after(await this.#now(), { days: 1 }) : at;
  }

  async #planSession(home: string, startsAt: Instant): Promise<string> {
    const list = `${home}/sessions`;
    const planned = linkTo(await this.#console(list), SESSION);
    if (planned) return planned;
    const page = await this.#console(`${list}/new`);
    const form = formTo(page, "/sessions");
    const [verifier1, verifier2] = verifiers;
    await this.#desk.send(page, form, {
      title: SESSION,
      startsAt: `${localDate(startsAt, network.zone)}T10:00`,
      place: "видео-позив",
      recorder: chosenValue(form, "recorder", coordinator),
      verifier1: chosenValue(form, "verifier1", verifier1),
      verifier2: chosenValue(form, "verifier2", verifier2),
      agenda: "Избор председника\nИзбор заменика председника\nУсвајање плана рада",
    });
    const path = linkTo(await this.#console(list), SESSION);
    if (!path) throw new Error("the session is not in the list");
    await this.#told(`She plans the session: ${coordinator} records, ${verifiers.join(" and ")} verify`);
    return path;
  }

  async #openElection(home: string, session: string): Promise<void> {
    const list = `${home}/elections`;
    const id = session.split("/").at(-1) ?? "";
    const page = await this.#console(`${list}/new?session=${id}`);
    const form = formTo(page, "/elections");
    const by = parseLocal(valueIn(form, "confirmationBy"), network.zone);
    this.#confirmationBy = by === "skipped" ? undefined : by;
    if (linkTo(await this.#console(list), ELECTION)) return;
    const sent = await this.#desk.send(page, form, {
      title: ELECTION,
      session: id,
      ...{ "vote1-kind": "elect", "vote1-title": "Избор председника" },
      ...{ "vote2-kind": "elect", "vote2-title": "Избор заменика председника" },
      ...{ "vote3-kind": "adopt", "vote3-title": "Усвајање плана рада" },
      ...{ "vote3-text-title": plan.title, "vote3-text-body": plan.body },
      ...{ share: "more-than-half", base: "all-members", quorum: "more-than-half", mode: "ratified" },
      declarer1: chosenValue(form, "declarer1", coordinator),
      declarer2: chosenValue(form, "declarer2", verifiers[1]),
    });
    if (!linkTo(await this.#console(list), ELECTION)) throw new Error(`the election was not opened: ${sent.text}`);
    await this.#told("She opens the election: three votes, more than half of all members, absentees confirm by letter");
  }

  async #holdSession(session: string): Promise<void> {
    await this.#make(session, "/open", "votes/open", {});
    const there = members.filter((member) => member.isPresent);
    for (const { name } of there) await this.#arrives(session, name);
    await this.#told(`The session is open: ${there.length} of ${members.length} are present`);
    for (const [number, candidate] of [president, deputy, undefined].entries()) {
      await this.#vote(session, String(number + 1), candidate);
    }
    await this.#until("the close of the session", async () => {
      const page = await this.#console(session);
      const form = page.forms.find((one) => one.action.endsWith("/close") && !one.action.endsWith("/votes/close"));
      if (form) await this.#desk.send(page, form);
      return form === undefined;
    });
    await this.#told("All three votes were put; the session is closed");
  }

  /** Presses the button of the form that ends so, as long as it is there. */
  async #make(path: string, ending: string, except: string, fields: Record<string, string>): Promise<void> {
    await this.#until(ending, async () => {
      const page = await this.#console(path);
      const form = page.forms.find((one) => one.action.endsWith(ending) && !one.action.endsWith(except));
      if (form) await this.#desk.send(page, form, fields);
      return form === undefined;
    });
  }

  async #arrives(session: string, name: string): Promise<void> {
    await this.#until(`the arrival of ${name}`, async () => {
      const page = await this.#console(session);
      const rows = page.forms.filter((one) => one.action.endsWith("/presence"));
      const row = rows.find((one) => one.element.text.includes(name));
      if (!row) throw new Error(`${name} is not in the presence list: ${page.text}`);
      const isThere = row.fields.some(([field, value]) => field === "there" && value === "no");
      if (!isThere) await this.#desk.send(page, row, buttonFields(row));
      return isThere;
    });
  }

  async #vote(session: string, number: string, candidate: string | undefined): Promise<void> {
    const isOf = (form: Form) => form.fields.some(([name, value]) => name === "number" && value === number);
    await this.#until(`the opening of vote ${number}`, async () => {
      const page = await this.#console(session);
      const form = page.forms.find((one) => one.action.endsWith("/votes/open") && isOf(one));
      if (!form) return true;
      await this.#desk.send(page, form, candidate ? { candidate: chosenValue(form, "candidate", candidate) } : {});
      return false;
    });
    await this.#moveTo(after(await this.#now(), { minutes: 5 }));
    await this.#until(`the close of vote ${number}`, async () => {
      const page = await this.#console(session);
      const form = page.forms.find((one) => one.action.endsWith("/votes/close") && isOf(one));
      if (form) await this.#desk.send(page, form);
      return form === undefined;
    });
  }

  async #enterFigures(): Promise<void> {
    const figures = Object.fromEntries(
      ["v1", "v2", "v3"].flatMap((vote) => [
        [`${vote}-for`, "18"],
        [`${vote}-against`, "0"],
        [`${vote}-abstain`, "0"],
      ]),
    );
    await this.#answer(coordinator, "бројке", () => figures);
    await this.#told(`${coordinator} enters the figures from her letter: 18 for, in each vote`);
  }

  async #attest(): Promise<void> {
    for (const name of [coordinator, ...verifiers]) await this.#answer(name, "овера", () => ({ verdict: "agree" }));
    await this.#told(`The recorder and both verifiers attest, each from a letter of their own`);
  }

  async #confirm(): Promise<void> {
    const absent = members.filter((member) => !member.isPresent);
    for (const { name } of absent) {
      if (name === undelivered) continue;
      const objects = name === objector.name;
      await this.#answer(name, "потврда", () => ({
        v1: objects ? "object" : "confirm",
        ...(objects && { "v1-reason": objector.reason }),
        ...{ v2: objects ? "object" : "confirm", v3: objects ? "object" : "confirm" },
      }));
    }
    await this.#told(`Of ${absent.length} absent 7 confirm, 1 objects, 1 letter came back`);
  }

  /** Lets the time pass until the letters are closed: the grace after the deadline, and a minute. */
  async #moveToDeadline(): Promise<void> {
    if (!this.#confirmationBy) throw new Error("the deadline of the letters is not known");
    await this.#moveTo(after(this.#confirmationBy, { minutes: 6 }));
    await this.#told("The deadline passes; the letters are closed and counted");
  }

  async #declare(): Promise<void> {
    for (const name of [coordinator, verifiers[1]])
      await this.#answer(name, "проглашење", () => ({ verdict: "agree" }));
    await this.#told(`${coordinator} and ${verifiers[1]} approve the result, each from a letter`);
  }

  async #readResult(): Promise<string> {
    const letter = await this.#letter(addressOf(president), () => true, "/m/");
    await this.#told(`Everyone on the roll gets the result: “${letter.subject}”`);
    return (await new Browser(this.#url).open(linkIn(letter, "/m/"))).text;
  }

  /** Opens the form from the letter that has this word in its subject, fills it in and sends it; until it is in. */
  async #answer(name: string, word: string, fields: () => Record<string, string>): Promise<void> {
    const letter = await this.#letter(addressOf(name), (one) => one.subject.includes(word), "/a/");
    const browser = new Browser(this.#url);
    await this.#until(`the answer of ${name}`, async () => {
      const page = await browser.open(linkIn(letter, "/a/"));
      const form = page.forms.find((one) => one.action.includes("/a/"));
      if (!form) return true;
      const sent = await browser.send(page, form, fields());
      if (sent.status === 422) throw new Error(`${name} cannot answer: ${sent.text}`);
      return false;
    });
  }

  /** One of the coordinator's pages; signed in again when twelve hours have passed. */
  async #console(path: string): Promise<Page> {
    const page = await this.#desk.open(path);
    if (page.status !== 401) return page;
    await this.#signIn();
    return this.#desk.open(path);
  }

  async #now(): Promise<Instant> {
    return v.parse(Health, await this.#desk.json("/healthz")).at;
  }

  /** Moves the machine's clock ahead, with the control on the mailbox's page. */
  async #moveTo(at: Instant): Promise<void> {
    await this.#until(`the clock at ${at}`, async () => {
      const minutes = Math.ceil(secondsBetween(await this.#now(), at) / 60);
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

  async #told(line: string): Promise<void> {
    const at = (await this.#now()).slice(0, 16).replace("T", " ");
    this.#tell(`${at}  ${line}`);
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
function chosenValue(form: Form, field: string, words: string): string {
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
