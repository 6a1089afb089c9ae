import { type Locale, say } from "../i18n/index.ts";
import { detailFields } from "./diff.ts";
import { isFormula, outlineColumns } from "./outline.ts";
import type { Plan } from "./records.ts";
import { type Outlined, outlineOf } from "./rules.ts";
import { contentHash, type VersionNode } from "./versions.ts";

type Titled = Pick<Plan, "id" | "title">;

/** The byte order mark by which spreadsheets know UTF-8. */
const BOM = "\uFEFF";

/**
 * A plan as CSV with semicolons, and a first line in the reader's language: what a spreadsheet shows as an outline and what
 * `readOutline` reads back to the same nodes under the same ids. What a spreadsheet would take for a formula has an apostrophe
 * put before it, without which it is read back.
 */
export function planCsv(locale: Locale, nodes: readonly VersionNode[]): string {
  const head = [
    say(locale, "plan.column.level"),
    ...outlineColumns.map((column) => say(locale, `plan.field.${column}`)),
    "id",
  ];
  const rows = outlineOf(nodes).map(({ node: { id, level, words } }) => [
    say(locale, `plan.level.${level}`),
    ...outlineColumns.map((column) => words[column]),
    id,
  ]);
  return BOM + [head, ...rows].map((cells) => `${cells.map(quoted).join(";")}\r\n`).join("");
}

function quoted(cell: string): string {
  const safe = isFormula.test(cell) ? `'${cell}` : cell;
  return /[;"\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A node as programs get it, with those under it. */
type Tree = { id: string; number: string; level: string; title: string; nodes: Tree[] } & Partial<
  Record<(typeof detailFields)[number], string>
>;

/** A plan as JSON: its nodes as a tree, without what is empty, and the hash of what it says. */
export function planJson({ id, title }: Titled, nodes: readonly VersionNode[]): string {
  return `${JSON.stringify({ id, title, hash: contentHash(nodes), nodes: treeOf(nodes) }, undefined, 2)}\n`;
}

function treeOf(nodes: readonly VersionNode[]): Tree[] {
  const under = Map.groupBy(outlineOf(nodes), ({ node }) => node.parent);
  const from = (parent: string | undefined): Tree[] =>
    (under.get(parent) ?? []).map(({ number, node }) => ({
      ...{ id: node.id, number, level: node.level, title: node.words.title },
      ...Object.fromEntries(detailsOf(node)),
      nodes: from(node.id),
    }));
  return from(undefined);
}

const detailsOf = ({ words }: VersionNode) =>
  detailFields.filter((field) => words[field] !== "").map((field) => [field, words[field]] as const);

/** A plan as XML: the same tree, its levels as the elements. */
export function planXml({ id, title }: Titled, nodes: readonly VersionNode[]): string {
  const under = Map.groupBy(outlineOf(nodes), ({ node }) => node.parent);
  const element = ({ number, node }: Outlined<VersionNode>, indent: string): string[] => [
    `${indent}<${node.level} id="${escaped(node.id)}" number="${number}">`,
    `${indent}  <title>${escaped(node.words.title)}</title>`,
    ...detailsOf(node).map(([field, text]) => `${indent}  <${field}>${escaped(text)}</${field}>`),
    ...(under.get(node.id) ?? []).flatMap((child) => element(child, `${indent}  `)),
    `${indent}</${node.level}>`,
  ];
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<plan id="${escaped(id)}" hash="${contentHash(nodes)}">`,
    `  <title>${escaped(title)}</title>`,
    ...(under.get(undefined) ?? []).flatMap((area) => element(area, "  ")),
    "</plan>\n",
  ].join("\n");
}

/** Text as XML takes it; what XML 1.0 cannot hold at all is left out. */
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
}
