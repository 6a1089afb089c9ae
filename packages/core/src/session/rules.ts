import { after, type Instant } from "../kit/index.ts";
import { type Presence, presentAt, type RulesProfile, requiredVotes, type Stay } from "../vote/index.ts";

/** Until when a session that begins at this moment is to have been held: 30 days later. */
export function heldBy(startsAt: Instant): Instant {
  return after(startsAt, { days: 30 });
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

export function isThere(stays: readonly Stay[]): boolean {
  return stays.some((stay) => stay.until === undefined);
}
