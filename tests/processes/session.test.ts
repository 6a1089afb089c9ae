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

  it("that nobody opens is asked about by day, once; moved to another time it is asked about again", async () => {
    const session = await plan();
    const { world } = story.machine;
    const told = () => subjectsTo(story, address(0)).filter((subject) => subject.includes("није отворена")).length;
    await story.moveTo(after(START, { days: 10, hours: 1 }));
    expect(told()).toBe(0);
    await story.moveTo(after(START, { days: 10, hours: 2 }));
    await story.moveTo(after(START, { days: 11 }));
    expect(told()).toBe(1);
    const to = { session, actor: id(0), startsAt: after(START, { days: 12 }), place: "видео-позив" };
    await Session.moveSession(world, to, nothingStandsAgainst);
    await story.moveTo(after(START, { days: 12, hours: 2 }));
    expect(told()).toBe(2);
    expect(await row(session)).toMatchObject({ state: "running", stage: "meeting", meeting: "planned" });
  });

  it("that is left open over the weekend is asked about once, and ended when it was over", async () => {
    const { world } = story.machine;
    const session = await plan();
    const startsAt = after(START, { days: 10 });
    await story.moveTo(startsAt);
    await Session.openSession(world, session);
    await Session.recordPresence(world, { session, member: id(3), there: true });
    await Session.recordPresence(world, { session, member: id(4), there: true });
    await story.moveTo(after(startsAt, { hours: 1 }));
    await Session.recordPresence(world, { session, member: id(4), there: false });
    await story.moveTo(after(startsAt, { hours: 31 }));
    expect(subjectsTo(story, address(0))).toEqual(["Актив: седница је још отворена"]);
    expect(subjectsTo(story, address(1))).toEqual([]);
    await Session.recordPresence(world, { session, member: id(5), there: true });

    const close = (hours: number) =>
      Session.closeSession(world, session, nothingStandsAgainst, { endedAt: after(startsAt, { hours }) });
    for (const hours of [-1, 32]) await expect(close(hours)).rejects.toMatchObject({ code: "input.invalid" });
    await close(3);
    await story.machine.settled();
    expect(await row(session)).toMatchObject({ state: "ended", closedAt: after(startsAt, { hours: 3 }) });
    const { document } = await Session.minutesOfSession(world, await row(session));
    expect(document.present).toEqual([
      { name: "Члан 04", stays: [{ from: startsAt, until: after(startsAt, { hours: 3 }) }] },
      { name: "Члан 05", stays: [{ from: startsAt, until: after(startsAt, { hours: 1 }) }] },
    ]);
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
      // Halfway and a day before the deadline, in the day of Belgrade; of six members and a guest two answered, one bounced.
      const planned = await Session.comingReminders(story.machine.world, await row(session));
      expect(planned).toEqual([
        { at: after(START, { days: 4 }), to: 4 },
        { at: after(deadline, { days: -1 }), to: 4 },
      ]);
      await story.moveTo(after(deadline, { days: -1 }));
      expect(await Session.comingReminders(story.machine.world, await row(session))).toEqual([]);
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

    const move = (session: string, to: { startsAt: string; place: string; answerBy?: string }) =>
      Session.moveSession(story.machine.world, { session, actor: id(0), ...to }, nothingStandsAgainst);
    const calendarOf = (to: string, subject: string) =>
      letterTo(to, subject)
        .attachments.map(({ content }) => content.replaceAll("\r\n ", ""))
        .join("");

    it("moved within the day is told to everybody with the next sequence, and the answers stand", async () => {
      const session = await invite();
      await answer(story, address(1), "позив на седницу", { coming: "coming" });
      await move(session, { startsAt: after(START, { days: 10, hours: 2 }), place: "Библиотека" });
      await story.machine.settled();
      expect(await row(session)).toMatchObject({ stage: "invitation", sequence: 1, told: 1 });
      const calendar = calendarOf(address(1), "померена седница");
      for (const line of [`UID:${session}@quorate`, "SEQUENCE:1", "DTSTART:20260313T100000Z", "LOCATION:Библиотека"]) {
        expect(calendar).toContain(`\r\n${line}\r\n`);
      }
      expect(letterTo("ana@opstina.test", "померена седница").text).toContain("Библиотека");
      expect((await replies(session))[2]).toEqual(["Члан 02", "coming", false]);
      expect(subjectsTo(story, address(1)).filter((subject) => subject.includes("позив"))).toHaveLength(1);
    });

    it("moved to another day is asked about anew; what was answered for the first day stands no longer", async () => {
      const session = await invite();
      await answer(story, address(1), "позив на седницу", { coming: "coming" });
      const first = await formOf(story, address(2), "позив на седницу");
      const startsAt = after(START, { days: 20 });
      const to = { startsAt, place: "Свечана сала, школа" };
      await expect(move(session, to)).rejects.toMatchObject({ code: "input.invalid" });
      await move(session, { ...to, answerBy: after(START, { days: 18 }) });
      await story.machine.settled();
      expect(await row(session)).toMatchObject({ stage: "invitation", turns: { invitation: 2 }, sequence: 1, told: 1 });
      expect((await first.browser.open(first.link)).status).toBe(410);
      expect(calendarOf(address(2), "позив на седницу")).toContain("\r\nSEQUENCE:1\r\n");
      expect(subjectsTo(story, address(2)).filter((subject) => subject.includes("померена"))).toEqual([]);
      expect((await replies(session))[2]).toEqual(["Члан 02", undefined, false]);
      await answer(story, address(1), "позив на седницу", { coming: "online" });
      expect((await replies(session))[2]).toEqual(["Члан 02", "online", false]);
      // A link of the first invitation still opens the page of the session.
      expect((await first.browser.open(`${first.link}/session`)).text).toContain("23.\u00a0марта");
    });

    it("is asked about anew also when everybody's time to answer was over", async () => {
      const session = await invite();
      await story.moveTo(after(deadline, { minutes: 6 }));
      expect(await row(session)).toMatchObject({ stage: "meeting" });
      const to = { startsAt: after(START, { days: 20 }), place: "Библиотека" };
      await move(session, { ...to, answerBy: after(START, { days: 18 }) });
      await story.machine.settled();
      expect(await row(session)).toMatchObject({ stage: "invitation", turns: { invitation: 2 } });
      expect(subjectsTo(story, address(3)).filter((subject) => subject.startsWith("Актив: позив"))).toHaveLength(2);
    });

    it("cancelled is told to everybody once with the reason, is taken out of calendars, and ends", async () => {
      const session = await invite();
      const cancel = { session, actor: id(0), reason: "Школа је затворена због грипа." };
      await Session.cancelSession(story.machine.world, cancel);
      await Session.cancelSession(story.machine.world, cancel);
      await story.machine.settled();
      expect(await row(session)).toMatchObject({ state: "ended", stage: "cancelled", meeting: "cancelled" });
      for (const to of [address(1), "ana@opstina.test"]) {
        expect(subjectsTo(story, to).filter((subject) => subject.includes("отказана"))).toHaveLength(1);
      }
      expect(letterTo(address(1), "отказана седница").text).toContain("Школа је затворена због грипа.");
      const calendar = calendarOf(address(1), "отказана седница");
      for (const line of ["METHOD:CANCEL", `UID:${session}@quorate`, "SEQUENCE:1", "STATUS:CANCELLED"]) {
        expect(calendar).toContain(`\r\n${line}\r\n`);
      }
      expect((await formOf(story, address(1), "позив на седницу")).page.status).toBe(410);
      await expect(Session.openSession(story.machine.world, session)).rejects.toMatchObject({ code: "session.begun" });
    });

    it("each task done twice, as after a crash, writes to nobody twice", async () => {
      const session = await invite();
      const { world } = story.machine;
      const again = async (name: string) =>
        Session.tasks[name]?.(world, { network: association.network, process: session });
      const letters = () => story.machine.mailSink?.letters().length;
      const invited = letters();
      await again("AskInvitation");
      await story.machine.settled();
      expect(letters()).toBe(invited);
      await move(session, { startsAt: after(START, { days: 10, hours: 2 }), place: "Библиотека" });
      await story.machine.settled();
      const moved = letters();
      await again("TellMove");
      await Session.cancelSession(world, { session, actor: id(0), reason: "Школа је затворена." });
      await story.machine.settled();
      const cancelled = letters();
      expect(Number(cancelled)).toBe(Number(moved) + 7);
      await again("Cancel");
      await story.machine.settled();
      expect(letters()).toBe(cancelled);
    });

    it("presence is entered by a member's own link with the code of the room, and only with that", async () => {
      const session = await invite();
      const { world } = story.machine;
      const { browser, link } = await formOf(story, address(3), "позив на седницу");
      expect((await browser.open(`${link}/session`)).forms.some((form) => form.action.endsWith("/session"))).toBe(
        false,
      );
      await story.moveTo(after(START, { days: 10 }));
      await Session.openSession(world, session);
      const send = async (fields: Record<string, string>) => {
        const page = await browser.open(`${link}/session`);
        const form = page.forms.find((one) => one.action.endsWith("/session"));
        if (!form) throw new Error(page.text);
        return browser.send(page, form, fields);
      };
      const shown = Session.roomCode(world, session);
      const wrong = shown === "123456" ? "654321" : "123456";
      const refused = await send({ code: wrong });
      expect([refused.status, refused.text]).toEqual([422, expect.stringContaining("Ово није код")]);

      // The code of the minute before is still taken, the one before that is not.
      story.clock.moveTo(after(world.clock.now(), { seconds: 61 }));
      expect(Session.roomCode(world, session)).not.toBe(shown);
      expect((await send({ code: `${shown.slice(0, 3)} ${shown.slice(3)}` })).status).toBe(200);
      story.clock.moveTo(after(world.clock.now(), { minutes: 10 }));
      expect((await send({})).text).toContain("Одлазак Вам је уписан");
      expect((await send({ code: shown })).status).toBe(422);
      const presence = await world.table.get(Session.MemberPresence, { session, member: id(3) });
      expect(presence?.entered.map(({ there, by }) => [there, by])).toEqual([
        [true, id(3)],
        [false, id(3)],
      ]);
      expect(presence?.stays).toHaveLength(1);
    });

    it("codes that are tried too often are not looked at any more, not even the right one", async () => {
      const session = await invite();
      const { world } = story.machine;
      await Session.openSession(world, session);
      await story.machine.settled();
      const { link } = await formOf(story, address(3), "позив на седницу");
      const send = (code: string) =>
        fetch(`${link}/session`, {
          ...{ method: "POST", redirect: "manual", headers: { "Sec-Fetch-Site": "same-origin" } },
          body: new URLSearchParams({ there: "yes", code }),
        });
      const tries: number[] = [];
      for (let count = 0; count < 12; count += 1) tries.push((await send("not-it")).status);
      expect(new Set(tries)).toEqual(new Set([422]));
      expect((await send(Session.roomCode(world, session))).status).toBe(429);
    });
  });
});
