import type { Catcher, Retrier } from "../definition/index.ts";
import type { Failure } from "../failure.ts";

/** What `States.ALL` does not match, as on AWS. */
const terminal = new Set(["States.DataLimitExceeded", "States.Runtime"]);

function isNamedBy(rule: string, { error = "", isHeartbeat }: Failure): boolean {
  switch (rule) {
    case "States.ALL":
      return !terminal.has(error);
    case "States.TaskFailed":
      return error !== "States.Timeout" && !terminal.has(error);
    case "States.HeartbeatTimeout":
      return isHeartbeat === true || error === rule;
    default:
      return error === rule;
  }
}

function matches(rule: { ErrorEquals: readonly string[] }, failure: Failure): boolean {
  return rule.ErrorEquals.some((name) => isNamedBy(name, failure));
}

/**
 * The retry that a failure gets: the first retrier that names it, and after how many milliseconds; undefined if none does or
 * that one is used up. `random` is from 0 to below 1.
 */
export function retryOf(
  retriers: readonly Retrier[],
  used: readonly number[],
  failure: Failure,
  random: () => number,
): { retrier: number; delay: number } | undefined {
  const index = retriers.findIndex((retrier) => matches(retrier, failure));
  const retrier = retriers[index];
  const times = used[index] ?? 0;
  if (!retrier || failure.error === "States.Runtime" || times >= retrier.MaxAttempts) return undefined;
  return { retrier: index, delay: delayOf(retrier, times, random) };
}

function delayOf(retrier: Retrier, times: number, random: () => number): number {
  const grown = retrier.IntervalSeconds * retrier.BackoffRate ** times;
  const delay = Math.round(Math.min(grown, retrier.MaxDelaySeconds ?? LONGEST_DELAY_SECONDS) * 1000);
  switch (retrier.JitterStrategy) {
    case "NONE":
      return delay;
    case "FULL":
      return Math.floor(random() * delay);
  }
}

/** AWS's bound of `MaxDelaySeconds`: 366 days. */
const LONGEST_DELAY_SECONDS = 31_622_400;

/** The first catcher that names the failure. */
export function catcherOf(catchers: readonly Catcher[], failure: Failure): Catcher | undefined {
  return failure.error === "States.Runtime" ? undefined : catchers.find((catcher) => matches(catcher, failure));
}
