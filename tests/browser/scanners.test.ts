import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { requestLetter } from "@quorate/core/people";
import { StandingClock } from "@quorate/local/clock";
import { startMachine } from "@quorate/local/machine";
import { openScratchStore, type Store } from "@quorate/local/store";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  type Association,
  answer,
  foundAssociation,
  holdSession,
  openElection,
  type Story,
} from "../support/association.ts";
import { startChromium } from "../support/chromium.ts";

let store: Store;
let client: DynamoDBClient;
let dataPath: string;
let story: Story;
let association: Association;
let browser: Browser;

const address = (index: number) => association.memberAt(index).address;
const figures = Object.fromEntries(
  ["v1", "v2"].flatMap((vote) => [
    [`${vote}-for`, "18"],
    [`${vote}-against`, "0"],
    [`${vote}-abstain`, "0"],
  ]),
);

/** A story on a store that can be looked into: every item that is kept. */
async function startOn(endpoint: string): Promise<Story> {
  dataPath = await mkdtemp(join(tmpdir(), "quorate-scanned-"));
  const clock = new StandingClock("2026-03-03T08:00:00.000Z");
  const machine = await startMachine({
    ...{ dataPath, port: 0, host: "127.0.0.1", clock, dynamodbEndpoint: endpoint, write: () => {} },
  });
  const moveTo: Story["moveTo"] = async (instant) => {
    clock.moveTo(instant);
    await machine.settled();
  };
  return { ...{ clock, log: [], machine, moveTo }, restart: machine.close, close: machine.close };
}

/** The letters are out and one absentee has answered; the coordinator and another have asked for letters of their own. */
beforeAll(async () => {
  store = await openScratchStore();
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  client = new DynamoDBClient({ endpoint: store.endpoint, region: "local", credentials });
  browser = await startChromium();
  story = await startOn(store.endpoint);
  association = await foundAssociation(story.machine);
  const of = await openElection(story, association);
  await holdSession(story, association, of, 18);
  await answer(story, address(0), "бројке", figures);
  for (const index of [0, 1, 2]) await answer(story, address(index), "овера", { verdict: "agree" });
  await answer(story, address(18), "потврда", { v1: "confirm", v2: "confirm" });
  await requestLetter(story.machine.world, { purpose: "sign-in", address: address(0) });
  await requestLetter(story.machine.world, { purpose: "lost-letter", address: address(19) });
  await story.machine.settled();
});

afterAll(async () => {
  await browser.close();
  await story.close();
  client.destroy();
  await store.close();
  await rm(dataPath, { recursive: true, force: true });
});

/** Everything that is stored, of these kinds or of all, in a steady order. */
async function stored(...kinds: string[]): Promise<Record<string, unknown>[]> {
  await story.machine.settled();
  const items: Record<string, unknown>[] = [];
  for await (const page of paginateScan({ client }, { TableName: "quorate", ConsistentRead: true })) {
    items.push(...(page.Items ?? []).map((item) => unmarshall(item)));
  }
  const place = (item: Record<string, unknown>) => `${item.pk}\n${item.sk}`;
  return items
    .filter((item) => kinds.length === 0 || kinds.includes(String(item.record)))
    .toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

const letters = () => story.machine.mailSink?.letters() ?? [];

/** Every link in every letter that anybody got. */
function links(): string[] {
  const all = new Set(letters().flatMap((letter) => letter.links));
  return [...all].filter((href) => href.startsWith(story.machine.url));
}

/** A scanner's browser runs scripts and takes whatever it is told to take. */
async function scanner(): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled: true })).newPage();
}

it("a scanner that opens every link of every letter three times, with scripts on, changes nothing", async () => {
  const before = await stored();
  const [answers, sent] = [before.filter(({ record }) => record === "answer").length, letters().length];
  expect(answers).toBe(5);
  expect(links().length).toBeGreaterThan(13);

  const page = await scanner();
  for (const link of links()) {
    for (let time = 0; time < 3; time += 1) expect((await page.goto(link))?.status(), link).toBeLessThan(500);
  }

  expect(await stored()).toEqual(before);
  expect(letters()).toHaveLength(sent);
});

it("a scanner that presses every button that it finds stores no answer", async () => {
  const kinds = ["answer", "ask", "collection", "election", "election-vote", "session", "journal-entry"];
  const before = await stored(...kinds);
  const sent = letters().length;

  const page = await scanner();
  let pressed = 0;
  for (const link of links().filter((href) => /\/(a|m|w|sign-in)\//.test(href))) {
    await page.goto(link);
    const buttons = await page.getByRole("button").count();
    for (let index = 0; index < buttons; index += 1) {
      await page.goto(link);
      const arrival = page.waitForEvent("load");
      await Promise.all([arrival, page.getByRole("button").nth(index).click()]);
      pressed += 1;
    }
  }

  expect(pressed).toBeGreaterThan(8);
  expect(await stored(...kinds)).toEqual(before);
  expect(letters()).toHaveLength(sent);
});

it("after all that she can still answer", async () => {
  await answer(story, address(20), "потврда", { v1: "confirm", v2: "abstain" });
  expect((await stored("answer")).length).toBe(6);
});
