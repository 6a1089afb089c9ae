import { afterEach, expect, it } from "vitest";
import { type TestWorld, testWorld } from "../../support/world.ts";
import { type Seen, siteOf } from "../ask/browser.ts";

const opened: TestWorld[] = [];
afterEach(async () => {
  for (const test of opened.splice(0)) await test.close();
});

async function site() {
  const test = await testWorld();
  opened.push(test);
  return { ...test, ...siteOf(test.world) };
}

const rootOf = ({ html }: Seen) => /<html[^>]*>/.exec(html)?.[0];

it("what a reader sets holds on every page that follows, in this browser and no other, and nothing is stored", async () => {
  const { browser, items } = await site();
  const reader = browser();
  expect(rootOf(await reader.get("/privacy?lang=sr-Cyrl"))).toBe('<html lang="sr-Cyrl">');
  const sent = await reader.fill("/display?lang=sr-Cyrl&back=%2Fprivacy", {
    ...{ contrast: "more", text: "larger", space: "wide", motion: "device" },
  });
  expect(sent.to).toBe("/display?lang=sr-Cyrl&done=yes&back=%2Fprivacy");
  const set = '<html data-contrast="more" data-text="larger" data-space="wide" lang="sr-Cyrl">';
  const done = await reader.get(sent.to ?? "");
  expect(rootOf(done)).toBe(set);
  expect(done.html).toContain('<a href="/privacy?lang=sr-Cyrl">Назад на страницу са које сте дошли</a>');
  for (const path of ["/privacy", "/nowhere", "/a/unknown"]) {
    expect(rootOf(await reader.get(`${path}?lang=sr-Cyrl`))).toBe(set);
  }
  expect(rootOf(await browser().get("/privacy?lang=sr-Cyrl"))).toBe('<html lang="sr-Cyrl">');
  expect(await items()).toEqual([]);
});

it("is set back by choosing the usual, and the form holds what is set", async () => {
  const { browser } = await site();
  const reader = browser();
  await reader.post("/display", { contrast: "device", text: "large", space: "usual", motion: "less" });
  const { html } = await reader.get("/display?lang=en");
  const chosen = [...html.matchAll(/<input type="radio" id="([\w-]+)"[^>]* checked/g)].map(([, id]) => id);
  expect(chosen).toEqual(["contrast-device", "text-large", "space-usual", "motion-less"]);
  await reader.post("/display", { contrast: "device", text: "usual", space: "usual", motion: "device" });
  expect(rootOf(await reader.get("/privacy?lang=en"))).toBe('<html lang="en">');
});

it("takes nothing that is not a setting, from a form or a cookie, and leads back to this site only", async () => {
  const { browser } = await site();
  const reader = browser();
  const sent = await reader.post("/display?lang=en", {
    text: '"><script>',
    contrast: "more",
    back: "//elsewhere.test",
  });
  expect(sent.to).toBe("/display?lang=en&done=yes");
  expect(rootOf(await reader.get("/display?lang=en"))).toBe('<html data-contrast="more" lang="en">');
  const forged = await browser().get("/privacy?lang=en", { headers: { Cookie: "display=text%3D%2522%253E" } });
  expect(rootOf(forged)).toBe('<html lang="en">');
  expect((await reader.get("/display?lang=en&back=https://elsewhere.test")).html).not.toContain("elsewhere");
});
