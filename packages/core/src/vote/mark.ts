import * as v from "valibot";
import { Instant } from "../kit/index.ts";

/** What a member's roll item says of one vote: one mark, whatever the channel (votes R3). */
export const Mark = v.picklist(["none", "live", "letter"]);
export type Mark = v.InferOutput<typeof Mark>;

/**
 * One stay of a member at the session: present from `from` on, gone at `until`, still there when it has none. Somebody who
 * leaves and comes back has two.
 */
export const Stay = v.pipe(
  v.object({ from: Instant, until: v.optional(Instant) }),
  v.check(({ from, until }) => until === undefined || from <= until, "a stay that ends before it begins"),
);
export type Stay = v.InferOutput<typeof Stay>;

/** The attested presence list: the stays of each member who came, by member id. */
export const Presence = v.record(v.string(), v.array(Stay));
export type Presence = v.InferOutput<typeof Presence>;

/** When a live vote was open: both moments belong to it. */
export const LiveVote = v.pipe(
  v.object({ openedAt: Instant, closedAt: Instant }),
  v.check(({ openedAt, closedAt }) => openedAt <= closedAt, "a live vote that closed before it opened"),
);
export type LiveVote = v.InferOutput<typeof LiveVote>;

/** Present at her arrival, no longer present at the moment she leaves. */
export function wasPresentAt(stays: readonly Stay[], instant: Instant): boolean {
  return stays.some(({ from, until }) => from <= instant && (until === undefined || instant < until));
}

/**
 * Whether she was present at any moment from the opening of the live vote to its close, both included. Who leaves at the
 * moment of opening was not; who arrives at the moment of the close was. So everyone who counts towards the quorum of a
 * vote has her live mark in it.
 */
export function overlaps(stays: readonly Stay[], { openedAt, closedAt }: LiveVote): boolean {
  return stays.some((stay) => {
    const firstShared = stay.from > openedAt ? stay.from : openedAt;
    return firstShared <= closedAt && wasPresentAt([stay], firstShared);
  });
}

/**
 * The members on the roll who get a live mark in this vote: those whose presence overlaps it, the abstaining included
 * (votes R3). Guests, and members admitted after the roll was taken, are not on it and get none (votes R7).
 */
export function liveMarks(roll: readonly string[], presence: Presence, liveVote: LiveVote): string[] {
  return roll.filter((member) => overlaps(staysOf(presence, member), liveVote));
}

/** The members on the roll without a live mark: those asked by letter about this vote, if it is put to letters. */
export function absenteesOf(roll: readonly string[], presence: Presence, liveVote: LiveVote): string[] {
  return roll.filter((member) => !overlaps(staysOf(presence, member), liveVote));
}

/** How many of the roll were present at a moment. */
export function presentAt(roll: readonly string[], presence: Presence, instant: Instant): number {
  return roll.filter((member) => wasPresentAt(staysOf(presence, member), instant)).length;
}

function staysOf(presence: Presence, member: string): readonly Stay[] {
  return presence[member] ?? [];
}
