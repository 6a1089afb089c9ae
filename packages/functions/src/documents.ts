import { type TableReading, TextDocument, TextFormat, type TextReading } from "@quorate/core/kit";
import * as v from "valibot";

/** What is to be done with a document; bytes are in base64. */
const Task = v.variant("kind", [
  v.object({
    kind: v.literal("read-table"),
    bytes: v.string(),
    /** The sheet to read; the first that is shown if not given. */
    sheet: v.optional(v.string()),
  }),
  v.object({ kind: v.literal("read-text"), bytes: v.string() }),
  v.object({ kind: v.literal("write-text"), document: TextDocument, format: TextFormat }),
]);
export type Task = v.InferOutput<typeof Task>;

/** A document that was written, in base64. */
export const Written = v.object({ bytes: v.string() });
export type Written = v.InferOutput<typeof Written>;

/**
 * The Lambda that reads and writes documents. It has no part in any world: bytes in, text out, or the other way round. A
 * document that cannot be read is an outcome, never a fault. Of its libraries it loads only what a task needs.
 */
export async function workOnDocument(event: unknown): Promise<TableReading | TextReading | Written> {
  const task = v.parse(Task, event);
  switch (task.kind) {
    case "read-table": {
      const { readWorkbook } = await import("./documents/workbook.ts");
      return readWorkbook(Buffer.from(task.bytes, "base64"), task.sheet);
    }
    case "read-text": {
      const { readDocx } = await import("./documents/read-docx.ts");
      return readDocx(Buffer.from(task.bytes, "base64"));
    }
    case "write-text":
      return { bytes: Buffer.from(await written(task)).toString("base64") };
  }
}

async function written({ document, format }: Extract<Task, { kind: "write-text" }>): Promise<Uint8Array> {
  switch (format) {
    case "docx":
      return (await import("./documents/write-docx.ts")).writeDocx(document);
    case "pdf":
      return (await import("./documents/write-pdf.ts")).writePdf(document);
  }
}
