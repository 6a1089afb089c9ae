import * as v from "valibot";
import { locales, say } from "../i18n/index.ts";
import type { TextBlock } from "../kit/index.ts";
import { detailFields } from "./diff.ts";
import { emptyWords, MOST_NODES, NodeWords, PlanLevel } from "./levels.ts";
import { mayFollow, notOutline, type OutlineLine } from "./outline.ts";

type Field = (typeof detailFields)[number];
type Draft = { level: PlanLevel; number: string; words: Record<keyof NodeWords, string>; id?: string | undefined };

/**
 * Reads an outline from the headings of a document: a heading is a node, its depth the level; what stands under it are its
 * details, by their style or by a label in any of our languages (`Partneriai: …`), and everything else its description. What
 * stands before the first heading is passed over. What is no outline is refused with `input.invalid`, naming the heading.
 */
export function textOutline(blocks: readonly TextBlock[]): OutlineLine[] {
  const drafts: Draft[] = [];
  const counts: number[] = [];
  for (const block of blocks) {
    const last = drafts.at(-1);
    if (block.kind !== "heading") {
      if (last) addDetail(last.words, block);
      continue;
    }
    const row = drafts.length + 1;
    const level = PlanLevel.options[block.level - 1];
    if (!level) throw notOutline("heading-deep", { row, limit: PlanLevel.options.length });
    if (!mayFollow(level, last?.level)) throw notOutline("heading-order", { row });
    counts.splice(block.level);
    counts[block.level - 1] = (counts[block.level - 1] ?? 0) + 1;
    const number = counts.join(".");
    const said = block.text.replace(/\s+/g, " ").trim();
    // What we have written ourselves has its numbers beside the text: a title that begins with one is meant so.
    const title = block.mark === undefined ? withoutNumber(said, number) : said;
    drafts.push({ level, number, id: block.mark, words: { ...emptyWords, title } });
  }
  if (drafts.length === 0) throw notOutline("no-headings", {});
  if (drafts.length > MOST_NODES) throw notOutline("outline-large", { limit: MOST_NODES });
  return drafts.map(({ level, words, id }, at) => {
    const read = v.safeParse(NodeWords, words);
    if (!read.success) throw notOutline("heading-words", { row: at + 1 });
    return { level, words: read.output, ...(id && { id }) };
  });
}

function addDetail(words: Draft["words"], block: Exclude<TextBlock, { kind: "heading" }>): void {
  const labelled = labelIn(block.text);
  if (block.kind === "fact") {
    const field = detailFields.find((name) => name === block.name) ?? "text";
    const isLabel = field !== "text" && labelled?.field === field;
    append(words, field, isLabel ? labelled.rest : block.text);
  } else append(words, labelled?.field ?? "text", labelled?.rest ?? block.text);
}

function append(words: Draft["words"], field: Field, text: string): void {
  words[field] = words[field] === "" ? text : `${words[field]}\n${text}`;
}

const labels = new Map(
  locales.flatMap((locale) =>
    detailFields.map((field): [string, Field] => [say(locale, `plan.field.${field}`).toLowerCase(), field]),
  ),
);

/** The detail that a paragraph names at its beginning, and what it says of it. */
function labelIn(text: string): { field: Field; rest: string } | undefined {
  const colon = text.indexOf(":");
  const field = colon < 0 ? undefined : labels.get(text.slice(0, colon).trim().toLowerCase());
  return field && { field, rest: text.slice(colon + 1).trim() };
}

/** A title without the number that somebody has typed before it, where that is its place: `1.2. Tikslas`. */
function withoutNumber(title: string, number: string): string {
  const rest = title.startsWith(number) ? title.slice(number.length) : title;
  return /^(?:[.)]\s*|\s+)\S/.test(rest) ? rest.replace(/^[.)]?\s*/, "") : title;
}
