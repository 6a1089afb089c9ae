import { type Instant, toMilliseconds } from "../kit/index.ts";

/** One meeting as a calendar keeps it. Whoever gets a later `sequence` under the same `uid` replaces what she has. */
export type CalendarEntry = {
  method: "REQUEST" | "CANCEL";
  uid: string;
  sequence: number;
  /** When this entry was written. */
  stamp: Instant;
  startsAt: Instant;
  endsAt?: Instant | undefined;
  title: string;
  place: string;
  description: string;
  organizer: { name: string; address: string };
  attendee: { name: string; address: string };
};

/** The entry as iCalendar (RFC 5545, RFC 5546): times in UTC, texts escaped, lines folded at 75 octets. */
export function calendarText(entry: CalendarEntry): string {
  const { method, organizer, attendee } = entry;
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Quorate//Session//EN", `METHOD:${method}`, "BEGIN:VEVENT"],
    `UID:${entry.uid}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.stamp)}`,
    `DTSTART:${utc(entry.startsAt)}`,
    ...(entry.endsAt ? [`DTEND:${utc(entry.endsAt)}`] : []),
    `SUMMARY:${escaped(entry.title)}`,
    `LOCATION:${escaped(entry.place)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `ORGANIZER;CN=${quoted(organizer.name)}:mailto:${address(organizer.address)}`,
    // Whether she comes is asked on the form; a calendar's own answer would reach nobody.
    `ATTENDEE;CN=${quoted(attendee.name)};RSVP=FALSE:mailto:${address(attendee.address)}`,
    `STATUS:${method === "CANCEL" ? "CANCELLED" : "CONFIRMED"}`,
    ...["END:VEVENT", "END:VCALENDAR"],
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

/** `20260313T090000Z` */
function utc(instant: Instant): string {
  const iso = new Date(toMilliseconds(instant)).toISOString();
  return `${iso.slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

/** Text of a property (RFC 5545, 3.3.11); what no calendar can show is left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll("\n", "\\n")
    .replaceAll(/\p{Cc}/gu, "");
}

/** A parameter's value between quotes, which it cannot hold itself (RFC 5545, 3.2). */
function quoted(name: string): string {
  return `"${name.replaceAll('"', "'").replaceAll(/\p{Cc}/gu, " ")}"`;
}

/** An address as it was stored holds no line breaks; one that did would end the property. */
function address(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]/gu, "");
}

const MOST_OCTETS = 75;

/** A line of at most 75 octets, gone on with on lines that begin with a space; no character is cut (RFC 5545, 3.1). */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MOST_OCTETS) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}
