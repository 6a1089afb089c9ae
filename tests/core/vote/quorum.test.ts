import { toInstant } from "@quorate/core/kit";
import { Attendance, attendanceOf, type Presence, plainProfile, quorumOf } from "@quorate/core/vote";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { profile, throughout } from "./fixtures.ts";

describe("R6 Quorum per vote: of 27 members it is 14, at the opening and at the close", () => {
  test.each([
    { words: "18 throughout", atOpening: 18, atClosing: 18, isMet: true },
    { words: "14 throughout", atOpening: 14, atClosing: 14, isMet: true },
    { words: "one leaves, from 14 to 13", atOpening: 14, atClosing: 13, isMet: false },
    { words: "one comes too late, from 13 to 14", atOpening: 13, atClosing: 14, isMet: false },
    { words: "13 throughout", atOpening: 13, atClosing: 13, isMet: false },
  ])("$words: $isMet", ({ atOpening, atClosing, isMet }) => {
    const attendance = { atOpening, atClosing, duringVote: Math.max(atOpening, atClosing) };
    expect(quorumOf(plainProfile, 27, attendance, 0)).toEqual({
      isMet,
      required: 14,
      atOpening,
      atClosing,
      byLetter: 0,
    });
  });

  test("answers by letter do not count unless the profile says so", () => {
    expect(quorumOf(plainProfile, 27, throughout(13), 5)).toMatchObject({ isMet: false, byLetter: 0 });
    const counting = profile({ lettersCountTowardsQuorum: true });
    expect(quorumOf(counting, 27, throughout(13), 0)).toMatchObject({ isMet: false, byLetter: 0 });
    expect(quorumOf(counting, 27, throughout(13), 1)).toMatchObject({ isMet: true, byLetter: 1 });
  });

  test("from 14 to 13 during item 3: items 1 and 2 stand, item 3 has no quorum", () => {
    const at = (minute: number) => toInstant(Date.parse("2026-03-13T09:00:00.000Z") + minute * 60_000);
    const roll = Array.from({ length: 27 }, (_, index) => `mem_${index}`);
    const presence: Presence = {};
    for (const member of roll.slice(0, 13)) presence[member] = [{ from: at(0) }];
    presence.mem_13 = [{ from: at(0), until: at(65) }];
    const items = [10, 30, 60].map((minute) => ({ openedAt: at(minute), closedAt: at(minute + 10) }));
    const quorums = items.map((item) => quorumOf(plainProfile, 27, attendanceOf(roll, presence, item), 0));
    expect(quorums.map(({ isMet }) => isMet)).toEqual([true, true, false]);
    expect(quorums[2]).toMatchObject({ atOpening: 14, atClosing: 13 });
  });

  test("an attendance with more at the close than during the whole vote is refused", () => {
    expect(v.is(Attendance, { atOpening: 14, atClosing: 15, duringVote: 14 })).toBe(false);
  });
});
