import { verdict } from "../ask/index.ts";
import type { Form } from "../form/index.ts";
import { message, plain } from "../i18n/index.ts";
import { shortHash } from "../vote/index.ts";
import { agendaLine } from "./forms.ts";
import type { Remark, Session, SessionMinutes } from "./records.ts";

type Section = Form["sections"][number];

const NOTE_MOST = 4000;
const REASON_LEAST = 10;
const REASON_MOST = 1000;

const fixed = { confidential: false, editable: false, checkAnswers: false } as const;
const waits = () => message("meeting.minutes.ifSilent");

/** The recorder's form: what was said and decided on each point of the agenda, and what else is to be noted. */
export function draftForm(session: Session): Form {
  return {
    ...{ ...fixed, id: "session.draft", silence: waits() },
    title: message("meeting.draft.title", { title: plain(session.title) }),
    lead: message("meeting.draft.lead"),
    sections: [
      ...session.agenda.map((item, index): Section => {
        const label = message("meeting.draft.note");
        return {
          ...{ id: `item-${item.id}`, title: agendaLine(item, index) },
          fields: [{ id: `note-${item.id}`, kind: "long", label, required: false, limit: NOTE_MOST }],
        };
      }),
      {
        ...{ id: "other", title: message("meeting.draft.other") },
        fields: [
          ...[{ id: "note-other", kind: "long" as const, label: message("meeting.draft.note"), limit: NOTE_MOST }].map(
            (field) => ({ ...field, required: session.agenda.length === 0 }),
          ),
        ],
      },
    ],
  };
}

/** The notes in a recorder's answer, by item; one that was left empty is none. */
export function notesIn(session: Session, content: Readonly<Record<string, unknown>>): Record<string, string> {
  const items = [...session.agenda.map(({ id }) => id), "other"];
  return Object.fromEntries(
    items.flatMap((item) => {
      const note = content[`note-${item}`];
      return typeof note === "string" ? [[item, note]] : [];
    }),
  );
}

/** The form of everybody who was present: are the minutes right? */
export function correctionsForm(session: Session): Form {
  const title = message("meeting.corrections.title", { title: plain(session.title) });
  return {
    ...{ ...fixed, editable: true, id: "session.corrections", title },
    lead: message("meeting.corrections.lead"),
    silence: message("meeting.corrections.silence"),
    sections: [
      verdict(message("meeting.corrections.question"), {
        agree: message("meeting.corrections.agree"),
        object: message("meeting.corrections.object"),
        reason: message("meeting.corrections.words"),
        hint: message("meeting.change.cancel.hint", { limit: REASON_LEAST }),
      }),
    ],
  };
}

/** The recorder's form for what came back: each remark is accepted or not, in writing; then what the minutes say instead. */
export function repliesForm(session: Session, minutes: SessionMinutes, names: ReadonlyMap<string, string>): Form {
  const open = minutes.remarks.filter(({ reply }) => !reply);
  const reason = { label: message("meeting.answers.words"), limit: REASON_MOST };
  return {
    ...{ ...fixed, id: "session.replies", silence: waits() },
    title: message("meeting.answers.title", { title: plain(session.title) }),
    lead: message("meeting.answers.lead"),
    sections: [
      ...open.map(({ id, kind, member, words }): Section => {
        return {
          id,
          kicker: message(kind === "objection" ? "meeting.minutes.objection" : "meeting.minutes.correction"),
          title: plain(names.get(member) ?? ""),
          note: plain(words),
          fields: [
            {
              ...{ id: `reply-${id}`, kind: "choice", label: message("common.yourAnswer"), required: true },
              options: [
                { value: "accepted", label: message("meeting.answers.accept"), reason: { ...reason, required: false } },
                {
                  ...{ value: "rejected", label: message("meeting.answers.reject") },
                  reason: { ...reason, required: true, min: REASON_LEAST },
                },
              ],
            },
          ],
        };
      }),
      ...[...session.agenda.map((item, index) => ({ id: item.id, title: agendaLine(item, index) }))]
        .concat({ id: "other", title: message("meeting.draft.other") })
        .map(({ id, title }): Section => {
          const note = minutes.notes[id];
          const hint = message("meeting.answers.changed.hint");
          return {
            ...{ id: `item-${id}`, title, ...(note && { note: plain(note) }) },
            fields: [
              {
                ...{ id: `note-${id}`, kind: "long", label: message("meeting.answers.changed"), hint },
                ...{ required: false, limit: NOTE_MOST },
              },
            ],
          };
        }),
    ],
  };
}

/** The remark with what the recorder has answered; as it was where she has not. */
export function repliedTo(remark: Remark, content: Readonly<Record<string, unknown>>, at: string): Remark {
  const choice = content[`reply-${remark.id}`];
  if (remark.reply || (choice !== "accepted" && choice !== "rejected")) return remark;
  const words = content[`reply-${remark.id}-reason`];
  return {
    ...remark,
    reply: { accepted: choice === "accepted", at, ...(typeof words === "string" && { words }) },
  };
}

/** The verifiers' form: these very minutes, by their hash, are approved or returned with an objection. */
export function approvalForm(session: Session, hash: string): Form {
  return {
    ...{ ...fixed, id: "session.approval", silence: waits() },
    title: message("meeting.approval.title", { title: plain(session.title) }),
    lead: message("meeting.approval.lead", { hash: plain(shortHash(hash)) }),
    sections: [
      verdict(message("meeting.approval.question"), {
        agree: message("meeting.approval.approve"),
        object: message("meeting.approval.return"),
        reason: message("meeting.approval.words"),
      }),
    ],
  };
}
