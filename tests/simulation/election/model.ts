import { isDeepStrictEqual } from "node:util";
import { after, type Instant } from "@quorate/core/kit";
import { plainProfile, type Vote } from "@quorate/core/vote";
import { count, isAsked, type Voted, type Voter } from "../../core/vote/naive-counter.ts";
import { type Scenario, STANDING, votedBy } from "./founding.ts";

/**
 * What we hold to be true of an election from its letters on, by the rules alone: it knows members, what each said, and a clock; of
 * the code that is tested it uses the names of types only.
 */
export type Model = {
  scenario: Scenario;
  votes: Vote[];
  members: Member[];
  stage: "letters" | "waiver" | "declaration" | "returned" | "declared" | "annulment" | "annulled" | "final";
  deadline: Instant;
  /** Who has approved the outcomes in this turn, and whether the coordinator has said why it goes on. */
  approved: Set<number>;
  isReturned: boolean;
  isWaived: boolean;
  objected: Set<number>;
  objectionsUntil: Instant | undefined;
  annulment: { by: number; until: Instant; decision: "agree" | "object" | undefined } | undefined;
  addressChanges: number;
};

export type Verdict = "for" | "against" | "abstain";

export type Member = {
  /** The votes that she is asked about. */
  parts: string[];
  epoch: number;
  /** How many answers of hers were taken. */
  version: number;
  inForce: { verdicts: Verdict[]; version: number; at: Instant } | undefined;
  /** A form that she has had open for a while. */
  held: { token: string; page: string; epoch: number; openedAt: Instant; version: number } | undefined;
  /** How many addresses she has had since. */
  addresses: number;
  isUndelivered: boolean;
  isWaived: boolean;
  /** Something of hers came after its time and before her letter was closed. */
  isLate: boolean;
  /** Whether something late of hers was kept; only the first is. */
  wasLate: boolean;
  hasLeft: boolean;
  /** She left before she had voted: her place counts no more (R7). */
  isRemoved: boolean;
};

const GRACE = { minutes: 5 };

export function newModel(scenario: Scenario, deadline: Instant): Model {
  const votes = scenario.rules.map((rules, index) => voteOf(scenario, rules, index));
  const members = Array.from({ length: scenario.size }, (_, at): Member => {
    const parts = votes.flatMap((vote, index) =>
      isAway(scenario, index, at) && goesOut(scenario, vote, index) ? [vote.id] : [],
    );
    return {
      ...{ parts, epoch: 0, version: 0, addresses: 0, inForce: undefined, held: undefined },
      ...{
        isUndelivered: false,
        isWaived: false,
        isLate: false,
        wasLate: false,
        hasLeft: false,
        isRemoved: false,
      },
    };
  });
  const model: Model = {
    ...{ scenario, votes, members, stage: "letters", deadline, addressChanges: 0 },
    ...{ approved: new Set(), isReturned: false, isWaived: false, objected: new Set() },
    ...{ objectionsUntil: undefined, annulment: undefined },
  };
  if (members.every(({ parts }) => parts.length === 0)) goOn(model, deadline);
  return model;
}

function voteOf({ mode, meets }: Scenario, rules: Scenario["rules"][number], index: number): Vote {
  const shared = {
    ...{ id: `v${index + 1}`, title: "", profile: { ...plainProfile, ...rules }, mode },
    method: meets ? ("hands" as const) : ("form" as const),
  };
  if (index === 0 || !meets) return { ...shared, kind: "adopt", text: { title: "", body: "", hash: "" } };
  const candidates = STANDING.map((at, place) => ({ id: `c${place + 1}`, member: String(at) }));
  return { ...shared, kind: "elect", seats: 1, ballot: "plurality", candidates };
}

const isAway = ({ hands }: Scenario, vote: number, at: number) => hands[vote]?.[at] === "away";
export const isChoice = (vote: Vote) => vote.kind === "elect";

function inTheRoom({ hands, size }: Scenario, vote: Vote, index: number): Voter[] {
  return Array.from({ length: size }, (_, at): Voter => {
    const hand = hands[index]?.[at] ?? "away";
    if (hand === "away") return { was: "away" };
    return { was: "present", atOpening: true, atClosing: true, voted: votedBy(hand, isChoice(vote)) };
  });
}

const goesOut = (scenario: Scenario, vote: Vote, index: number) => isAsked(vote, inTheRoom(scenario, vote, index));

/** What an answer says in a vote: a result is confirmed or not, whoever stood; the vote itself names one of two. */
function saidOn(vote: Vote, verdict: Verdict): Voted {
  return isChoice(vote) && vote.mode === "combined" ? votedBy(verdict, true) : verdict;
}

const isAnswered = ({ inForce }: Member) => inForce !== undefined;
/** Her letter came back and nothing came from her before the close, not even late: that is not silence (R4). */
const isUnreached = (member: Member) => member.isUndelivered && !isAnswered(member) && !member.isLate;

/** Every member on the roll as she took part in one vote; `reached`: those who were not reached, with what they may have said. */
function votersOf(
  { scenario, votes, members }: Model,
  index: number,
  reached: ReadonlyMap<number, Voter> = new Map(),
): Voter[] {
  const vote = votes[index];
  if (!vote) throw new Error(`no vote ${index}`);
  return inTheRoom(scenario, vote, index).flatMap((voter, at): Voter[] => {
    const member = members[at];
    const instead = reached.get(at);
    if (!member || member.isRemoved) return [];
    if (instead) return [instead];
    if (!member.parts.includes(vote.id)) return [voter];
    const verdict = member.inForce?.verdicts[index];
    const voted = verdict && saidOn(vote, verdict);
    const isLate = member.isLate && !isAnswered(member);
    return [{ was: "asked", voted, isLate, hasBounced: member.isUndelivered }];
  });
}

/** What a vote comes to, counted member by member. */
export function outcomeOf(model: Model, index: number) {
  const vote = model.votes[index];
  if (!vote) throw new Error(`no vote ${index}`);
  return count(vote, votersOf(model, index));
}

/** The letters of a vote by what became of them; every one is in exactly one group (R4). */
export function groupsOf(model: Model, index: number) {
  const groups = { for: 0, against: 0, abstain: 0, silent: 0, late: 0, undelivered: 0 };
  for (const member of model.members) {
    if (member.isRemoved || !member.parts.includes(`v${index + 1}`)) continue;
    const verdict = member.inForce?.verdicts[index];
    if (verdict) groups[verdict] += 1;
    else if (isUnreached(member)) groups.undelivered += 1;
    else groups.silent += 1;
    if (!verdict && member.isLate) groups.late += 1;
  }
  return groups;
}

/** Whether some answers of those who were not reached would give another outcome: every combination is tried (R4). */
function couldUnreachedChange(model: Model, index: number): boolean {
  const vote = model.votes[index];
  const unreached = model.members.flatMap((member, at) =>
    vote && !member.isRemoved && member.parts.includes(vote.id) && isUnreached(member) ? [at] : [],
  );
  if (!vote || !unreached.some((at) => !model.members[at]?.isWaived)) return false;
  const now = count(vote, votersOf(model, index));
  const tries = (left: readonly number[], so: ReadonlyMap<number, Voter>): boolean => {
    const [at, ...others] = left;
    if (at === undefined) return !isDeepStrictEqual(count(vote, votersOf(model, index, so)), now);
    return (["for", "against", "abstain", undefined] as const).some((verdict) => {
      const voted = verdict && saidOn(vote, verdict);
      return tries(others, new Map([...so, [at, { was: "asked", voted, isLate: false, hasBounced: true }]]));
    });
  };
  return tries(unreached, new Map());
}

/** Whether an answer counts now: in the window, or in the grace for a form that was opened in it (R9). */
export function isInTime({ stage, deadline }: Model, now: Instant, openedAt: Instant): boolean {
  if (stage !== "letters") return false;
  return now <= deadline || (now <= after(deadline, GRACE) && openedAt <= deadline);
}

export function closesAt({ deadline }: Model): Instant {
  return after(deadline, GRACE);
}

/** The letters are closed when their time is over, or everybody has answered (R10). */
export function isToClose(model: Model, now: Instant): boolean {
  return (
    now >= closesAt(model) ||
    model.members.every((member) => member.parts.length === 0 || isAnswered(member) || member.hasLeft)
  );
}

/** Whether she stands on a roll that is open: until her letter is closed, or, without one, until the election has ended. */
export function isOnOpenRoll(model: Model, member: Member): boolean {
  if (model.stage === "final" || model.stage === "annulled") return false;
  return member.parts.length === 0 || model.stage === "letters";
}

/** The machine goes on as far as it can at this moment. */
export function goOn(model: Model, now: Instant): void {
  switch (model.stage) {
    case "letters":
      if (!isToClose(model, now)) return;
      model.stage = model.votes.some((_, index) => couldUnreachedChange(model, index)) ? "waiver" : "declaration";
      goOn(model, now);
      return;
    case "waiver":
      if (!model.isWaived) return;
      model.stage = "declaration";
      goOn(model, now);
      return;
    case "declaration":
      if (model.isReturned) model.stage = "returned";
      else if (model.approved.size === 2) {
        model.stage = "declared";
        // Five days, to the end of the last one.
        model.objectionsUntil = after(`${now.slice(0, 10)}T00:00:00.000Z`, { days: 6 });
      }
      return;
    case "declared":
      if (model.objectionsUntil !== undefined && now >= model.objectionsUntil) model.stage = "final";
      return;
    case "annulment": {
      const { decision, until = now } = model.annulment ?? {};
      if (decision === "agree") model.stage = "annulled";
      else if (decision === "object" || now >= after(until, GRACE)) {
        model.stage = "declared";
        model.annulment = undefined;
        goOn(model, now);
      }
      return;
    }
    case "returned":
    case "annulled":
    case "final":
      return;
  }
}

export function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error("there is none");
  return found;
}
