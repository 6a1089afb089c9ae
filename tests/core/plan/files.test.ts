import { locales } from "@quorate/core/i18n";
import {
  contentHash,
  diff,
  planCsv,
  planDocument,
  planJson,
  planXml,
  readOutline,
  readyTemplates,
  textOutline,
  type VersionNode,
  versionFrom,
} from "@quorate/core/plan";
import { silagiris } from "@quorate/local/demo/silagiris";
import { threadDocuments } from "@quorate/local/documents";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsOf } from "./trees.ts";

const documents = threadDocuments();
const { plain } = readyTemplates;
const plan = { id: "pln_1", title: "Šilagirio pažangos planas" };

/** Ids as the machine draws them, one after the other. */
function ids(prefix: string): () => string {
  let drawn = 0;
  return () => {
    drawn += 1;
    return `pnd_${prefix}${String(drawn).padStart(19, "0")}`;
  };
}

const sample = versionFrom([], readOutline(silagiris.outline), plain, ids("a"));

/** Words as people write them, with everything that a format could stumble over. */
const text = fc
  .array(
    fc.constantFrom(
      "Įtrauktis",
      "Љубав",
      ";",
      '"',
      "'",
      "=1+1",
      "-",
      "\n",
      ": ",
      "Partneriai:",
      "<b>&amp;",
      "\t",
      "1.",
      "😀",
      " ",
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join("").trim());
const line = text.map((words) => words.replace(/\s+/g, " ").trim());
const title = line.map((words) => (words === "" ? "Veikla" : words));
const words = fc.record({
  ...{ title, text, partner: line, indicator: line, responsible: line, budget: line },
  due: fc.constantFrom("", "2026-12-31"),
});
const version = fc.array(words, { minLength: 4, maxLength: 12 }).map((some) => {
  const fresh = ids("b");
  const levels = ["area", "goal", "task", "activity"] as const;
  const lines = some.map((said, at) => ({ level: levels[Math.min(at, 3)] ?? ("activity" as const), words: said }));
  return versionFrom([], lines, plain, fresh);
});

const saying = (nodes: readonly VersionNode[]) =>
  nodes.map(({ id, level, parent, words: said }) => ({ id, level, parent, said }));

describe("a plan as CSV", () => {
  it("is read back as the same plan with the same ids, whatever is written in it and whoever reads it", () => {
    fc.assert(
      fc.property(version, fc.constantFrom(...locales), (nodes, locale) => {
        const read = versionFrom([], readOutline(planCsv(locale, nodes)), plain, ids("c"));
        expect(saying(read)).toEqual(saying(nodes));
        expect(contentHash(read)).toBe(contentHash(nodes));
      }),
    );
  });

  it("keeps a spreadsheet from computing what somebody has written", () => {
    const nodes: VersionNode[] = [{ id: "pnd_1", level: "area", place: 0, words: wordsOf("=HYPERLINK()") }];
    expect(planCsv("en", nodes)).toContain(";'=HYPERLINK()");
  });
});

describe("a plan as a document", () => {
  it("in DOCX is read back as the same plan with the same ids", async () => {
    await fc.assert(
      fc.asyncProperty(version, async (nodes) => {
        const bytes = await documents.writeText(planDocument("lt", plan, nodes), "docx");
        const reading = await documents.readText(bytes);
        if (reading.kind !== "text") throw new Error(reading.why);
        expect(saying(versionFrom([], textOutline(reading.blocks), plain, ids("c")))).toEqual(saying(nodes));
      }),
      { numRuns: 8 },
    );
  });

  it("in DOCX keeps a title that begins with its own number", async () => {
    const lines = [{ level: "area" as const, words: wordsOf("1. Įtrauktis") }];
    const nodes = versionFrom([], lines, plain, ids("b"));
    const reading = await documents.readText(await documents.writeText(planDocument("lt", plan, nodes), "docx"));
    if (reading.kind !== "text") throw new Error(reading.why);
    expect(saying(versionFrom([], textOutline(reading.blocks), plain, ids("c")))).toEqual(saying(nodes));
  });

  it("in DOCX is the whole plan of Šilagiris, byte for byte the same each time", async () => {
    const written = planDocument("lt", plan, sample);
    const [first, second] = [await documents.writeText(written, "docx"), await documents.writeText(written, "docx")];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    const reading = await documents.readText(first);
    const lines = reading.kind === "text" ? textOutline(reading.blocks) : [];
    expect(diff(sample, versionFrom(sample, lines, plain, ids("c")))).toEqual([]);
  });

  it("in PDF names its title and language, and tags what it holds", async () => {
    const bytes = Buffer.from(await documents.writeText(planDocument("lt", plan, sample.slice(0, 30)), "pdf"));
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    const raw = bytes.toString("latin1");
    for (const part of ["/Lang (lt)", "/StructTreeRoot", "/MarkInfo", "/Outlines", "pdfaid"])
      expect(raw).toContain(part);
  });
});

describe("a plan for programs", () => {
  it("in JSON is a tree with the hash of what it says", () => {
    const read: unknown = JSON.parse(planJson(plan, sample));
    expect(read).toMatchObject({
      title: plan.title,
      hash: contentHash(sample),
      nodes: [{ number: "1", level: "area" }, {}, {}, {}],
    });
    expect(planJson(plan, sample).match(/"level": "activity"/g)).toHaveLength(90);
  });

  it("in XML has every level as an element, and no word breaks it", () => {
    const nodes: VersionNode[] = [{ id: "pnd_1", level: "area", place: 0, words: wordsOf('<b>&"\u0000') }];
    expect(planXml(plan, nodes)).toContain("<title>&lt;b&gt;&amp;&quot;</title>");
    expect(planXml(plan, sample).match(/<activity /g)).toHaveLength(90);
  });
});

describe("the version that a file makes of a plan", () => {
  const outline = "1;A\n2;B\n3;C\n4;D\n2;E";
  const before = versionFrom([], readOutline(outline), plain, ids("d"));
  const kinds = (text: string) =>
    diff(before, versionFrom(before, readOutline(text), plain, ids("e"))).map(({ kind }) => kind);

  it("without ids knows the nodes again by their titles: what stands elsewhere has moved", () => {
    expect(kinds(outline)).toEqual([]);
    expect(kinds("1;A\n2;B\n2;E\n3;C\n4;D")).toEqual(["moved"]);
    expect(kinds("1;A\n2;B\n3;C\n4;D2\n2;E")).toEqual(["removed", "added"]);
  });

  it("with ids keeps a node under another title, and takes a copied line as a new one", () => {
    const csv = planCsv("en", before);
    expect(kinds(csv.replace(";D;", ";D2;"))).toEqual(["renamed"]);
    const copied = csv.split("\r\n").toSpliced(5, 0, csv.split("\r\n")[4] ?? "");
    expect(kinds(copied.join("\r\n"))).toEqual(["added"]);
  });
});
