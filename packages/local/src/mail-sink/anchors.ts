/** A link of a letter: where it leads and the words it stands under. */
export type Anchor = { href: string; words: string };

const COMMENT = /<!--[\s\S]*?-->/g;
const ANCHOR = /<a\s(?:[^>]*?\s)?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))[^>]*>([\s\S]*?)<\/a\s*>/gi;
const TAG = /<[^>]*>/g;
const ENTITY = /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi;
const NAMED: Record<string, string> = { amp: "&", apos: "'", gt: ">", lt: "<", nbsp: "\u00a0", quot: '"' };

/** The links of a letter in the order they stand in, as a mail program would follow them. */
export function anchorsIn(html: string): Anchor[] {
  return [...html.replace(COMMENT, "").matchAll(ANCHOR)].map(([, double, single, bare, inner = ""]) => ({
    href: decode(double ?? single ?? bare ?? "").trim(),
    words: decode(inner.replace(TAG, " ")).replace(/\s+/g, " ").trim(),
  }));
}

/** The language the letter says it is in; undefined when it does not say. */
export function languageOf(html: string): string | undefined {
  return /<html\s(?:[^>]*?\s)?lang\s*=\s*["']([\w-]+)["']/i.exec(html)?.[1];
}

function decode(text: string): string {
  return text.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
