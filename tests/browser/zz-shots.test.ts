import * as Election from "@quorate/core/election";
import { after } from "@quorate/core/kit";
import * as Session from "@quorate/core/session";
import type { Browser } from "playwright-core";
import { it } from "vitest";
import { members, plan } from "../../packages/local/src/demo/vlasotince.ts";
import { answer, type Association, openElection, type Story, startStory } from "../support/association.ts";
import { startChromium } from "../support/chromium.ts";
import { Visitor } from "../support/visitor.ts";
import { foundVlasotince } from "../support/vlasotince.ts";

it("shots", async () => {
  const story: Story = await startStory("2026-03-02T19:00:00.000Z");
  const browser: Browser = await startChromium();
  const association: Association = await foundVlasotince(story.machine);
  const { world } = story.machine;
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "sr-RS", reducedMotion: "reduce" });
  const desk = await Visitor.in(context);
  const address = (i: number) => association.memberAt(i).address;
  const id = (name: string) => association.members.find((m) => m.name === name)?.id ?? "";
  const link = (i: number, part: string) => {
    const links = (story.machine.mailSink?.letters({ to: address(i) }) ?? []).flatMap((l) => l.links);
    return links.findLast((href) => href.includes(part)) ?? "";
  };
  const signIn = async () => {
    await desk.open(`${story.machine.url}/?lang=sr-Cyrl`);
    await desk.write("Ваша имејл адреса", address(0), desk.form("Пошаљи ми писмо за пријаву"));
    await desk.press("Пошаљи ми писмо за пријаву");
    await story.machine.settled();
    await desk.open(link(0, "/sign-in/"));
    await desk.press("Пријави");
  };
  const shot = async (name: string, path: string, dark = false) => {
    await desk.open(path.startsWith("http") ? path : `${story.machine.url}${path}`);
    await keep(name, dark);
  };
  const keep = async (name: string, dark = false) => {
    for (const width of [320, 1280]) {
      await desk.page.setViewportSize({ width, height: 800 });
      await desk.page.emulateMedia({ colorScheme: "light" });
      await desk.page.screenshot({ path: `/tmp/shots/${name}-${width}.png`, fullPage: true });
      if (dark) {
        await desk.page.emulateMedia({ colorScheme: "dark" });
        await desk.page.screenshot({ path: `/tmp/shots/${name}-${width}-dark.png`, fullPage: true });
        await desk.page.emulateMedia({ colorScheme: "light" });
      }
    }
  };
  await signIn();
  const n = `/n/${association.network}`;
  await shot("home-empty", n);
  await shot("people", `${n}/people`);
  const of = await openElection(story, association, {
    title: "Избор председника и заменика, план рада",
    votes: [
      { kind: "elect", title: "Избор председника" },
      { kind: "elect", title: "Избор заменика председника" },
      { kind: "adopt", title: "Усвајање плана рада", text: plan },
    ],
  });
  await shot("election-new", `${n}/elections/new`);
  await desk.press("Направи изборе");
  await keep("election-new-errors");
  await shot("plan", `${n}/sessions/new`);
  await shot("election-before", `${n}/elections/${of.election}`);
  await shot("session-planned", `${n}/s/${of.session}`);
  await story.moveTo(of.startsAt);
  await signIn();
  await Session.openSession(world, of.session);
  for (const [i, { name }] of members.entries()) {
    if (i >= 18) break;
    story.clock.moveTo(after(world.clock.now(), { seconds: 40 }));
    await Session.recordPresence(world, { session: of.session, member: id(name), there: true });
  }
  const actor = association.memberAt(0).id;
  for (const [number, who] of [[1, "Јелена Петровић"], [2, "Милош Антић"], [3, ""]] as const) {
    if (number === 2) await shot("session-open", `${n}/s/${of.session}`, true);
    await Election.openVote(world, { election: of.election, number, actor, candidates: who ? [id(who)] : [] });
    if (number === 2) await shot("session-vote", `${n}/s/${of.session}`);
    story.clock.moveTo(after(world.clock.now(), { minutes: 8 }));
    await Election.closeVote(world, { election: of.election, number, actor });
  }
  await Session.closeSession(world, of.session, (s) => Election.mayCloseSession(world, s));
  await story.machine.settled();
  await shot("session-closed", `${n}/s/${of.session}`);
  await shot("figures-form", link(0, "/a/"));
  const figures = Object.fromEntries(["v1", "v2", "v3"].flatMap((v) => [[`${v}-for`, v === "v2" ? "17" : "18"], [`${v}-against`, "0"], [`${v}-abstain`, v === "v2" ? "1" : "0"]]));
  await answer(story, address(0), "бројке", figures);
  await shot("figures-answered", link(0, "/a/"));
  for (const i of [0, 1, 2]) {
    story.clock.moveTo(after(world.clock.now(), { minutes: 40 }));
    if (i === 0) await shot("attest-form", link(0, "/a/"));
    await answer(story, address(i), "овера", { verdict: "agree" });
  }
  await shot("absentee", link(18, "/a/"), true);
  await desk.press("Пошаљи одговоре");
  await keep("absentee-errors");
  await desk.page.setViewportSize({ width: 390, height: 1100 });
  const sharp = await browser.newContext({ javaScriptEnabled: false, locale: "sr-RS", deviceScaleFactor: 2, viewport: { width: 390, height: 1100 } });
  const sharpPage = await sharp.newPage();
  await sharpPage.goto(link(18, "/a/"));
  await sharpPage.screenshot({ path: "/tmp/shots/absentee-form.png" });
  for (let i = 18; i < 24; i += 1) {
    story.clock.moveTo(after(world.clock.now(), { hours: 5 }));
    await answer(story, address(i), "потврда", i === 23 ? { v1: "object", "v1-reason": "Сматрам да је требало позвати на више предлога.", v2: "confirm", v3: "confirm" } : { v1: "confirm", v2: "confirm", v3: "confirm" });
  }
  await signIn();
  await shot("home", n, true);
  await shot("election-letters", `${n}/elections/${of.election}`, true);
  await shot("answered", link(18, "/a/"));
  await answer(story, address(24), "потврда", { v1: "confirm", v2: "confirm", v3: "confirm" });
  await answer(story, address(25), "потврда", { v1: "confirm", v2: "confirm", v3: "abstain" });
  const { deadlines } = await Election.readElection(world, of.election);
  await story.moveTo(after(deadlines.confirmation, { minutes: 6 }));
  await signIn();
  await shot("declare-form", link(0, "/a/"));
  for (const i of [0, 1]) await answer(story, address(i), "проглашење", { verdict: "agree" });
  await shot("minutes", link(5, "/m/"), true);
  await shot("election-declared", `${n}/elections/${of.election}`);
  await shot("journal", `${n}/elections/${of.election}/journal`);
  await shot("home-end", n);
  await shot("start", "/?lang=sr-Cyrl");
  await browser.close();
  await story.close();
});
