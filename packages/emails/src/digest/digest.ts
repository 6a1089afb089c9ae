import type { DigestLetters, DigestPart } from "@quorate/core/digest";
import { byDeadline, inScript, type Locale, say, shortBy, type Text, textIn } from "@quorate/core/i18n";
import {
  type LetterContent,
  type LetterRow,
  type LetterRows,
  notice,
  noticeSubject,
  shortName,
} from "../layout/index.ts";

type Props = DigestLetters["digest.letter"];

/** Everybody with a place in a network: what she owes, what is coming, what was decided, across all of them (digests 5). */
export function digest(props: Props): LetterContent {
  const { locale, asks, parts, settings } = props;
  const [first] = asks;
  const isAcross = new Set([...asks, ...parts].map(({ network }) => network)).size > 1;
  const of = (network: string) => (isAcross ? { kicker: inScript(locale, network) } : {});
  const owed: LetterRow[] = asks.map(({ network, title, deadline, zone, url }) => ({
    ...of(network),
    title: inScript(locale, title),
    lines: [`${say(locale, "common.deadline")}: ${byDeadline(locale, deadline, zone)}`],
    link: { label: say(locale, "ask.openForm"), url },
  }));
  const rowsOf = (lines: (part: DigestPart) => readonly { title: Text; lines: readonly Text[] }[]) =>
    parts.flatMap((part) => lines(part).map((line) => ({ ...of(part.network), ...rowIn(locale, line) })));
  const groups = [
    { heading: say(locale, "digest.asks"), rows: owed },
    { heading: say(locale, "digest.coming"), rows: rowsOf(({ coming }) => coming) },
    { heading: say(locale, "digest.decided"), rows: rowsOf(({ decided }) => decided) },
    { heading: say(locale, "digest.desk"), rows: rowsOf(({ desk }) => desk) },
  ].filter(({ rows }) => rows.length > 0) satisfies LetterRows[];
  const n = asks.length;
  return {
    ...notice(props, {
      subject: first
        ? say(locale, "ask.subject", {
            network: shortName(props),
            what: say(locale, "digest.subject.owed", { n }),
            by: shortBy(locale, first.deadline, first.zone),
          })
        : noticeSubject(props, say(locale, "digest.subject.news")),
      heading: say(locale, "digest.heading"),
      paragraphs: [
        first
          ? say(locale, "digest.lead.owed", { n, by: byDeadline(locale, first.deadline, first.zone) })
          : say(locale, "digest.lead.news"),
      ],
      notes: [
        { text: say(locale, "digest.why") },
        { label: say(locale, "digest.settings.note"), text: settings, url: settings },
      ],
      foot: [say(locale, "letters.personal")],
    }),
    groups,
  };
}

function rowIn(locale: Locale, { title, lines }: { title: Text; lines: readonly Text[] }): LetterRow {
  return { title: textIn(locale, title), lines: lines.map((line) => textIn(locale, line)) };
}
