import { firstBroken, readJournal } from "@quorate/core/journal";
import { after, sha256 } from "@quorate/core/kit";
import * as Session from "@quorate/core/session";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Association,
  answer,
  formOf,
  foundAssociation,
  type Story,
  startStory,
  subjectsTo,
} from "../support/association.ts";

const START = "2026-03-03T08:00:00.000Z";
const MEETING = after(START, { days: 10 });

const nothingStandsAgainst = async () => {};

describe("the minutes of a session", () => {
  let story: Story;
  let association: Association;
  let session: string;
  const id = (index: number) => association.memberAt(index).id;
  const address = (index: number) => association.memberAt(index).address;
  const row = () => Session.readSession(story.machine.world, session);
  const minutes = async () => Session.minutesOfSession(story.machine.world, await row());
  const acts = async () => (await readJournal(story.machine.world.table, session)).map(({ act }) => act);

  beforeEach(async () => {
    story = await startStory(START);
    association = await foundAssociation(story.machine, 6);
    const { world } = story.machine;
    session = await Session.planSession(world, {
      ...{ network: association.network, zone: association.zone, actor: id(0), title: "2. седница" },
      ...{ startsAt: MEETING, place: "Свечана сала", correctionDays: 7, guests: ["Локална телевизија"] },
      agenda: [{ title: "План рада", isVote: true }, { title: "Сарадња са школама" }],
      ...{ recorder: id(1), verifiers: [id(2), id(3)] },
    });
    await story.machine.settled();
    await story.moveTo(MEETING);
    await Session.openSession(world, session);
    for (const index of [0, 1, 2, 4]) await Session.recordPresence(world, { session, member: id(index), there: true });
    story.clock.moveTo(after(MEETING, { minutes: 30 }));
    await Session.recordPresence(world, { session, member: id(4), there: false });
    story.clock.moveTo(after(MEETING, { minutes: 90 }));
    await Session.closeSession(world, session, nothingStandsAgainst);
    await story.machine.settled();
  });
  afterEach(() => story.close());

  const writeDraft = () =>
    answer(story, address(1), "белешке за записник", {
      "note-1": "План је образложен.",
      "note-2": "Договорена су два сусрета.",
    });
  const agreeAll = async (but: number) => {
    for (const index of [0, 1, 2, 4].filter((one) => one !== but)) {
      await answer(story, address(index), "записник седнице", { verdict: "agree" });
    }
  };
  const approve = (index: number) => answer(story, address(index), "одобрење записника", { verdict: "agree" });

  it("are drafted by the recorder, found right by all, approved by both verifiers, and kept as they were approved", async () => {
    expect((await row()).deadlines).toMatchObject({
      draft: "2026-03-16T19:00:00.000Z",
      corrections: "2026-03-23T19:00:00.000Z",
      replies: "2026-03-26T19:00:00.000Z",
      approval: "2026-03-30T18:00:00.000Z",
    });
    await writeDraft();
    expect(await row()).toMatchObject({ stage: "corrections", state: "running" });
    // Who was absent is not asked; who was present reads the minutes behind the same link.
    expect(subjectsTo(story, address(3)).filter((subject) => subject.includes("записник седнице"))).toEqual([]);
    const { browser, link } = await formOf(story, address(4), "записник седнице");
    const read = await browser.open(`${link}/minutes`);
    for (const words of [
      "Ово је нацрт",
      "План је образложен.",
      "Присутни: 4",
      "од 9.00 до 9.30",
      "Локална телевизија",
    ]) {
      expect(read.text).toContain(words);
    }
    await agreeAll(-1);
    expect(await row()).toMatchObject({ stage: "approval" });
    await approve(2);
    await approve(3);
    expect(await row()).toMatchObject({ stage: "approved", state: "ended" });

    const kept = await Session.minutesRecord(story.machine.world, session);
    expect(sha256(kept?.document ?? "")).toBe(kept?.hash);
    expect(kept?.approved?.by).toEqual([id(2), id(3)]);
    expect((await minutes()).document).toMatchObject({
      agenda: [
        { title: "План рада", isVote: true, note: "План је образложен." },
        { title: "Сарадња са школама", note: "Договорена су два сусрета." },
      ],
      present: [{ name: "Члан 01" }, { name: "Члан 02" }, { name: "Члан 03" }, { name: "Члан 05" }],
      absent: [{ name: "Члан 04" }, { name: "Члан 06" }],
      remarks: [],
    });
    for (const index of [0, 3]) expect(subjectsTo(story, address(index))).toContain("Актив: одобрен записник");
    const told = story.machine.mailSink
      ?.letters({ to: address(3) })
      .findLast(({ subject }) => subject.includes("одобрен"));
    const page = await browser.open(told?.links.find((href) => href.includes("/minutes/")) ?? "");
    expect(page.text).toContain("Одобрено");
    const journal = await readJournal(story.machine.world.table, session);
    expect(firstBroken(journal, (await row()).journal)).toBeUndefined();
    expect(await acts()).toEqual([
      ...["planned", "meeting.opened", "meeting.closed", "held", "minutes.drafted", "corrections.closed"],
      "minutes.approved",
    ]);
  });

  it("a correction is answered in writing, the text changes where it is accepted, and who asked is told", async () => {
    await writeDraft();
    await answer(story, address(4), "записник седнице", {
      verdict: "object",
      "verdict-reason": "Договорена су три сусрета, а не два.",
    });
    await agreeAll(4);
    expect(await row()).toMatchObject({ stage: "replies" });
    const { page } = await formOf(story, address(1), "одговори о записнику");
    expect(page.text).toContain("Договорена су три сусрета, а не два.");
    await answer(story, address(1), "одговори о записнику", {
      "reply-r1": "accepted",
      "note-2": "Договорена су три сусрета.",
    });
    expect(await row()).toMatchObject({ stage: "approval" });
    const { document } = await minutes();
    expect(document.agenda.map(({ note }) => note)).toEqual(["План је образложен.", "Договорена су три сусрета."]);
    expect(document.remarks).toEqual([
      {
        ...{ kind: "correction", name: "Члан 05", words: "Договорена су три сусрета, а не два." },
        reply: { accepted: true },
      },
    ]);
    const letter = story.machine.mailSink?.letters({ to: address(4) }).at(-1);
    expect([letter?.subject, letter?.text]).toEqual([
      "Актив: одговор на примедбу",
      expect.stringContaining("записничар прихвата Вашу примедбу."),
    ]);
  });

  it("a verifier's objection goes back to the recorder, stays word for word, and both verifiers are asked again", async () => {
    await writeDraft();
    await agreeAll(-1);
    const first = (await minutes()).hash;
    await answer(story, address(2), "одобрење записника", {
      verdict: "object",
      "verdict-reason": "Недостаје закључак о сарадњи.",
    });
    expect(await row()).toMatchObject({ stage: "replies", state: "running" });
    await answer(story, address(1), "одговори о записнику", {
      ...{ "reply-r1": "rejected", "reply-r1-reason": "Закључка на седници није било." },
    });
    expect(await row()).toMatchObject({ stage: "approval", turns: { approval: 2 } });
    expect((await minutes()).hash).not.toBe(first);
    for (const index of [2, 3]) await approve(index);
    expect(await row()).toMatchObject({ state: "ended" });
    expect((await minutes()).document.remarks).toEqual([
      {
        ...{ kind: "objection", name: "Члан 03", words: "Недостаје закључак о сарадњи." },
        reply: { accepted: false, words: "Закључка на седници није било." },
      },
    ]);
    const entry = (await readJournal(story.machine.world.table, session)).find(({ act }) => act === "minutes.returned");
    expect(entry?.facts).toEqual({ [id(2)]: sha256("Недостаје закључак о сарадњи.") });
  });

  it("wait for the recorder: without her notes the session is parked, and a later deadline asks her again", async () => {
    await story.moveTo(after((await row()).deadlines.draft ?? START, { minutes: 6 }));
    expect(await row()).toMatchObject({ state: "parked", stage: "draft" });
    const { world } = story.machine;
    const resumed = { session, actor: id(0) };
    await expect(Session.resumeSession(world, resumed)).rejects.toMatchObject({ code: "input.invalid" });
    await Session.resumeSession(world, { ...resumed, until: after(world.clock.now(), { days: 2 }) });
    await story.machine.settled();
    expect(await row()).toMatchObject({ state: "running", turns: { draft: 2 } });
    await writeDraft();
    expect(await row()).toMatchObject({ stage: "corrections" });
  });

  it("silence asks for no correction, and the machine goes on after it was killed at any of these steps", async () => {
    await writeDraft();
    await story.restart();
    await answer(story, address(0), "записник седнице", { verdict: "agree" });
    await story.moveTo(after((await row()).deadlines.corrections ?? START, { minutes: 6 }));
    expect(await row()).toMatchObject({ stage: "approval" });
    await story.restart();
    const tasks = ["AskDraft", "CheckDraft", "AskCorrections", "CheckCorrections", "AskReplies", "CheckReplies"];
    for (const name of [...tasks, "AskApproval"]) {
      await Session.tasks[name]?.(story.machine.world, { network: association.network, process: session });
    }
    await approve(2);
    await approve(3);
    const before = story.machine.mailSink?.letters().length;
    await Session.tasks.TellMinutes?.(story.machine.world, { network: association.network, process: session });
    await story.machine.settled();
    expect(story.machine.mailSink?.letters().length).toBe(before);
    expect(await row()).toMatchObject({ state: "ended" });
  });
});
