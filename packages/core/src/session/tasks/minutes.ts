import { type Decider, decisionsIn, takeEffect } from "../../ask/index.ts";
import type { Form } from "../../form/index.ts";
import { canonical, create, replace, sha256, type World, type Write } from "../../kit/index.ts";
import { Member, membersOf } from "../../people/index.ts";
import {
  askApproval,
  askedMembers,
  askStep,
  awaitStep,
  checkStep,
  moveRow,
  returnsIn,
  say,
  stepAnswers,
  stepApproval,
  type Task,
  type TaskInput,
  turnOf,
} from "../../process/index.ts";
import { attended, composeMinutes, minutesRecord, sealedDocument } from "../minutes.ts";
import { approvalForm, correctionsForm, draftForm, notesIn, repliedTo, repliesForm } from "../minutes-forms.ts";
import { type AskingStep, presenceOf, type Remark, readSession, Session, SessionMinutes } from "../records.ts";
import { deadlinesAfterObjection } from "../rules.ts";
import { tellReplies } from "./telling.ts";

type MinutesStep = Exclude<AskingStep, "invitation" | "approval">;

/** Asks these members; false when the step's time is over already. */
async function askMembers(
  world: World,
  session: Session,
  step: MinutesStep,
  form: Form,
  members: readonly string[],
): Promise<boolean> {
  const asked = await askedMembers(
    world,
    session,
    step,
    form,
    members.map((member) => ({ member })),
  );
  const signals = step === "corrections" ? "all-in" : "each";
  return (await askStep(world, session, step, { letter: `session.${step}`, form, signals }, asked)) !== "over";
}

async function awaitAnswers(world: World, input: TaskInput, step: AskingStep) {
  return awaitStep(world, await readSession(world, input.process), step, input);
}

/** Asks the recorder what was said and decided. */
export const AskDraft: Task = async (world, input) => {
  const session = await readSession(world, input.process);
  if (session.stage !== "draft") return say("drafted");
  const isAsked = await askMembers(world, session, "draft", draftForm(session), [session.recorder]);
  return isAsked ? CheckDraft(world, input) : say("lapsed");
};

export const AwaitDraft: Task = (world, input) => awaitAnswers(world, input, "draft");

/** Keeps the recorder's notes; from now on the minutes can be read by those who were present. */
export const CheckDraft: Task = async (world, { process }) => {
  const session = await readSession(world, process);
  if (session.stage !== "draft") return say("drafted");
  const check = await checkStep(world, session, "draft");
  if (check.word !== "closed") return check;
  const [answer] = await stepAnswers(world, session, "draft");
  if (!answer) return say("lapsed");
  const notes = notesIn(session, answer.content);
  await moveRow(world, Session, process, async ({ stage, recorder }) => {
    if (stage !== "draft") return undefined;
    return {
      changes: { stage: "corrections" },
      ...{ act: "minutes.drafted", actor: recorder, facts: { notes: sha256(canonical(notes)) } },
      writes: [await keep(world, process, (minutes) => ({ ...minutes, notes }))],
    };
  });
  return say("drafted");
};

/** The write that keeps what changes in the minutes of a session. */
async function keep(
  world: World,
  session: string,
  change: (minutes: SessionMinutes) => SessionMinutes,
): Promise<Write> {
  const known = await minutesRecord(world, session);
  if (!known) return create(SessionMinutes, change({ session, notes: {}, remarks: [] }));
  return replace(SessionMinutes, known, change(known));
}

/** Sends the minutes to every member who was present, and reminds those who have not answered. */
export const AskCorrections: Task = async (world, input) => {
  const session = await readSession(world, input.process);
  if (session.stage !== "corrections") return CheckCorrections(world, input);
  const present = await membersPresent(world, session);
  if (present.length === 0) return enterApproval(world, session, "corrections", {});
  const isAsked = await askMembers(world, session, "corrections", correctionsForm(session), present);
  return isAsked ? CheckCorrections(world, input) : say("lapsed");
};

async function membersPresent(world: World, session: Session): Promise<string[]> {
  const presence = await presenceOf(world.table, session.id);
  const members = await membersOf(world.table, session.network);
  return members
    .filter(({ id, standing }) => standing !== "guest" && attended(presence[id] ?? [], session).length > 0)
    .map((one) => one.id);
}

export const AwaitCorrections: Task = (world, input) => awaitAnswers(world, input, "corrections");

/** Keeps every correction that is wanted. With one the recorder is asked to answer; without, the minutes go to approval. */
export const CheckCorrections: Task = async (world, { process }) => {
  const session = await readSession(world, process);
  if (session.stage !== "corrections") return say(session.stage === "replies" ? "corrected" : "approval");
  const check = await checkStep(world, session, "corrections");
  if (check.word !== "closed") return check;
  const answers = await stepAnswers(world, session, "corrections");
  const remarks = answers.flatMap(({ member, content, at }): Omit<Remark, "id">[] =>
    content.verdict === "object"
      ? [{ kind: "correction", member, words: String(content["verdict-reason"] ?? ""), at }]
      : [],
  );
  const facts = { answers: answers.length, corrections: remarks.length };
  if (remarks.length === 0) return enterApproval(world, session, "corrections", facts);
  await moveRow(world, Session, process, async ({ stage }) => {
    if (stage !== "corrections") return undefined;
    return {
      ...{ changes: { stage: "replies" }, act: "corrections.closed", facts },
      writes: [await keep(world, process, (minutes) => withRemarks(minutes, remarks))],
    };
  });
  return say("corrected");
};

function withRemarks(minutes: SessionMinutes, more: readonly Omit<Remark, "id">[]): SessionMinutes {
  const first = minutes.remarks.length + 1;
  return {
    ...minutes,
    remarks: [...minutes.remarks, ...more.map((one, index) => ({ ...one, id: `r${first + index}` }))],
  };
}

/** The minutes as they are now become the document that is put to approval. */
async function enterApproval(
  world: World,
  session: Session,
  from: "corrections" | "replies",
  facts: Record<string, number>,
  change: (minutes: SessionMinutes) => SessionMinutes = (minutes) => minutes,
) {
  await moveRow(world, Session, session.id, async (row) => {
    if (row.stage !== from) return undefined;
    const changed = change((await minutesRecord(world, row.id)) ?? { session: row.id, notes: {}, remarks: [] });
    const sealed = sealedDocument(await composeMinutes(world, row, changed));
    return {
      changes: { stage: "approval" },
      ...{
        act: from === "corrections" ? "corrections.closed" : "remarks.answered",
        facts: { ...facts, hash: sealed.hash },
      },
      ...(from === "replies" && { actor: row.recorder }),
      writes: [await keep(world, row.id, (minutes) => ({ ...change(minutes), ...sealed }))],
    };
  });
  return say(from === "corrections" ? "approval" : "replied");
}

/** Asks the recorder to answer each correction or objection in writing, and to change the minutes where she accepts it. */
export const AskReplies: Task = async (world, input) => {
  const session = await readSession(world, input.process);
  const minutes = await minutesRecord(world, input.process);
  if (session.stage !== "replies" || !minutes) return say("replied");
  const names = new Map((await membersOf(world.table, session.network)).map(({ id, name }) => [id, name]));
  const isAsked = await askMembers(world, session, "replies", repliesForm(session, minutes, names), [session.recorder]);
  return isAsked ? CheckReplies(world, input) : say("lapsed");
};

export const AwaitReplies: Task = (world, input) => awaitAnswers(world, input, "replies");

/** Keeps what the recorder has answered and changed; the minutes then go to approval. */
export const CheckReplies: Task = async (world, { process }) => {
  const session = await readSession(world, process);
  if (session.stage !== "replies") return say("replied");
  const check = await checkStep(world, session, "replies");
  if (check.word !== "closed") return check;
  const [answer] = await stepAnswers(world, session, "replies");
  if (!answer) return say("lapsed");
  const { content, at } = answer;
  const changed = notesIn(session, content);
  return enterApproval(world, session, "replies", { changed: Object.keys(changed).length }, (minutes) => ({
    ...minutes,
    notes: { ...minutes.notes, ...changed },
    remarks: minutes.remarks.map((remark) => repliedTo(remark, content, at)),
  }));
};

/** Asks the verifiers to approve this very document, by its hash. */
export const AskApproval: Task = async (world, input) => {
  const session = await readSession(world, input.process);
  if (session.stage !== "approval") return CheckApproval(world, input);
  await tellReplies(world, session);
  const { hash } = (await minutesRecord(world, session.id)) ?? {};
  if (!hash) throw new Error(`the minutes of ${session.id} are not sealed`);
  const seats = await Promise.all(session.verifiers.map((member) => seatOf(world, session, member)));
  const asking = {
    letter: "session.approval",
    form: approvalForm(session, hash),
    signals: "each",
    subject: hash,
  } as const;
  const asked = await askApproval(world, session, "approval", asking, { rule: { kind: "all" }, seats });
  return asked === "asked" ? CheckApproval(world, input) : say("lapsed");
};

async function seatOf(world: World, { network }: Session, member: string): Promise<Decider & { substitutes: [] }> {
  const found = await world.table.get(Member, { network, id: member });
  if (!found) throw new Error(`no member ${member}`);
  return { member, person: found.person, substitutes: [] };
}

export const AwaitApproval: Task = (world, input) => awaitAnswers(world, input, "approval");

/** Both approve: the minutes stand. One objects: they go back to the recorder with the objection, which stays in them. */
export const CheckApproval: Task = async (world, { process }) => {
  const session = await readSession(world, process);
  if (session.stage !== "approval") return say(session.stage === "replies" ? "returned" : "approved");
  const check = await checkStep(world, session, "approval");
  if (check.word !== "closed") return check;
  const approval = await stepApproval(world, session, "approval");
  switch (approval.state) {
    case "approved": {
      const by = decisionsIn(approval).map(({ member }) => member);
      const approved = { at: world.clock.now(), by };
      const approvers = Object.fromEntries(by.map((member, index) => [`approver-${index + 1}`, member]));
      await moveRow(world, Session, process, async ({ stage }) => {
        if (stage !== "approval") return undefined;
        return {
          ...{
            changes: { stage: "approved" },
            act: "minutes.approved",
            facts: { hash: approval.subject, ...approvers },
          },
          writes: [takeEffect(approval), await keep(world, process, (minutes) => ({ ...minutes, approved }))],
        };
      });
      return say("approved");
    }
    case "returned":
    case "revoked": {
      const remarks = returnsIn(approval).map(({ member, reason, at }): Omit<Remark, "id"> => {
        return { kind: "objection", member, words: reason, at };
      });
      await returnMinutes(world, process, remarks);
      return say("returned");
    }
    case "effective":
      return say("approved");
    case "pending":
    case "expired":
    case "recalled":
      return say("lapsed");
  }
};

async function returnMinutes(world: World, process: string, remarks: readonly Omit<Remark, "id">[]): Promise<void> {
  await moveRow(world, Session, process, async (row) => {
    if (row.stage !== "approval") return undefined;
    const { turns, deadlines } = row;
    const again = { replies: (turns.replies ?? 0) + 1, approval: turnOf(row, "approval") + 1 };
    return {
      changes: {
        ...{ stage: "replies" as const, turns: { ...turns, ...again } },
        deadlines: deadlinesAfterObjection(deadlines, world.clock.now(), row.zone),
      },
      act: "minutes.returned",
      facts: Object.fromEntries(remarks.map(({ member, words }) => [member, sha256(words)])),
      writes: [await keep(world, process, (minutes) => withRemarks(minutes, remarks))],
    };
  });
}
