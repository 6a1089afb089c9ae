import { readSession, textsOf } from "@quorate/core/session";
import { describe, expect, test } from "vitest";
import { memberId, NETWORK, plan, planned, type Site, signedIn, site, wordsOf } from "./site.ts";

const list = `/n/${NETWORK}/sessions`;

/** Everything that is stored but the day on which she was last seen, which her list of devices tells (asks 14). */
const kept = async (page: Site) => (await page.items()).filter(({ record }) => record !== "signed-in");

describe("planning a session", () => {
  test("makes the session and shows it", async () => {
    const page = await site();
    const sent = await page.post(list, plan);
    expect(sent.status).toBe(303);
    expect(sent.to).toMatch(new RegExp(`^/n/${NETWORK}/s/ses_\\w+$`));
    const session = await readSession(page.world, sent.to?.split("/").at(-1) ?? "");
    expect(session).toMatchObject({
      startsAt: "2026-03-13T09:00:00.000Z",
      agenda: [{ title: "Избор председника" }, { title: "Избор заменика" }, { title: "План рада" }],
      guests: ["Локална телевизија"],
      verifiers: [plan.verifier1, plan.verifier2],
      meeting: "planned",
    });
    const shown = wordsOf((await page.get(sent.to ?? "")).html);
    expect(shown).toContain("1. седница Актива");
    expect(shown).toContain("Отвори седницу");
    expect(wordsOf((await page.get(list)).html)).toContain("1. седница Актива");
  });

  test("takes votes of the agenda, guests with an address, documents and the deadline of an invitation", async () => {
    const page = await site();
    const filled = {
      ...{ ...plan, agenda: "* Избор председника\nРазно" },
      guests: "Локална телевизија\nАна Анић <ana@opstina.example>",
      documents: "Статут https://aktiv.example/statut.pdf",
      ...{ textTitle: "План рада", text: "Два семинара.\r\nЈедан округли сто." },
      ...{ startsAt: "2026-03-23T10:00", endsAt: "2026-03-23T12:00", answerBy: "2026-03-20T20:00" },
    };
    for (const [field, moment] of [
      ["answerBy", "2026-03-23T10:01"],
      ["answerBy", "2026-03-13T09:59"],
      ["endsAt", "2026-03-23T10:00"],
    ] as const) {
      const sent = await page.post(list, { ...filled, [field]: moment });
      expect([sent.status, sent.html]).toEqual([422, expect.stringContaining(`id="${field}-error"`)]);
    }
    const again = await page.post(list, filled);
    const session = await readSession(page.world, again.to?.split("/").at(-1) ?? "");
    expect(session).toMatchObject({
      ...{ stage: "invitation", endsAt: "2026-03-23T11:00:00.000Z", guests: ["Локална телевизија", "Ана Анић"] },
      agenda: [
        { title: "Избор председника", isVote: true },
        { title: "Разно", isVote: false },
      ],
      deadlines: { invitation: "2026-03-20T19:00:00.000Z" },
      documents: [
        { title: "Статут", url: "https://aktiv.example/statut.pdf" },
        { title: "План рада", text: 1 },
      ],
    });
    expect(session.guestMembers).toHaveLength(1);
    const [text] = await textsOf(page.world.table, session.id);
    expect(text?.text.body).toBe("Два семинара.\nЈедан округли сто.");
    const shown = (await page.get(again.to ?? "")).html;
    expect(shown).toContain('href="https://aktiv.example/statut.pdf"');
    expect(wordsOf(shown)).toContain("Избор председника · гласање");
  });

  test("says what is wrong with documents, guests' addresses and moments, all at once", async () => {
    const page = await site();
    const sent = await page.post(list, {
      ...{ ...plan, guests: "Ана Анић ana@nowhere", documents: "без адресе", textTitle: "План рада" },
      answerBy: "сутра",
    });
    expect(sent.status).toBe(422);
    for (const field of ["guests", "documents", "text", "answerBy"]) {
      expect(sent.html).toContain(`id="${field}-error"`);
    }
  });

  test("says at each field what is wrong, and keeps what was typed", async () => {
    const page = await site();
    const before = await kept(page);
    const sent = await page.post(list, { ...plan, title: " ", startsAt: "сутра", verifier2: "" });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('class="error-summary"');
    for (const field of ["title", "startsAt", "verifier2"]) {
      expect(sent.html).toContain(`href="#${field}"`);
      expect(sent.html).toContain(`id="${field}-error"`);
    }
    expect(sent.html).not.toContain('id="place-error"');
    expect(sent.html).toContain('value="видео-позив"');
    expect(sent.html).toContain('value="сутра"');
    expect(sent.html).toContain(`<option value="${plan.verifier1}" selected="">`);
    expect(sent.html).toMatch(/Избор председника\r?\nИзбор заменика/);
    expect(await kept(page)).toEqual(before);
  });

  test("says that a local time is skipped when the clocks go forward", async () => {
    const page = await site();
    const sent = await page.post(list, { ...plan, startsAt: "2026-03-29T02:30" });
    expect(sent.status).toBe(422);
    expect(wordsOf(sent.html)).toContain("Тог дана ово време не постоји");
  });

  test("does not let the recorder verify herself, nor one person verify twice", async () => {
    const page = await site();
    const herself = await page.post(list, { ...plan, verifier1: plan.recorder });
    expect(herself.status).toBe(422);
    expect(herself.html).toContain('id="verifier1-error"');
    const twice = await page.post(list, { ...plan, verifier2: plan.verifier1 });
    expect(twice.html).toContain('id="verifier2-error"');
    expect(wordsOf(twice.html)).toContain("Изаберите различите особе");
  });

  test("refuses somebody who is not a member, and a line that is too long", async () => {
    const page = await site();
    const sent = await page.post(list, { ...plan, recorder: "mem_stranger", agenda: "а".repeat(201) });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('id="agenda-error"');
    const stranger = await page.post(list, { ...plan, recorder: "mem_stranger" });
    expect(stranger.html).toContain('id="recorder-error"');
  });
});

describe("who may see sessions", () => {
  test("only a coordinator of the network who is signed in", async () => {
    const page = await site();
    const { path } = await planned(page);
    const member = await signedIn(page.world, `per_${memberId(4)}`);
    const before = await kept(page);
    for (const at of [list, `${list}/new`, path]) {
      expect(await page.get(at, "")).toMatchObject({ status: 401, html: "sign-in.needed" });
      expect(await page.get(at, member)).toMatchObject({ status: 403, html: "not-yours" });
    }
    for (const at of [
      list,
      ...["open", "presence", "votes/open", "votes/close", "close"].map((act) => `${path}/${act}`),
    ]) {
      expect(await page.post(at, plan, "")).toMatchObject({ status: 401 });
      expect(await page.post(at, plan, member)).toMatchObject({ status: 403 });
    }
    expect(await kept(page)).toEqual(before);
  });

  test("a session of another network is not found", async () => {
    const page = await site();
    const { session } = await planned(page);
    expect((await page.get(`/n/${NETWORK}/s/ses_none`)).status).toBe(404);
    expect((await page.get(`/n/net_other/s/${session}`)).status).toBe(403);
  });

  test("looking at a page writes nothing", async () => {
    const page = await site();
    const { path } = await planned(page);
    const before = await kept(page);
    for (const at of [list, `${list}/new`, path, `${path}?lang=sr-Latn`]) expect((await page.get(at)).status).toBe(200);
    expect(await kept(page)).toEqual(before);
  });
});
