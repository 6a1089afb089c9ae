import {
  type ApprovalPlan,
  type ApprovalRule,
  Ask,
  askApprovers,
  askId,
  askScope,
  beginApproval,
  beginCollection,
  Collection,
  checkCollection,
  collectionId,
  finishOpening,
  isDue,
  readApproval,
  recallApproval,
  remindAsks,
  revokeApproval,
  type Sent,
  takeEffect,
  verdict,
} from "@quorate/core/ask";
import type { Form } from "@quorate/core/form";
import { plain } from "@quorate/core/i18n";
import { emptyJournal } from "@quorate/core/journal";
import { after, type Instant, type World } from "@quorate/core/kit";
import type { Member } from "@quorate/core/people";
import { askApproval } from "@quorate/core/process";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { foundNetwork, inDays, lettersOf, linkOf, openPage, send, ZONE } from "../../support/asks.ts";
import { type TestWorld, testWorld } from "../../support/world.ts";

let test: TestWorld;
let members: Member[];
beforeEach(async () => {
  test = await testWorld();
  members = await foundNetwork(test.world, 6);
});
afterEach(() => test.close());

const form: Form = {
  ...{ id: "test.approval", title: plain("Одобрење плана"), confidential: false, editable: false, checkAnswers: false },
  sections: [verdict(plain("План"), { agree: plain("Одобравам"), object: plain("Враћам"), reason: plain("Разлог") })],
};

const placeOf = (index: number) => {
  const member = members[index];
  if (!member) throw new Error(`no member ${index}`);
  return { member: member.id, person: member.person };
};

type Setting = {
  rule: ApprovalRule;
  approvers: number[];
  substitutes?: Record<number, [number, Instant][]>;
  turn?: number;
};

/** An approval that is asked for by the first member, opened as the state machine opens it. */
async function open({ rule, approvers, substitutes = {}, turn = 1 }: Setting): Promise<string> {
  const { world } = test;
  const id = collectionId("elc_test", "declaration", turn);
  const requester = placeOf(0);
  const collection = await beginCollection(world, {
    ...{ id, network: "net_aktiv", process: "elc_test", step: "declaration", letter: "election.declaration", form },
    ...{ asker: { member: requester.member, name: "Члан 01" }, shards: 1, zone: ZONE, deadline: inDays(world, 10) },
    ...{ signals: "each", subject: "hash", approval: true },
  });
  const seats = approvers.map((index) => ({
    ...placeOf(index),
    substitutes: (substitutes[index] ?? []).map(([one, from]) => ({ ...placeOf(one), after: from })),
  }));
  const plan: ApprovalPlan = { rule, seats, requester };
  await beginApproval(world, collection, "hash", plan);
  await askApprovers(world, collection);
  await finishOpening(world, id);
  return id;
}

async function askOf(world: World, collection: string, index: number): Promise<Ask | undefined> {
  return world.table.get(Ask, { collection, id: askId(collection, placeOf(index).member, 1) });
}

async function pageOf(collection: string, index: number) {
  const ask = await askOf(test.world, collection, index);
  if (!ask) throw new Error(`member ${index} is not asked`);
  return openPage(test.world, await linkOf(test.world, askScope(ask)));
}

const approves = { verdict: "agree" };
const returns = { verdict: "object", "verdict-reason": "Недостаје један прилог." };

async function decide(collection: string, index: number, raw = approves): Promise<Sent> {
  return send(test.world, await pageOf(collection, index), raw);
}

/** Looks as the machine does until there is nothing to do but wait, or it is closed; the last word. */
async function look(collection: string): Promise<string> {
  const { world } = test;
  for (;;) {
    const { word } = await checkCollection(world, collection);
    if (word === "remind") {
      const found = await world.table.get(Collection, { id: collection });
      if (found) await askApprovers(world, found);
      await remindAsks(world, collection);
    } else if (word !== "again") return word;
  }
}

const stateOf = async (collection: string) => (await readApproval(test.world, collection)).state;
const any = { kind: "any-one" } as const;
const all = { kind: "all" } as const;

describe("an approval", () => {
  it("by any one of three is closed by the first; the others learn who and when, and are not asked any more", async () => {
    const id = await open({ rule: any, approvers: [1, 2, 3] });
    const second = await pageOf(id, 2);
    expect((await decide(id, 1)).kind).toBe("accepted");
    test.clock.moveTo(after(test.world.clock.now(), { minutes: 3 }));
    const told = await send(test.world, second, returns);
    expect(told).toMatchObject({ kind: "decided", first: { member: placeOf(1).member, verdict: "approve" } });
    expect(await look(id)).toBe("closed");
    expect(await stateOf(id)).toBe("approved");
    expect(await send(test.world, second, returns)).toMatchObject({ kind: "decided" });
  });

  it("whose two deciders send opposite decisions at once has one outcome, and the second sees it", async () => {
    const id = await open({ rule: any, approvers: [1, 2] });
    const pages = [await pageOf(id, 1), await pageOf(id, 2)] as const;
    const sent = await Promise.all([send(test.world, pages[0], approves), send(test.world, pages[1], returns)]);
    expect(sent.map(({ kind }) => kind).toSorted()).toEqual(["accepted", "decided"]);
    expect(await stateOf(id)).toBe(sent[0].kind === "accepted" ? "approved" : "returned");
  });

  it("is returned only with a reason, which reaches the requester", async () => {
    const id = await open({ rule: all, approvers: [1, 2] });
    const short = { verdict: "object", "verdict-reason": "Не." };
    expect((await decide(id, 1, short)).kind).toBe("problems");
    expect(await stateOf(id)).toBe("pending");
    await decide(id, 1, returns);
    expect(await look(id)).toBe("closed");
    const letters = await lettersOf(test.world, "ask.settled");
    expect(letters.map(({ person, facts }) => [person, facts.state])).toEqual([[placeOf(0).person, "returned"]]);
  });

  it("that nobody decides reminds, asks the substitutes, and expires: silence approves nothing", async () => {
    const escalation = after(test.world.clock.now(), { days: 4 });
    const id = await open({ rule: all, approvers: [1], substitutes: { 1: [[4, escalation]] } });
    expect((await checkCollection(test.world, id)).seconds).toBe(4 * 24 * 3600);
    expect(await askOf(test.world, id, 4)).toBeUndefined();
    test.clock.moveTo(escalation);
    expect(await isDue(test.world, id)).toBe(true);
    expect(await look(id)).toBe("wait");
    expect(await askOf(test.world, id, 4)).toMatchObject({ state: "open", insteadOf: { name: "Члан 02" } });
    test.clock.moveTo(after(test.world.clock.now(), { days: 2 }));
    await look(id);
    const reminders = (await lettersOf(test.world)).filter(({ facts }) => "reminder" in facts);
    expect(reminders.length).toBeGreaterThan(0);
    test.clock.moveTo(after(test.world.clock.now(), { days: 5 }));
    expect(await look(id)).toBe("closed");
    expect(await stateOf(id)).toBe("expired");
    expect((await lettersOf(test.world, "ask.settled")).map(({ facts }) => facts.state)).toEqual(["expired"]);
  });

  it("may be given by a substitute; the approver is then told who was first, and is not reminded", async () => {
    const escalation = after(test.world.clock.now(), { days: 4 });
    const id = await open({ rule: all, approvers: [1, 2], substitutes: { 1: [[4, escalation]] } });
    const late = await pageOf(id, 1);
    test.clock.moveTo(escalation);
    await look(id);
    expect((await decide(id, 4)).kind).toBe("accepted");
    expect(await askOf(test.world, id, 1)).toMatchObject({ state: "closed" });
    expect(await send(test.world, late, returns)).toMatchObject({ kind: "decided", first: { verdict: "approve" } });
    expect(await stateOf(id)).toBe("pending");
    await decide(id, 2);
    expect(await stateOf(id)).toBe("approved");
  });

  it("is recalled by its requester alone while it is pending; those asked are told and can decide no more", async () => {
    const id = await open({ rule: all, approvers: [1, 2] });
    const open_ = await pageOf(id, 2);
    await decide(id, 1);
    const reason = "Послато је грешком.";
    await expect(
      recallApproval(test.world, { collection: id, actor: placeOf(1).member, reason }),
    ).rejects.toMatchObject({ code: "not-yours" });
    await recallApproval(test.world, { collection: id, actor: placeOf(0).member, reason });
    await expect(send(test.world, open_, approves)).resolves.toMatchObject({ kind: "late" });
    expect(await look(id)).toBe("closed");
    expect(await stateOf(id)).toBe("recalled");
    const told = (await lettersOf(test.world, "ask.recalled")).map(({ person }) => person);
    expect(told.toSorted()).toEqual([placeOf(1).person, placeOf(2).person]);
    await expect(
      recallApproval(test.world, { collection: id, actor: placeOf(0).member, reason }),
    ).rejects.toMatchObject({ code: "approval.over" });
  });

  it("is revoked by one who gave it, with a reason, until it has taken effect", async () => {
    const { world } = test;
    const reason = "Погрешио сам верзију.";
    const first = await open({ rule: all, approvers: [1, 2] });
    await decide(first, 1);
    const { member } = placeOf(1);
    await expect(revokeApproval(world, { collection: first, member, reason: "Не." })).rejects.toMatchObject({
      code: "input.invalid",
    });
    await expect(revokeApproval(world, { collection: first, member: placeOf(2).member, reason })).rejects.toMatchObject(
      { code: "not-yours" },
    );
    await revokeApproval(world, { collection: first, member, reason });
    expect(await look(first)).toBe("closed");
    expect(await stateOf(first)).toBe("revoked");

    const second = await open({ rule: all, approvers: [1], turn: 2 });
    await decide(second, 1);
    await world.table.write([takeEffect(await readApproval(world, second))]);
    await expect(revokeApproval(world, { collection: second, member, reason })).rejects.toMatchObject({
      code: "approval.over",
    });
  });

  it("that is revoked and carried out at once is either, never both", async () => {
    const { world } = test;
    const id = await open({ rule: all, approvers: [1] });
    await decide(id, 1);
    const approval = await readApproval(world, id);
    const outcomes = await Promise.allSettled([
      world.table.write([takeEffect(approval)]),
      revokeApproval(world, { collection: id, member: placeOf(1).member, reason: "Погрешио сам верзију." }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await stateOf(id)).toBe(outcomes[0].status === "fulfilled" ? "effective" : "revoked");
  });
});

describe("what is to be approved", () => {
  it("changes: the forms of the earlier version are void, those asked are told, and no old page approves the new one", async () => {
    const { world } = test;
    const deadlines = { declaration: inDays(world, 10) };
    const row = (turn: number) => ({
      ...{ id: "elc_test", network: "net_aktiv", title: "Избор", zone: ZONE, opener: placeOf(0).member },
      ...{ state: "running" as const, stage: "declaration", execution: 1, openedAt: world.clock.now() },
      ...{ journal: emptyJournal, deadlines, turns: { declaration: turn } },
    });
    const asking = { letter: "election.declaration", form, signals: "each" as const };
    const seats = [1, 2].map((index) => ({ ...placeOf(index), substitutes: [] }));
    const ask = (turn: number, subject: string) =>
      askApproval(world, row(turn), "declaration", { ...asking, subject }, { rule: all, seats });
    const [first, second] = [1, 2].map((turn) => collectionId("elc_test", "declaration", turn));
    if (!first || !second) throw new Error("no collection");
    expect(await ask(1, "first")).toBe("asked");
    const old = await pageOf(first, 2);
    await decide(first, 1);
    expect(await ask(1, "second")).toBe("changed");
    expect(await stateOf(first)).toBe("recalled");
    expect(await send(world, old, approves)).toMatchObject({ kind: "late" });
    expect(await lettersOf(world, "ask.recalled")).toHaveLength(2);
    expect(await ask(2, "second")).toBe("asked");
    expect(await readApproval(world, second)).toMatchObject({ subject: "second", state: "pending" });
    for (const index of [1, 2]) await decide(second, index);
    expect(await stateOf(second)).toBe("approved");
  });
});

describe("decisions that come at once, in whatever order", () => {
  it("settle it as the rule says of those that were accepted, once; nobody decides twice", async () => {
    let turn = 10;
    const rule = fc.constantFrom<ApprovalRule>(any, all, { kind: "k-of-n", k: 2 });
    const sends = fc.array(fc.tuple(fc.constantFrom(1, 2, 3), fc.boolean()), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rule, sends, async (rule, sends) => {
        turn += 1;
        const id = await open({ rule, approvers: [1, 2, 3], turn });
        const pages = new Map(await Promise.all([1, 2, 3].map(async (at) => [at, await pageOf(id, at)] as const)));
        const told = await Promise.all(
          sends.map(async ([at, isFor]) => {
            const page = pages.get(at);
            if (!page) throw new Error("no page");
            const sent = await send(test.world, page, isFor ? approves : returns);
            return { at, isFor, sent };
          }),
        );
        const approval = await readApproval(test.world, id);
        const decisions = approval.seats.flatMap(({ decision }) => decision ?? []);
        const accepted = new Map(
          told.flatMap(({ at, isFor, sent }) =>
            sent.kind === "accepted" ? [[placeOf(at).member, isFor] as const] : [],
          ),
        );
        expect(new Map(decisions.map(({ member, verdict }) => [member, verdict === "approve"]))).toEqual(accepted);
        const yes = decisions.filter((one) => one.verdict === "approve").length;
        const no = decisions.length - yes;
        const needed = rule.kind === "any-one" ? 1 : rule.kind === "all" ? 3 : rule.k;
        const most = rule.kind === "any-one" ? 0 : 3 - needed;
        const state = yes >= needed ? "approved" : no > most ? "returned" : "pending";
        expect(approval.state).toBe(state);
        if (rule.kind === "any-one") expect(decisions).toHaveLength(1);
        // Whoever was not accepted was told who was first, or that she has answered already.
        for (const { sent } of told) expect(["accepted", "decided", "conflict"]).toContain(sent.kind);
      }),
      { numRuns: 25, seed: 20_260_313 },
    );
  }, 120_000);
});
