import { Refusal, type TextBlock } from "@quorate/core/kit";
import { textOutline } from "@quorate/core/plan";
import { threadDocuments } from "@quorate/local/documents";
import { describe, expect, test } from "vitest";
import { archive, bomb } from "./archives.ts";

const documents = threadDocuments();

const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:styleId="Antrat1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Antrat2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Mano"><w:name w:val="Mano antraštė"/><w:basedOn w:val="Antrat2"/></w:style>
<w:style w:type="paragraph" w:styleId="Ratas"><w:name w:val="Ratas"/><w:basedOn w:val="Ratas"/></w:style></w:styles>`;

/** A document as a program other than ours writes it, with these paragraphs. */
function docx(body: string): Buffer {
  const head = `<?xml version="1.0" encoding="UTF-8"?>`;
  return archive({
    "word/document.xml": Buffer.from(
      `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
    ),
    "word/styles.xml": Buffer.from(head + styles),
  });
}

const p = (style: string, ...runs: string[]) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs.map((run) => (run.startsWith("<") ? run : `<w:r><w:t>${run}</w:t></w:r>`)).join("")}</w:p>`;

async function blocksOf(body: string): Promise<TextBlock[]> {
  const reading = await documents.readText(docx(body));
  if (reading.kind !== "text") throw new Error(reading.why);
  return reading.blocks;
}

describe("a document of another program", () => {
  test("has its headings by their level, in whatever language the styles are called", async () => {
    const own = `<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>Uždavinys</w:t></w:r></w:p>`;
    const blocks = await blocksOf(
      `${p("Antrat1", "Įtrau", "ktis")}${p("Mano", "Tikslas")}${own}${p("Ratas", "Aprašymas")}${p("Antrat1", " ")}`,
    );
    expect(blocks).toEqual([
      { kind: "heading", level: 1, text: "Įtrauktis" },
      { kind: "heading", level: 2, text: "Tikslas" },
      { kind: "heading", level: 3, text: "Uždavinys" },
      { kind: "paragraph", text: "Aprašymas" },
    ]);
  });

  test("says what it says now: nothing that was deleted or moved away, and a box of text once", async () => {
    const tracked = `<w:del><w:r><w:delText>Sena </w:delText></w:r></w:del><w:moveFrom><w:r><w:t>Buvo čia </w:t></w:r></w:moveFrom><w:ins><w:r><w:t>Nauja</w:t></w:r></w:ins>`;
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p("Normal", "Dėžutė")}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p("Normal", "Dėžutė")}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await blocksOf(`${p("Antrat1", tracked)}${p("Normal", "Tekstas", box)}`)).toEqual([
      { kind: "heading", level: 1, text: "Nauja" },
      { kind: "paragraph", text: "Dėžutė" },
      { kind: "paragraph", text: "Tekstas" },
    ]);
  });

  test("is an outline with typed numbers left out and details by their labels", async () => {
    const lines = textOutline(
      await blocksOf(
        `${p("Normal", "Įžanga")}${p("Antrat1", "1. Įtrauktis")}${p("Antrat2", "1.1 2026 metų tikslas")}${p("Normal", "Partneriai: muziejus")}${p("Normal", "Pirma.")}${p("Normal", "Antra.")}${p("Normal", "Одговорна особа: Ана")}`,
      ),
    );
    expect(lines.map(({ level, words }) => [level, words.title])).toEqual([
      ["area", "Įtrauktis"],
      ["goal", "2026 metų tikslas"],
    ]);
    expect(lines[1]?.words).toMatchObject({ partner: "muziejus", text: "Pirma.\nAntra.", responsible: "Ана" });
  });
});

describe("what is no outline", () => {
  const problemOf = (blocks: readonly TextBlock[]) => {
    try {
      textOutline(blocks);
      return undefined;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return [error.problems[0]?.code, error.problems[0]?.details?.row];
    }
  };
  const heading = (level: number, text = "A"): TextBlock => ({ kind: "heading", level, text });

  test.each<[string, TextBlock[], unknown[]]>([
    ["a text without headings", [{ kind: "paragraph", text: "Planas" }], ["no-headings", undefined]],
    ["a task right under an area", [heading(1), heading(3)], ["heading-order", 2]],
    ["a fifth level", [1, 2, 3, 4, 5].map((level) => heading(level)), ["heading-deep", 5]],
    ["a title of more than 300 characters", [heading(1, "x".repeat(301))], ["heading-words", 1]],
  ])("is named: %s", (_, blocks, problem) => {
    expect(problemOf(blocks)).toEqual(problem);
  });

  test("is told from a document that cannot be read, and why it cannot", async () => {
    const why = async (bytes: Uint8Array) => {
      const reading = await documents.readText(bytes);
      return reading.kind === "unreadable" ? reading.why : reading.kind;
    };
    const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]);
    expect(await why(Buffer.from("Planas"))).toBe("other");
    expect(await why(archive({ "a.txt": Buffer.from("a") }))).toBe("other");
    expect(await why(docx("<w:p>"))).toBe("damaged");
    expect(await why(old)).toBe("old");
    expect(await why(Buffer.concat([old, Buffer.from("EncryptedPackage", "utf16le")]))).toBe("encrypted");
    expect(await why(bomb(60_000_000))).toBe("large");
    expect(await why(archive({ "word/document.xml": Buffer.alloc(30_000_000, " ") }))).toBe("large");
  });
});
