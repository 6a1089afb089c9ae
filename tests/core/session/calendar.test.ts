import { type CalendarEntry, calendarText } from "@quorate/core/session";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const entry: CalendarEntry = {
  method: "REQUEST",
  ...{ uid: "ses_1@quorate", sequence: 0, stamp: "2026-03-03T08:00:00.000Z" },
  startsAt: "2026-03-13T09:00:00.000Z",
  ...{ title: "1. седница", place: "видео-позив", description: "План рада" },
  organizer: { name: "Биљана Илић", address: "biljana@example.org" },
  attendee: { name: "Марија Стојановић", address: "marija@example.org" },
};

/** The lines as a calendar reads them: folded ones joined again (RFC 5545, 3.1). */
const unfolded = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

describe("the calendar entry of a session", () => {
  it("is a request with a stable id, its times in UTC", () => {
    expect(unfolded(calendarText({ ...entry, endsAt: "2026-03-13T11:00:00.000Z" }))).toEqual([
      ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Quorate//Session//EN", "METHOD:REQUEST", "BEGIN:VEVENT"],
      ...["UID:ses_1@quorate", "SEQUENCE:0", "DTSTAMP:20260303T080000Z"],
      ...["DTSTART:20260313T090000Z", "DTEND:20260313T110000Z"],
      ...["SUMMARY:1. седница", "LOCATION:видео-позив", "DESCRIPTION:План рада"],
      'ORGANIZER;CN="Биљана Илић":mailto:biljana@example.org',
      'ATTENDEE;CN="Марија Стојановић";RSVP=FALSE:mailto:marija@example.org',
      ...["STATUS:CONFIRMED", "END:VEVENT", "END:VCALENDAR", ""],
    ]);
  });

  it("is a cancellation under the same id with the next sequence", () => {
    const lines = unfolded(calendarText({ ...entry, method: "CANCEL", sequence: 2 }));
    expect(lines).toEqual(
      expect.arrayContaining(["METHOD:CANCEL", "UID:ses_1@quorate", "SEQUENCE:2", "STATUS:CANCELLED"]),
    );
    expect(lines.some((line) => line.startsWith("DTEND"))).toBe(false);
  });

  it("escapes what has a meaning in iCalendar, and lets no text end a property", () => {
    const text = "План; рад, \\ и\r\nEND:VEVENT\nкрај";
    const lines = unfolded(calendarText({ ...entry, description: text, place: "сала\u0007 1" }));
    expect(lines).toContain("DESCRIPTION:План\\; рад\\, \\\\ и\\nEND:VEVENT\\nкрај");
    expect(lines).toContain("LOCATION:сала 1");
    expect(lines.filter((line) => line === "END:VEVENT")).toHaveLength(1);
    const name = { name: 'Ана "Ања"\r\nX:1', address: "ana@example.org\r\nX:1" };
    const named = unfolded(calendarText({ ...entry, organizer: name }));
    expect(named).toContain("ORGANIZER;CN=\"Ана 'Ања'  X:1\":mailto:ana@example.orgX:1");
  });

  it("folds every line at 75 octets without cutting a character, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (title) => {
        const text = calendarText({ ...entry, title });
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const summary = unfolded(text).find((line) => line.startsWith("SUMMARY:"));
        const read = summary?.slice(8).replaceAll(/\\([\\;,n])/g, (_, sign) => (sign === "n" ? "\n" : sign));
        expect(read).toBe(title.replaceAll(/\r\n?/g, "\n").replaceAll(/[^\P{Cc}\n]/gu, ""));
      }),
    );
  });
});
