import { readJournal } from "@quorate/core/journal";
import { after } from "@quorate/core/kit";
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

const nothingStandsAgainst = async () => {};

describe("a session", () => {
  let story: Story;
  let association: Association;
  const id = (index: number) => association.memberAt(index).id;
  const address = (index: number) => association.memberAt(index).address;
  const row = (session: string) => Session.readSession(story.machine.world, session);
  const acts = async (session: string) =>
    (await readJournal(story.machine.world.table, session)).map(({ act, actor }) => [act, actor]);

  beforeEach(async () => {
    story = await startStory(START);
    association = await foundAssociation(story.machine, 6);
  });
  afterEach(() => story.close());

  const plan = async () => {
    const session = await Session.planSession(story.machine.world, {
      ...{ network: association.network, zone: association.zone, actor: id(0), title: "1. седница" },
      ...{ startsAt: after(START, { days: 10 }), place: "видео-позив", agenda: [{ title: "План рада" }] },
      ...{ recorder: id(1), verifiers: [id(2), id(3)] },
    });
    await story.machine.settled();
    return session;
  };

  it("held without invitations goes from its planning to its close, each step in its journal", async () => {
    const session = await plan();
    expect(await row(session)).toMatchObject({ state: "running", stage: "meeting", meeting: "planned" });
    const { world } = story.machine;
    await story.moveTo(after(START, { days: 10 }));
    await Session.openSession(world, session, id(0));
    await Session.recordPresence(world, { session, member: id(4), there: true });
    await Session.closeSession(world, session, nothingStandsAgainst);
    await story.machine.settled();
    expect(await row(session)).toMatchObject({ state: "ended", stage: "held", meeting: "closed" });
    expect(await acts(session)).toEqual([
      ["planned", id(0)],
      ["meeting.opened", id(0)],
      ["meeting.closed", id(1)],
      ["held", "quorate"],
    ]);
    expect(subjectsTo(story, address(4))).toEqual([]);
  });

  it("that nobody closes is parked, the coordinator is told, and it goes on with a later deadline", async () => {
    const session = await plan();
    await story.moveTo(after((await row(session)).deadlines.meeting, { minutes: 1 }));
    expect(await row(session)).toMatchObject({ state: "parked", parked: { fault: "lapsed" } });
    expect(subjectsTo(story, address(0))).toEqual(["Актив: седница је застала"]);

    const { world } = story.machine;
    const resumed = { session, actor: id(0) };
    await expect(Session.resumeSession(world, resumed)).rejects.toMatchObject({ code: "input.invalid" });
    await Session.resumeSession(world, { ...resumed, until: after(world.clock.now(), { days: 7 }) });
    await story.machine.settled();
    expect(await row(session)).toMatchObject({ state: "running", execution: 2 });
    await Session.openSession(world, session);
    await Session.closeSession(world, session, nothingStandsAgainst);
    await story.machine.settled();
    expect(await row(session)).toMatchObject({ state: "ended" });
  });

  it("goes on where it was after the machine was killed", async () => {
    const session = await plan();
    await story.restart();
    const { world } = story.machine;
    await Session.openSession(world, session);
    await Session.closeSession(world, session, nothingStandsAgainst);
    await story.machine.settled();
    expect(await row(session)).toMatchObject({ state: "ended", execution: 1 });
  });

  const deadline = after(START, { days: 8 });
  const invite = async () => {
    const session = await Session.planSession(story.machine.world, {
      ...{ network: association.network, zone: association.zone, actor: id(0), title: "2. седница" },
      ...{ startsAt: after(START, { days: 10 }), place: "Свечана сала, школа", answerBy: deadline },
      agenda: [{ title: "План рада", isVote: true }, { title: "Разно" }],
      ...{ recorder: id(1), verifiers: [id(2), id(3)] },
      guests: ["Локална телевизија"],
      invitedGuests: [{ name: "Ана Анић", address: "ana@opstina.test" }],
      documents: [
        { title: "Статут", url: "https://aktiv.test/statut.pdf" },
        { title: "Нацрт плана", body: "Четири семинара." },
      ],
    });
    await story.machine.settled();
    return session;
  };
  const replies = async (session: string) =>
    (await Session.repliesTo(story.machine.world, await row(session))).map(({ name, coming, isLate }) => [
      ...[name, coming, isLate],
    ]);
  const letterTo = (to: string, subject: string) => {
    const letter = story.machine.mailSink?.letters({ to }).findLast((one) => one.subject.includes(subject));
    if (!letter) throw new Error(`no letter to ${to} about ${subject}`);
    return letter;
  };

  describe("with invitations", () => {
    it("invites every member and the guests who have an address, each with an entry for the calendar", async () => {
      const session = await invite();
      expect(await row(session)).toMatchObject({ stage: "invitation", guests: ["Локална телевизија", "Ана Анић"] });
      const letter = letterTo(address(4), "позив на седницу");
      expect(letter.text).toContain("– 1. План рада (гласање)");
      expect(letter.text).toContain("https://aktiv.test/statut.pdf");
      const [file] = letter.attachments;
      expect(file?.contentType).toContain("method=REQUEST");
      const ics = file?.content.replaceAll("\r\n ", "") ?? "";
      for (const line of [`UID:${session}@quorate`, "SEQUENCE:0", "LOCATION:Свечана сала\\, школа"]) {
        expect(ics).toContain(`\r\n${line}\r\n`);
      }
      expect(ics).toContain(`mailto:${address(4)}`);

      const guest = letterTo("ana@opstina.test", "позив на седницу");
      expect(guest.text).toContain("Позвани сте као гост; гости не гласају.");
      await answer(story, "ana@opstina.test", "позив на седницу", { coming: "coming" });
      const invited = await Session.repliesTo(story.machine.world, await row(session));
      expect(invited).toHaveLength(7);
      expect(invited.find(({ isGuest }) => isGuest)).toMatchObject({ name: "Ана Анић", coming: "coming" });
      expect(Session.replyFigures(invited)).toMatchObject({ invited: 6, coming: 0, silent: 6 });
    });

    it("reminds those who have not answered, takes the answers, and keeps what comes too late as late", async () => {
      const session = await invite();
      await answer(story, address(1), "позив на седницу", { coming: "coming", note: "Стижем у 10.15." });
      await answer(story, address(2), "позив на седницу", { coming: "absent" });
      const changed = await formOf(story, address(2), "позив на седницу");
      expect(changed.page.text).toContain("Не могу да дођем");
      const late = await formOf(story, address(3), "позив на седницу");
      await story.moveTo(after(deadline, { days: -1 }));
      expect(subjectsTo(story, address(3)).filter((subject) => subject.startsWith("Подсетник"))).toHaveLength(1);
      expect(subjectsTo(story, address(1)).filter((subject) => subject.startsWith("Подсетник"))).toHaveLength(0);
      await story.moveTo(after(deadline, { minutes: 6 }));
      expect(await row(session)).toMatchObject({ stage: "meeting", state: "running" });
      if (!late.form) throw new Error("no form");
      expect((await late.browser.send(late.page, late.form, { coming: "online" })).status).toBe(410);
      await story.machine.settled();
      expect(await replies(session)).toEqual([
        ["Ана Анић", undefined, false],
        ["Члан 01", undefined, false],
        ["Члан 02", "coming", false],
        ["Члан 03", "absent", false],
        ["Члан 04", "online", true],
        ["Члан 05", undefined, false],
        ["Члан 06", undefined, false],
      ]);
      const closed = (await readJournal(story.machine.world.table, session)).find(
        ({ act }) => act === "invitation.closed",
      );
      expect(closed?.facts).toEqual({ invited: 6, coming: 1, online: 0, absent: 1, silent: 4 });
    });

    it("tells the coordinator when an invitation comes back", async () => {
      const session = await invite();
      expect(subjectsTo(story, address(0)).some((subject) => subject.includes("неуручено писмо"))).toBe(true);
      const invited = await Session.repliesTo(story.machine.world, await row(session));
      expect(invited.find(({ name }) => name === "Члан 06")).toMatchObject({ isUndelivered: true });
    });

    it("asks nobody any more whether she comes once the meeting is open", async () => {
      const session = await invite();
      await Session.openSession(story.machine.world, session);
      await story.machine.settled();
      expect(await row(session)).toMatchObject({ stage: "meeting", meeting: "open" });
      expect((await formOf(story, address(3), "позив на седницу")).page.status).toBe(410);
    });

    it("shows its agenda and documents behind the link of the invitation, and nothing behind any other", async () => {
      await invite();
      const { browser, link } = await formOf(story, address(3), "позив на седницу");
      const page = await browser.open(`${link}/session`);
      expect(page.status).toBe(200);
      for (const words of ["План рада · гласање", "Статут", "Нацрт плана", "Четири семинара."]) {
        expect(page.text).toContain(words);
      }
      const wrong = await browser.open(`${link.slice(0, -2)}xx/session`);
      expect(wrong.status).toBe(404);
    });
  });
});
