import { inScript, say, textIn } from "@quorate/core/i18n";
import type { CommonLetters } from "@quorate/core/letter";
import { type LetterContent, notice, shortName } from "../layout/index.ts";

/** Who asked for an approval: approved, returned with a reason, not decided in time, or taken back. */
export function settled(props: CommonLetters["ask.settled"]): LetterContent {
  const { locale, state, by, reason } = props;
  return notice(props, {
    subject: say(locale, "approvals.letter.settled.subject", { network: shortName(props) }),
    heading: say(locale, `approvals.letter.settled.${state}`, { title: textIn(locale, props.title) }),
    paragraphs: [
      by
        ? say(locale, "approvals.letter.settled.lead", { name: inScript(locale, by) })
        : say(locale, "approvals.letter.settled.expiredLead"),
    ],
    notes: reason ? [{ label: say(locale, "common.reason"), text: inScript(locale, reason) }] : [],
    foot: [],
  });
}
