import { say, textIn } from "@quorate/core/i18n";
import type { PlanLetters } from "@quorate/core/plan";
import { goOn, type LetterContent, notice, noticeSubject } from "../layout/index.ts";

/** The coordinator: the review has stopped, why, and where it can be set going again. */
export function parked(props: PlanLetters["plan.parked"]): LetterContent {
  const { locale, process, reason, url } = props;
  const heading = say(locale, "plan.parked.heading");
  return notice(props, {
    subject: noticeSubject(props, goOn(heading)),
    ...{ process, heading, paragraphs: [say(locale, "plan.parked.lead")] },
    facts: { heading: say(locale, "letters.parked.why"), rows: [{ title: textIn(locale, reason) }] },
    button: { label: say(locale, "letters.openPage"), url },
    foot: [`${say(locale, "letters.personal")} ${say(locale, "ask.journalHead", { hash: props.journal })}`],
  });
}
