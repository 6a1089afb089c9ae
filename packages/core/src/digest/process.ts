import { choose, machine, type States, task } from "../ask/index.ts";

/**
 * A digest run: everybody whose digest is due gets one letter across all her networks, what she owes first.
 *
 * Nobody is asked anything, and nobody opens it: it begins by itself as soon as somebody's digest is due and no other run is on
 * its way. Then:
 *
 * 1. Digests. Page by page, each person whose time has come is looked at: what waits for her answer, what is coming, what was
 *    decided since the last digest that reached her, and for coordinators what is stuck and how many have answered. If there is
 *    anything, her letter is written, once for each period; if there is nothing, none is. Either way her next time is set.
 *    A person is written to between 7 and 20 of a working day in her zone, by default on Monday at 7; what comes later, because
 *    the machine was away, waits for the next such hour. Who cannot be looked at is put off until then, so that one fault
 *    keeps no letter from anybody else.
 * 2. Written. The run has ended.
 *
 * Whatever else fails parks the run; the next one begins in its place and goes on with those who are left.
 */
const states: States = {
  Resume: task("Resume", "ResumeAt"),
  ResumeAt: choose({ digests: "WriteDigests", written: "End" }),

  WriteDigests: task("WriteDigests", "DigestsWritten"),
  DigestsWritten: choose({ more: "WriteDigests", written: "End" }),

  End: task("End", "Ended"),
  Ended: { Type: "Succeed" },
};

/** The digest run as Amazon States Language, JSONata. Its input: `network`, which is nobody's, and `process`, its id. */
export const process = machine("One letter to everybody whose digest is due", states);
