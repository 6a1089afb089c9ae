import { inScript, type Locale, say } from "../i18n/index.ts";
import type { TextBlock, TextDocument } from "../kit/index.ts";
import { detailFields } from "./diff.ts";
import { PlanLevel } from "./levels.ts";
import type { Plan } from "./records.ts";
import { outlineOf } from "./rules.ts";
import type { VersionNode } from "./versions.ts";

/**
 * A plan as a text with headings, to be written as a document: titles with the ids of their nodes as marks, and under them the
 * details by name. In its own script; only the labels are the reader's.
 */
export function planDocument(
  locale: Locale,
  { title }: Pick<Plan, "title">,
  nodes: readonly VersionNode[],
): TextDocument {
  return {
    ...{ title: inScript(locale, title), language: locale },
    blocks: outlineOf(nodes).flatMap(({ node }) => blocksOf(locale, node)),
  };
}

function blocksOf(locale: Locale, { id, level, words }: VersionNode): TextBlock[] {
  const heading = { kind: "heading", level: PlanLevel.options.indexOf(level) + 1, mark: id } as const;
  return [
    { ...heading, text: inScript(locale, words.title) },
    ...detailFields
      .filter((field) => words[field] !== "")
      .map((field) => ({
        ...{ kind: "fact" as const, name: field, text: inScript(locale, words[field]) },
        label: field === "text" ? "" : say(locale, `plan.field.${field}`),
      })),
  ];
}
