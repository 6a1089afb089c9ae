import { type LetterContent, type LetterRow, type LetterRows, type Note, withColon } from "./content.ts";

/** The letter as plain text, to be read by itself: blocks with an empty line between, each link on its own line. */
export function plainText(content: LetterContent): string {
  const {
    network,
    process,
    heading,
    greeting,
    paragraphs,
    code,
    due,
    facts,
    groups = [],
    button,
    details,
    notes,
    foot,
  } = content;
  const blocks = [
    [network, ...(process ? [process] : [])],
    [heading],
    [greeting],
    ...paragraphs.map((paragraph) => [paragraph]),
    due ? [noteLine({ label: due.label, text: `${due.by} ${due.zone}` })] : [],
    facts ? listLines(facts) : [],
    ...groups.map(listLines),
    button ? [withColon(button.label), button.url] : [],
    code ? [noteLine({ label: code.label, text: code.digits })] : [],
    details ? listLines(details) : [],
    notes.map(noteLine),
    foot,
  ];
  const written = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${written.join("\n\n")}\n`;
}

function listLines({ heading, rows }: LetterRows): string[] {
  return [...(heading ? [heading] : []), ...rows.flatMap(rowLines)];
}

function rowLines({ kicker, title, lines = [], link }: LetterRow): string[] {
  const [first = "", ...rest] = [
    ...(kicker ? [kicker] : []),
    title,
    ...lines,
    ...(link ? [withColon(link.label), link.url] : []),
  ];
  return [`– ${first}`, ...rest.map((line) => `  ${line}`)];
}

function noteLine({ label, text }: Note): string {
  return label ? `${withColon(label)} ${text}` : text;
}
