import { dateTime, inScript, say, shortBy } from "@quorate/core/i18n";
import type { CommonLetters } from "@quorate/core/letter";
import { dueBy, type LetterContent, noteOf, notice, shortName } from "../layout/index.ts";

/** The old address: letters go elsewhere from now on, who changed it, and what to do if that is wrong. */
export function addressChanged(props: CommonLetters["people.address-changed"]): LetterContent {
  const { locale, zone, change } = props;
  const by = say(locale, "members.letter.changed.by", { name: inScript(locale, change.by) });
  const decidedBy = change.decidedBy;
  return notice(props, {
    subject: say(locale, "members.letter.changed.subject", { network: shortName(props) }),
    heading: say(locale, "members.letter.changed.title"),
    paragraphs: [
      say(locale, "members.letter.changed.lead", { address: change.to }),
      say(locale, "members.letter.changed.links"),
    ],
    notes: [
      noteOf(by),
      ...(decidedBy
        ? [noteOf(say(locale, "members.letter.changed.second", { name: inScript(locale, decidedBy) }))]
        : []),
      noteOf(say(locale, "members.letter.changed.at", { when: dateTime(locale, change.at, zone) })),
      noteOf(say(locale, "members.letter.changed.wrong")),
    ],
    foot: [say(locale, "letters.questions")],
  });
}

/** A second person: somebody's address is to be corrected while an election runs, or it is a coordinator's. */
export function addressRequest(props: CommonLetters["people.address-request"]): LetterContent {
  const { locale, zone, expiresAt } = props;
  const member = inScript(locale, props.member);
  return notice(props, {
    subject: say(locale, "ask.subject", {
      network: shortName(props),
      what: say(locale, "members.letter.request.what"),
      by: shortBy(locale, expiresAt, zone),
    }),
    heading: say(locale, "members.letter.request.title"),
    paragraphs: [say(locale, "members.letter.request.lead"), say(locale, "members.letter.request.silence")],
    due: dueBy(props, say(locale, "common.deadline"), expiresAt),
    button: { label: say(locale, "letters.openPage"), url: props.url },
    notes: [
      noteOf(say(locale, "members.letter.request.member", { name: member })),
      noteOf(say(locale, "members.letter.changed.by", { name: inScript(locale, props.by) })),
    ],
    foot: [say(locale, "letters.personal")],
  });
}

/** The one who asked: the second person has refused, and why. */
export function addressRefused(props: CommonLetters["people.address-refused"]): LetterContent {
  const { locale } = props;
  return notice(props, {
    subject: say(locale, "members.letter.refused.subject", { network: shortName(props) }),
    heading: say(locale, "members.letter.refused.title"),
    paragraphs: [say(locale, "members.letter.refused.lead")],
    button: { label: say(locale, "letters.openPage"), url: props.url },
    notes: [
      noteOf(say(locale, "members.letter.request.member", { name: inScript(locale, props.member) })),
      noteOf(say(locale, "members.letter.refused.by", { name: inScript(locale, props.by) })),
      noteOf(say(locale, "members.letter.refused.reason", { reason: inScript(locale, props.reason) })),
    ],
    foot: [say(locale, "letters.personal")],
  });
}
