import { toInstant } from "@quorate/core/kit";
import {
  absenteesOf,
  attendanceOf,
  LiveVote,
  liveMarks,
  overlaps,
  type Presence,
  presentAt,
  Stay,
  wasPresentAt,
} from "@quorate/core/vote";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";

/** 10.00 Belgrade time on the day of the session, and so many minutes. */
function at(minute: number): string {
  return toInstant(Date.parse("2026-03-13T09:00:00.000Z") + minute * 60_000);
}

function stay(from: number, until?: number): Stay {
  return until === undefined ? { from: at(from) } : { from: at(from), until: at(until) };
}

const itemThree: LiveVote = { openedAt: at(60), closedAt: at(70) };

describe("votes R3: whose presence overlaps a live vote (open from minute 60 to minute 70)", () => {
  test.each([
    { words: "who stays to the end of the session", stays: [stay(0)], has: true },
    { words: "who leaves before the vote opens", stays: [stay(0, 50)], has: false },
    { words: "who leaves at the moment it opens", stays: [stay(0, 60)], has: false },
    { words: "who leaves while it is open", stays: [stay(0, 65)], has: true },
    { words: "who leaves at the moment it closes", stays: [stay(0, 70)], has: true },
    { words: "who comes while it is open", stays: [stay(65)], has: true },
    { words: "who comes at the moment it closes", stays: [stay(70)], has: true },
    { words: "who comes after it closed", stays: [stay(71)], has: false },
    { words: "who comes and goes while it is open", stays: [stay(62, 64)], has: true },
    { words: "who was out for exactly this vote", stays: [stay(0, 60), stay(71)], has: false },
    { words: "who came back in the middle of it", stays: [stay(0, 30), stay(66)], has: true },
    { words: "who is recorded as leaving as she came", stays: [stay(65, 65)], has: false },
    { words: "who never came", stays: [], has: false },
  ])("a member $words: $has", ({ stays, has }) => {
    expect(overlaps(stays, itemThree)).toBe(has);
  });

  test("a member present for items 1 and 2 and gone for item 3 is asked about item 3 only", () => {
    const roll = ["ana", "bo"];
    const presence = { ana: [stay(0)], bo: [stay(0, 55)] };
    const items = [
      { openedAt: at(10), closedAt: at(20) },
      { openedAt: at(30), closedAt: at(40) },
      { openedAt: at(60), closedAt: at(70) },
    ];
    expect(items.map((item) => absenteesOf(roll, presence, item))).toEqual([[], [], ["bo"]]);
  });

  test("a guest, or a member admitted after the roll was taken, gets no live mark and is not in the quorum", () => {
    const presence = { ana: [stay(0)], guest: [stay(0)] };
    expect(liveMarks(["ana"], presence, itemThree)).toEqual(["ana"]);
    expect(presentAt(["ana"], presence, at(61))).toBe(1);
  });
});

describe("presence at a moment", () => {
  test.each([
    { words: "before she comes", minute: 9, present: false },
    { words: "at the moment she comes", minute: 10, present: true },
    { words: "while she is there", minute: 15, present: true },
    { words: "at the moment she leaves", minute: 20, present: false },
  ])("$words: $present", ({ minute, present }) => {
    expect(wasPresentAt([stay(10, 20)], at(minute))).toBe(present);
  });
});

describe("what is refused", () => {
  test("a stay that ends before it begins", () => {
    expect(v.is(Stay, stay(20, 10))).toBe(false);
    expect(v.is(Stay, stay(10, 20))).toBe(true);
  });

  test("a live vote that closed before it opened", () => {
    expect(v.is(LiveVote, { openedAt: at(20), closedAt: at(10) })).toBe(false);
  });
});

const minute = fc.integer({ min: 0, max: 30 });
const anyStay = fc
  .tuple(minute, fc.option(minute, { nil: undefined }))
  .map(([from, until]) => stay(from, until === undefined ? undefined : Math.max(from, until)));
const roll = ["ana", "bo", "cica", "dara"];
const anyPresence: fc.Arbitrary<Presence> = fc.record({
  ana: fc.array(anyStay, { maxLength: 3 }),
  bo: fc.array(anyStay, { maxLength: 3 }),
  cica: fc.array(anyStay, { maxLength: 3 }),
  guest: fc.array(anyStay, { maxLength: 3 }),
});
const anyLiveVote = fc
  .tuple(minute, minute)
  .map(([one, other]) => ({ openedAt: at(Math.min(one, other)), closedAt: at(Math.max(one, other)) }));

describe("for any presence list and any live vote", () => {
  test("presence overlaps the vote exactly when she was there at one of its moments", () => {
    fc.assert(
      fc.property(fc.array(anyStay, { maxLength: 3 }), anyLiveVote, (stays, liveVote) => {
        let wasThere = false;
        for (let moment = 0; moment <= 30; moment += 1) {
          const instant = at(moment);
          if (instant < liveVote.openedAt || instant > liveVote.closedAt) continue;
          wasThere ||= wasPresentAt(stays, instant);
        }
        expect(overlaps(stays, liveVote)).toBe(wasThere);
      }),
    );
  });

  test("everyone on the roll either has a live mark or is an absentee, never both", () => {
    fc.assert(
      fc.property(anyPresence, anyLiveVote, (presence, liveVote) => {
        const marked = liveMarks(roll, presence, liveVote);
        const absent = absenteesOf(roll, presence, liveVote);
        expect([...marked, ...absent].sort()).toEqual(roll);
      }),
    );
  });

  test("whoever is counted at the opening or the close has a live mark", () => {
    fc.assert(
      fc.property(anyPresence, anyLiveVote, (presence, liveVote) => {
        const { atOpening, atClosing, duringVote } = attendanceOf(roll, presence, liveVote);
        expect(Math.max(atOpening, atClosing)).toBeLessThanOrEqual(duringVote);
        expect(duringVote).toBe(liveMarks(roll, presence, liveVote).length);
      }),
    );
  });
});
