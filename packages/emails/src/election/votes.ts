import { inScript, type Locale, number, textIn } from "@quorate/core/i18n";
import type { OutcomeLine, VoteLine } from "@quorate/core/letter";
import type { LetterRow } from "../layout/index.ts";

/** `Председник: Јелена Петровић` and under it `за 18, против 0, уздржаних 0`, and what candidates say. */
export function voteRow(locale: Locale, { title, result, figures, statements = [] }: VoteLine): LetterRow {
  const named = figures.map(({ label, value }) => `${textIn(locale, label)}\u00a0${number(locale, value)}`);
  const said = statements.map(({ name, words }) => `${inScript(locale, name)}: ${inScript(locale, words)}`);
  const lines = [...(named.length > 0 ? [named.join(", ")] : []), ...said];
  return { title: `${textIn(locale, title)}: ${textIn(locale, result)}`, ...(lines.length > 0 && { lines }) };
}

/** The outcome, under the vote's title where it does not name it itself, and all the figures behind it. */
export function outcomeRow(locale: Locale, { title, outcome, figures }: OutcomeLine): LetterRow {
  const said = textIn(locale, outcome);
  const kicker = textIn(locale, title);
  return {
    ...(!said.includes(kicker) && { kicker }),
    title: said,
    lines: figures.map((figure) => together(textIn(locale, figure))),
  };
}

/** A number stays on one line with the word before it: `неуручено 1`. */
function together(text: string): string {
  return text.replaceAll(/(?<=\p{L}) (?=\d)/gu, "\u00a0");
}
