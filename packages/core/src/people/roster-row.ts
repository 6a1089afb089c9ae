import * as v from "valibot";
import { Locale } from "../i18n/index.ts";
import { Address, LONGEST_ADDRESS, normalAddress } from "./address.ts";
import { columns, plainWord } from "./columns.ts";
import { likelyPairs, type Named, rosterKey } from "./likeness.ts";
import type { RosterTable } from "./roster-table.ts";

/** Why a row is left out: the column it stands in, and what is wrong there. */
export const Reason = v.object({
  column: v.picklist([...columns, "row"]),
  code: v.picklist([
    "missing",
    "long",
    "malformed",
    "unknown",
    "not-yes-no",
    "too-many",
    "duplicate",
    "columns",
    "formula",
  ]),
  details: v.record(v.string(), v.union([v.string(), v.number()])),
});
export type Reason = v.InferOutput<typeof Reason>;

/** One row of an import. What is in the cells is kept only of a row that is left out, to be given back. */
export const RosterRow = v.object({
  /** As the spreadsheet numbers it. */
  row: v.number(),
  /**
   * `known`: a member already, so nothing happens. `same-address`: let in, but shown, for two people may share a mailbox.
   * `alike`: let in or left out, as the coordinator says, for it may be somebody who is there already.
   */
  verdict: v.picklist(["new", "known", "alike", "same-address", "rejected"]),
  name: v.string(),
  address: v.string(),
  institution: v.optional(v.string()),
  groups: v.array(v.string()),
  coordinator: v.boolean(),
  locale: v.optional(Locale),
  /** The others at the same address. */
  shares: v.array(v.string()),
  /** Whom it may be: members, and rows above it. */
  alike: v.optional(v.array(v.object({ name: v.string(), address: v.string() }))),
  reasons: v.array(Reason),
  cells: v.optional(v.array(v.string())),
});
export type RosterRow = v.InferOutput<typeof RosterRow>;

const LONGEST_NAME = 200;
const MOST_GROUPS = 20;
const MOST_SHOWN = 5;

/** What a spreadsheet shows in the place of what a formula should have given. */
const formulaError = /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/;

const yes = new Set(["da", "да", "taip", "tak", "yes", "x", "1", "true"]);
const no = new Set(["", "ne", "не", "nie", "no", "0", "false"]);

const languages: Readonly<Record<string, Locale>> = {
  ...{ en: "en", english: "en", engleski: "en", енглески: "en", anglu: "en", angielski: "en" },
  ...{ lt: "lt", lietuviu: "lt", lithuanian: "lt", litewski: "lt" },
  ...{ pl: "pl", polski: "pl", polish: "pl", lenku: "pl" },
  ...{ sr: "sr-Cyrl", "sr cyrl": "sr-Cyrl", српски: "sr-Cyrl", ћирилица: "sr-Cyrl" },
  ...{ "sr latn": "sr-Latn", srpski: "sr-Latn", latinica: "sr-Latn" },
};

function normalName(name: string): string {
  return tidy(name).toLowerCase();
}

function tidy(cell: string): string {
  // A quote before a sign of a formula was put there by `rejectedRows`.
  const text = cell.normalize("NFC").replace(/\s+/gu, " ").trim();
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

/** What becomes of each row of a table in a network that has these members already. */
export function judgeRows(
  table: RosterTable,
  members: readonly Named[],
  { mayLackAddress = false }: { mayLackAddress?: boolean | undefined } = {},
): RosterRow[] {
  const known = new Set(members.map(rosterKey));
  const first = new Map<string, number>();
  const read = table.rows.map(({ row, cells }) => {
    const one = readRow(table, row, cells, mayLackAddress);
    const key = rosterKey(one);
    const earlier = first.get(key);
    if (one.reasons.length === 0 && earlier !== undefined) {
      one.reasons.push({ column: "row", code: "duplicate", details: { row: earlier } });
    }
    first.set(key, earlier ?? row);
    return one;
  });
  const valid = read.filter((one) => one.reasons.length === 0);
  const likely = alikeByRow(members, valid);
  const shared = namesByAddress([...members, ...valid]);
  return read.map((one): RosterRow => {
    if (one.reasons.length > 0) return { ...one, verdict: "rejected" };
    const { cells: _, ...row } = one;
    if (known.has(rosterKey(row))) return { ...row, verdict: "known" };
    const alike = likely.get(row.row) ?? [];
    if (alike.length > 0) return { ...row, verdict: "alike", alike: alike.slice(0, MOST_SHOWN) };
    const others = [...(shared.get(normalAddress(row.address)) ?? [])].filter(
      (name) => normalName(name) !== normalName(row.name),
    );
    if (others.length === 0) return row;
    return { ...row, verdict: "same-address", shares: others.slice(0, MOST_SHOWN) };
  });
}

/** For each row the members, and the rows above it, that it may be. */
function alikeByRow(members: readonly Named[], rows: readonly RosterRow[]): Map<number, Named[]> {
  const alike = new Map<number, Named[]>();
  for (const { first, second } of likelyPairs<Named & { row?: number }>([...members, ...rows])) {
    if (second.row === undefined) continue;
    const { name, address } = first;
    alike.set(second.row, [...(alike.get(second.row) ?? []), { name, address }]);
  }
  return alike;
}

function namesByAddress(people: readonly Named[]): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const { name, address } of people) {
    if (address === "") continue;
    const at = normalAddress(address);
    names.set(at, (names.get(at) ?? new Set()).add(name));
  }
  return names;
}

/** The row's fields, with every reason that is to be seen in the row alone. */
function readRow(table: RosterTable, row: number, cells: string[], mayLackAddress: boolean): RosterRow {
  const at = (place: number | undefined) => (place === undefined ? "" : tidy(cells[place] ?? ""));
  const { places, header } = table;
  const fields = {
    name: at(places.name),
    address: at(places.address),
    institution: at(places.institution),
    groups: at(places.groups)
      .split(/[;,|]/)
      .map((group) => group.trim())
      .filter((group) => group !== ""),
    coordinator: plainWord(at(places.coordinator)),
    language: plainWord(at(places.language)),
  };
  const reasons = reasonsIn(fields, {
    ...{ cells, header, places, mayLackAddress },
    coordinator: at(places.coordinator),
    language: at(places.language),
  });
  const locale = languages[fields.language];
  return {
    ...{ row, verdict: "new", name: fields.name, address: fields.address, groups: fields.groups },
    ...(fields.institution && { institution: fields.institution }),
    ...(locale && { locale }),
    ...{ coordinator: yes.has(fields.coordinator), shares: [], reasons, cells },
  };
}

type Fields = {
  name: string;
  address: string;
  institution: string;
  groups: string[];
  coordinator: string;
  language: string;
};

function reasonsIn(
  fields: Fields,
  raw: Pick<RosterTable, "header" | "places"> & {
    cells: string[];
    coordinator: string;
    language: string;
    mayLackAddress: boolean;
  },
): Reason[] {
  const reasons: Reason[] = [];
  const add = (column: Reason["column"], code: Reason["code"], details: Reason["details"] = {}) =>
    reasons.push({ column, code, details });
  const limit = LONGEST_NAME;
  const actual = raw.cells.findLastIndex((cell) => cell.trim() !== "") + 1;
  if (actual > raw.header.length) add("row", "columns", { actual, expected: raw.header.length });
  for (const column of columns) {
    const place = raw.places[column];
    const value = place === undefined ? "" : (raw.cells[place] ?? "").trim();
    if (formulaError.test(value)) add(column, "formula", { value });
  }
  if (reasons.length > 0) return reasons;
  if (fields.name === "") add("name", "missing");
  if (fields.name.length > limit) add("name", "long", { limit });
  // A coordinator signs in by letter.
  const mayLack = raw.mayLackAddress && !yes.has(fields.coordinator);
  if (fields.address === "") {
    if (!mayLack) add("address", "missing");
  } else if (fields.address.length > LONGEST_ADDRESS) add("address", "long", { limit: LONGEST_ADDRESS });
  else if (!v.is(Address, fields.address)) add("address", "malformed", { value: fields.address });
  if (fields.institution.length > limit) add("institution", "long", { limit });
  if (fields.groups.some((group) => group.length > limit)) add("groups", "long", { limit });
  if (fields.groups.length > MOST_GROUPS) add("groups", "too-many", { limit: MOST_GROUPS });
  if (!yes.has(fields.coordinator) && !no.has(fields.coordinator)) {
    add("coordinator", "not-yes-no", { value: shortened(raw.coordinator) });
  }
  if (fields.language !== "" && !languages[fields.language]) {
    add("language", "unknown", { value: shortened(raw.language) });
  }
  return reasons;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
