import type { Ask } from "@quorate/core/ask";
import { nextReminder } from "@quorate/core/ask";
import type { AskingStep, Election } from "@quorate/core/election";
import { byWhen, dateTime, type Locale, type MessageKey, onDayAt, say } from "@quorate/core/i18n";
import type { Instant } from "@quorate/core/kit";
import { deadlineOf } from "@quorate/core/process";
import type { Session } from "@quorate/core/session";
import type { BadgeKind } from "../look/index.ts";
import { type AskedStep, type AskState, answered, askState } from "./standing.ts";

export function stageName(locale: Locale, stage: Election["stage"]): string {
  return say(locale, `election.stage.${stage}`);
}

/** The stages whose line says how many have answered. */
const counted: readonly Election["stage"][] = [
  ...(["nominations", "acceptance", "attestation", "confirmation", "witness", "declaration"] as const),
];

/** Where an election stands, in one line: what it waits for and until when. */
export function standingLine(
  locale: Locale,
  election: Election,
  of: { session: Session | undefined; step: AskedStep | undefined },
): string {
  const { zone, stage } = election;
  if (election.state === "parked") {
    return say(locale, "console.process.parked", { step: stageName(locale, stage) });
  }
  const closes = (step: AskingStep) =>
    onDayAt(locale, of.step?.collection.deadline ?? deadlineOf(election, step), zone);
  // Without its step a reader is not told who has answered.
  if (!of.step && counted.includes(stage)) return `${stageName(locale, stage)}.`;
  const counts = of.step ? answered(of.step) : { n: 0, total: 0 };
  switch (stage) {
    case "roll":
      return say(locale, "election.standing.roll");
    case "session":
      return of.session?.meeting === "open" || !of.session
        ? say(locale, "election.standing.inSession")
        : say(locale, "election.standing.session", { when: onDayAt(locale, of.session.startsAt, zone) });
    case "lot":
      return say(locale, "election.standing.lot");
    case "figures":
    case "waiver":
    case "chair":
    case "draw":
      return say(locale, `election.standing.${stage}`, { when: closes(stage) });
    case "candidates":
      return say(locale, "election.standing.candidates", { when: closes(stage) });
    case "nominations":
    case "acceptance":
    case "choice":
    case "round":
    case "attestation":
    case "witness":
    case "declaration":
      return say(locale, `election.standing.${stage}`, { ...counts, when: closes(stage) });
    case "confirmation":
      return say(locale, "console.home.answers", { ...counts, when: closes(stage) });
    case "marks":
    case "reconciliation":
    case "result":
      return say(locale, "election.standing.counting");
    case "declared": {
      const { objectionsUntil } = election;
      const when = onDayAt(locale, election.declaredAt ?? election.openedAt, zone, { year: true });
      return objectionsUntil
        ? say(locale, "election.standing.objections", { when, by: byWhen(locale, objectionsUntil, zone) })
        : say(locale, "election.standing.declared", { when });
    }
    case "annulment":
      return say(locale, "election.standing.annulment", { when: closes(stage) });
    case "annulled":
    case "cancelled":
      return say(locale, `election.standing.${stage}`);
    case "final": {
      const since = election.objectionsUntil ?? election.openedAt;
      return say(locale, "election.standing.final", { when: onDayAt(locale, since, zone, { year: true }) });
    }
  }
}

const badges: Readonly<Record<AskState, { kind: BadgeKind; word: MessageKey }>> = {
  answered: { kind: "done", word: "ask.state.answered" },
  late: { kind: "none", word: "ask.state.late" },
  undelivered: { kind: "bad", word: "ask.state.undelivered" },
  waived: { kind: "none", word: "ask.state.waived" },
  waiting: { kind: "wait", word: "ask.state.waiting" },
  silent: { kind: "none", word: "ask.state.silent" },
};

/** The badge of an ask, and the moment that goes with it: when it came in, came back, or is reminded of. */
export function askWords(
  locale: Locale,
  ask: Ask,
  of: { openedAt: Instant; zone: string; bouncedAt?: Instant | undefined },
): { kind: BadgeKind; word: string; when: string } {
  const { kind, word } = badges[askState(ask)];
  return { kind, word: say(locale, word), when: whenOf(locale, ask, of) };
}

function whenOf(
  locale: Locale,
  ask: Ask,
  of: { openedAt: Instant; zone: string; bouncedAt?: Instant | undefined },
): string {
  switch (askState(ask)) {
    case "answered":
      return ask.answer ? dateTime(locale, ask.answer.at, of.zone) : "";
    case "undelivered":
      return of.bouncedAt ? dateTime(locale, of.bouncedAt, of.zone) : "";
    case "waived":
      return ask.waiver ? dateTime(locale, ask.waiver.at, of.zone) : "";
    case "waiting": {
      const next = nextReminder(ask, of.openedAt);
      return next ? say(locale, "ask.reminderAt", { when: dateTime(locale, next, of.zone) }) : "";
    }
    case "late":
    case "silent":
      return "";
  }
}
