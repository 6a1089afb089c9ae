import { type AskingStep, type Election, rollSizeOf } from "@quorate/core/election";
import { byWhen, dateOf, dateTime, inScript, type Locale, listOf, say } from "@quorate/core/i18n";
import type { JournalEntry } from "@quorate/core/journal";
import { deadlineOf } from "@quorate/core/process";
import type { Session } from "@quorate/core/session";
import type { TimelineStep } from "../look/index.ts";
import { type AskedStep, answered } from "./standing.ts";

export type CourseOf = {
  election: Election;
  session: Session | undefined;
  journal: readonly JournalEntry[];
  /** Members of the roll who came to the session. */
  present: number;
  /** The step that asks now, and the letters once they are out. */
  step: AskedStep | undefined;
  letters: AskedStep | undefined;
  declarers: readonly string[];
};

/** The stages behind each step of the course, in their order. */
const stages: readonly (readonly Election["stage"][])[] = [
  ["roll"],
  ["nominations", "acceptance", "candidates"],
  ["session"],
  ["figures"],
  ["attestation"],
  ["marks", "confirmation"],
  ["reconciliation", "waiver", "choice", "round", "chair", "lot", "draw", "witness", "declaration", "result"],
  ["declared", "annulment", "annulled", "final"],
];

/** The stages at which a result has been declared, whatever became of it. */
const afterDeclaration = stages.at(-1) ?? [];

/** What has happened, what happens now and what follows, each with its date or deadline. */
export function courseOf(locale: Locale, of: CourseOf): TimelineStep[] {
  const now = stages.findIndex((step) => step.includes(of.election.stage));
  if (of.election.stage === "cancelled") return [cancelled(locale, of)];
  const notes = [prepared, nominations, session, figures, attested, letters, declared, objections, minutes];
  return notes.flatMap((note, index) => {
    if (note === letters && of.election.mode === "none") return [];
    if (!of.session && (note === session || note === figures || note === attested)) return [];
    if (note === nominations && !of.election.deadlines.nominations) return [];
    if (note === objections && of.election.objectionDays === 0) return [];
    const isOver = afterDeclaration.includes(of.election.stage);
    if (note === objections && isOver) return [{ state: objectionState(of), ...objections(locale, of, "now") }];
    const state = index < now || isOver ? "done" : index === now ? "now" : "next";
    return [{ state, ...note(locale, of, state) }];
  });
}

/** A cancelled election has no course any more, but the moment it ended. */
function cancelled(locale: Locale, of: CourseOf): TimelineStep {
  const at = momentOf(of, "cancelled");
  const note = at && dateTime(locale, at, of.election.zone);
  return { state: "done", title: say(locale, "cancelling.cancelled.title"), note };
}

type Note = (locale: Locale, of: CourseOf, state: TimelineStep["state"]) => Omit<TimelineStep, "state">;

const momentOf = ({ journal }: CourseOf, act: string) => journal.findLast((entry) => entry.act === act)?.at;
const by = (locale: Locale, { election }: CourseOf, step: AskingStep) =>
  byWhen(locale, deadlineOf(election, step), election.zone);

const prepared: Note = (locale, { election }) => {
  const { roll, zone } = election;
  const date = roll && dateOf(locale, roll.at, zone);
  const note = roll && date ? say(locale, "election.step.prepared.done", { n: roll.size, date }) : undefined;
  return { title: say(locale, "election.step.prepared"), note };
};

const nominations: Note = (locale, of, state) => {
  const title = say(locale, "election.step.nominations");
  const at = momentOf(of, "candidates.approved");
  const { zone, stage } = of.election;
  if (state === "done" && at) {
    return { title, note: say(locale, "election.step.nominations.done", { date: dateOf(locale, at, zone) }) };
  }
  const step = stage === "acceptance" || stage === "candidates" ? stage : "nominations";
  const until = by(locale, of, step);
  return of.step?.step === "nominations"
    ? { title, note: say(locale, "election.step.nominations.now", { ...answered(of.step), by: until }) }
    : {
        title,
        note: say(locale, `election.step.nominations.${step === "nominations" ? "next" : step}`, { by: until }),
      };
};

const session: Note = (locale, { election, session: meeting, present }, state) => {
  const title = say(locale, "election.step.session");
  if (!meeting) return { title };
  const { zone } = election;
  const when = dateTime(locale, meeting.beganAt ?? meeting.startsAt, zone);
  const total = rollSizeOf(election);
  const note =
    state === "done"
      ? say(locale, "election.step.session.done", { when, n: present, total })
      : say(locale, "election.step.session.next", { when, place: inScript(locale, meeting.place) });
  return { title, note };
};

const figures: Note = (locale, of, state) => {
  const at = momentOf(of, "figures.recorded");
  const note =
    state === "done" && at
      ? dateTime(locale, at, of.election.zone)
      : say(locale, "election.step.figures.now", { by: by(locale, of, "figures") });
  return { title: say(locale, "election.step.figures"), note };
};

const attested: Note = (locale, of, state) => {
  const title = say(locale, "election.step.attested");
  const at = momentOf(of, "figures.attested");
  if (state === "done" && at) {
    return { title, note: say(locale, "election.step.attested.done", { date: dateOf(locale, at, of.election.zone) }) };
  }
  const words = say(locale, "election.step.attested.next", { by: by(locale, of, "attestation") });
  if (state !== "now" || of.step?.step !== "attestation") return { title, note: words };
  return { title, note: `${say(locale, "election.step.attested.now", answered(of.step))}, ${words}` };
};

const letters: Note = (locale, of, state) => {
  const title = say(locale, "election.step.letters");
  if (state === "next" || !of.letters) {
    return { title, note: say(locale, "election.step.letters.next", { by: by(locale, of, "confirmation") }) };
  }
  const { collection } = of.letters;
  const counts = answered(of.letters);
  const { zone } = of.election;
  const note = collection.closedAt
    ? say(locale, "election.step.letters.done", { ...counts, when: dateTime(locale, collection.closedAt, zone) })
    : say(locale, "election.step.letters.now", { ...counts, by: byWhen(locale, collection.deadline, zone) });
  return { title, note };
};

const declared: Note = (locale, of, state) => {
  const title = say(locale, "election.step.declared");
  const names = listOf(locale, of.declarers);
  const { declaredAt, zone } = of.election;
  if (state === "done" && declaredAt) {
    return {
      title,
      note: say(locale, "election.step.declared.done", { when: dateTime(locale, declaredAt, zone), names }),
    };
  }
  const who = say(locale, "election.step.declared.next", { names });
  return { title, note: `${who}, ${by(locale, of, "declaration")}` };
};

const objections: Note = (locale, { election }) => {
  const { stage, objectionsUntil, objectionDays, zone } = election;
  const title = say(locale, "election.step.objections");
  if (stage === "annulled") return { title, note: say(locale, "election.step.objections.annulled") };
  if (stage === "final") return { title, note: say(locale, "election.step.objections.done") };
  return {
    title,
    note: objectionsUntil
      ? say(locale, "election.step.objections.now", { by: byWhen(locale, objectionsUntil, zone) })
      : say(locale, "election.step.objections.next", { n: objectionDays }),
  };
};

function objectionState({ election: { stage } }: CourseOf): TimelineStep["state"] {
  return stage === "final" || stage === "annulled" ? "done" : "now";
}

const minutes: Note = (locale) => ({
  title: say(locale, "election.step.minutes"),
  note: say(locale, "election.step.minutes.next"),
});
