import type { Form } from "../form/index.ts";
import { message, plain, type Text } from "../i18n/index.ts";
import type { AgendaItem, Session } from "./records.ts";

const NOTE_MOST = 500;

/** Who comes, as the form of an invitation asks it. */
export type Coming = "coming" | "online" | "absent";

/** The form of an invitation: will you come? It says when and where, and what is on the agenda. */
export function invitationForm(session: Session): Form {
  const { startsAt, zone, place, agenda } = session;
  const lines = agenda.map((item, index) => agendaLine(item, index));
  return {
    id: "session.invitation",
    title: message("meeting.rsvp.title", { title: plain(session.title) }),
    lead: message("meeting.rsvp.lead", { when: { moment: startsAt, zone, as: "onMoment" }, place: plain(place) }),
    silence: message("meeting.rsvp.silence"),
    ...{ confidential: false, editable: true, checkAnswers: false },
    ...(lines.length > 0 && { background: { title: message("session.agenda"), lines } }),
    sections: [
      {
        id: "rsvp",
        title: message("meeting.rsvp.question"),
        fields: [
          {
            ...{ id: "coming", kind: "choice", label: message("common.yourAnswer"), required: true },
            options: [
              { value: "coming", label: message("meeting.rsvp.coming") },
              { value: "online", label: message("meeting.rsvp.online") },
              { value: "absent", label: message("meeting.rsvp.absent") },
            ],
          },
          { id: "note", kind: "long", label: message("meeting.rsvp.note"), required: false, limit: NOTE_MOST },
        ],
      },
    ],
  };
}

/** `3. План рада (гласање)` */
export function agendaLine({ title, isVote }: AgendaItem, index: number): Text {
  return message(isVote ? "meeting.agenda.vote" : "meeting.agenda.item", { n: index + 1, title: plain(title) });
}
