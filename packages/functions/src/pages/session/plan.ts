import { type Locale, type MessageKey, say } from "@quorate/core/i18n";
import { type Problem, parseInput, Refusal, type World } from "@quorate/core/kit";
import {
  checkPlan,
  LONGEST_LINE,
  LONGEST_TEXT,
  MOST_INVITED_GUESTS,
  MOST_LINES,
  planSession,
} from "@quorate/core/session";
import * as v from "valibot";
import { readMoment } from "../moment.ts";
import type { Console } from "../people/index.ts";
import { problemText } from "../problem-text.ts";

/** Whatever else is sent is nothing. */
const line = v.fallback(v.string(), "");

/** The form of a new session as it was typed. */
export const TypedPlan = v.object({
  ...{ title: line, startsAt: line, place: line },
  ...{ recorder: line, verifier1: line, verifier2: line },
  ...{ agenda: line, guests: line, endsAt: line, answerBy: line },
  ...{ documents: line, textTitle: line, text: line, correctionDays: line },
});
export type TypedPlan = v.InferOutput<typeof TypedPlan>;
export type PlanField = keyof TypedPlan;

export const emptyPlan: TypedPlan = parseInput(TypedPlan, {});

/** What is wrong with the form: the words at each field. */
export type PlanErrors = Partial<Record<PlanField, string>>;

/** The session that was planned, or what keeps it from being. */
export async function planFrom(
  world: World,
  { network, member, locale }: Console,
  typed: TypedPlan,
): Promise<{ session: string } | { errors: PlanErrors }> {
  const { title, place, recorder, verifier1, verifier2 } = typed;
  const moments = readMoments(typed, network.zone);
  const errors = wrongMoments(moments, locale);
  const { startsAt, endsAt, answerBy } = moments;
  try {
    const plan = {
      ...{ network: network.id, actor: member.id, zone: network.zone, title, place, recorder },
      startsAt: startsAt && "at" in startsAt ? startsAt.at : world.clock.now(),
      ...(endsAt && "at" in endsAt && { endsAt: endsAt.at }),
      ...(answerBy && "at" in answerBy && { answerBy: answerBy.at }),
      verifiers: [verifier1, verifier2],
      agenda: linesOf(typed.agenda).map(itemOf),
      ...guestsOf(typed.guests),
      documents: documentsOf(typed),
      ...(typed.correctionDays.trim() !== "" && { correctionDays: Number(typed.correctionDays) }),
    };
    if (Object.keys(errors).length === 0) return { session: await planSession(world, plan) };
    // Nothing is written: this only says what else is wrong.
    await checkPlan(world, plan);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "input.invalid") throw error;
    for (const problem of error.problems) {
      const field = fieldOf(problem);
      errors[field] ??= say(locale, wordsFor(field, problem), measures(field, typed));
    }
  }
  return { errors };
}

const momentFields = ["startsAt", "endsAt", "answerBy"] as const;
type Moments = Partial<Record<(typeof momentFields)[number], ReturnType<typeof readMoment>>>;

/** The moments that were typed; an optional one that was left empty is none. */
function readMoments(typed: TypedPlan, zone: string): Moments {
  return Object.fromEntries(
    momentFields
      .filter((field) => field === "startsAt" || typed[field].trim() !== "")
      .map((field) => [field, readMoment(typed[field], zone)]),
  );
}

function wrongMoments(moments: Moments, locale: Locale): PlanErrors {
  return Object.fromEntries(
    momentFields.flatMap((field) => {
      const moment = moments[field];
      return moment && "code" in moment ? [[field, problemText(locale, { field, code: moment.code })]] : [];
    }),
  );
}

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** `* План рада` is put to a vote. */
function itemOf(line: string): { title: string; isVote: boolean } {
  return { title: line.replace(/^\*\s*/, ""), isVote: line.startsWith("*") };
}

/** Guests by name; one whose line ends with an address is invited, with or without angle brackets around it. */
function guestsOf(text: string): { guests: string[]; invitedGuests: { name: string; address: string }[] } {
  const lines = linesOf(text).map((line) => {
    const [, name = line, address] = /^(.*\S)[\s,;]+<?([^\s<>]+@[^\s<>]+)>?$/su.exec(line) ?? [];
    return { name: name.replace(/[,;]$/, ""), address };
  });
  return {
    guests: lines.flatMap(({ name, address }) => (address === undefined ? [name] : [])),
    invitedGuests: lines.flatMap(({ name, address }) => (address === undefined ? [] : [{ name, address }])),
  };
}

/** `План рада https://…` in each line, and one text that is kept here. */
function documentsOf({ documents, textTitle, text }: TypedPlan) {
  const elsewhere = linesOf(documents).map((line) => {
    const [, title = "", url = line] = /^(.*\S)\s+(\S+)$/su.exec(line) ?? [];
    return { title, url };
  });
  const body = text.replaceAll("\r\n", "\n").trim();
  return body === "" && textTitle.trim() === "" ? elsewhere : [...elsewhere, { title: textTitle, body }];
}

/** Where on the form a problem of the session is mended. */
function fieldOf({ field }: Problem): PlanField {
  const [first = "", index, part] = field.split(".");
  if (first === "verifiers") return index === "1" ? "verifier2" : "verifier1";
  if (first === "invitedGuests") return "guests";
  if (first === "documents" && part !== undefined) return part === "body" ? "text" : "documents";
  const known = v.safeParse(v.keyof(TypedPlan), first);
  if (!known.success) throw new Error(`the form of a session has no field ${field}`);
  return known.output;
}

function wordsFor(field: PlanField, { field: at, code }: Problem): MessageKey {
  switch (field) {
    case "recorder":
    case "verifier1":
    case "verifier2":
      return code === "same-person" ? "form.different" : "session.field.member.wrong";
    case "endsAt":
      return "meeting.plan.endsAt.wrong";
    case "answerBy":
      return code === "in-the-past" ? "form.past" : "meeting.plan.answerBy.late";
    case "guests":
      if (code === "regex") return "form.notEmail";
      return at === "invitedGuests" ? "meeting.plan.guests.most" : "session.field.lines.tooLong";
    case "correctionDays":
      return "meeting.plan.correctionDays.wrong";
    case "agenda":
      return "session.field.lines.tooLong";
    case "documents":
      return "meeting.plan.documents.wrong";
    case "text":
      return code === "max_length" ? "meeting.plan.text.tooLong" : "form.required";
    case "title":
    case "place":
    case "startsAt":
    case "textTitle":
      return code === "max_length" ? "form.tooLong" : "form.required";
  }
}

/** The limits that a text goes beyond, as the message says them. */
function measures(field: PlanField, typed: TypedPlan): Record<string, number> {
  const limits: Partial<Record<PlanField, number>> = { guests: MOST_INVITED_GUESTS, text: LONGEST_TEXT };
  return { limit: limits[field] ?? LONGEST_LINE, lines: MOST_LINES, actual: typed[field].trim().length };
}
