import {
  create,
  type Instant,
  Refusal,
  replace,
  type Stored,
  untilWritten,
  type World,
  type Write,
} from "../kit/index.ts";
import { type NewLetter, writeLetter } from "../letter/index.ts";
import { Member, Person } from "../people/index.ts";
import { Approval, type Decider, type Decision, readApproval } from "./approval.ts";
import { verdictIn } from "./approval-form.ts";
import { approversNow, mayDecide, REASON_LEAST, withDecision } from "./approval-rules.ts";
import { recalled } from "./changes.ts";
import { type Asked, openAsks } from "./collection.ts";
import { Ask, askId, Collection } from "./records.ts";

/** Who is to approve, under which rule, who answers in whose place from when, and who asks for it. */
export type ApprovalPlan = Pick<Approval, "rule" | "seats"> & { requester?: Decider; carriedOutBy?: string };

/** The approval of a collection: as it was begun, when it was begun before. */
export async function beginApproval(
  world: World,
  collection: Pick<Collection, "id" | "network" | "process">,
  subject: string,
  plan: ApprovalPlan,
): Promise<Stored<Approval>> {
  return untilWritten(async () => {
    const begun = await world.table.get(Approval, { collection: collection.id });
    if (begun) return begun;
    const { id, network, process } = collection;
    const approval: Approval = { collection: id, network, process, subject, ...plan, state: "pending" };
    await world.table.write([create(Approval, approval)]);
    return { ...approval, rev: 1 };
  });
}

/** Asks whoever is to decide now and was not asked before: the approvers at first, substitutes when their time has come. */
export async function askApprovers(world: World, collection: Collection): Promise<void> {
  const approval = await readApproval(world, collection.id);
  const parts = collection.form.sections.map(({ id }) => id);
  const asked: Asked[] = [];
  for (const { member, person: personId, insteadOf } of approversNow(approval, world.clock.now())) {
    const person = await world.table.get(Person, { id: personId });
    if (!person) throw new Error(`no person ${personId}`);
    const absent = insteadOf && (await world.table.get(Member, { network: collection.network, id: insteadOf }));
    asked.push({
      ...{ id: askId(collection.id, member, 1), member, person: person.id, zone: person.zone, parts },
      ...(absent && { insteadOf: { member: absent.id, name: absent.name } }),
    });
  }
  await openAsks(world, collection, asked);
}

/** What an answer to an ask of an approval does beside being kept: the decision; or who was first, and when. */
export async function decide(
  world: World,
  ask: Ask,
  content: Readonly<Record<string, unknown>>,
  at: Instant,
): Promise<{ kind: "writes"; writes: Write[] } | { kind: "decided"; first: Decision }> {
  const approval = await readApproval(world, ask.collection);
  const { member, person } = ask;
  const permission = mayDecide(approval, { member, person }, at);
  switch (permission.kind) {
    case "decided":
      return permission;
    case "own-request":
    case "same-person":
      throw new Refusal(`approval.${permission.kind}`);
    case "over":
    case "not-asked":
      throw new Refusal("approval.over");
    case "may": {
      const next = withDecision(approval, permission.seat, { member, person, at, ...verdictIn(content) });
      const freed = await freedAsks(world, ask, approval, permission.seat);
      return { kind: "writes", writes: [replace(Approval, approval, next), ...freed, ...tellRequester(world, next)] };
    }
  }
}

/** The others who were asked for this seat are not asked any more: neither reminded nor able to decide after her. */
async function freedAsks(world: World, ask: Ask, approval: Approval, seat: number): Promise<Write[]> {
  const place = approval.seats[seat];
  const others = place ? [place, ...place.substitutes].filter(({ member }) => member !== ask.member) : [];
  const writes: Write[] = [];
  for (const { member } of others) {
    const other = await world.table.get(Ask, { collection: ask.collection, id: askId(ask.collection, member, 1) });
    if (other?.state === "open") writes.push(replace(Ask, other, { ...other, state: "closed" }));
  }
  return writes;
}

/** Once it is settled, the requester gets to know what has become of it, and a reason word for word. */
export function tellRequester(world: World, approval: Approval): Write[] {
  const { collection, network, process, requester, state } = approval;
  if (!requester || state === "pending" || state === "recalled" || state === "effective") return [];
  const letter: NewLetter = {
    ...{ process, kind: "ask.settled", version: `${collection}-${state}`, network },
    ...{ person: requester.person, member: requester.member, facts: { collection, state } },
  };
  return writeLetter(world, letter);
}

/** The approval once its collection has closed: what was not decided by then has expired or was recalled, and approves nothing. */
export function lapse(world: World, approval: Stored<Approval>, isRecalled: boolean): Write[] {
  if (approval.state !== "pending") return [];
  const next: Approval = { ...approval, state: isRecalled ? "recalled" : "expired" };
  return [replace(Approval, approval, next), ...tellRequester(world, next)];
}

/**
 * What was approved is done in the transaction that holds this write: it is lost when somebody takes an approval back at the
 * same moment, and from then on nobody can.
 */
export function takeEffect(approval: Stored<Approval>): Write {
  if (approval.state !== "approved") throw new Error(`${approval.collection} is ${approval.state}, not approved`);
  return replace(Approval, approval, { ...approval, state: "effective" });
}

/**
 * The requester takes her request back while it is pending: everybody who was asked is told and can decide no more. Refuses
 * anybody else, and one that is settled (`approval.over`).
 */
export async function recallApproval(
  world: World,
  { collection: id, actor, reason }: { collection: string; actor: string; reason: string },
): Promise<void> {
  await untilWritten(async () => {
    const approval = await readApproval(world, id);
    const collection = await world.table.get(Collection, { id });
    if (!collection) throw new Refusal("not-found");
    if (approval.requester?.member !== actor) throw new Refusal("not-yours");
    if (approval.state !== "pending") throw new Refusal("approval.over");
    const at = world.clock.now();
    const taken = { member: actor, reason, at };
    await world.table.write([
      replace(Approval, approval, { ...approval, state: "recalled", taken }),
      replace(Collection, collection, recalled(collection, { why: "recalled", by: actor, reason, at })),
    ]);
  });
}

/**
 * One who has approved takes that back, with a reason: the approval is revoked as a whole and approves nothing. Refuses a
 * reason that is none, somebody who has not approved (`not-yours`), and from when it has taken effect, or is settled
 * otherwise, `approval.over`.
 */
export async function revokeApproval(
  world: World,
  { collection: id, member, reason }: { collection: string; member: string; reason: string },
): Promise<void> {
  const words = reason.trim();
  if (words.length < REASON_LEAST) {
    const details = { limit: REASON_LEAST };
    throw new Refusal("input.invalid", { problems: [{ field: "reason", code: "min_length", details }] });
  }
  await untilWritten(async () => {
    const approval = await readApproval(world, id);
    const collection = await world.table.get(Collection, { id });
    if (!collection) throw new Refusal("not-found");
    const isHers = approval.seats.some(({ decision }) => decision?.member === member && decision.verdict === "approve");
    if (!isHers) throw new Refusal("not-yours");
    if (approval.state !== "pending" && approval.state !== "approved") throw new Refusal("approval.over");
    const next: Approval = {
      ...{ ...approval, state: "revoked" },
      taken: { member, reason: words, at: world.clock.now() },
    };
    await world.table.write([
      replace(Approval, approval, next),
      replace(Collection, collection, { ...collection, nudges: collection.nudges + 1 }),
      ...tellRequester(world, next),
    ]);
  });
}
