import type { ElectionLetters } from "@quorate/core/election";
import { dateOf, say } from "@quorate/core/i18n";
import { askLetter, type LetterContent } from "../layout/index.ts";
import { voteRow } from "./votes.ts";

type Props = ElectionLetters["election.confirmation"];

/** Whoever takes part by letter, one question for each vote she had no part in: confirm, agree, or the vote itself. */
export function confirmation(props: Props): LetterContent {
  switch (props.mode) {
    case "ratified":
      return toConfirm(props);
    case "informed":
      return toAgree(props);
    case "combined":
    case "letter":
      return toVote(props);
  }
}

function toConfirm(props: Props): LetterContent {
  const { locale, votes, wasThereForSome } = props;
  const lead = wasThereForSome ? "letters.confirmation.leadPart" : "letters.confirmation.lead";
  const date = dateOf(locale, props.sessionAt, props.zone);
  return askLetter(props, {
    what: say(locale, "election.ask.absentee.what"),
    heading: say(locale, "election.ask.absentee.title", { date }),
    paragraphs: [say(locale, lead, { n: votes.length })],
    preview: say(locale, "letters.confirmation.preview", { n: votes.length, day: date }),
    details: listed(props, say(locale, "election.figures.sessionResults")),
    ifSilent: say(locale, "ask.ifSilent.recorded"),
  });
}

function toAgree(props: Props): LetterContent {
  const { locale } = props;
  return askLetter(props, {
    what: say(locale, "ballot.informed.what"),
    heading: say(locale, "ballot.informed.title", { date: dateOf(locale, props.sessionAt, props.zone) }),
    paragraphs: [say(locale, "ballot.informed.lead")],
    details: listed(props, say(locale, "election.figures.sessionResults")),
    ifSilent: say(locale, "ask.ifSilent", { what: say(locale, "ballot.silence.informed") }),
  });
}

function toVote(props: Props): LetterContent {
  const { locale, mode } = props;
  const date = dateOf(locale, props.sessionAt, props.zone);
  const lead = mode === "letter" ? say(locale, "ballot.lead.letter") : say(locale, "ballot.lead.combined", { date });
  return askLetter(props, {
    what: say(locale, "ballot.what"),
    heading: mode === "letter" ? say(locale, "ballot.title") : say(locale, "ballot.heading.combined", { date }),
    paragraphs: [lead],
    details: listed(props, say(locale, "ballot.questions")),
    ifSilent: say(locale, "ask.ifSilent", { what: say(locale, "ballot.silence.combined") }),
  });
}

/** Everybody on the roll: a vote that follows another. */
export function round(props: ElectionLetters["election.round"]): LetterContent {
  const { locale } = props;
  return askLetter(props, {
    what: say(locale, "ballot.round.what"),
    heading: say(locale, "ballot.round.title"),
    paragraphs: [say(locale, "ballot.round.lead")],
    details: listed(props, say(locale, "ballot.questions")),
    ifSilent: say(locale, "ask.ifSilent", { what: say(locale, "ballot.silence.combined") }),
  });
}

function listed({ locale, votes }: Pick<Props, "locale" | "votes">, heading: string) {
  return { heading, rows: votes.map((vote) => voteRow(locale, vote)) };
}
