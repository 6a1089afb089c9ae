import { answerAsk, askEnvelope, Collection, Draft, keepDraft, reissueLink, viewAsk } from "@quorate/core/ask";
import { draftContent, type Form, readDraft } from "@quorate/core/form";
import { plain } from "@quorate/core/i18n";
import { after as later, replace } from "@quorate/core/kit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  answersStored,
  askAgain,
  asksIn,
  confirmationForm,
  confirms,
  foundNetwork,
  inDays,
  kept,
  lettersOf,
  linkTo,
  lookOn,
  objects,
  openCollection,
  openPage,
  send,
} from "../../support/asks.ts";
import { type TestWorld, testWorld } from "../../support/world.ts";

let test: TestWorld;
beforeEach(async () => {
  test = await testWorld();
});
afterEach(() => test.close());

async function asked(form: Partial<Form> = {}) {
  const { world } = test;
  const members = await foundNetwork(world, 2);
  const deadline = inDays(world, 7);
  const collection = await openCollection(world, { members, deadline, form: confirmationForm(form) });
  const [ask, other] = await asksIn(world, collection.id);
  if (!ask || !other) throw new Error("nobody was asked");
  const token = await linkTo(world, ask);
  const page = await openPage(world, token);
  const draftNow = () => world.table.get(Draft, { ask: ask.id });
  return { world, deadline, collection, ask, other, token, page, draftNow };
}

const half = { v1: "object", "v1-reason": " Више ", other: "x", page: "y" };

describe("a draft", () => {
  it("is kept as it was typed, by the form's own fields, judged by nobody; the next one takes its place", async () => {
    const { world, page, draftNow } = await asked();
    expect(await keepDraft(world, { ...page, raw: half })).toMatchObject({ kind: "kept" });
    expect(await draftNow()).toMatchObject({ typed: { v1: "object", "v1-reason": " Више " } });
    await keepDraft(world, { ...page, raw: { v1: "nonsense", v2: ["a", "b"] } });
    expect((await draftNow())?.typed).toEqual({ v1: "nonsense", v2: ["a", "b"] });
    await keepDraft(world, { ...page, raw: { v1: " ", "v1-reason": "" } });
    expect(await draftNow()).toBeUndefined();
    expect(await lettersOf(world, "ask.receipt")).toEqual([]);
  });

  it("is gone with the send, in its transaction; without one a send writes three items", async () => {
    const { world, page, other, draftNow } = await asked();
    await keepDraft(world, { ...page, raw: half });
    const written: string[][] = [];
    const table = {
      ...world.table,
      write: (writes: Parameters<typeof world.table.write>[0]) => {
        written.push(writes.map((one) => `${one.kind} ${one.key.pk.split("#")[0]}`));
        return world.table.write(writes);
      },
    };
    const watched = { ...world, table };
    await answerAsk(watched, { ...page, raw: confirms });
    await send(watched, await openPage(world, await linkTo(world, other)), confirms);
    expect(written).toEqual([
      ["replace asks", "remove draft", "create answers", "create letter"],
      ["replace asks", "create answers", "create letter"],
    ]);
    expect(await draftNow()).toBeUndefined();
  });

  it("newer than the answer leaves that in force, and goes when the same is sent again", async () => {
    const { world, page, token, ask, draftNow } = await asked();
    await send(world, page, confirms);
    await keepDraft(world, { ...page, raw: objects });
    expect((await askAgain(world, ask)).answer?.version).toBe(1);
    expect((await viewAsk(world, token)).draft?.typed).toEqual(objects);
    await send(world, await openPage(world, token), confirms);
    expect(await draftNow()).toBeUndefined();
    expect(answersStored(await test.items(), ask.id)).toHaveLength(1);
  });

  it("is kept by field where the form changes meanwhile: what is no longer offered is asked again", async () => {
    const { world, page, token, collection, draftNow } = await asked();
    await keepDraft(world, { ...page, raw: { v1: "confirm", v2: "abstain" } });
    const form = confirmationForm();
    const [first, second] = form.sections;
    if (!first || !second) throw new Error("a form without sections");
    const offered = { value: "other", label: plain("Нешто друго") };
    const changed: Form = {
      ...form,
      sections: [
        first,
        {
          ...second,
          fields: second.fields.map((field) => (field.kind === "choice" ? { ...field, options: [offered] } : field)),
        },
      ],
    };
    await world.table.write([replace(Collection, collection, { ...collection, form: changed })]);
    expect((await draftNow())?.typed).toEqual({ v1: "confirm", v2: "abstain" });
    const sent = await send(world, await openPage(world, token), { v1: "confirm", v2: "abstain" });
    expect(sent).toMatchObject({ kind: "problems", problems: [{ field: "v2", code: "unknown" }] });
  });

  it("of more than 256 kB is refused at its largest field, and the one before it stays", async () => {
    const { world, page, draftNow } = await asked();
    await keepDraft(world, { ...page, raw: half });
    const large = { v1: "object", "v1-reason": "ш".repeat(140_000), v2: "confirm" };
    expect(await keepDraft(world, { ...page, raw: large })).toMatchObject({
      kind: "problems",
      problems: [{ field: "v1-reason", code: "too-large" }],
    });
    expect((await draftNow())?.typed["v1-reason"]).toBe(" Више ");
    const fits = { v1: "object", "v1-reason": "ш".repeat(130_000) };
    expect(await keepDraft(world, { ...page, raw: fits })).toMatchObject({ kind: "kept" });
  });

  it("is never kept of a secret ballot, of an answer that is final, after the deadline, or through a revoked link", async () => {
    const secret = await asked({ drafts: false, editable: false });
    const { world, page } = secret;
    const before = await test.items();
    await expect(keepDraft(world, { ...page, raw: half })).rejects.toMatchObject({ code: "not-yours" });
    expect(await test.items()).toEqual(before);
    await test.close();
    test = await testWorld();
    const final = await asked({ editable: false });
    await send(final.world, final.page, confirms);
    await expect(keepDraft(final.world, { ...final.page, raw: half })).rejects.toMatchObject({ code: "ask.answered" });
    const page2 = await openPage(final.world, await linkTo(final.world, final.other));
    test.clock.moveTo(later(final.deadline, { minutes: 6 }));
    const stored = kept(await test.items());
    expect(await keepDraft(final.world, { ...page2, raw: half })).toMatchObject({ kind: "late" });
    expect(kept(await test.items())).toEqual(stored);
    await reissueLink(final.world, final.other, { revoke: true });
    await expect(keepDraft(final.world, { ...page2, raw: half })).rejects.toMatchObject({ code: "link.revoked" });
  });

  it("is saved so many times in an hour, whenever that begins", async () => {
    const { world, page } = await asked();
    for (let save = 0; save < 240; save += 1) await keepDraft(world, { ...page, raw: { v1: `${save}` } });
    await expect(keepDraft(world, { ...page, raw: half })).rejects.toMatchObject({ code: "too-many" });
    test.clock.moveTo(later(world.clock.now(), { hours: 1 }));
    expect(await keepDraft(world, { ...page, raw: half })).toMatchObject({ kind: "kept" });
  }, 60_000);
});

describe("at the deadline", () => {
  it("what was saved is not sent; its writer is told once, and it is deleted a month later", async () => {
    const { world, page, ask, other, deadline, collection, draftNow } = await asked();
    await keepDraft(world, { ...page, raw: half });
    const othersPage = await openPage(world, await linkTo(world, other));
    await send(world, othersPage, confirms);
    await keepDraft(world, { ...othersPage, raw: objects });
    test.clock.moveTo(later(deadline, { minutes: 6 }));
    await lookOn(world, collection.id);
    await lookOn(world, collection.id);
    const letters = await lettersOf(world, "ask.unsent");
    const { answer } = await askAgain(world, other);
    expect(letters.map(({ person, facts }) => [person, facts.reference]).toSorted()).toEqual(
      [
        [ask.person, undefined],
        [other.person, answer?.reference],
      ].toSorted(),
    );
    expect(answersStored(await test.items(), ask.id)).toEqual([]);
    const month = Date.parse(later(world.clock.now(), { days: 30 })) / 1000;
    expect(await draftNow()).toMatchObject({ expires: Math.floor(month) });
  });

  it("who saved nothing is told nothing", async () => {
    const { world, deadline, collection } = await asked();
    test.clock.moveTo(later(deadline, { minutes: 6 }));
    await lookOn(world, collection.id);
    expect(await lettersOf(world, "ask.unsent")).toEqual([]);
  });

  it("a draft that is saved while the ask closes is told of too, or not saved", async () => {
    const { world, page, deadline, collection, draftNow } = await asked();
    test.clock.moveTo(deadline);
    const saving = {
      ...world,
      table: {
        ...world.table,
        write: async (writes: Parameters<typeof world.table.write>[0]) => {
          test.clock.moveTo(later(deadline, { minutes: 6 }));
          await lookOn(world, collection.id);
          return world.table.write(writes);
        },
      },
    };
    expect(await keepDraft(saving, { ...page, raw: half })).toMatchObject({ kind: "late" });
    expect(await draftNow()).toBeUndefined();
  });
});

it("a reminder says that something is saved and not sent", async () => {
  const { world, page } = await asked();
  const [letter] = await lettersOf(world, "election.confirmation");
  if (!letter) throw new Error("nobody was asked");
  const { ask } = await viewAsk(world, page.token);
  const props = async () => {
    const about = { ...letter, ask: { collection: ask.collection, id: ask.id } };
    const envelope = await askEnvelope(world, about, { title: "Избор", journal: "" });
    return "skip" in envelope ? undefined : envelope.props.hasDraft;
  };
  expect(await props()).toBeUndefined();
  await keepDraft(world, { ...page, raw: half });
  expect(await props()).toBe(true);
});

it("what was saved is shown as far as it says anything, also where it would be no answer", () => {
  const form = confirmationForm();
  const read = readDraft(form, undefined, half);
  if (!read.ok) throw new Error("too large");
  expect(draftContent(form, undefined, read.typed)).toEqual({ v1: "object", "v1-reason": "Више" });
});
