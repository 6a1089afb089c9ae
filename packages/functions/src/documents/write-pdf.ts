import { createRequire } from "node:module";
import type { TextBlock, TextDocument } from "@quorate/core/kit";
import PDFDocument from "pdfkit";

const { resolve } = createRequire(import.meta.url);
/** Noto Sans (OFL) has every letter of our languages. */
const fonts = {
  plain: resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf"),
  bold: resolve("@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf"),
};

const margins = { top: 64, right: 64, bottom: 72, left: 64 };
/** Points, by level; what goes deeper looks like the last one. */
const sizes = [18, 14, 12, 10.5];
const BODY = 10;
/** Less than this is left of the page: a heading would stand there alone. */
const ROOM_FOR_A_HEADING = 90;
/** Headings down to this level are in the list that a reader jumps by. */
const DEEPEST_BOOKMARK = 3;

/** The document in PDF, for archives and for screen readers (PDF/A-2a): title, language, tagged headings and paragraphs. */
export async function writePdf(document: TextDocument): Promise<Uint8Array> {
  const { title, language, blocks } = document;
  const pdf = new PDFDocument({
    ...{ size: "A4", margins, font: fonts.plain, bufferPages: true },
    ...{ tagged: true, subset: "PDF/A-2a", pdfVersion: "1.7", lang: language, displayTitle: true },
    info: { Title: title },
  });
  const chunks: Uint8Array[] = [];
  pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((done) => pdf.on("end", () => done()));
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const add = (tag: string, write: () => void) => root.add(pdf.struct(tag, {}, write));
  add("H1", () => pdf.font(fonts.bold).fontSize(22).text(title).moveDown(0.6));
  const numbers = new Numbers();
  const bookmarks = [pdf.outline];
  for (const block of together(blocks)) {
    switch (block.kind) {
      case "heading": {
        const text = `${numbers.next(block.level)} ${block.text}`;
        const size = sizes[Math.min(block.level, sizes.length) - 1] ?? BODY;
        if (pdf.y > pdf.page.height - margins.bottom - ROOM_FOR_A_HEADING) pdf.addPage();
        if (block.level <= DEEPEST_BOOKMARK) {
          bookmarks[block.level] = (bookmarks[block.level - 1] ?? pdf.outline).addItem(text);
        }
        const gap = size > BODY + 1 ? 0.6 : 0.3;
        add(`H${Math.min(block.level + 1, 6)}`, () => pdf.moveDown(gap).font(fonts.bold).fontSize(size).text(text));
        break;
      }
      case "fact":
      case "paragraph": {
        const { text } = block;
        add("P", () => pdf.font(fonts.plain).fontSize(BODY).text(text, { paragraphGap: 2 }));
        break;
      }
    }
  }
  root.end();
  numberPages(pdf);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

/** The details of one node as one paragraph, each on its line: read together, and set in one go. */
function together(blocks: readonly TextBlock[]): TextBlock[] {
  const joined: TextBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind !== "fact") joined.push(block);
    else {
      const text = block.label === "" ? block.text : `${block.label}: ${block.text}`;
      if (last?.kind === "paragraph") joined.splice(-1, 1, { kind: "paragraph", text: `${last.text}\n${text}` });
      else joined.push({ kind: "paragraph", text });
    }
  }
  return joined;
}

/** The numbers of headings as they come: `1`, `1.1`, `1.2`, `2`. */
class Numbers {
  private counts: number[] = [];

  next(level: number): string {
    this.counts = Array.from({ length: level }, (_, at) => {
      const count = this.counts[at] ?? 0;
      return at === level - 1 ? count + 1 : Math.max(count, 1);
    });
    return this.counts.join(".");
  }
}

function numberPages(pdf: PDFKit.PDFDocument): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    // Below the margin a new page would begin.
    pdf.page.margins.bottom = 0;
    pdf.markContent("Artifact", { type: "Pagination" });
    pdf
      .font(fonts.plain)
      .fontSize(9)
      .text(`${page + 1} / ${count}`, margins.left, pdf.page.height - 44, { align: "right", lineBreak: false });
    pdf.endMarkedContent();
  }
}
