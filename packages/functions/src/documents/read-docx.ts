import type { TextBlock, TextReading } from "@quorate/core/kit";
import { strFromU8, unzipSync } from "fflate";
import { type SaxesAttributeNS, SaxesParser } from "saxes";
import { whyNotOffice } from "./container.ts";
import { factOf, headingOf, main } from "./docx-styles.ts";

/** A plan of 2,000 nodes unpacks to some 4 MB; what a program adds of its own comes on top. */
const most = { unpacked: 48_000_000, files: 2000 };
const MOST_CHARACTERS = 12_000_000;

const unreadable = (why: Extract<TextReading, { kind: "unreadable" }>["why"]) => ({ kind: "unreadable", why }) as const;

/**
 * Reads what a DOCX document says: headings by their outline level, however their style is called, details by our own styles,
 * and paragraphs. What was deleted under tracked changes is not there; text in boxes is read once. Pictures are passed over.
 */
export function readDocx(bytes: Uint8Array): TextReading {
  const why = whyNotOffice(bytes, most);
  if (why) return unreadable(why === "damaged" ? "other" : why);
  try {
    const files = unzipSync(bytes, { filter: ({ name }) => name === DOCUMENT || name === STYLES });
    const document = files[DOCUMENT];
    if (!document) return unreadable("other");
    const text = strFromU8(document);
    if (text.length > MOST_CHARACTERS) return unreadable("large");
    const styles = files[STYLES] ? stylesIn(strFromU8(files[STYLES])) : new Map<string, Style>();
    return { kind: "text", blocks: blocksIn(text, styles) };
  } catch {
    // Whatever a reader stumbles over in a file that somebody else made, the file is the reason.
    return unreadable("damaged");
  }
}

const DOCUMENT = "word/document.xml";
const STYLES = "word/styles.xml";

type Style = { name: string; basedOn: string | undefined; level: number | undefined };
type Attributes = Record<string, SaxesAttributeNS>;

/** The value of one of Word's own attributes. */
function attributeOf(attributes: Attributes, name = "val"): string | undefined {
  return Object.values(attributes).find(({ local, uri }) => local === name && uri === main)?.value;
}

/** Outline levels are counted from 0, and 9 is the body's. */
function levelOf(attributes: Attributes): number | undefined {
  const level = Number(attributeOf(attributes));
  return Number.isInteger(level) && level >= 0 && level < 9 ? level + 1 : undefined;
}

function stylesIn(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ local, uri, attributes }) => {
    if (uri !== main) return;
    if (local === "style") {
      style = { name: "", basedOn: undefined, level: undefined };
      styles.set(attributeOf(attributes, "styleId") ?? "", style);
    } else if (style && local === "name") style.name = attributeOf(attributes) ?? "";
    else if (style && local === "basedOn") style.basedOn = attributeOf(attributes);
    else if (style && local === "outlineLvl") style.level = levelOf(attributes);
  });
  parser.on("closetag", ({ local, uri }) => {
    if (uri === main && local === "style") style = undefined;
  });
  parser.write(xml).close();
  return styles;
}

/** The first thing that is known of a style or of one that it is based on; styles may be based on each other in a circle. */
function inherited<T>(
  styles: ReadonlyMap<string, Style>,
  id: string,
  known: (style: Style) => T | undefined,
): T | undefined {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = styles.get(at)?.basedOn) {
    seen.add(at);
    const style = styles.get(at);
    const found = style && known(style);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Paragraph = { style: string; level: number | undefined; mark: string | undefined; text: string };

/** What stands in these is not what the document says now, or says it a second time. */
const passedOver = new Set(["del", "moveFrom", "Fallback"]);

function blocksIn(xml: string, styles: ReadonlyMap<string, Style>): TextBlock[] {
  const blocks: TextBlock[] = [];
  // A box of text stands inside a paragraph and has its own.
  const open: Paragraph[] = [];
  let passing = 0;
  let isText = false;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ local, uri, attributes }) => {
    if (passedOver.has(local)) passing += 1;
    if (uri !== main || passing > 0) return;
    if (local === "p") open.push({ style: "", level: undefined, mark: undefined, text: "" });
    const paragraph = open.at(-1);
    if (!paragraph) return;
    if (local === "pStyle") paragraph.style = attributeOf(attributes) ?? "";
    else if (local === "outlineLvl") paragraph.level = levelOf(attributes);
    else if (local === "bookmarkStart") paragraph.mark ??= markIn(attributeOf(attributes, "name"));
    else if (local === "t") isText = true;
    else if (local === "tab" || local === "noBreakHyphen") paragraph.text += local === "tab" ? "\t" : "\u2011";
    else if (local === "br" || local === "cr") paragraph.text += "\n";
  });
  parser.on("text", (text) => {
    const paragraph = open.at(-1);
    if (isText && paragraph) paragraph.text += text;
  });
  parser.on("closetag", ({ local, uri }) => {
    if (passedOver.has(local)) passing -= 1;
    else if (uri === main && passing === 0) {
      if (local === "t") isText = false;
      const paragraph = local === "p" ? open.pop() : undefined;
      const block = paragraph && blockOf(paragraph, styles);
      if (block) blocks.push(block);
    }
  });
  parser.write(xml).close();
  return blocks;
}

/** Ours are like ids; programs have bookmarks of their own, which begin otherwise. */
function markIn(name: string | undefined): string | undefined {
  return name !== undefined && /^[a-z]{3}_[0-9a-z]{20}$/.test(name) ? name : undefined;
}

function blockOf(
  { style, level: own, mark, text }: Paragraph,
  styles: ReadonlyMap<string, Style>,
): TextBlock | undefined {
  const said = text.trim();
  if (said === "") return undefined;
  const level = own ?? inherited(styles, style, ({ level: of, name }) => of ?? headingOf(name));
  if (level !== undefined) return { kind: "heading", level, text: said, ...(mark && { mark }) };
  const name = inherited(styles, style, (one) => factOf(one.name));
  return name === undefined ? { kind: "paragraph", text: said } : { kind: "fact", name, label: "", text: said };
}
