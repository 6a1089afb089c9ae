import * as Election from "@quorate/core/election";
import { firstBroken, readJournal } from "@quorate/core/journal";
import { after } from "@quorate/core/kit";
import { correctAddress } from "@quorate/core/people";
import { Browser } from "@quorate/local/demo/browser";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type Association,
  answer,
  formOf,
  foundAssociation,
  holdSession,
  openElection,
  type Story,
  startStory,
  subjectsTo,
} from "../support/association.ts";

let story: Story;
let association: Association;
let of: Awaited<ReturnType<typeof openElection>>;

beforeAll(async () => {
  story = await startStory("2026-03-03T08:00:00.000Z");
  association = await foundAssociation(story.machine, 9);
  of = await openElection(story, association);
});

afterAll(() => story.close());

const figures = Object.fromEntries(
  ["v1", "v2"].flatMap((vote) => [
    [`${vote}-for`, "6"],
    [`${vote}-against`, "0"],
    [`${vote}-abstain`, "0"],
  ]),
);

test("the address of an absent member is corrected by two people while the letters are out, and the minutes say how many", async () => {
  const { world } = story.machine;
  const { network, memberAt } = association;
  await holdSession(story, association, of, 6);
  await answer(story, memberAt(0).address, "бројке", figures);
  for (const index of [0, 1, 2]) await answer(story, memberAt(index).address, "овера", { verdict: "agree" });
  const member = memberAt(7);
  const { link: old } = await formOf(story, member.address, "потврда");

  const asked = await correctAddress(world, Election.rolls, {
    ...{ network, member: member.id, by: memberAt(0).id, address: "fresh@home.test" },
  });
  expect(asked.kind).toBe("waits");
  await story.machine.settled();
  expect(subjectsTo(story, "fresh@home.test")).toEqual([]);

  const letters = story.machine.mailSink?.letters({ to: memberAt(1).address }) ?? [];
  const request = letters.flatMap(({ links }) => links).findLast((href) => href.includes("/address/"));
  const second = new Browser(story.machine.url);
  const page = await second.open(request ?? "");
  expect(page.text).toContain("fresh@home.test");
  const [form] = page.forms;
  if (!form) throw new Error(`no form at ${page.url}`);
  const decided = await second.send(page, form, { verdict: "approve" });
  expect(decided.text).toContain("Адреса је промењена");
  await story.machine.settled();

  expect(subjectsTo(story, member.address).at(-1)).toContain("Ваша адреса је промењена");
  expect((await new Browser(story.machine.url).open(old)).text).toContain("Линк");
  const fresh = await formOf(story, "fresh@home.test", "потврда");
  expect(fresh.form).toBeDefined();
  await answer(story, "fresh@home.test", "потврда", { v1: "confirm", v2: "confirm" });

  const minutes = await Election.minutesOf(world, of.election);
  expect(minutes.addressChanges).toBe(1);
  const entries = await readJournal(world.table, of.election);
  expect(entries.filter(({ act }) => act === "address.changed")).toMatchObject([
    { actor: memberAt(1).id, facts: { member: member.id, requested: memberAt(0).id } },
  ]);
  expect(firstBroken(entries, (await Election.readElection(world, of.election)).journal)).toBeUndefined();
  await story.moveTo(after(of.startsAt, { days: 8 }));
  expect((await Election.readElection(world, of.election)).state).not.toBe("ended");
});
