import { availableParallelism } from "node:os";
import { answerCalls } from "../bench/answer-calls.ts";
import { answerRate } from "../bench/answer-rate.ts";
import { serveClients } from "../bench/clients.ts";
import { formLatency } from "../bench/form-latency.ts";
import { formReads } from "../bench/form-reads.ts";
import { answerOnce, type OneAnswer } from "../bench/one-answer.ts";
import { servePages } from "../bench/pages.ts";
import { largePlan } from "../bench/plan.ts";
import { type Row, tableOf } from "../bench/row.ts";
import { type Processes, startProcesses } from "../bench/site.ts";
import { startUp } from "../bench/start-up.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);

async function oneAnswer(processes: Processes): Promise<OneAnswer> {
  const site = await processes.openSite(1);
  try {
    const [somebody] = site.take(1);
    if (!somebody) throw new Error("nobody is asked");
    return await answerOnce(site.place, somebody);
  } finally {
    await site.close();
  }
}

async function rowsAboutAnswers(): Promise<Row[]> {
  const processes = startProcesses();
  try {
    const one = await oneAnswer(processes);
    return [await answerRate(processes), formReads(one), await formLatency(processes), answerCalls(one)];
  } finally {
    await processes.end();
  }
}

/** Measures every number that is to be held and prints what this run made of it; a missed one fails the command. */
async function bench(): Promise<void> {
  say(`npm run bench: ${availableParallelism()} cores, Node ${process.versions.node}\n`);
  const rows = [...(await rowsAboutAnswers()), ...(await largePlan()), ...(await startUp())];
  for (const line of tableOf(rows)) say(line);
  if (!rows.every(({ isMet }) => isMet)) process.exitCode = 1;
}

switch (process.argv[2]) {
  case "pages":
    servePages();
    break;
  case "clients":
    serveClients();
    break;
  default:
    await bench();
}
