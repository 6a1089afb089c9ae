import { inScript, type Locale, localDateTime, say } from "@quorate/core/i18n";
import type { Member } from "@quorate/core/people";
import { type AskedStep, askState } from "./standing.ts";
import { askWords, stageName } from "./standing-words.ts";

/**
 * Who was asked, what has become of it and when, as a CSV file; never what was answered. A cell that a spreadsheet would
 * take for a formula has a quote put before it.
 */
export function answersTable(
  locale: Locale,
  of: { steps: readonly AskedStep[]; members: ReadonlyMap<string, Member>; zone: string },
): string {
  const header = [
    say(locale, "election.csv.step"),
    say(locale, "console.process.member"),
    say(locale, "common.institution"),
    say(locale, "common.status"),
    say(locale, "common.when"),
  ];
  const order = new Intl.Collator(locale);
  const rows = of.steps.flatMap(({ step, collection, asks }) =>
    asks
      .map((ask) => {
        const member = of.members.get(ask.member);
        const { word } = askWords(locale, ask, { openedAt: collection.openedAt, zone: of.zone });
        const at = askState(ask) === "answered" ? ask.answer?.at : ask.waiver?.at;
        const when = at ? localDateTime(at, of.zone).replace("T", " ") : "";
        const who = [inScript(locale, member?.name ?? ""), inScript(locale, member?.institution ?? "")];
        return [stageName(locale, step), ...who, word, when];
      })
      .toSorted((a, b) => order.compare(a[1] ?? "", b[1] ?? "")),
  );
  // The byte order mark tells spreadsheets that this is UTF-8.
  return `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
