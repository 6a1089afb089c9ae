import { type MessageKey, say } from "@quorate/core/i18n";
import { type Problem, parseInput, Refusal, type World } from "@quorate/core/kit";
import { LONGEST_LINE, MOST_LINES, planSession } from "@quorate/core/session";
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
  ...{ agenda: line, guests: line },
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
  const startsAt = readMoment(typed.startsAt, network.zone);
  try {
    const session = await planSession(world, {
      ...{ network: network.id, actor: member.id, zone: network.zone, title, place, recorder },
      startsAt: "at" in startsAt ? startsAt.at : "",
      verifiers: [verifier1, verifier2],
      agenda: linesOf(typed.agenda).map((line) => ({ title: line })),
      guests: linesOf(typed.guests),
    });
    return { session };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "input.invalid") throw error;
    const errors: PlanErrors = {};
    for (const problem of error.problems) {
      const field = fieldOf(problem);
      errors[field] ??=
        field === "startsAt" && "code" in startsAt
          ? problemText(locale, { field, code: startsAt.code })
          : say(locale, wordsFor(field, problem), tooLong(problem, typed));
    }
    return { errors };
  }
}

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Where on the form a problem of the session is mended. */
function fieldOf({ field }: Problem): PlanField {
  const [first = "", index] = field.split(".");
  if (first === "verifiers") return index === "1" ? "verifier2" : "verifier1";
  const known = v.safeParse(v.keyof(TypedPlan), first);
  if (!known.success) throw new Error(`the form of a session has no field ${field}`);
  return known.output;
}

function wordsFor(field: PlanField, { code }: Problem): MessageKey {
  if (code === "same-person") return "form.different";
  if (field === "recorder" || field === "verifier1" || field === "verifier2") return "session.field.member.wrong";
  if (code !== "max_length") return "form.required";
  return field === "agenda" || field === "guests" ? "session.field.lines.tooLong" : "form.tooLong";
}

/** The limits that a text goes beyond, as the message says them. */
function tooLong({ field }: Problem, typed: TypedPlan): Record<string, number> {
  const text = field === "title" || field === "place" ? typed[field].trim() : "";
  return { limit: LONGEST_LINE, lines: MOST_LINES, actual: text.length };
}
