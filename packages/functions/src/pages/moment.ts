import { isNight, LocalDateTime, parseLocal } from "@quorate/core/i18n";
import type { Instant } from "@quorate/core/kit";
import * as v from "valibot";

/** A day and time as it was typed, on the wall clocks of a zone; or what is wrong with it. */
export function readPast(typed: string, zone: string): { at: Instant } | { code: "missing" | "no-moment" | "skipped" } {
  const text = typed.trim();
  if (text === "") return { code: "missing" };
  const local = v.safeParse(LocalDateTime, text);
  if (!local.success) return { code: "no-moment" };
  const at = parseLocal(local.output, zone);
  return at === "skipped" ? { code: "skipped" } : { at };
}

/** The same for what is still to come: nothing is scheduled in the night. */
export function readMoment(typed: string, zone: string): ReturnType<typeof readPast> | { code: "night" } {
  const moment = readPast(typed, zone);
  return "at" in moment && isNight(moment.at, zone) ? { code: "night" } : moment;
}
