import { afterEach, expect, it } from "vitest";
import { type TestWorld, testWorld } from "../support/world.ts";
import { siteOf } from "./ask/browser.ts";

const opened: TestWorld[] = [];
afterEach(async () => {
  for (const test of opened.splice(0)) await test.close();
});

async function reader() {
  const test = await testWorld();
  opened.push(test);
  return siteOf(test.world).browser();
}

/** Where the links and forms of a page lead, but for those to other languages. */
const ledTo = (html: string) =>
  [...html.matchAll(/<(?:a|form) (?![^>]*hreflang)[^>]*(?:href|action)="(\/[^"]*)"/g)].map(([, to]) => to);

it("a language that was asked for in the address stays from page to page, in links and forms", async () => {
  const { html } = await (await reader()).get("/privacy?lang=sr-Latn");
  const led = ledTo(html);
  expect(led.length).toBeGreaterThan(2);
  for (const to of led) expect(to).toMatch(/[?;]lang=sr-Latn$/);
  expect(html).toContain('hreflang="sr-Cyrl"');
});

it("stays where somebody is sent on to, and is never said twice", async () => {
  const sent = await (await reader()).post("/display?lang=pl", { text: "large", back: "/privacy" });
  expect(sent.to?.match(/lang=/g)).toEqual(["lang="]);
  expect(sent.to).toContain("lang=pl");
});

it("is not made up: where none was asked for, or one that there is not, no address has any", async () => {
  const browser = await reader();
  for (const path of ["/nowhere", "/nowhere?lang=xx"]) {
    expect(ledTo((await browser.get(path)).html)).toContain("/");
  }
});
