import {
  type Ask,
  recordUndelivered,
  viewAsk,
  viewWithdrawal,
  withdrawAnswer,
  withdrawalNonce,
  withdrawnUntil,
  withdrawScope,
} from "@quorate/core/ask";
import * as Election from "@quorate/core/election";
import { after, type Instant, Refusal, type World } from "@quorate/core/kit";
import { correctAddress, decideAddress, leaveNetwork, readAddressChange } from "@quorate/core/people";
import type fc from "fast-check";
import { expect } from "vitest";
import { linkOf, linkTo, NETWORK, openPage, send } from "../../support/asks.ts";
import type { TestWorld } from "../../support/world.ts";
import { answerStep, type Founded, rollIn, STANDING, walkOn } from "./founding.ts";
import {
  at,
  closesAt,
  goOn,
  isChoice,
  isInTime,
  isOnOpenRoll,
  isToClose,
  type Member,
  type Model,
  type Verdict,
} from "./model.ts";

export type Real = {
  test: TestWorld;
  world: World;
  founded: Founded;
  /** What the letters came to when they were counted, and what was declared: neither ever changes. */
  counted?: string;
  declared?: string;
  /** The journal as it was last seen: it only grows. */
  journal: string[];
};
export type Act = fc.AsyncCommand<Model, Real>;
type Run = (model: Model, real: Real) => Promise<void>;

const REASON = "Један глас је бројан два пута.";
/** Twenty changes an hour are taken from one member; the random ones stay below. */
const MOST_ANSWERS = 18;

function act(name: string, run: Run, check: (model: Model) => boolean = () => true): Act {
  return { check: (model) => check(model), toString: () => name, run };
}

/** `done`, or the code of the refusal; what is neither is a fault. */
async function told(doing: Promise<unknown>): Promise<string> {
  try {
    await doing;
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

async function askOf({ world, founded }: Real, index: number): Promise<Ask> {
  return at(await rollIn(world, founded.election), index);
}

const memberAt = ({ founded }: Real, index: number) => at(founded.members, index);
/** She has a form, and nobody has taken her off the roll or closed it for her. */
const isAsked = (member: Member) => member.parts.length > 0 && !member.hasLeft;

/** The form as she fills it in: each vote that she is asked about, as its mode puts it. */
function rawOf({ votes }: Model, { parts }: Member, verdicts: readonly Verdict[]): Record<string, string> {
  const confirming = { for: "confirm", against: "object", abstain: "abstain" } as const;
  const choosing = { for: "c1", against: "c2", abstain: "abstain" } as const;
  return Object.fromEntries(
    votes.flatMap((vote, index) => {
      const verdict = at(verdicts, index);
      if (!parts.includes(vote.id)) return [];
      const said = vote.mode === "ratified" ? confirming[verdict] : isChoice(vote) ? choosing[verdict] : verdict;
      return [[vote.id, said] as const];
    }),
  );
}

const isSame = (model: Model, member: Member, verdicts: readonly Verdict[]) =>
  member.inForce !== undefined &&
  JSON.stringify(rawOf(model, member, member.inForce.verdicts)) === JSON.stringify(rawOf(model, member, verdicts));

export const openForm = (index: number): Act =>
  act(
    `${index} opens her form`,
    async (model, real) => {
      const { world } = real;
      const [member, now] = [at(model.members, index), world.clock.now()];
      const token = await linkTo(world, await askOf(real, index));
      const { kind } = await viewAsk(world, token);
      expect(kind).toBe(!isInTime(model, now, now) ? "closed" : member.inForce ? "answered" : "form");
      if (kind === "closed") return;
      const { page } = await openPage(world, token);
      member.held = { token, page, epoch: member.epoch, openedAt: now, version: member.inForce?.version ?? 0 };
    },
    (model) => isAsked(at(model.members, index)),
  );

/** What she is told who sends this form now. */
function expectedOf(
  model: Model,
  member: Member,
  held: NonNullable<Member["held"]>,
  verdicts: readonly Verdict[],
  now: Instant,
) {
  if (held.epoch !== member.epoch) return "link.revoked";
  if (isSame(model, member, verdicts)) return "accepted again";
  if (!isInTime(model, now, held.openedAt)) return "late";
  return member.inForce && member.inForce.version !== held.version ? "conflict" : "accepted";
}

async function sendForm(
  { world }: Real,
  held: NonNullable<Member["held"]>,
  raw: Record<string, string>,
): Promise<string> {
  try {
    const sent = await send(world, held, raw);
    return sent.kind === "accepted" && sent.again ? "accepted again" : sent.kind;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

function note(member: Member, verdicts: Verdict[], word: string, now: Instant, isOpen: boolean): void {
  if (word === "accepted") {
    member.version += 1;
    member.inForce = { verdicts, version: member.version, at: now };
  }
  if (word === "late" && !member.wasLate) {
    member.isLate = isOpen;
    member.wasLate = true;
  }
}

/** The form that she has open, or else one that she opens now. */
async function formOf(model: Model, real: Real, index: number): Promise<NonNullable<Member["held"]>> {
  const member = at(model.members, index);
  const { held } = member;
  member.held = undefined;
  if (held) return held;
  const page = await openPage(real.world, await linkTo(real.world, await askOf(real, index)));
  return { ...page, epoch: member.epoch, openedAt: real.world.clock.now(), version: member.inForce?.version ?? 0 };
}

const mayAnswer = (index: number) => (model: Model) => {
  const member = at(model.members, index);
  return isAsked(member) && member.version < MOST_ANSWERS;
};

export const answer = (index: number, verdicts: Verdict[]): Act =>
  act(
    `${index} answers ${verdicts.join()}`,
    async (model, real) => {
      const [member, now] = [at(model.members, index), real.world.clock.now()];
      const held = await formOf(model, real, index);
      const word = await sendForm(real, held, rawOf(model, member, verdicts));
      expect(word).toBe(expectedOf(model, member, held, verdicts, now));
      note(member, verdicts, word, now, model.stage === "letters");
    },
    mayAnswer(index),
  );

/** An answer and two looks of the machine at once: it is in before the close, and counted, or it is late. */
export const answerAtTheClose = (index: number, verdicts: Verdict[]): Act =>
  act(
    `${index} answers ${verdicts.join()} while two executions look`,
    async (model, real) => {
      const { world, founded } = real;
      const [member, now] = [at(model.members, index), world.clock.now()];
      const held = await formOf(model, real, index);
      const before = expectedOf(model, member, held, verdicts, now);
      const isClosing = isToClose(model, now);
      const raw = rawOf(model, member, verdicts);
      const [word] = await Promise.all([
        sendForm(real, held, raw),
        walkOn(world, founded.election),
        walkOn(world, founded.election),
      ]);
      expect(
        isClosing && before !== "link.revoked" && before !== "accepted again" ? [before, "late"] : [before],
      ).toContain(word);
      // Late before her own letter was closed is in the figures, and after that it is not: both may be.
      const isOpen = (await askOf(real, index)).late === "before-close";
      note(member, verdicts, word, now, isOpen);
      await walkOn(world, founded.election);
      goOn(model, now);
    },
    mayAnswer(index),
  );

/** All are in: the letters close before their time, and who changes her mind after that is late. */
export const everybodyAnswers = (verdicts: Verdict[]): Act =>
  act(
    `everybody answers ${verdicts.join()}`,
    async (model, real) => {
      for (const index of model.members.keys()) {
        const one = answer(index, verdicts);
        if (one.check(model)) await one.run(model, real);
      }
      await walkOn(real.world, real.founded.election);
      goOn(model, real.world.clock.now());
    },
    ({ stage }) => stage === "letters",
  );

/** By the link in her receipt: "it was not me". */
export const withdraw = (index: number): Act =>
  act(
    `${index} takes her answer back`,
    async (model, real) => {
      const { world } = real;
      const member = at(model.members, index);
      const { inForce } = member;
      if (!inForce) return;
      const scope = withdrawScope(await askOf(real, index), inForce.version);
      const token = await linkOf(world, scope, withdrawnUntil(inForce.at));
      const view = await viewWithdrawal(world, token);
      const { kind } = await withdrawAnswer(world, { token, page: withdrawalNonce(world, view) });
      const isOver = world.clock.now() >= after(inForce.at, { hours: 24 });
      expect(kind).toBe(model.stage !== "letters" || isOver ? "closed" : "withdrawn");
      if (kind === "withdrawn") member.inForce = undefined;
    },
    (model) => at(model.members, index).inForce !== undefined && !at(model.members, index).hasLeft,
  );

export const bounce = (index: number): Act =>
  act(
    `the letter to ${index} comes back`,
    async (model, real) => {
      const member = at(model.members, index);
      const counts = member.inForce === undefined && !member.isUndelivered && model.stage === "letters";
      expect(await recordUndelivered(real.world, await askOf(real, index))).toBe(counts);
      member.isUndelivered ||= counts;
    },
    (model) => isAsked(at(model.members, index)),
  );

export const waive = (index: number): Act =>
  act(
    `the coordinator says why it goes on without ${index}`,
    async (model, real) => {
      const member = at(model.members, index);
      const { election } = real.founded;
      const { id } = await askOf(real, index);
      const isReached = !member.isUndelivered || member.inForce !== undefined;
      const word = await told(
        Election.waiveMember(real.world, { election, ask: id, actor: memberAt(real, 0).id, reason: REASON }),
      );
      expect(word).toBe(isReached ? "waiver.needless" : "done");
      member.isWaived ||= !isReached;
    },
    (model) => model.stage === "letters" && isAsked(at(model.members, index)),
  );

export const extendBy = (minutes: number): Act =>
  act(`the deadline moves by ${minutes} minutes`, async (model, { world, founded }) => {
    const { election, members } = founded;
    const until = after(model.deadline, { minutes });
    const isAsking = model.members.some(({ parts }) => parts.length > 0);
    const isAllowed = minutes > 0 && until >= after(world.clock.now(), { hours: 1 });
    const word = await told(
      Election.extendStep(world, { election, step: "confirmation", actor: at(members, 0).id, until }),
    );
    if (!isAsking) expect(word).toBe("election.stage");
    else if (model.stage !== "letters") expect(word).toBe("collection.closed");
    else expect(word).toBe(isAllowed ? "done" : "collection.extension");
    if (word === "done") model.deadline = until;
  });

/** The deadline moves while the machine looks: the letters go on, or are closed; never both. */
export const extendAtTheClose: Act = act(
  "the deadline moves while the machine looks",
  async (model, { world, founded }) => {
    const { election, members } = founded;
    const now = world.clock.now();
    const until = after(now > model.deadline ? now : model.deadline, { hours: 2 });
    const wasToClose = isToClose(model, now);
    const [word] = await Promise.all([
      told(Election.extendStep(world, { election, step: "confirmation", actor: at(members, 0).id, until })),
      walkOn(world, election),
    ]);
    expect(wasToClose ? ["done", "collection.closed"] : ["done"]).toContain(word);
    if (word === "done") model.deadline = until;
    await walkOn(world, election);
    goOn(model, now);
  },
  ({ stage, members }) => stage === "letters" && members.some(({ parts }) => parts.length > 0),
);

/** On an open roll it takes a second person; two who decide at once are one decision. */
export const changeAddress = (index: number): Act =>
  act(
    `the address of ${index} is changed`,
    async (model, { world, founded }) => {
      const member = at(model.members, index);
      const [by, second] = [at(founded.members, 0).id, at(founded.members, 1).id];
      const address = `nova${index}.${member.addresses}@skola.example`;
      member.addresses += 1;
      const isOpen = isOnOpenRoll(model, member);
      const of = { network: NETWORK, member: at(founded.members, index).id, by, address };
      const corrected = await correctAddress(world, Election.rolls, of);
      expect(corrected.kind).toBe(isOpen ? "waits" : "changed");
      if (!isOpen || corrected.kind === "same") return;
      const { id: change, hash } = await readAddressChange(world, NETWORK, corrected.change.id);
      await expect(
        decideAddress(world, Election.rolls, { network: NETWORK, change, by, hash, verdict: "approve" }),
      ).rejects.toMatchObject({ code: "not-yours" });
      const decided = await Promise.all(
        [1, 2].map(() =>
          decideAddress(world, Election.rolls, { network: NETWORK, change, by: second, hash, verdict: "approve" }),
        ),
      );
      expect(decided.map(({ kind }) => kind).toSorted()).toEqual(["decided", "made"]);
      model.addressChanges += 1;
      if (!isAsked(member) || model.stage !== "letters") return;
      member.epoch += 1;
      member.isUndelivered = false;
    },
    (model) => !at(model.members, index).hasLeft,
  );

/**
 * Who holds the election stays, and so does who stands in it. Of the others, who leaves before she has voted is taken off the roll,
 * and a vote that is given counts; once the letters are closed the roll is what it was (R7).
 */
export const remove = (index: number): Act =>
  act(
    `${index} leaves the network`,
    async (model, { world, founded }) => {
      const place = index % model.members.length;
      const member = at(model.members, place);
      const { scenario, stage } = model;
      const of = { network: NETWORK, member: at(founded.members, place).id, by: at(founded.members, 0).id };
      const isOpen = stage === "letters";
      const stands = isOpen && scenario.meets && STANDING.some((standing) => standing === place);
      const word = await told(leaveNetwork(world, Election.rolls, { ...of, reason: REASON }));
      expect(word).toBe(stands ? "member.stands" : "done");
      if (stands) return;
      member.hasLeft = true;
      if (!isOpen) return;
      const hasVoted = member.inForce !== undefined || scenario.hands.some((hands) => hands[place] !== "away");
      member.isRemoved = !hasVoted;
      member.epoch += 1;
    },
    ({ members }) => index % members.length > 2 && !at(members, index).hasLeft,
  );

export const look: Act = act("the machine looks", async (model, { world, founded }) => {
  await walkOn(world, founded.election);
  goOn(model, world.clock.now());
});

export const lookTwice: Act = act("two executions look at once", async (model, { world, founded }) => {
  await Promise.all([walkOn(world, founded.election), walkOn(world, founded.election)]);
  goOn(model, world.clock.now());
});

export const goOnWithoutThem: Act = act(
  "the coordinator says why it goes on without those who were not reached",
  async (model, { world, founded }) => {
    expect(await answerStep(world, founded, "waiver", 0, { reason: REASON })).toBe("accepted");
    model.isWaived = true;
  },
  ({ stage, isWaived }) => stage === "waiver" && !isWaived,
);

/** Both declarers approve at once, and the machine looks. */
export const declare: Act = act(
  "both declare",
  async (model, real) => {
    const { world, founded } = real;
    const words = await Promise.all(
      [0, 1].map((index) => answerStep(world, founded, "declaration", index, { verdict: "agree" })),
    );
    expect(words).toEqual(["accepted", "accepted"]);
    model.approved = new Set([0, 1]);
    await Promise.all([walkOn(world, founded.election), walkOn(world, founded.election)]);
    goOn(model, world.clock.now());
  },
  ({ stage, isReturned }) => stage === "declaration" && !isReturned,
);

export const approve = (index: number): Act =>
  act(
    `${index} approves`,
    async (model, { world, founded }) => {
      expect(await answerStep(world, founded, "declaration", index, { verdict: "agree" })).toBe("accepted");
      model.approved.add(index);
    },
    ({ stage, isReturned }) => stage === "declaration" && !isReturned,
  );

/** One declarer returns the outcomes: nothing is declared until the coordinator has resumed it and both approve anew. */
export const returnOutcomes = (index: number): Act =>
  act(
    `${index} returns the outcomes`,
    async (model, { world, founded }) => {
      const returned = { verdict: "object", "verdict-reason": REASON };
      expect(await answerStep(world, founded, "declaration", index, returned)).toBe("accepted");
      model.isReturned = true;
    },
    ({ stage, approved, isReturned }) => stage === "declaration" && !isReturned && !approved.has(index),
  );

export const resume: Act = act(
  "the coordinator resumes it",
  async (model, { world, founded }) => {
    const { election, members } = founded;
    const until = after(world.clock.now(), { days: 300 });
    await Election.resumeElection(world, { election, actor: at(members, 0).id, until });
    await walkOn(world, election);
    model.stage = "declaration";
    model.isReturned = false;
    model.approved = new Set();
  },
  ({ stage }) => stage === "returned",
);

/** Two presses at once are one objection, and nobody objects twice, before the declaration, or after the window. */
export const object = (index: number): Act =>
  act(`${index} objects`, async (model, { world, founded }) => {
    const member = index % model.members.length;
    const lodged = await Promise.all(
      [1, 2].map(() =>
        told(
          Election.lodgeObjection(world, {
            ...{ election: founded.election, member: at(founded.members, member).id, reason: REASON },
          }),
        ),
      ),
    );
    const isOpen = ["declared", "annulment"].includes(model.stage) && world.clock.now() < (model.objectionsUntil ?? "");
    const first = model.objected.has(member) ? "objection.made" : "done";
    if (isOpen && at(model.members, member).isRemoved) {
      expect(lodged).toEqual(["not-found", "not-found"]);
      return;
    }
    expect(lodged.toSorted()).toEqual(
      isOpen ? [first, "objection.made"].toSorted() : ["objection.closed", "objection.closed"],
    );
    if (isOpen) model.objected.add(member);
  });

/** Both declarers ask for it at once: one request stands. */
export const askToAnnul: Act = act("both declarers ask to annul", async (model, { world, founded }) => {
  const now = world.clock.now();
  const asked = await Promise.all(
    [0, 1].map((index) =>
      told(
        Election.requestAnnulment(world, {
          ...{ election: founded.election, actor: at(founded.members, index).id, reason: REASON },
        }),
      ),
    ),
  );
  const isOpen = model.stage === "declared" && now < (model.objectionsUntil ?? "");
  expect(asked.toSorted()).toEqual(isOpen ? ["done", "election.stage"] : ["election.stage", "election.stage"]);
  if (!isOpen) return;
  model.stage = "annulment";
  model.annulment = { by: asked.indexOf("done"), until: after(now, { days: 3 }), decision: undefined };
  await walkOn(world, founded.election);
});

export const decideAnnulment = (decision: "agree" | "object"): Act =>
  act(
    `the second person says of the annulment: ${decision}`,
    async (model, { world, founded }) => {
      if (!model.annulment) return;
      const second = 1 - model.annulment.by;
      const raw = { verdict: decision, ...(decision === "object" && { "verdict-reason": REASON }) };
      const word = await answerStep(world, founded, "annulment", second, raw);
      const isLate = world.clock.now() > model.annulment.until;
      expect(word).toBe(isLate ? "late" : "accepted");
      if (isLate) return;
      model.annulment.decision = decision;
      await walkOn(world, founded.election);
      goOn(model, world.clock.now());
    },
    ({ annulment, stage }) => stage === "annulment" && annulment?.decision === undefined,
  );

export const pass = (minutes: number): Act =>
  act(`${minutes} minutes pass`, async (_, { test, world }) => {
    test.clock.moveTo(after(world.clock.now(), { minutes }));
  });

export const toTheClose: Act = act(
  "the time of the close comes",
  async (model, { test, world }) => {
    if (world.clock.now() < closesAt(model)) test.clock.moveTo(closesAt(model));
  },
  ({ stage }) => stage === "letters",
);
