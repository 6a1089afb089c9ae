import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { type Ask, aboutAsk, reissueLink } from "@quorate/core/ask";
import type { Form } from "@quorate/core/form";
import type { Locale } from "@quorate/core/i18n";
import { after as later, openTable, type World } from "@quorate/core/kit";
import type { Letter } from "@quorate/core/letter";
import { Person } from "@quorate/core/people";
import { render } from "@quorate/emails/render";
import { jsonLog } from "@quorate/functions/world";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  addressOf,
  answersStored,
  askAgain,
  asksIn,
  confirmationForm,
  confirms,
  foundNetwork,
  inDays,
  kept,
  lettersOf,
  linkTo,
  lookOn,
  nameOf,
  objects,
  openCollection,
} from "../../support/asks.ts";
import { type TestWorld, testWorld } from "../../support/world.ts";
import { type Browser, headingOf, hidden, type Seen, siteOf, wordsOf } from "./browser.ts";

let test: TestWorld;
beforeEach(async () => {
  test = await testWorld();
});
afterEach(() => test.close());

const [KEPT_REASON, ANOTHER] = ["Више предлога.", "Није било кворума."];

/** A member who is asked, with the page behind her link and a browser of her own. */
async function asked(form: Partial<Form> = {}, locale: Locale = "sr-Cyrl") {
  const { world } = test;
  const members = await foundNetwork(world, 2, locale);
  const deadline = inDays(world, 7);
  const collection = await openCollection(world, { members, deadline, form: confirmationForm(form) });
  const [ask, other] = await asksIn(world, collection.id);
  if (!ask || !other) throw new Error("nobody was asked");
  const site = siteOf(world);
  const path = `/a/${await linkTo(world, ask)}`;
  return { world, deadline, collection: collection.id, ask, other, site, path, browser: site.browser() };
}

const storedNow = async () => kept(await test.items());
const nowhere = "/a/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

describe("the form", () => {
  it("says whose it is, who asks and until when, chooses nothing beforehand, and runs no script but our own", async () => {
    const { browser, path, ask } = await asked();
    const before = await test.items();
    const { status, html } = await browser.get(path);
    expect(status).toBe(200);
    const words = wordsOf(html);
    for (const text of [nameOf(1), "Потврдите резултате седнице", "Питање v1", "Питање v2"]) {
      expect(words).toContain(text);
    }
    expect(html).not.toMatch(/ checked|style=| on[a-z]+="/);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toMatch(/<script src="\/form\.js\?v=[0-9a-f]{12}" defer/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain(`action="${path}"`);
    expect(html).not.toContain(ask.id);
    expect(await test.items()).toEqual(before);
  });

  it("pressed bare stores nothing and is shown again with what is missing", async () => {
    const { browser, path } = await asked();
    const before = await storedNow();
    const { status, html } = await browser.fill(path, {});
    expect(status).toBe(422);
    expect(html).toContain('role="alert"');
    expect(html).toContain('name="v1"');
    expect(html).toContain('name="page"');
    expect(await storedNow()).toEqual(before);
    expect(await lettersOf(test.world, "ask.receipt")).toEqual([]);
  });

  it("with an answer missing names it on top, each a link to its field, with everything typed still there", async () => {
    const { browser, path } = await asked({}, "en");
    const before = await storedNow();
    const typed = { v1: "object", "v1-reason": 'Више <предлога> & "питања"' };
    const { status, html } = await browser.fill(path, typed);
    expect(status).toBe(422);
    const summary = /<div class="error-summary"[\s\S]*?<\/div>/.exec(html)?.[0] ?? "";
    const targets = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets).toHaveLength(1);
    for (const id of targets) expect(html).toContain(`id="${id}"`);
    expect(html).toMatch(/name="v1" value="object"[^>]*checked/);
    expect(html.match(/ checked/g)).toHaveLength(1);
    expect(html).toContain("Више &lt;предлога&gt; &amp; &quot;питања&quot;");
    expect(html).toMatch(/<title>Error/);
    expect(await storedNow()).toEqual(before);
    const mended = await browser.post(path, { ...hidden(html), ...typed, v2: "confirm" });
    expect(mended).toMatchObject({ status: 303, to: path });
  });

  it("is taken once it is whole: the answer, the receipt, and the page that shows both", async () => {
    const { browser, path, ask, world } = await asked();
    expect(await browser.fill(path, objects)).toMatchObject({ status: 303, to: path });
    const { reference } = (await askAgain(world, ask)).answer ?? {};
    const { status, html } = await browser.get(path);
    expect(status).toBe(200);
    expect(html).toContain(reference);
    expect(wordsOf(html)).toContain(KEPT_REASON);
    expect(answersStored(await test.items(), ask.id)).toMatchObject([{ version: 1, content: objects, reference }]);
  });

  it("ignores what is not asked of her", async () => {
    const { browser, path, ask } = await asked();
    await browser.fill(path, { ...confirms, v3: "confirm", state: "closed", "v2-reason": "" });
    expect(answersStored(await test.items(), ask.id)).toMatchObject([{ content: confirms }]);
  });

  it("made for another link is refused, and stores nothing", async () => {
    const { browser, path, other, world } = await asked();
    const page = hidden((await browser.get(`/a/${await linkTo(world, other)}`)).html);
    const before = await storedNow();
    for (const forged of [page.page ?? "", "", "test.e30.AAAA"]) {
      expect((await browser.post(path, { page: forged, ...confirms })).status).toBe(409);
    }
    expect(await storedNow()).toEqual(before);
  });
});

describe("a request that no form of ours makes", () => {
  const large = (bytes: number) => new URLSearchParams({ v1: "a".repeat(bytes) }).toString();
  const FORM = "application/x-www-form-urlencoded";

  /** One that is refused before it is read: nothing is stored and nobody is counted. */
  async function refused(status: number, init: RequestInit & { duplex?: "half" }) {
    const { browser, path } = await asked();
    const before = await test.items();
    const seen = await browser.get(path, { method: "POST", ...init });
    expect(seen.status).toBe(status);
    expect(headingOf(seen.html)).not.toBe("");
    expect(await test.items()).toEqual(before);
    expect(test.log).toEqual([]);
  }

  it("of 5 MB is too large, whether it says so beforehand or not", async () => {
    const body = large(5 * 1024 * 1024);
    await refused(413, { body, headers: { "Content-Type": FORM, "Content-Length": String(body.length) } });
  });

  it("of 5 MB in pieces is too large", async () => {
    const body = new ReadableStream({
      start(controller) {
        for (let piece = 0; piece < 5; piece += 1) controller.enqueue(new TextEncoder().encode(large(1024 * 1024)));
        controller.close();
      },
    });
    await refused(413, { body, duplex: "half", headers: { "Content-Type": FORM } });
  });

  it("of 3 MB is read, and a field that is too large is named", async () => {
    const { browser, path } = await asked();
    const { status, html } = await browser.fill(path, {
      v1: "object",
      "v1-reason": "a".repeat(3_000_000),
      v2: "confirm",
    });
    expect(status).toBe(422);
    expect(html).toContain('href="#v1-reason"');
  });

  it.each(["application/json", "text/plain", "application/xml", ""])("of the type %j cannot be read", async (type) => {
    await refused(415, { body: new TextEncoder().encode("{}"), headers: type ? { "Content-Type": type } : {} });
  });

  it.each<[string, Record<string, string>]>([
    ["from another site", { "Sec-Fetch-Site": "cross-site" }],
    ["from another host of our site", { "Sec-Fetch-Site": "same-site" }],
    ["from another site that names our origin", { "Sec-Fetch-Site": "cross-site", Origin: "http://127.0.0.1:3000" }],
    ["of an older browser from another origin", { Origin: "https://evil.example" }],
    ["of an older browser from nowhere", { Origin: "null" }],
  ])("%s is refused", async (_, headers) => {
    await refused(403, { body: "v1=confirm&v2=confirm", headers: { "Content-Type": FORM, ...headers } });
  });

  it.each<[string, Record<string, string>]>([
    ["from our page", { "Sec-Fetch-Site": "same-origin", Origin: "http://127.0.0.1:3000" }],
    ["that its reader made herself", { "Sec-Fetch-Site": "none" }],
    ["of an older browser from our origin", { Origin: "http://127.0.0.1:3000" }],
    ["of what says neither and is no browser", {}],
    ["whose site says it is ours, whatever its origin", { "Sec-Fetch-Site": "same-origin", Origin: "null" }],
  ])("%s is taken", async (_, headers) => {
    const { browser, path } = await asked();
    expect((await browser.fill(path, confirms, { headers })).status).toBe(303);
  });
});

describe("too many tries", () => {
  it("on one link are refused until an hour has passed, and the right answer is still taken", async () => {
    const { browser, path, other, world } = await asked();
    test.clock.moveTo("2026-03-13T09:40:00.000Z");
    const page = hidden((await browser.get(path)).html);
    for (let tries = 0; tries < 60; tries += 1) expect((await browser.post(path, page)).status).toBe(422);
    const refused = await browser.post(path, page);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("Retry-After")).toBe(String(60 * 60));
    expect(wordsOf(refused.html)).toContain("60");
    expect((await browser.fill(`/a/${await linkTo(world, other)}`, {})).status).toBe(422);
    expect((await browser.post(path, { ...page, ...confirms })).status).toBe(303);
    test.clock.moveTo("2026-03-13T10:39:59.000Z");
    expect((await browser.post(path, { page: "" })).headers.get("Retry-After")).toBe("1");
    test.clock.moveTo("2026-03-13T10:40:00.000Z");
    expect((await browser.post(path, { page: "" })).status).toBe(409);
  });

  it("on all the links to one address together are refused, so that a further link is no further chance", async () => {
    const { ask, browser, other, world } = await asked();
    for (let link = 0; link < 4; link += 1) {
      const path = `/a/${await linkTo(world, ask)}`;
      const page = hidden((await browser.get(path)).html);
      for (let tries = 0; tries < 60; tries += 1) expect((await browser.post(path, page)).status).toBe(422);
    }
    expect((await browser.fill(`/a/${await linkTo(world, ask)}`, {})).status).toBe(429);
    expect((await browser.fill(`/a/${await linkTo(world, other)}`, {})).status).toBe(422);
    expect((await browser.fill(`/a/${await linkTo(world, ask)}`, confirms)).status).toBe(303);
  }, 60_000);

  it("of a link that we do not know are counted too; a visit never is", async () => {
    const { browser, path } = await asked();
    for (let visit = 0; visit < 70; visit += 1) {
      await browser.get(visit % 2 === 0 ? path : nowhere);
    }
    expect((await test.items()).filter(({ record }) => record === "rate")).toEqual([]);
    const statuses: number[] = [];
    for (let tries = 0; tries < 61; tries += 1) statuses.push((await browser.post(nowhere, confirms)).status);
    // The same answer as to a link that we know, sent without its page.
    expect(statuses).toEqual([...Array.from({ length: 60 }, () => 409), 429]);
    expect((await browser.post(path, confirms)).status).toBe(409);
    expect(JSON.stringify(await test.items())).not.toContain(nowhere.slice(3));
  });
});

describe("after the deadline", () => {
  it("a page that was open is taken within five minutes, and later kept as late", async () => {
    const { browser, path, other, world, deadline, ask, collection } = await asked();
    const othersPath = `/a/${await linkTo(world, other)}`;
    const [page, othersPage] = [hidden((await browser.get(path)).html), hidden((await browser.get(othersPath)).html)];
    test.clock.moveTo(later(deadline, { minutes: 5 }));
    expect((await browser.get(path)).status).toBe(410);
    expect((await browser.post(othersPath, { ...othersPage, ...confirms })).status).toBe(303);
    test.clock.moveTo(later(deadline, { minutes: 6 }));
    await lookOn(world, collection);
    const late = await browser.post(path, { ...page, ...objects });
    expect(late.status).toBe(410);
    expect(headingOf(late.html)).toBe("Ваш одговор је стигао после рока");
    const items = await test.items();
    expect(answersStored(items, ask.id, true)).toMatchObject([{ content: objects, late: true }]);
    expect(answersStored(items, ask.id)).toEqual([]);
    expect(await lettersOf(world, "ask.receipt")).toHaveLength(1);
    expect(await askAgain(world, ask)).toMatchObject({ state: "closed", late: "after-close" });
  });

  it("a change sent after all were in and the form had closed is not told that the deadline has passed", async () => {
    const { browser, path, other, world, collection } = await asked();
    await browser.fill(path, confirms);
    const change = hidden((await browser.get(`${path}?change=yes`)).html);
    await browser.fill(`/a/${await linkTo(world, other)}`, confirms);
    await lookOn(world, collection);
    const late = await browser.post(path, { ...change, ...objects });
    expect(late.status).toBe(410);
    expect(headingOf(late.html)).toBe("Ваш одговор је стигао после затварања обрасца");
    const closed = headingOf((await browser.get(path)).html);
    const when = closed.replace("Образац је затворен ", "");
    expect(wordsOf(late.html)).toContain(`Образац је затворен ${when}.`);
  });

  it("a visit finds the form closed: since when, and without the form", async () => {
    const { browser, path, world, deadline, collection } = await asked();
    test.clock.moveTo(later(deadline, { minutes: 6 }));
    for (const look of [async () => {}, () => lookOn(world, collection)]) {
      await look();
      const { status, html } = await browser.get(path);
      expect(status).toBe(410);
      expect(headingOf(html)).toContain("Образац је затворен");
      expect(wordsOf(html)).toContain("10.00");
      expect(html).not.toContain("<form");
    }
  });

  it("who had answered is told when, and under which reference", async () => {
    const { browser, path, world, deadline, ask } = await asked();
    await browser.fill(path, confirms);
    test.clock.moveTo(later(deadline, { minutes: 6 }));
    const { status, html } = await browser.get(path);
    expect(status).toBe(410);
    expect(html).toContain((await askAgain(world, ask)).answer?.reference);
  });

  it("two versions within the grace period are still to be decided on: the page keeps when it was opened", async () => {
    const { site, path, deadline, world, ask } = await asked();
    const tabs = [site.browser(), site.browser()] as const;
    const pages = await Promise.all(tabs.map(async (tab) => hidden((await tab.get(path)).html)));
    test.clock.moveTo(later(deadline, { minutes: 2 }));
    await tabs[0].post(path, { ...pages[0], ...confirms });
    const conflict = await tabs[1].post(path, { ...pages[1], ...objects });
    expect(conflict.status).toBe(409);
    test.clock.moveTo(later(deadline, { minutes: 3 }));
    expect((await tabs[1].post(path, hidden(conflict.html))).status).toBe(303);
    expect((await askAgain(world, ask)).answer?.version).toBe(2);
  });
});

describe("two versions of one answer", () => {
  /** Two tabs in one browser or in two; the first has confirmed, the second objects. */
  async function conflict(form: Partial<Form>, isOneBrowser: boolean) {
    const all = await asked(form);
    const first = all.site.browser();
    const second = isOneBrowser ? first : all.site.browser();
    const pages = [hidden((await first.get(all.path)).html), hidden((await second.get(all.path)).html)];
    await first.post(all.path, { ...pages[0], v1: "object", "v1-reason": ANOTHER, v2: "abstain" });
    const seen = await second.post(all.path, { ...pages[1], ...objects });
    return { ...all, second, seen };
  }

  it("are shown both, and nothing is lost: the page sends hers on, or she leaves what is in", async () => {
    const { seen, second, path, ask, world } = await conflict({}, false);
    expect(seen.status).toBe(409);
    const words = wordsOf(seen.html);
    for (const text of [KEPT_REASON, ANOTHER, "Уздржавам се", "Потврђујем"]) expect(words).toContain(text);
    expect((await askAgain(world, ask)).answer?.version).toBe(1);
    expect((await second.post(path, hidden(seen.html))).status).toBe(303);
    expect(answersStored(await test.items(), ask.id).map(({ content }) => content)).toEqual([
      { v1: "object", "v1-reason": ANOTHER, v2: "abstain" },
      objects,
    ]);
  });

  it("of a confidential form are shown both in the browser that sent the first", async () => {
    const { seen } = await conflict({ confidential: true }, true);
    expect(wordsOf(seen.html)).toContain(ANOTHER);
  });

  it("of a confidential form show in another browser only what was typed there", async () => {
    const { seen } = await conflict({ confidential: true }, false);
    expect(seen.status).toBe(409);
    expect(wordsOf(seen.html)).toContain(KEPT_REASON);
    expect(seen.html).not.toContain(ANOTHER);
    expect(seen.html).not.toContain("Уздржавам се");
  });
});

describe("an answered form", () => {
  it("that is confidential shows what was sent only in the browser that sent it", async () => {
    const { site, path } = await asked({ confidential: true });
    const [here, elsewhere] = [site.browser(), site.browser()];
    await here.fill(path, objects);
    expect(wordsOf((await here.get(path)).html)).toContain(KEPT_REASON);
    for (const at of [path, `${path}?change=yes`]) {
      const { status, html } = await elsewhere.get(at);
      expect(status).toBe(200);
      expect(html).not.toContain(KEPT_REASON);
      expect(html).not.toMatch(/ checked/);
    }
  });

  it("that was changed in another browser is no longer shown in the first", async () => {
    const { site, path } = await asked({ confidential: true });
    const [first, second] = [site.browser(), site.browser()];
    await first.fill(path, confirms);
    await second.fill(`${path}?change=yes`, objects);
    expect(wordsOf((await second.get(path)).html)).toContain(KEPT_REASON);
    expect((await first.get(path)).html).not.toContain(KEPT_REASON);
  });

  it("cannot be looked into with a cookie of another ask, or one made by hand", async () => {
    const { site, path, other, ask, world } = await asked({ confidential: true });
    await site.browser().fill(path, objects);
    const browser = site.browser();
    await browser.fill(`/a/${await linkTo(world, other)}`, confirms);
    const { headers } = await browser.fill(`/a/${await linkTo(world, other)}?change=yes`, objects);
    const [cookie = ""] = headers.getSetCookie();
    const value = /=([^;]*)/.exec(cookie)?.[1] ?? "";
    expect(cookie).toMatch(/HttpOnly/i);
    for (const forged of [value, (await askAgain(world, ask)).answer?.reference ?? ""]) {
      const seen = await site.browser().get(path, { headers: { Cookie: `sent-${ask.id}=${forged}` } });
      expect(seen.html).not.toContain(KEPT_REASON);
    }
  });

  it("that is not confidential shows what was sent everywhere, and may be changed from there", async () => {
    const { site, path, ask, world } = await asked();
    await site.browser().fill(path, objects);
    const elsewhere = site.browser();
    expect(wordsOf((await elsewhere.get(path)).html)).toContain(KEPT_REASON);
    const change = await elsewhere.get(`${path}?change=yes`);
    expect(change.html).toMatch(/name="v1" value="object"[^>]*checked/);
    expect((await elsewhere.post(path, { ...hidden(change.html), ...confirms })).status).toBe(303);
    expect((await askAgain(world, ask)).answer?.version).toBe(2);
  });

  it("that may not be changed shows no form and takes no other answer", async () => {
    const { browser, path, ask } = await asked({ editable: false });
    const page = hidden((await browser.get(path)).html);
    await browser.post(path, { ...page, ...confirms });
    expect((await browser.get(`${path}?change=yes`)).html).not.toContain("<form");
    const refused = await browser.post(path, { ...page, ...objects });
    expect(refused.status).toBe(409);
    expect(wordsOf(refused.html)).toContain(KEPT_REASON);
    expect(refused.html).not.toContain("<button");
    expect((await browser.post(path, { ...page, ...confirms })).status).toBe(303);
    expect(answersStored(await test.items(), ask.id)).toMatchObject([{ content: confirms }]);
  });
});

describe("the receipt", () => {
  /** What its reader finds in her mailbox, and at which address. */
  async function received(world: World, letter: Letter | undefined) {
    if (!letter) throw new Error("there is no receipt");
    const receipt = await aboutAsk(world, letter, "c81d 02f4 7e95 b3aa");
    if (!receipt || "skip" in receipt || receipt.kind !== "ask.receipt") throw new Error("there is no receipt");
    return { address: receipt.address, ...(await render(receipt.kind, receipt.props)) };
  }

  it("goes to the addressee with the reference, and never says what was answered", async () => {
    const { browser, path, ask, world } = await asked();
    await browser.fill(path, objects);
    const [letter] = await lettersOf(world, "ask.receipt");
    const mail = await received(world, letter);
    expect(mail.address).toBe(addressOf(1));
    const { reference } = (await askAgain(world, ask)).answer ?? {};
    for (const text of [mail.text, mail.html]) {
      expect(text).toContain(reference);
      expect(text).not.toContain(KEPT_REASON);
      expect(text).not.toContain("Приговарам");
      expect(text).not.toContain("/a/");
    }
  });

  it("of a change names the old and the new reference", async () => {
    const { browser, path, ask, world } = await asked();
    await browser.fill(path, confirms);
    const earlier = (await askAgain(world, ask)).answer?.reference ?? "";
    await browser.fill(`${path}?change=yes`, objects);
    const reference = (await askAgain(world, ask)).answer?.reference ?? "";
    expect(earlier).not.toBe(reference);
    const letters = await lettersOf(world, "ask.receipt");
    expect(letters).toHaveLength(2);
    const mail = await received(
      world,
      letters.find(({ facts }) => facts.replaces !== undefined),
    );
    for (const text of [mail.text, mail.html]) {
      expect(text).toContain(earlier);
      expect(text).toContain(reference);
    }
  });
});

describe("a link that opens no form", () => {
  /** The four pages of asks 5, as a reader whose browser prefers this language sees them. */
  async function fourPages(locale: Locale, browserPrefers: string): Promise<Record<string, Seen>> {
    const { world, ask, other, path, browser, deadline } = await asked({}, locale);
    const init = { headers: { "Accept-Language": browserPrefers } };
    const othersPath = `/a/${await linkTo(world, other)}`;
    await browser.fill(path, confirms);
    const answered = await browser.get(path, init);
    const revokedPath = `/a/${await linkTo(world, other)}`;
    await reissueLink(world, other, { revoke: true });
    const revoked = await browser.get(revokedPath, init);
    expect((await browser.get(othersPath, init)).status).toBe(410);
    const unknown = await browser.get(nowhere, init);
    test.clock.moveTo(later(deadline, { minutes: 6 }));
    const closed = await browser.get(`/a/${await linkTo(world, await askAgain(world, ask))}`, init);
    return { unknown, closed, revoked, answered };
  }

  it("says why on one of four different pages, in the person's language", async () => {
    const headings: string[] = [];
    for (const locale of ["sr-Cyrl", "en"] as const) {
      await test.close();
      test = await testWorld();
      const pages = await fourPages(locale, locale);
      expect(Object.entries(pages).map(([name, { status }]) => [name, status])).toEqual([
        ["unknown", 404],
        ["closed", 410],
        ["revoked", 410],
        ["answered", 200],
      ]);
      for (const { html } of Object.values(pages)) {
        expect(html).toContain(`<html lang="${locale}"`);
        headings.push(headingOf(html));
      }
    }
    expect(new Set(headings).size).toBe(8);
  });

  it("speaks the person's language where we know her, whatever her browser prefers", async () => {
    const { unknown, ...known } = await fourPages("sr-Cyrl", "en-GB,en");
    for (const { html } of Object.values(known)) expect(html).toContain('<html lang="sr-Cyrl"');
    expect(unknown?.html).toContain('<html lang="en"');
  });

  it("speaks the language that is asked for in the address", async () => {
    const { browser, path, world, ask } = await asked();
    await reissueLink(world, ask, { revoke: true });
    const { status, html } = await browser.get(`${path}?lang=en`);
    expect(status).toBe(410);
    expect(html).toContain('<html lang="en"');
  });
});

/** A world whose store is at an address where nobody listens. */
function withoutStore(world: World): World {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = new DynamoDBClient({ endpoint: "http://127.0.0.1:1", region: "local", credentials, maxAttempts: 1 });
  return { ...world, table: openTable({ client, name: "none", random: world.random }) };
}

describe("when something is wrong on our side", () => {
  it("a store that does not answer is said to be down, with when to come back", async () => {
    const { path, browser, world } = await asked();
    const page = hidden((await browser.get(path)).html);
    const down = siteOf(withoutStore(world)).browser();
    for (const seen of [await down.get(path), await down.post(path, { ...page, ...confirms })]) {
      expect(seen.status).toBe(503);
      expect(Number(seen.headers.get("Retry-After"))).toBeGreaterThan(0);
      expect(headingOf(seen.html)).not.toBe("");
    }
    expect((await browser.post(path, { ...page, ...confirms })).status).toBe(303);
  });

  it("a fault shows its number; the log has it under the number, and nothing of the person", async () => {
    const { path, ask, world } = await asked();
    const secret = "Марија Стојановић";
    const item = {
      ...{ ...Person.key({ id: ask.person }), record: "person", v: 1, rev: 1, id: ask.person },
      ...{ address: "marija@skola.example", locale: secret, zone: 7 },
    };
    await test.store.client.send(new PutItemCommand({ TableName: test.store.table, Item: marshall(item) }));
    const lines: string[] = [];
    const browser = siteOf({ ...world, log: jsonLog(test.clock, (line) => lines.push(line)) }).browser();
    const { status, html } = await browser.get(path);
    expect(status).toBe(500);
    const [id] = /flt_[0-9a-z]{20}/.exec(html) ?? [];
    expect(id).toBeDefined();
    expect(html).not.toContain("schema");
    expect(lines).toHaveLength(1);
    const [line = ""] = lines;
    expect(JSON.parse(line)).toMatchObject({ level: "error", event: "http.fault", id });
    const code = path.slice(3);
    for (const text of [secret, "marija@skola.example", nameOf(1), addressOf(1), code])
      expect(line).not.toContain(text);
  });
});

describe("every page", () => {
  const CSP =
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** One page of every kind that there is about an ask, by its status. */
  async function everyPage(): Promise<Seen[]> {
    const { browser, path, site, deadline, world, ask, other } = await asked();
    const large = { body: "a".repeat(5_000_000), headers: { "Content-Type": "application/x-www-form-urlencoded" } };
    const post = (browser: Browser, at: string, init: RequestInit) => browser.get(at, { ...init, method: "POST" });
    const seen = [
      await browser.get(path),
      await browser.get(path, { method: "HEAD" }),
      await browser.fill(path, {}),
      await browser.fill(path, confirms),
      await browser.get(path),
      await browser.get(`${path}?change=yes`),
      await browser.post(path, { page: "" }),
      await browser.get(nowhere),
      await browser.get("/no/such/page"),
      await post(browser, path, large),
      await post(browser, path, { body: "{}", headers: { "Content-Type": "application/json" } }),
      await post(browser, path, { body: "a=b", headers: { "Sec-Fetch-Site": "cross-site" } }),
      await siteOf(withoutStore(world)).browser().get(path),
    ];
    for (let tries = 0; tries < 61; tries += 1) {
      const tried = await site.browser().post(nowhere, {});
      if (tried.status === 429) seen.push(tried);
    }
    const fresh: Ask = await askAgain(world, other);
    const open = hidden((await browser.get(`/a/${await linkTo(world, fresh)}`)).html);
    const othersPath = `/a/${await linkTo(world, fresh)}`;
    test.clock.moveTo(later(deadline, { minutes: 6 }));
    seen.push(await browser.get(path), await browser.post(othersPath, { ...open, ...confirms }));
    const item = { ...Person.key({ id: ask.person }), record: "person", v: 1, rev: 1 };
    await test.store.client.send(new PutItemCommand({ TableName: test.store.table, Item: marshall(item) }));
    seen.push(await browser.get(path));
    return seen;
  }

  it("is kept by nobody, indexed by nobody, framed by nobody, loads nothing from elsewhere, and names no link elsewhere", async () => {
    const seen = await everyPage();
    const statuses = new Set(seen.map(({ status }) => status));
    for (const status of [200, 303, 403, 404, 409, 410, 413, 415, 422, 429, 500, 503])
      expect(statuses).toContain(status);
    // A HEAD has the headers of its page, which is the form.
    const hasForm = (html: string) => html === "" || html.includes("<script");
    for (const { status, headers, html } of seen.filter((one) => one.html !== "" || one.status === 200)) {
      expect([status, Object.fromEntries(headers)]).toEqual([
        status,
        expect.objectContaining({
          "cache-control": "no-store",
          "content-security-policy": hasForm(html) ? `${CSP}; script-src 'self'; connect-src 'self'` : CSP,
          "referrer-policy": "strict-origin",
          "x-content-type-options": "nosniff",
          "x-robots-tag": "noindex",
        }),
      ]);
      expect(html).not.toMatch(/<script(?! src="\/form\.js)|<iframe|src="https?:|href="https?:/);
    }
  });
});
