import type { ElectionLetters } from "@quorate/core/election";
import { dateOf, say } from "@quorate/core/i18n";
import { askLetter, type LetterContent } from "../layout/index.ts";
import { voteRow } from "./votes.ts";

/** The recorder and the verifiers: attest the figures of the session, each alone. */
export function attestation(props: ElectionLetters["election.attestation"]): LetterContent {
  const { locale } = props;
  return askLetter(props, {
    what: say(locale, "election.ask.attest.what"),
    heading: say(locale, "letters.attestation.heading", { day: dateOf(locale, props.sessionAt, props.zone) }),
    paragraphs: [say(locale, "election.ask.attest.lead"), say(locale, "letters.attestation.official")],
    details: {
      heading: say(locale, "election.figures.sessionResults"),
      rows: props.votes.map((vote) => voteRow(locale, vote)),
    },
    ifSilent: say(locale, "ask.ifSilent.waits"),
  });
}
