import { median } from "./figures.ts";
import { CLIENTS, type Done } from "./jobs.ts";
import { answerOnce } from "./one-answer.ts";
import type { Row } from "./row.ts";
import type { Processes, Site } from "./site.ts";

const ROUNDS = 7;
const ANSWERS_A_TURN = 200;
const LEAST = 0.6;

type Round = { answers: number; bare: number; ratio: number };
type Turn = (site: Site) => Promise<Done>;

/**
 * Answers through HTTP against transactions that the SDK alone writes: the same three items, conditions and sizes, into the
 * same table. After one round to warm up, the median of the rounds.
 */
export async function answerRate(processes: Processes): Promise<Row> {
  await playRound(processes);
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await playRound(processes));
  const of = (figure: keyof Round) => median(rounds.map((round) => round[figure]));
  const ratio = of("ratio");
  return {
    what: `Answers through HTTP, ${CLIENTS} clients, against bare transactions`,
    target: `at least ${LEAST}`,
    measured: `${ratio.toFixed(2)} (${of("answers").toFixed(0)} answers/s, ${of("bare").toFixed(0)} bare/s)`,
    isMet: ratio >= LEAST,
  };
}

/** On a site of its own: answers, bare, bare, answers, so that what grows or slows down meets both alike. */
async function playRound(processes: Processes): Promise<Round> {
  const site = await processes.openSite(4 * ANSWERS_A_TURN + 1);
  try {
    const bareTurn = await bareTurnOn(site, processes);
    const answerTurn = answerTurnOn(processes);
    const first = await answerTurn(site);
    const bare = [await bareTurn(site), await bareTurn(site)];
    const answers = [first, await answerTurn(site)];
    const [answersRate, bareRate] = [rateOf(answers), rateOf(bare)];
    return { answers: answersRate, bare: bareRate, ratio: answersRate / bareRate };
  } finally {
    await site.close();
  }
}

/** People send their forms; that they opened them before is not counted. */
function answerTurnOn({ run }: Processes): Turn {
  return async ({ url, take }) => {
    const tokens = take(ANSWERS_A_TURN).map(({ token }) => token);
    const { forms } = await run({ kind: "open", url, tokens });
    return run({ kind: "answer", url, forms });
  };
}

/** One person answers through a page; what that wrote is the model of the bare transactions. */
async function bareTurnOn(site: Site, { run }: Processes): Promise<Turn> {
  const [from] = site.take(1);
  if (!from) throw new Error("nobody is asked");
  const { sent } = await answerOnce(site.place, from);
  const call = sent.find(({ name }) => name === "TransactWriteItems");
  if (!call) throw new Error("an answer wrote no transaction");
  const transaction = JSON.stringify(call.input);
  const { endpoint } = site.place;
  return ({ take }) => run({ kind: "transact", endpoint, transaction, from, absentees: take(ANSWERS_A_TURN) });
}

/** How many a second, over all turns. */
function rateOf(turns: readonly Done[]): number {
  const count = turns.reduce((sum, { each }) => sum + each.length, 0);
  return (count * 1000) / turns.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
}
