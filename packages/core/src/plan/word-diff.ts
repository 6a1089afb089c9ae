import { diffArrays } from "diff";

/** A stretch of words that two texts have in common, or that one of them has alone. */
export type WordPart = { kind: "same" | "added" | "removed"; text: string };

/** From so many different words on, the two texts are told one after the other: nobody reads them as one any more. */
const MOST_DIFFERENCES = 1000;

/** How a text became another one, word by word. Without what was added it is the first, without what was removed the second. */
export function wordDiff(before: string, after: string): WordPart[] {
  const parts = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_DIFFERENCES });
  if (!parts) {
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  }
  return parts.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value.join(""),
  }));
}

/** Words, and what stands between them: letters of every script, so that a Cyrillic word is one too. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
}
