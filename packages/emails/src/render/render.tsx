/** @jsxImportSource react */
import type { DigestLetters } from "@quorate/core/digest";
import type { ElectionLetters } from "@quorate/core/election";
import { say } from "@quorate/core/i18n";
import type { CommonLetters } from "@quorate/core/letter";
import type { OfficeLetters } from "@quorate/core/offices";
import type { AuthorLetters, PlanLetters } from "@quorate/core/plan";
import type { SessionLetters } from "@quorate/core/session";
import { render as renderHtml } from "@react-email/render";
import * as Ask from "../ask/index.ts";
import * as Digest from "../digest/index.ts";
import * as Election from "../election/index.ts";
import { Letter, type LetterContent, plainText } from "../layout/index.ts";
import * as Offices from "../offices/index.ts";
import * as People from "../people/index.ts";
import * as Plan from "../plan/index.ts";
import * as Session from "../session/index.ts";

/** Every letter we send, with what is put into it. */
export type AllLetters = AuthorLetters &
  CommonLetters &
  DigestLetters &
  ElectionLetters &
  OfficeLetters &
  PlanLetters &
  SessionLetters;

/** Each kind of letter: what it says, from its props. */
const letters: { [Kind in keyof AllLetters]: (props: AllLetters[Kind]) => LetterContent } = {
  "people.sign-in": People.signIn,
  "people.lost-letter": People.lostLetter,
  "people.address-changed": People.addressChanged,
  "people.address-request": People.addressRequest,
  "people.address-refused": People.addressRefused,
  "ask.receipt": Ask.receipt,
  "ask.recalled": Ask.recalled,
  "ask.settled": Ask.settled,
  "ask.undelivered": Ask.undelivered,
  "ask.unsent": Ask.unsent,
  "ask.withdrawn": Ask.withdrawn,
  "ask.withdrawal": Ask.withdrawal,
  "ask.code": Ask.code,
  "digest.letter": Digest.digest,
  "election.nominations": Election.nominations,
  "election.acceptance": Election.acceptance,
  "election.candidates": Election.candidates,
  "election.figures": Election.figures,
  "election.attestation": Election.attestation,
  "election.confirmation": Election.confirmation,
  "election.choice": Election.choice,
  "election.round": Election.round,
  "election.waiver": Election.waiver,
  "election.chair": Election.chair,
  "election.draw": Election.draw,
  "election.witness": Election.witness,
  "election.declaration": Election.declaration,
  "election.result": Election.result,
  "election.objected": Election.objected,
  "election.declined": Election.declined,
  "election.annulment": Election.annulment,
  "election.annulled": Election.annulled,
  "election.cancellation": Election.cancellation,
  "election.cancelled": Election.cancelled,
  "election.parked": Election.parked,
  "offices.mandate": Offices.mandate,
  "offices.statement": Offices.statement,
  "offices.rights": Offices.rights,
  "offices.passed": Offices.passed,
  "plan.writing": Plan.writing,
  "plan.review": Plan.review,
  "plan.minimum": Plan.minimum,
  "plan.decision": Plan.decision,
  "plan.answers": Plan.answers,
  "plan.conflict": Plan.conflict,
  "plan.released": Plan.released,
  "plan.closed": Plan.closed,
  "plan.parked": Plan.parked,
  "session.invitation": Session.invitation,
  "session.moved": Session.moved,
  "session.cancelled": Session.cancelled,
  "session.draft": Session.draft,
  "session.corrections": Session.corrections,
  "session.replies": Session.replies,
  "session.approval": Session.approval,
  "session.reply": Session.reply,
  "session.minutes": Session.minutes,
  "session.overdue": Session.overdue,
  "session.parked": Session.parked,
};

/** The same letter, marked as a trial in its subject, its heading and its first line. */
function marked(content: LetterContent, line: "rehearsal.letter" | "rehearsal.run.letter"): LetterContent {
  const { locale, subject, heading, paragraphs } = content;
  return {
    ...content,
    subject: say(locale, "rehearsal.subject", { subject }),
    heading: say(locale, "rehearsal.subject", { subject: heading }),
    paragraphs: [say(locale, line), ...paragraphs],
  };
}

export function isLetterKind(kind: string): kind is keyof AllLetters {
  return Object.hasOwn(letters, kind);
}

/** A letter ready to be sent: its subject, the page that a mail program shows, and the same as plain text. */
export async function render<Kind extends keyof AllLetters>(
  kind: Kind,
  props: AllLetters[Kind],
): Promise<{ subject: string; html: string; text: string }> {
  const { isTest, isRehearsal } = props;
  const real = letters[kind](props);
  const content = isTest || isRehearsal ? marked(real, isTest ? "rehearsal.letter" : "rehearsal.run.letter") : real;
  return {
    subject: content.subject,
    html: await renderHtml(<Letter content={content} />),
    text: plainText(content),
  };
}
