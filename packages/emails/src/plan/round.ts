import { inScript, say } from "@quorate/core/i18n";
import type { PlanLetters } from "@quorate/core/plan";
import { askLetter, type LetterContent, notice, noticeSubject } from "../layout/index.ts";

/** Every reviewer of a round: comments, scores and a recommendation on her areas. */
export function review(props: PlanLetters["plan.review"]): LetterContent {
  const { locale, round, version, areas, waiver } = props;
  const named = areas.length > 0 ? areas.map((area) => inScript(locale, area)) : [say(locale, "plan.review.areas.all")];
  return askLetter(props, {
    what: say(locale, "plan.review.what"),
    heading: say(locale, "plan.review.heading", { round }),
    paragraphs: [
      ...(waiver ? [say(locale, "plan.review.waived", { note: inScript(locale, waiver) })] : []),
      say(locale, "plan.review.letter", { version }),
    ],
    facts: { heading: say(locale, "plan.review.areas"), rows: named.map((title) => ({ title })) },
    ifSilent: say(locale, "ask.ifSilent", { what: say(locale, "plan.review.silence") }),
  });
}

/** Whoever opened the round: too few have answered; extend it, or close it? */
export function minimum(props: PlanLetters["plan.minimum"]): LetterContent {
  const { locale, round } = props;
  return askLetter(props, {
    what: say(locale, "plan.minimum.what"),
    heading: say(locale, "plan.minimum.title", { round }),
    paragraphs: [say(locale, "plan.minimum.letter")],
    ifSilent: say(locale, "ask.ifSilent", { what: say(locale, "plan.minimum.silence") }),
  });
}

/** Who decides: what becomes of this version? */
export function decision(props: PlanLetters["plan.decision"]): LetterContent {
  const { locale, round } = props;
  return askLetter(props, {
    what: say(locale, "plan.decision.what"),
    heading: say(locale, "plan.decision.title", { round }),
    paragraphs: [say(locale, "plan.decision.letter")],
    ifSilent: say(locale, "ask.ifSilent", { what: say(locale, "plan.decision.silence") }),
  });
}

/** Whoever has reviewed: where the comments stand with their answers, and what has changed since. */
export function answers(props: PlanLetters["plan.answers"]): LetterContent {
  const { locale, process, round, url, journal } = props;
  return notice(props, {
    subject: noticeSubject(props, say(locale, "plan.answers.what")),
    ...{ process, heading: say(locale, "plan.answers.heading", { round }) },
    paragraphs: [say(locale, "plan.answers.letter")],
    button: { label: say(locale, "plan.answers.open"), url },
    foot: [`${say(locale, "letters.personal")} ${say(locale, "ask.journalHead", { hash: journal })}`],
  });
}

/** Whoever opened the round: a reviewer has declared a conflict of interest, in her words. */
export function conflict(props: PlanLetters["plan.conflict"]): LetterContent {
  const { locale, process, name, words, url, journal } = props;
  return notice(props, {
    subject: noticeSubject(props, say(locale, "plan.conflict.what")),
    ...{ process, heading: say(locale, "plan.conflict.declared", { name: inScript(locale, name) }) },
    paragraphs: [say(locale, "plan.conflict.letter")],
    facts: { heading: say(locale, "plan.conflict.words"), rows: [{ title: inScript(locale, words) }] },
    button: { label: say(locale, "letters.openPage"), url },
    foot: [`${say(locale, "letters.personal")} ${say(locale, "ask.journalHead", { hash: journal })}`],
  });
}

/** A reviewer: somebody else is asked in her place. */
export function released(props: PlanLetters["plan.released"]): LetterContent {
  const { locale, process, name, journal } = props;
  const what = say(locale, "plan.released.what");
  return notice(props, {
    subject: noticeSubject(props, what),
    ...{ process, heading: what.charAt(0).toLocaleUpperCase() + what.slice(1) },
    paragraphs: [say(locale, "plan.released.lead", { name: inScript(locale, name) })],
    foot: [say(locale, "ask.journalHead", { hash: journal })],
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
