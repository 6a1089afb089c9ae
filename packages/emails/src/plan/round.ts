import { inScript, say } from "@quorate/core/i18n";
import type { PlanLetters } from "@quorate/core/plan";
import { askLetter, type LetterContent, notice, noticeSubject } from "../layout/index.ts";

/** Every reviewer of a round: comments, scores and a recommendation on her areas. */
export function review(props: PlanLetters["plan.review"]): LetterContent {
  const { locale, round, version, areas } = props;
  const named = areas.length > 0 ? areas.map((area) => inScript(locale, area)) : [say(locale, "plan.review.areas.all")];
  return askLetter(props, {
    what: say(locale, "plan.review.what"),
    heading: say(locale, "plan.review.heading", { round }),
    paragraphs: [say(locale, "plan.review.letter", { version })],
    facts: { heading: say(locale, "plan.review.areas"), rows: named.map((title) => ({ title })) },
    ifSilent: say(locale, "ask.ifSilent", { what: say(locale, "plan.review.silence") }),
  });
}

/** Whoever opened the round: it is closed, what came in, and who is missing. */
export function closed(props: PlanLetters["plan.closed"]): LetterContent {
  const { locale, process, round, figures, missing, url, journal } = props;
  const { asked, received, declined, conflicts } = figures;
  const lines = [
    say(locale, "plan.closed.received", { n: received, of: asked }),
    ...(declined > 0 ? [say(locale, "plan.closed.declined", { n: declined })] : []),
    ...(conflicts > 0 ? [say(locale, "plan.closed.conflicts", { n: conflicts })] : []),
    ...(missing.length > 0 ? [say(locale, "plan.closed.missing", { n: missing.length })] : []),
  ];
  return notice(props, {
    subject: noticeSubject(props, say(locale, "plan.closed.what")),
    ...{ process, heading: say(locale, "plan.closed.heading", { round }) },
    paragraphs: [say(locale, missing.length > 0 ? "plan.closed.some" : "plan.closed.all")],
    facts: {
      heading: say(locale, "plan.closed.figures"),
      rows: [...lines.map((title) => ({ title })), ...missing.map((name) => missingRow(props, name))],
    },
    button: { label: say(locale, "letters.openPage"), url },
    foot: [`${say(locale, "letters.personal")} ${say(locale, "ask.journalHead", { hash: journal })}`],
  });
}

function missingRow({ locale }: PlanLetters["plan.closed"], name: string) {
  return { kicker: say(locale, "plan.round.is.missing"), title: inScript(locale, name) };
}
