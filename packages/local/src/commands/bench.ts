import { availableParallelism } from "node:os";
import { answerCalls } from "../bench/answer-calls.ts";
import { ABSENTEES_NEEDED, answerRate } from "../bench/answer-rate.ts";
import { serveClients } from "../bench/clients.ts";
import { FORMS_NEEDED, formLatency } from "../bench/form-latency.ts";
import { formReads } from "../bench/form-reads.ts";
import { answerOnce } from "../bench/one-answer.ts";
import { servePages } from "../bench/pages.ts";
import { type Row, tableOf } from "../bench/row.ts";
import { openSite } from "../bench/site.ts";
import { startUp } from "../bench/start-up.ts";

async function answerRows(): Promise<Row[]> {
  const site = await openSite(ABSENTEES_NEEDED + FORMS_NEEDED + 1);
  try {
    const [first] = site.take(1);
    if (!first) throw new Error("nobody is asked");
    const one = await answerOnce(site.place, first);
    return [await answerRate(site, one, first), formReads(one), await formLatency(site), answerCalls(one)];
  } finally {
    await site.close();
  }
}

/** Measures every number that is to be held and tells; the command fails when one is missed. */
async function bench(): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(`npm run bench, ${availableParallelism()} cores, Node ${process.versions.node}\n`);
  const rows = [...(await answerRows()), ...(await startUp())];
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
