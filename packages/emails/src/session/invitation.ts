import { inScript, onMoment, say, textIn } from "@quorate/core/i18n";
import type { MeetingFacts, SessionLetters } from "@quorate/core/session";
import { shortHash } from "@quorate/core/vote";
import { askLetter, type LetterContent, type LetterRow, type LetterRows } from "../layout/index.ts";

type Props = SessionLetters["session.invitation"];

/** Every active member and every invited guest: will you come? When, where, and what is on the agenda. */
export function invitation(props: Props): LetterContent {
  const { locale, isGuest, turn } = props;
  return askLetter(props, {
    what: say(locale, "meeting.invitation.what"),
    heading: say(locale, "meeting.invitation.heading"),
    paragraphs: [
      say(locale, "meeting.invitation.lead"),
      ...(isGuest ? [say(locale, "meeting.invitation.guest")] : []),
      ...(turn === "reminder" ? [] : [say(locale, "meeting.invitation.calendar")]),
    ],
    facts: whenAndWhere(props.locale, props.meeting),
    details: agendaRows(props),
    ifSilent: say(locale, "ask.ifSilent", { what: say(locale, "meeting.rsvp.silence") }),
  });
}

/** The meeting's time in its own zone, and its place. */
export function whenAndWhere(locale: Props["locale"], { title, startsAt, zone, place }: MeetingFacts): LetterRows {
  return {
    heading: say(locale, "meeting.invitation.where"),
    rows: [{ title: inScript(locale, title), lines: [onMoment(locale, startsAt, zone), inScript(locale, place)] }],
  };
}

function agendaRows({ locale, agenda, documents }: Props): LetterRows | undefined {
  if (agenda.length === 0 && documents.length === 0) return undefined;
  return {
    heading: say(locale, agenda.length > 0 ? "session.agenda" : "meeting.documents"),
    rows: [
      ...agenda.map((item) => ({ title: textIn(locale, item) })),
      ...documents.map((document): LetterRow => {
        const row = { kicker: say(locale, "meeting.document"), title: inScript(locale, document.title) };
        return "url" in document
          ? { ...row, link: { label: say(locale, "meeting.document.open"), url: document.url } }
          : { ...row, lines: [say(locale, "meeting.document.onPage", { hash: shortHash(document.hash) })] };
      }),
    ],
  };
}
