import { median, percentile } from "./figures.ts";
import { CLIENTS } from "./jobs.ts";
import type { Row } from "./row.ts";
import type { Processes } from "./site.ts";

const ROUNDS = 7;
const FORMS = 800;
const MOST = 10;

type Round = { p50: number; p99: number; ratio: number };

/** Whether anybody waits much longer for a form than most do. After one round to warm up, the median of the rounds. */
export async function formLatency({ openSite, run }: Processes): Promise<Row> {
  const site = await openSite(FORMS);
  try {
    const tokens = site.take(FORMS).map(({ token }) => token);
    const open = () => run({ kind: "open", url: site.url, tokens });
    await open();
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { each } = await open();
      const [p50, p99] = [percentile(each, 50), percentile(each, 99)];
      rounds.push({ p50, p99, ratio: p99 / p50 });
    }
    const of = (figure: keyof Round) => median(rounds.map((round) => round[figure]));
    return {
      what: `GET of a form page, ${CLIENTS} clients: p99 against p50`,
      target: `under ${MOST}×`,
      measured: `${of("ratio").toFixed(1)}× (p50 ${of("p50").toFixed(1)} ms, p99 ${of("p99").toFixed(1)} ms)`,
      isMet: of("ratio") < MOST,
    };
  } finally {
    await site.close();
  }
}
