import { inScript, type MessageKey, say } from "@quorate/core/i18n";
import type { SessionLetters } from "@quorate/core/session";
import { shortHash } from "@quorate/core/vote";
import { askLetter, type LetterContent, notice, noticeSubject } from "../layout/index.ts";
import { whenAndWhere } from "./invitation.ts";

type Props = SessionLetters["session.draft"];
type Words = { what: MessageKey; title: MessageKey; lead: MessageKey };

/** The recorder: what was said and decided? */
export const draft = (props: Props) =>
  about(props, { what: "meeting.draft.what", title: "meeting.draft.title", lead: "meeting.draft.letter" });

/** The recorder: answer each correction or objection. */
export const replies = (props: Props) =>
  about(props, { what: "meeting.answers.what", title: "meeting.answers.title", lead: "meeting.answers.letter" });

/** The verifiers: approve the minutes, or return them with an objection. */
export const approval = (props: Props) =>
  about(props, { what: "meeting.approval.what", title: "meeting.approval.title", lead: "meeting.approval.letter" });

/** Every member who was present: are the minutes right? */
export function corrections(props: Props): LetterContent {
  const words = { what: "meeting.corrections.what", title: "meeting.corrections.title" } as const;
  const silence = say(props.locale, "ask.ifSilent", { what: say(props.locale, "meeting.corrections.silence") });
  return about(props, { ...words, lead: "meeting.corrections.lead" }, silence);
}

function about(props: Props, { what, title, lead }: Words, ifSilent?: string): LetterContent {
  const { locale, meeting } = props;
  return askLetter(props, {
    what: say(locale, what),
    heading: say(locale, title, { title: inScript(locale, meeting.title) }),
    paragraphs: [say(locale, lead)],
    facts: whenAndWhere(locale, meeting),
    ifSilent: ifSilent ?? say(locale, "ask.ifSilent.waits"),
  });
}

/** Who asked for a correction: what the recorder has answered. */
export function reply(props: SessionLetters["session.reply"]): LetterContent {
  const { locale, process, words, isAccepted, url, journal } = props;
  const row = (label: MessageKey, text: string) => ({ kicker: say(locale, label), title: inScript(locale, text) });
  return notice(props, {
    subject: noticeSubject(props, say(locale, "meeting.remark.what")),
    ...{ process, heading: say(locale, "meeting.remark.heading") },
    paragraphs: [say(locale, isAccepted ? "meeting.remark.accepted" : "meeting.remark.rejected")],
    facts: {
      rows: [
        row("meeting.remark.yours", words),
        ...(props.reply === undefined ? [] : [row("meeting.remark.reply", props.reply)]),
      ],
    },
    button: { label: say(locale, "meeting.minutes.link"), url },
    foot: [say(locale, "meeting.told.foot"), say(locale, "ask.journalHead", { hash: journal })],
  });
}

/** Every active member: the minutes are approved, and where they can be read. */
export function minutes(props: SessionLetters["session.minutes"]): LetterContent {
  const { locale, process, hash, url, journal } = props;
  return notice(props, {
    subject: noticeSubject(props, say(locale, "meeting.minutes.told.what")),
    ...{
      process,
      heading: say(locale, "meeting.minutes.told"),
      paragraphs: [say(locale, "meeting.minutes.told.lead")],
    },
    button: { label: say(locale, "meeting.minutes.link"), url },
    notes: [{ label: say(locale, "meeting.minutes.hash"), text: shortHash(hash) }],
    foot: [say(locale, "meeting.told.foot"), say(locale, "ask.journalHead", { hash: journal })],
  });
}
