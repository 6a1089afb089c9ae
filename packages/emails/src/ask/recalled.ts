import { inScript, say, textIn } from "@quorate/core/i18n";
import type { CommonLetters } from "@quorate/core/letter";
import { type LetterContent, notice, shortName } from "../layout/index.ts";

/** Somebody who was asked: her answer is no longer needed, because what was asked has changed or was taken back. */
export function recalled(props: CommonLetters["ask.recalled"]): LetterContent {
  const { locale, why, by, reason } = props;
  const subject = textIn(locale, props.title);
  const lead = why === "changed" ? "approvals.recalled.changedLead" : "approvals.recalled.lead";
  return notice(props, {
    subject: say(locale, "approvals.letter.recalled.subject", { network: shortName(props) }),
    heading: say(locale, `approvals.recalled.${why}`),
    paragraphs: [say(locale, lead, { subject })],
    notes: [
      ...(by ? [{ label: say(locale, "approvals.recalled.by"), text: inScript(locale, by) }] : []),
      ...(reason ? [{ label: say(locale, "common.reason"), text: inScript(locale, reason) }] : []),
    ],
    foot: [],
  });
}
