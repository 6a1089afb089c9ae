import type { TableReading } from "@quorate/core/kit";
import * as v from "valibot";
import { readWorkbook } from "./documents/workbook.ts";

const Reading = v.object({
  /** The document, in base64. */
  bytes: v.string(),
  /** The sheet to read; the first that is shown if not given. */
  sheet: v.optional(v.string()),
});
export type Reading = v.InferOutput<typeof Reading>;

/**
 * The Lambda that reads documents. It has no part in any world: bytes in, text out. A document that cannot be read is an
 * outcome, never a fault.
 */
export async function readDocument(event: unknown): Promise<TableReading> {
  const { bytes, sheet } = v.parse(Reading, event);
  return readWorkbook(Buffer.from(bytes, "base64"), sheet);
}
