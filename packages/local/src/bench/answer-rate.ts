import type { Absentee } from "./absentees.ts";
import { median } from "./figures.ts";
import { CLIENTS, type Done } from "./jobs.ts";
import type { OneAnswer } from "./one-answer.ts";
import type { Row } from "./row.ts";
import type { Site } from "./site.ts";

const ROUNDS = 9;
const ANSWERS_A_ROUND = 300;
const LEAST = 0.6;

/** Both sides once to warm up, then in turn. */
export const ABSENTEES_NEEDED = (ROUNDS + 1) * 2 * ANSWERS_A_ROUND;

/**
 * Answers through HTTP against transactions that the SDK alone writes: the same three items, conditions and sizes, into the
 * same table. `model` is the one answer, and `by` who gave it, that the bare transactions are made from.
 */
export async function answerRate(site: Site, model: OneAnswer, by: Absentee): Promise<Row> {
  const transaction = transactionOf(model);
  const rounds: { answers: number; bare: number; ratio: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const isBareFirst = round % 2 === 1;
    const first = isBareFirst ? await bareRound(site, transaction, by) : await answerRound(site);
    const second = isBareFirst ? await answerRound(site) : await bareRound(site, transaction, by);
    const [answers, bare] = isBareFirst ? [second, first] : [first, second];
    if (round > 0) rounds.push({ answers, bare, ratio: answers / bare });
  }
  const [ratio, answers, bare] = (["ratio", "answers", "bare"] as const).map((of) =>
    median(rounds.map((round) => round[of])),
  );
  return {
    what: `Answers through HTTP, ${CLIENTS} clients, against bare transactions`,
    target: `at least ${LEAST}`,
    measured: `${ratio?.toFixed(2)} (${answers?.toFixed(0)} answers/s, ${bare?.toFixed(0)} bare/s)`,
    isMet: ratio !== undefined && ratio >= LEAST,
  };
}

/** Answers a second; that their forms are opened before is not counted. */
async function answerRound(site: Site): Promise<number> {
  const { url } = site;
  const tokens = site.take(ANSWERS_A_ROUND).map(({ token }) => token);
  const { forms } = await site.run({ kind: "open", url, tokens });
  return rate(await site.run({ kind: "answer", url, forms }));
}

/** Bare transactions a second. */
async function bareRound(site: Site, transaction: string, from: Absentee): Promise<number> {
  const absentees = site.take(ANSWERS_A_ROUND);
  return rate(await site.run({ kind: "transact", place: site.place, transaction, from, absentees }));
}

const rate = ({ milliseconds, each }: Done) => (each.length * 1000) / milliseconds;

function transactionOf({ sent }: OneAnswer): string {
  const call = sent.find(({ name }) => name === "TransactWriteItems");
  if (!call) throw new Error("an answer wrote no transaction");
  return JSON.stringify(call.input);
}
