import type { Instant, Problem } from "../kit/index.ts";
import type { Approval, ApprovalRule, Decider, Decision, Seat } from "./approval.ts";

/** The shortest reason that is one (asks 12). */
export const REASON_LEAST = 10;

/** Every decision, in the order in which they were made. */
export function decisionsIn({ seats }: Pick<Approval, "seats">): Decision[] {
  return seats.flatMap(({ decision }) => decision ?? []).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** What the decisions so far amount to under the rule. Silence is no decision, so time alone changes nothing here. */
export function standing({ rule, seats }: Pick<Approval, "rule" | "seats">): "pending" | "approved" | "returned" {
  const decisions = decisionsIn({ seats });
  const approved = decisions.filter(({ verdict }) => verdict === "approve").length;
  const returned = decisions.length - approved;
  switch (rule.kind) {
    case "any-one":
      return approved > 0 ? "approved" : returned > 0 ? "returned" : "pending";
    case "all":
      return enough(approved, returned, seats.length, seats.length);
    case "k-of-n":
      return enough(approved, returned, seats.length, rule.k);
  }
}

function enough(approved: number, returned: number, of: number, needed: number) {
  if (approved >= needed) return "approved";
  return returned > of - needed ? "returned" : "pending";
}

/** The decision that settled it, or the return or approval that came last before it was settled. */
export function decisive(approval: Pick<Approval, "seats">): Decision | undefined {
  return decisionsIn(approval).at(-1);
}

/** Whether somebody may decide now, and at which seat; if not, why, and who was first. */
export type Permission =
  | { kind: "may"; seat: number }
  | { kind: "decided"; first: Decision }
  | { kind: "over" }
  | { kind: "own-request" }
  | { kind: "same-person"; first: Decision }
  | { kind: "not-asked" };

/**
 * A person decides once, at one seat: her own, or the first open one at which her time as a substitute has come. Never the
 * person who asks for the approval, whatever place she holds and also not as a substitute.
 */
export function mayDecide(approval: Approval, { member, person }: Decider, now: Instant): Permission {
  const { requester, seats, state } = approval;
  if (person === requester?.person || member === requester?.member) return { kind: "own-request" };
  const last = decisive(approval);
  if (state !== "pending") return last && state !== "expired" && state !== "recalled" ? decidedBy(last) : OVER;
  const places = seats.flatMap((seat, index) => (isAskedAt(seat, member, now) ? [{ seat, index }] : []));
  const open = places.find(({ seat }) => !seat.decision);
  const hers = decisionsIn(approval).find((decision) => decision.person === person);
  if (hers) return open ? { kind: "same-person", first: hers } : decidedBy(hers);
  if (open) return { kind: "may", seat: open.index };
  const first = places[0]?.seat.decision;
  return first ? decidedBy(first) : { kind: "not-asked" };
}

const OVER = { kind: "over" } as const;
const decidedBy = (first: Decision) => ({ kind: "decided", first }) as const;

function isAskedAt(seat: Seat, member: string, now: Instant): boolean {
  return seat.member === member || seat.substitutes.some((one) => one.member === member && one.after <= now);
}

/** The approval with one more decision at a seat: settled as soon as the rule is met. */
export function withDecision(approval: Approval, seat: number, decision: Decision): Approval {
  const seats = approval.seats.map((one, index) => (index === seat ? { ...one, decision } : one));
  return { ...approval, seats, state: standing({ rule: approval.rule, seats }) };
}

/** Somebody who is asked to decide, and in whose place. */
export type Approver = Decider & { insteadOf?: string };

/**
 * Who is to be asked at this moment: the approvers of the open seats, and the substitutes whose time has come. Nobody who has
 * decided, and never the requester.
 */
export function approversNow(approval: Approval, now: Instant): Approver[] {
  if (approval.state !== "pending") return [];
  const settled = new Set(decisionsIn(approval).map(({ person }) => person));
  const asked = new Map<string, Approver>();
  for (const { member, person, substitutes, decision } of approval.seats) {
    if (decision) continue;
    const due = substitutes.filter(({ after }) => after <= now);
    const instead = due.map((one) => ({ member: one.member, person: one.person, insteadOf: member }));
    for (const one of [{ member, person }, ...instead]) {
      if (!settled.has(one.person) && one.person !== approval.requester?.person && !asked.has(one.member)) {
        asked.set(one.member, one);
      }
    }
  }
  return [...asked.values()];
}

/** When the next substitute is to be asked; undefined when none is left. */
export function nextEscalation(approval: Approval, now: Instant): Instant | undefined {
  if (approval.state !== "pending") return undefined;
  const ahead = approval.seats
    .filter(({ decision }) => !decision)
    .flatMap(({ substitutes }) => substitutes.map(({ after }) => after))
    .filter((after) => after > now);
  return ahead.toSorted()[0];
}

/** What contradicts itself in an approval that is to be asked for, by field: nothing, when it can be decided by two people. */
export function checkApproval(plan: {
  rule: ApprovalRule;
  requester?: Decider | undefined;
  seats: readonly Seat[];
}): Problem[] {
  const { rule, requester, seats } = plan;
  const problems: Problem[] = [];
  const persons = seats.map(({ person }) => person);
  if (persons.length === 0 || (rule.kind === "k-of-n" && (rule.k < 1 || rule.k > persons.length))) {
    problems.push({ field: "approvers", code: "too-few" });
  }
  for (const [index, seat] of seats.entries()) {
    if (persons.indexOf(seat.person) !== index) problems.push({ field: `approvers.${index}`, code: "same-person" });
    if (seat.person === requester?.person) problems.push({ field: `approvers.${index}`, code: "own-request" });
    for (const [place, { person }] of seat.substitutes.entries()) {
      const field = `approvers.${index}.substitutes.${place}`;
      if (person === requester?.person) problems.push({ field, code: "own-request" });
      else if (persons.includes(person)) problems.push({ field, code: "same-person" });
    }
  }
  return problems;
}
