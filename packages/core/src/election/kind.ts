import { type ProcessKind, parkRow, renewRow } from "../process/index.ts";
import { tendCancellation } from "./cancellation.ts";
import { answeringFor } from "./duties.ts";
import { electionNews } from "./news.ts";
import { process } from "./process.ts";
import { Election, electionsOf, openElections } from "./records.ts";
import { signalIfDue } from "./steps.ts";
import { tasks } from "./tasks.ts";

/** The election as its runtime knows it. */
export const kind: ProcessKind = {
  name: Election.kind,
  definition: process,
  tasks,
  findIn: electionsOf,
  findOpen: openElections,
  park: (world, id, why) => parkRow(world, Election, id, why, (election) => answeringFor(world, election)),
  renew: (world, id) => renewRow(world, Election, id),
  tend: tendCancellation,
  news: electionNews,
  signalIfDue,
};
