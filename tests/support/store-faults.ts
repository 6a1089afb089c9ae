import { type DynamoDBClient, ThrottlingException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type { Random } from "@quorate/core/kit";

/** How likely each fault is, between 0 and 1. */
export type StoreFaults = {
  /** A transaction meets another one, as on AWS; the embedded store never says so. */
  conflict: number;
  /** Any call is one too many. */
  throttle: number;
  /** A transaction is applied, and its answer is lost on the way: the SDK sends it again with the same token. */
  lostAnswer: number;
};

export type FaultCounts = Record<keyof StoreFaults, number>;

/**
 * Makes the store fail below the SDK's own retries, as the draws of `random` say; what happened so far is counted. Nothing
 * fails while `isCalm` says so.
 */
export function failStore(
  client: DynamoDBClient,
  random: Random,
  faults: StoreFaults,
  isCalm: () => boolean = () => false,
): FaultCounts {
  const counts: FaultCounts = { conflict: 0, throttle: 0, lostAnswer: 0 };
  const happens = (fault: keyof StoreFaults) => {
    const isNow = !isCalm() && Buffer.from(random.bytes(4)).readUInt32BE() / 2 ** 32 < faults[fault];
    if (isNow) counts[fault] += 1;
    return isNow;
  };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (happens("throttle")) throw new ThrottlingException({ message: "too fast", $metadata: {} });
      if (context.commandName !== "TransactWriteItemsCommand") return next(args);
      if (happens("conflict")) {
        throw new TransactionCanceledException({
          message:
            "Transaction cancelled, please refer cancellation reasons for specific reasons [TransactionConflict]",
          CancellationReasons: [{ Code: "TransactionConflict", Message: "Transaction is ongoing for the item" }],
          $metadata: {},
        });
      }
      const answer = await next(args);
      if (happens("lostAnswer")) throw Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
      return answer;
    },
    { step: "finalizeRequest", priority: "low", name: "seededFaults" },
  );
  return counts;
}
