import { serve } from "@hono/node-server";
import { after } from "@quorate/core/kit";
import { chromium } from "playwright-core";
import { test } from "vitest";
import { stylesheet } from "../../../packages/functions/src/pages/look/index.ts";
import { addMember, coordinator, everybody, memberId, NETWORK, plan, signedIn, site, withElection } from "./site.ts";

const args =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(
    " ",
  );
test("shots", async () => {
  const page = await site();
  const { path, election } = await withElection(page);
  const cookie = await signedIn(page.world, `per_${coordinator}`);
  page.app.get("/look.css", (c) => c.body(stylesheet + (process.env.EXTRA ?? ""), 200, { "Content-Type": "text/css" }));
  const server = serve({ fetch: page.app.fetch, port: 4777, hostname: "127.0.0.1" });
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args });
  const context = await browser.newContext();
  await context.addCookies([{ name: "quorate", value: cookie, url: "http://127.0.0.1:4777" }]);
  const tab = await context.newPage();
  const shoot = async (name: string, at: string, full = true) => {
    for (const width of [320, 1280]) {
      await tab.setViewportSize({ width, height: width === 320 ? 640 : 900 });
      await tab.goto("about:blank");
      await tab.goto(`http://127.0.0.1:4777${at}`);
      const over = await tab.evaluate("document.documentElement.scrollWidth - innerWidth");
      if (Number(over) > 0) console.log("OVERFLOW", name, width, over);
      await tab.screenshot({ path: `/tmp/shots/${name}-${width}.png`, fullPage: full });
    }
  };
  await shoot("new", `/n/${NETWORK}/sessions/new`);
  await shoot("list", `/n/${NETWORK}/sessions`);
  await shoot("planned", path);
  await page.post(`${path}/open`);
  page.clock.moveTo(after(page.clock.now(), { minutes: 4 }));
  for (const member of everybody.filter((_, i) => i % 3 !== 0))
    await page.post(`${path}/presence`, { member, there: "yes" });
  page.clock.moveTo(after(page.clock.now(), { minutes: 1 }));
  await addMember(page.world, "mem_late", "Јасна Новаковић");
  await shoot("open", path);
  await shoot("anchor", `${path}#m-${memberId(14)}`, false);
  await page.post(`${path}/votes/open`, { election, number: "1", candidate: [memberId(1)] });
  await shoot("voting", `${path}#vote-${election}-1`, false);
  await shoot("votingfull", path);
  // a person taps a name at 320
  await tab.setViewportSize({ width: 320, height: 640 });
  await tab.goto(`http://127.0.0.1:4777${path}`);
  await tab.getByRole("button", { name: /Слађана Костадиновић/ }).click();
  await tab.screenshot({ path: "/tmp/shots/tapped-320.png" });
  await page.post(`${path}/votes/close`, { election, number: "1" });
  await page.post(`${path}/votes/open`, { election, number: "2" });
  await page.post(`${path}/votes/close`, { election, number: "2" });
  await shoot("end", path);
  await page.post(`${path}/close`);
  await shoot("closed", path);
  await page.post(`/n/${NETWORK}/sessions`, plan);
  await shoot("list2", `/n/${NETWORK}/sessions`);
  await tab.goto(`http://127.0.0.1:4777/n/${NETWORK}/sessions/new`);
  await tab.getByRole("button", { name: "Направи седницу" }).click();
  await tab.screenshot({ path: "/tmp/shots/new-wrong.png", fullPage: true });
  await browser.close();
  server.close();
}, 120000);
