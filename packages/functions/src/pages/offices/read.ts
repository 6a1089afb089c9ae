import { LocalDate, type Locale, type Text } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import { DAYS_BEFORE_THE_END, MOST_MONTHS, MOST_SEATS, WhyEndedByHand } from "@quorate/core/offices";
import * as v from "valibot";
import type { TypedText } from "../typed.ts";
import { titleLanguages } from "./act-pages.tsx";

/** A new office before anything is typed. */
export const proposedOffice: TypedText = { seats: "1", months: "24", remindDays: String(DAYS_BEFORE_THE_END) };

const MOST_DAYS = 365;
const LONGEST_TITLE = 200;

/** What was typed as a new office, or what is wrong with it. */
export function readOffice(typed: TypedText, locale: Locale) {
  const problems: Problem[] = [];
  const whole = (field: string, most: number) => {
    const read = v.safeParse(v.pipe(v.string(), v.trim(), v.regex(/^\d{1,3}$/), v.transform(Number)), typed[field]);
    if (read.success && read.output >= 1 && read.output <= most) return read.output;
    problems.push({ field, code: "whole", details: { limit: most } });
    return 1;
  };
  const own = (typed.title ?? "").trim();
  if (own === "") problems.push({ field: "title", code: "missing" });
  if (own.length > LONGEST_TITLE)
    problems.push({ field: "title", code: "max_length", details: { limit: LONGEST_TITLE } });
  const others = titleLanguages.flatMap((language) => {
    const text = (typed[`title-${language}`] ?? "").trim().slice(0, LONGEST_TITLE);
    return text === "" ? [] : [[language === "sr" ? "sr-Cyrl" : language, text] as const];
  });
  const title: Text = { texts: { ...Object.fromEntries(others), [locale]: own } };
  const office = {
    ...{ title, seats: whole("seats", MOST_SEATS), months: whole("months", MOST_MONTHS) },
    ...{ remindDays: whole("remindDays", MOST_DAYS), coordinates: typed.coordinates === "yes" },
  };
  return { office, problems };
}

/** What was typed as somebody's mandate. */
export function readMandate(typed: TypedText) {
  const problems: Problem[] = [];
  const member = typed.member ?? "";
  if (member === "") problems.push({ field: "member", code: "choose" });
  const [from, until] = [readDay(typed, "from", problems), readDay(typed, "until", problems)];
  return { mandate: { member, from, until }, problems };
}

const Reason = v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(1000));

/** What was typed as the end of a mandate. */
export function readEnd(typed: TypedText) {
  const problems: Problem[] = [];
  const why = v.safeParse(WhyEndedByHand, typed.why);
  if (!why.success) problems.push({ field: "why", code: "choose" });
  const on = readDay(typed, "on", problems);
  const reason = v.safeParse(Reason, typed.reason ?? "");
  if (!reason.success) {
    const { type, requirement } = reason.issues[0];
    problems.push({ field: "reason", code: type, details: { limit: Number(requirement) } });
  }
  return { end: { why: why.success ? why.output : "resigned", on, reason: typed.reason ?? "" } as const, problems };
}

function readDay(typed: TypedText, field: string, problems: Problem[]): string {
  const read = v.safeParse(LocalDate, (typed[field] ?? "").trim());
  if (!read.success) problems.push({ field, code: typed[field]?.trim() ? "no-day" : "missing" });
  return read.success ? read.output : "";
}
