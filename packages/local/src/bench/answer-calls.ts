import { namesOf, type OneAnswer } from "./one-answer.ts";
import type { Row } from "./row.ts";

/** An answer is one transaction; before it everything is read at once, because the page names the ask. */
export function answerCalls({ sent }: OneAnswer): Row {
  const names = sent.map(({ name }) => name);
  const reads = names.slice(0, -1);
  return {
    what: "POST of an answer: calls",
    target: "1 transaction, at most 1 batch read before it",
    measured: namesOf(sent),
    isMet: names.at(-1) === "TransactWriteItems" && reads.length <= 1 && reads.every((name) => name === "BatchGetItem"),
  };
}
