import { inDaytime } from "../ask/index.ts";
import { inZone } from "../i18n/index.ts";
import { after, type Instant, secondsBetween, toInstant } from "../kit/index.ts";
import { type Presence, presentAt, type RulesProfile, requiredVotes, type Stay } from "../vote/index.ts";

/** Until when a session that begins at this moment is to have been held: 30 days later. */
export function heldBy(startsAt: Instant): Instant {
  return after(startsAt, { days: 30 });
}

/** So long after the beginning a meeting that nobody has opened is asked about. */
const UNOPENED_AFTER = { hours: 2 };
/** So long after its expected end, or its opening where none is expected, one that nobody has closed is asked about. */
const UNCLOSED_AFTER = { hours: 12 };

/** What the recorder has not done in time: the meeting was not opened, or not closed. */
export type Overdue = "unopened" | "unclosed";

type MeetingTimes = {
  meeting: "planned" | "open" | "closed" | "cancelled";
  startsAt: Instant;
  endsAt?: Instant | undefined;
  beganAt?: Instant | undefined;
  zone: string;
};

/** What will be overdue, and from when on somebody is told of it, by day; nothing once the meeting is over. */
export function overdueFrom(session: MeetingTimes): { what: Overdue; at: Instant } | undefined {
  const { meeting, startsAt, endsAt, beganAt, zone } = session;
  switch (meeting) {
    case "planned":
      return { what: "unopened", at: inDaytime(after(startsAt, UNOPENED_AFTER), zone) };
    case "open": {
      const begun = beganAt ?? startsAt;
      const end = endsAt !== undefined && endsAt > begun ? endsAt : begun;
      return { what: "unclosed", at: inDaytime(after(end, UNCLOSED_AFTER), zone) };
    }
    case "closed":
    case "cancelled":
      return undefined;
  }
}

/** Whether the meeting should have been opened or closed by now, and nobody has been told of that yet. */
export function isOverdue(session: MeetingTimes & { overdue?: Overdue | undefined }, now: Instant): boolean {
  const overdue = overdueFrom(session);
  return overdue !== undefined && overdue.what !== session.overdue && overdue.at <= now;
}

/** The recorder's days for the draft and for her answers, and the verifiers' for their approval. */
const DRAFT_DAYS = 3;
const REPLY_DAYS = 3;
const APPROVAL_DAYS = 4;
/** The hour of the evening at which each of these deadlines ends. */
const EVENING = 20;

/** 20.00 of the day that is so many days after this one, in the zone. */
function eveningAfter(instant: Instant, days: number, zone: string): Instant {
  const day = inZone(instant, zone).add({ days }).withPlainTime({ hour: EVENING });
  return toInstant(day.epochMilliseconds);
}

type MinutesDeadlines = { draft: Instant; corrections: Instant; replies: Instant; approval: Instant };

/** Until when each step of the minutes waits, set when the meeting is closed. */
export function minutesDeadlines(closedAt: Instant, correctionDays: number, zone: string): MinutesDeadlines {
  const after = (days: number) => eveningAfter(closedAt, days, zone);
  const corrections = DRAFT_DAYS + correctionDays;
  return {
    draft: after(DRAFT_DAYS),
    corrections: after(corrections),
    replies: after(corrections + REPLY_DAYS),
    approval: after(corrections + REPLY_DAYS + APPROVAL_DAYS),
  };
}

/** After a verifier's objection the recorder and the verifiers have their days again, and never fewer than they had. */
export function deadlinesAfterObjection<D extends { replies?: Instant | undefined; approval?: Instant | undefined }>(
  deadlines: D,
  now: Instant,
  zone: string,
): D {
  const later = (had: Instant | undefined, days: number) => {
    const again = eveningAfter(now, days, zone);
    return had !== undefined && had > again ? had : again;
  };
  const replies = later(deadlines.replies, REPLY_DAYS);
  return { ...deadlines, replies, approval: later(deadlines.approval, REPLY_DAYS + APPROVAL_DAYS) };
}

const inOrder = ["draft", "corrections", "replies", "approval"] as const;

type Deadlines = { meeting: Instant } & Partial<Record<(typeof inOrder)[number], Instant | undefined>>;

/** The deadlines with a later one for this step; those of the steps after it move along. */
export function movedDeadlines<D extends Deadlines>(
  deadlines: D,
  step: "meeting" | (typeof inOrder)[number],
  until: Instant,
): D {
  if (step === "meeting") return { ...deadlines, meeting: until };
  const had = deadlines[step];
  const seconds = had === undefined ? 0 : secondsBetween(had, until);
  const following = inOrder.slice(inOrder.indexOf(step) + 1);
  const moved = following.flatMap((one) => {
    const at = deadlines[one];
    return at === undefined ? [] : [[one, after(at, { seconds })] as const];
  });
  return { ...deadlines, [step]: until, ...Object.fromEntries(moved) };
}

/** The quorum of a session as the recorder sees it at a moment: how many of the roll are there, how many it takes. */
export type LiveQuorum = { present: number; required: number; members: number; isMet: boolean };

export function quorumAt(
  roll: readonly string[],
  presence: Presence,
  profile: Pick<RulesProfile, "quorum">,
  at: Instant,
): LiveQuorum {
  const present = presentAt(roll, presence, at);
  const required = requiredVotes(profile.quorum, roll.length);
  return { present, required, members: roll.length, isMet: present >= required };
}

/** The stays after somebody came at this moment; who is there already stays as she is. */
export function arrive(stays: readonly Stay[], at: Instant): Stay[] {
  return isThere(stays) ? [...stays] : [...stays, { from: at }];
}

/** The stays after somebody left at this moment. */
export function leave(stays: readonly Stay[], at: Instant): Stay[] {
  return stays.map((stay) => (stay.until === undefined ? { ...stay, until: at > stay.from ? at : stay.from } : stay));
}

/** The stays of a meeting that ended at this moment: who was still there left with it, and nobody came after it. */
export function staysUntil(stays: readonly Stay[], closedAt: Instant): Stay[] {
  return stays
    .filter(({ from }) => from <= closedAt)
    .map(({ from, until }) => ({ from, until: until !== undefined && until < closedAt ? until : closedAt }));
}

export function isThere(stays: readonly Stay[]): boolean {
  return stays.some((stay) => stay.until === undefined);
}
