import { median, percentile } from "./figures.ts";
import { CLIENTS } from "./jobs.ts";
import type { Row } from "./row.ts";
import type { Site } from "./site.ts";

const ROUNDS = 5;
const FORMS_A_ROUND = 800;

/** How many are asked so that there are forms to open. */
export const FORMS_NEEDED = FORMS_A_ROUND;
const MOST = 10;

/** Whether anybody waits much longer for a form than most do; the median of some rounds, each with its own ratio. */
export async function formLatency(site: Site): Promise<Row> {
  const tokens = site.take(FORMS_A_ROUND).map(({ token }) => token);
  await site.run({ kind: "open", url: site.url, tokens });
  const rounds: { p50: number; p99: number; ratio: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { each } = await site.run({ kind: "open", url: site.url, tokens });
    const [p50, p99] = [percentile(each, 50), percentile(each, 99)];
    rounds.push({ p50, p99, ratio: p99 / p50 });
  }
  const [ratio, p50, p99] = (["ratio", "p50", "p99"] as const).map((of) => median(rounds.map((round) => round[of])));
  return {
    what: `GET of a form page, ${CLIENTS} clients: p99 against p50`,
    target: `under ${MOST}×`,
    measured: `${ratio?.toFixed(1)}× (p50 ${p50?.toFixed(1)} ms, p99 ${p99?.toFixed(1)} ms)`,
    isMet: ratio !== undefined && ratio < MOST,
  };
}
