import type { TextBlock, TextDocument } from "@quorate/core/kit";
import { strToU8, zipSync } from "fflate";
import { factStyle, main, relations } from "./docx-styles.ts";

/** Before the epoch of ZIP no date can be written: the same document gives the same bytes. */
const ALWAYS = new Date("1980-01-01T00:00:00");
const types = "http://schemas.openxmlformats.org/package/2006/content-types";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/**
 * The document in DOCX (ECMA-376), as Word, LibreOffice and Google Docs open it: real headings with automatic numbers, its
 * title and language named. Marks of headings are bookmarks, details have styles by name: both survive an edit.
 */
export function writeDocx(document: TextDocument): Uint8Array {
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${wordType}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${wordType}.numbering+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    "docProps/core.xml": `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(document.title)}</dc:title><dc:language>${escaped(document.language)}</dc:language></cp:coreProperties>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relations}/numbering" Target="numbering.xml"/></Relationships>`,
    "word/document.xml": `<w:document xmlns:w="${main}"><w:body>${body(document)}</w:body></w:document>`,
    "word/styles.xml": styles(document),
    "word/numbering.xml": numbering,
  };
  const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)] as const);
  return zipSync(Object.fromEntries(files), { mtime: ALWAYS });
}

function body({ title, blocks }: TextDocument): string {
  const section = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;
  return [paragraph("Title", runs(title)), ...blocks.map(block), section].join("");
}

function block(one: TextBlock, at: number): string {
  switch (one.kind) {
    case "heading":
      return paragraph(`Heading${one.level}`, marked(runs(one.text), one.mark, at));
    case "fact": {
      const label = one.label === "" ? "" : runs(`${one.label}: `, "<w:b/>");
      return paragraph(idOf(factStyle(one.name)), label + runs(one.text));
    }
    case "paragraph":
      return paragraph("Normal", runs(one.text));
  }
}

function paragraph(style: string, content: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`;
}

function marked(content: string, mark: string | undefined, at: number): string {
  if (mark === undefined) return content;
  return `<w:bookmarkStart w:id="${at}" w:name="${escaped(mark)}"/>${content}<w:bookmarkEnd w:id="${at}"/>`;
}

function runs(text: string, look = ""): string {
  const properties = look && `<w:rPr>${look}</w:rPr>`;
  return text
    .split("\n")
    .map((line, at) => {
      const pieces = line.split("\t").map((piece) => `<w:t xml:space="preserve">${escaped(piece)}</w:t>`);
      return `<w:r>${properties}${at > 0 ? "<w:br/>" : ""}${pieces.join("<w:tab/>")}</w:r>`;
    })
    .join("");
}

/** Text as XML takes it: what XML 1.0 cannot hold at all is left out. */
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
}

const idOf = (style: string) => style.replaceAll(" ", "");

const sizes = [34, 28, 24, 22];
const deepest = 4;

function styles({ language, blocks }: TextDocument): string {
  const facts = new Set(blocks.flatMap((one) => (one.kind === "fact" ? [one.name] : [])));
  const named = (id: string, name: string, rest: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`;
  const heading = (size: number, at: number) =>
    named(
      `Heading${at + 1}`,
      `heading ${at + 1}`,
      `<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr><w:spacing w:before="${320 - at * 60}" w:after="80"/><w:outlineLvl w:val="${at}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr>`,
    );
  return [
    `<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="${escaped(language)}"/></w:rPr></w:rPrDefault></w:docDefaults>`,
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="80"/></w:pPr></w:style>`,
    named("Title", "Title", `<w:basedOn w:val="Normal"/><w:qFormat/><w:rPr><w:b/><w:sz w:val="44"/></w:rPr>`),
    ...sizes.map(heading),
    ...[...facts].map((name) =>
      named(idOf(factStyle(name)), factStyle(name), `<w:basedOn w:val="Normal"/><w:qFormat/>`),
    ),
    "</w:styles>",
  ].join("");
}

const numbering = `<w:numbering xmlns:w="${main}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${Array.from(
  { length: deepest },
  (_, at) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading${at + 1}"/><w:suff w:val="space"/><w:lvlText w:val="${Array.from({ length: at + 1 }, (__, n) => `%${n + 1}`).join(".")}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>`,
).join("")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
