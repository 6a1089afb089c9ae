import * as Digest from "@quorate/core/digest";
import { Browser } from "@quorate/local/demo/browser";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Association,
  answer,
  foundAssociation,
  holdSession,
  openElection,
  type Story,
  startStory,
} from "../support/association.ts";

// Monday at seven, by the clocks of Belgrade.
const monday = {
  first: "2026-03-09T06:00:00.000Z",
  second: "2026-03-16T06:00:00.000Z",
  third: "2026-03-23T06:00:00.000Z",
  fourth: "2026-03-30T05:00:00.000Z",
};

describe("the digest of an association of six", () => {
  let story: Story;
  let association: Association;
  const address = (index: number) => association.memberAt(index).address;

  beforeEach(async () => {
    story = await startStory("2026-03-03T08:00:00.000Z");
    association = await foundAssociation(story.machine, 6);
    await story.machine.settled();
  });
  afterEach(() => story.close());

  /** What the schedule does once a minute, three times over. */
  async function sweepAt(moment: string) {
    story.clock.moveTo(moment);
    for (let turn = 0; turn < 3; turn += 1) {
      await story.machine.sweep();
      await story.machine.settled();
    }
  }

  const digestsTo = (index: number) =>
    (story.machine.mailSink?.letters({ to: address(index) }) ?? []).filter(
      ({ headers }) => headers["List-Unsubscribe-Post"] !== undefined,
    );

  async function decide(of: Awaited<ReturnType<typeof openElection>>) {
    await holdSession(story, association, of, 4);
    const votes = { "v1-for": "4", "v1-against": "0", "v1-abstain": "0" };
    await answer(story, address(0), "бројке", votes);
    for (const index of [0, 1, 2]) await answer(story, address(index), "овера", { verdict: "agree" });
  }

  it("says what is coming, what waits for an answer and what was decided, each to whom it concerns, once", async () => {
    const votes = [{ kind: "elect" as const, title: "Избор председника" }];
    const of = await openElection(story, association, { votes });

    await sweepAt("2026-03-09T05:59:00.000Z");
    expect(digestsTo(3)).toEqual([]);
    await sweepAt(monday.first);
    for (let index = 0; index < 6; index += 1) {
      const [letter, ...more] = digestsTo(index);
      expect(more).toEqual([]);
      expect(letter?.subject).toBe("Актив: преглед");
      expect(letter?.text).toMatch(/Предстоји\n– 1\. седница\n {2}у петак, 13\..марта/);
      expect(letter?.text).not.toContain("Чека Ваш одговор");
    }

    await decide(of);
    await sweepAt(monday.second);
    const owed = digestsTo(4).at(-1);
    expect(owed?.subject).toMatch(/^Актив: 1 образац чека одговор – до петка у/);
    expect(owed?.text).toContain("чекамо Ваш одговор до петка");
    expect(owed?.text).toMatch(/Чека Ваш одговор\n– Потврдите резултате седнице/);
    expect(digestsTo(1)).toHaveLength(1);
    expect(digestsTo(0).at(-1)?.text).toMatch(
      /За координаторе\n– Избор председника и план рада\n {2}Потврдите резултате седнице[^:]+: одговори 0 од 2/,
    );
    expect(digestsTo(1).at(-1)?.text).not.toContain("За координаторе");

    const browser = new Browser(story.machine.url);
    const page = await browser.open(owed?.links.find((href) => href.includes("/a/")) ?? "");
    const [form] = page.forms;
    if (!form) throw new Error(page.text);
    await browser.send(page, form, { v1: "confirm" });
    await story.machine.settled();
    await story.moveTo("2026-03-20T09:00:00.000Z");
    for (const index of [0, 1]) await answer(story, address(index), "проглаш", { verdict: "agree" });

    await sweepAt(monday.third);
    for (let index = 0; index < 5; index += 1) {
      expect(digestsTo(index).at(-1)?.text).toMatch(
        /Одлучено\n– Избор председника и план рада\n {2}Избор је проглашен. Избор председника: Члан 04/,
      );
      expect(digestsTo(index).at(-1)?.text).not.toContain("Предстоји");
    }
    const told = digestsTo(4).length;
    await sweepAt(monday.fourth);
    expect(digestsTo(4)).toHaveLength(told);
  });

  it("is caught up on the next working day after the machine was away, and leaves nothing out", async () => {
    const votes = [{ kind: "elect" as const, title: "Избор председника" }];
    const of = await openElection(story, association, { votes, mode: "none" });
    await decide(of);
    for (const index of [0, 1]) await answer(story, address(index), "проглаш", { verdict: "agree" });
    // Two Mondays passed unseen; it is Saturday.
    await sweepAt("2026-03-21T10:00:00.000Z");
    expect(digestsTo(3)).toEqual([]);
    await story.restart();
    await sweepAt(monday.third);
    expect(digestsTo(3)).toHaveLength(1);
    expect(digestsTo(3)[0]?.text).toContain("Избор председника: Члан 04");
  });

  it("stops by the button of a mail program, and asks still come", async () => {
    const votes = [{ kind: "elect" as const, title: "Избор председника" }];
    const of = await openElection(story, association, { votes });
    await sweepAt(monday.first);
    const url = /<(.+)>/.exec(digestsTo(4)[0]?.headers["List-Unsubscribe"] ?? "")?.[1] ?? "";
    const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
    expect((await fetch(url, { method: "POST", body })).status).toBe(200);
    await decide(of);
    await sweepAt(monday.second);
    expect(digestsTo(4)).toHaveLength(1);
    expect(story.machine.mailSink?.letters({ to: address(4) }).map(({ subject }) => subject)).toContainEqual(
      expect.stringMatching(/^Актив: потврда/),
    );
    await answer(story, address(4), "потврда", { v1: "confirm" });
  });

  it("that came back is told again in the next one", async () => {
    const votes = [{ kind: "elect" as const, title: "Избор председника" }];
    const of = await openElection(story, association, { votes, mode: "none" });
    await decide(of);
    for (const index of [0, 1]) await answer(story, address(index), "проглаш", { verdict: "agree" });
    await sweepAt(monday.second);
    await sweepAt(monday.third);
    // The last one's mailbox sends letters back: she has been told nothing yet.
    expect(digestsTo(5).map(({ text }) => text.includes("Члан 04"))).toEqual([true, true]);
    expect(digestsTo(4)).toHaveLength(1);
    const { world } = story.machine;
    const of5 = await world.table.get(Digest.Subscription, { person: association.memberAt(5).person });
    expect(of5?.since).toBe("2026-03-03T08:00:00.000Z");
  });
});
