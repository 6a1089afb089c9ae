import { toLatin } from "../i18n/index.ts";
import { normalAddress } from "./address.ts";

/** Two who may be one: by the same name in whatever writing, or by a like name at the same address. */
type Likeness = "name" | "spelling" | "address";

/** Who is compared: a member, or a row of a table. */
export type Named = { name: string; address: string };

/** What stands before or after a name and is none. */
const titles = new Set(["dr", "mr", "prof", "doc", "mgr", "inz", "hab", "phd", "msc"]);

/** A name as it was typed, but for its Unicode form, capitals and spaces. */
function plainName(name: string): string {
  return name.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();
}

/**
 * A name without what differs between two ways of writing it: `Ђорђевић Ана`, `Ana Đorđević`, `ANA M. DJORDJEVIC` and
 * `dr Ana Dordevic` are one. Serbian Cyrillic is read as Latin, `dj` as `đ`; accents, titles, initials and the order of the
 * words are left out.
 */
export function foldedName(name: string): string {
  return foldedWords(name).toSorted().join(" ");
}

function foldedWords(name: string): string[] {
  const latin = toLatin(plainName(name)).normalize("NFD").replace(/\p{M}/gu, "");
  const letters = latin.replaceAll("đ", "d").replaceAll("dj", "d").replaceAll("ł", "l");
  const words = letters.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "" && !titles.has(word));
  const named = words.filter((word) => word.length > 1);
  return named.length > 0 ? named : words;
}

/** Two with the same key are one member of a roster: the same name in whatever writing, at the same address. */
export function rosterKey({ name, address }: Named): string {
  return `${foldedName(name)}\n${normalAddress(address)}`;
}

/** Why two may be one; undefined when nothing says so. Sharing a mailbox alone says nothing: schools do. */
export function likeness(a: Named, b: Named): Likeness | undefined {
  if (plainName(a.name) === plainName(b.name)) return "name";
  if (foldedName(a.name) === foldedName(b.name)) return "spelling";
  const isOneMailbox = a.address !== "" && normalAddress(a.address) === normalAddress(b.address);
  return isOneMailbox && areAlike(foldedWords(a.name), foldedWords(b.name)) ? "address" : undefined;
}

/** One has a name more (a married name, a second given name), or one letter is otherwise. */
function areAlike(a: readonly string[], b: readonly string[]): boolean {
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  if (fewer.length >= 2 && fewer.every((word) => more.includes(word))) return true;
  return differByOne(a.toSorted().join(" "), b.toSorted().join(" "));
}

/** Whether one letter more, less or otherwise makes the one text the other. */
function differByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const shorter = Math.min(a.length, b.length);
  let same = 0;
  while (same < shorter && a[same] === b[same]) same += 1;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  if (a.length === b.length) return restA.slice(1) === restB.slice(1);
  return a.length > b.length ? restA.slice(1) === restB : restB.slice(1) === restA;
}

export type Pair<P> = { first: P; second: P; why: Likeness };

/** Every two of these who may be one, each pair once, in the order of the list. */
export function likelyPairs<P extends Named>(people: readonly P[]): Pair<P>[] {
  const earlier = new Map<string, P[]>();
  const pairs: Pair<P>[] = [];
  for (const second of people) {
    // Only who shares a folded name or a mailbox can be alike.
    const keys = [
      `name ${foldedName(second.name)}`,
      ...(second.address ? [`address ${normalAddress(second.address)}`] : []),
    ];
    for (const first of new Set(keys.flatMap((key) => earlier.get(key) ?? []))) {
      const why = likeness(first, second);
      if (why) pairs.push({ first, second, why });
    }
    for (const key of keys) earlier.set(key, [...(earlier.get(key) ?? []), second]);
  }
  return pairs;
}
