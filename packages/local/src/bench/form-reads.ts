import { namesOf, type OneAnswer } from "./one-answer.ts";
import type { Row } from "./row.ts";
import type { StoreCall } from "./world.ts";

/** A form's page reads its link, then everything else at once; also when it is opened again to change the answer. */
export function formReads({ opened, changed }: OneAnswer): Row {
  return {
    what: "GET of a form page: reads",
    target: "at most 2, the second a batch",
    measured: `${namesOf(opened)}; to change the answer ${namesOf(changed)}`,
    isMet: areFew(opened) && areFew(changed),
  };
}

function areFew(calls: readonly StoreCall[]): boolean {
  const [first, second, ...more] = calls.map(({ name }) => name);
  const isRead = first === "GetItem" || first === "BatchGetItem";
  return isRead && (second === undefined || second === "BatchGetItem") && more.length === 0;
}
