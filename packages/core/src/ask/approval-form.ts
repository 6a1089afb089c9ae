import type { Form } from "../form/index.ts";
import { message, type Text } from "../i18n/index.ts";
import { REASON_LEAST } from "./approval-rules.ts";

type Section = Form["sections"][number];

const REASON_MOST = 1000;

/** One question that is agreed to or objected to; to object takes a reason. */
export function verdict(title: Text, words: { agree: Text; object: Text; reason: Text; hint?: Text }): Section {
  const hint = words.hint ?? message("ask.approval.reasonHint", { limit: REASON_LEAST });
  return {
    id: "verdict",
    title,
    fields: [
      {
        id: "verdict",
        kind: "choice",
        label: message("common.yourAnswer"),
        required: true,
        options: [
          { value: "agree", label: words.agree },
          {
            value: "object",
            label: words.object,
            reason: { required: true, label: words.reason, hint, min: REASON_LEAST, limit: REASON_MOST },
          },
        ],
      },
    ],
  };
}

/**
 * What the answer to a `verdict` says; what follows a dash in it says more than an approval has to know. An approval whose form
 * asks for none is a fault.
 */
export function verdictIn(
  content: Readonly<Record<string, unknown>>,
): { verdict: "approve" } | { verdict: "return"; reason: string } {
  switch (String(content.verdict).split("-")[0]) {
    case "agree":
      return { verdict: "approve" };
    case "object":
      return { verdict: "return", reason: String(content["verdict-reason"] ?? "") };
    default:
      throw new Error("the form of an approval asks for no verdict");
  }
}
