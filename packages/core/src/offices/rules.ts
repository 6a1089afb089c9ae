import { Temporal } from "temporal-polyfill";
import type { LocalDate, Zone } from "../i18n/index.ts";
import { type Instant, toInstant } from "../kit/index.ts";
import type { Holding, Office } from "./records.ts";

type Mandate = Pick<Holding, "from" | "until" | "ended">;

/**
 * Where a mandate stands on a day: `coming` before its first day, `held` in it, `over` after its last one, `ended` when it
 * came to an end before that. One that was annulled or declined was never in force.
 */
export type MandateStanding = "coming" | "held" | "over" | "ended";

export function mandateStanding({ from, until, ended }: Mandate, today: LocalDate): MandateStanding {
  if (ended && (neverInForce(ended) || ended.on < today)) return "ended";
  if (today < from) return "coming";
  return today <= until ? "held" : "over";
}

function neverInForce({ why }: NonNullable<Mandate["ended"]>): boolean {
  return why === "annulled" || why === "declined";
}

/** The last day in office, whether the mandate ran its course or not; undefined when it never was in force. */
export function lastDay({ from, until, ended }: Mandate): LocalDate | undefined {
  if (!ended) return until;
  if (neverInForce(ended) || ended.on < from) return undefined;
  return ended.on < until ? ended.on : until;
}

/** The last day of a mandate of so many months: from 13 March 2026, 24 months last until 12 March 2028. */
export function endOfMandate(from: LocalDate, months: number): LocalDate {
  return Temporal.PlainDate.from(from).add({ months }).subtract({ days: 1 }).toString();
}

export function dayBefore(day: LocalDate): LocalDate {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}

/** Nine in the morning, so many days before the last day of a mandate. */
export function reminderOf(until: LocalDate, days: number, zone: Zone): Instant {
  const morning = Temporal.PlainDate.from(until)
    .subtract({ days })
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from("09:00") });
  return toInstant(morning.epochMilliseconds);
}

/** Whether one mandate has a day in common with the days from `from` to `until`. */
export function overlaps(mandate: Mandate, from: LocalDate, until: LocalDate): boolean {
  const last = lastDay(mandate);
  return last !== undefined && mandate.from <= until && from <= last;
}

/** The most members who hold the office on one and the same day between these two, of those whose mandates are given. */
export function mostAtOnce(mandates: readonly Mandate[], from: LocalDate, until: LocalDate): number {
  // The number only rises on a first day: it is enough to look at those, and at the beginning.
  const days = [from, ...mandates.map((mandate) => mandate.from).filter((day) => from < day && day <= until)];
  return Math.max(...days.map((day) => mandates.filter((mandate) => overlaps(mandate, day, day)).length));
}

/**
 * Whose mandates end when these members are elected to an office from this day on: her own earlier one, where somebody is
 * elected again; then, as far as there are more members than seats, those that would end first. Where it would take one of
 * several that end on the same day, none of those ends: no name order decides, a coordinator does.
 */
export function whoGivesWay<H extends Mandate & Pick<Holding, "member">>(
  { seats }: Pick<Office, "seats">,
  mandates: readonly H[],
  elected: readonly string[],
  from: LocalDate,
): H[] {
  const inForce = mandates.filter((mandate) => {
    const last = lastDay(mandate);
    return last !== undefined && last >= from;
  });
  const again = inForce.filter(({ member }) => elected.includes(member));
  const others = inForce
    .filter(({ member }) => !elected.includes(member))
    .toSorted((a, b) => (a.until < b.until ? -1 : 1));
  const over = others.length + elected.length - seats;
  if (over <= 0) return again;
  const last = others[over - 1];
  const next = others[over];
  const isUndecided = last !== undefined && next !== undefined && last.until === next.until;
  const gone = others.slice(0, over).filter(({ until }) => !isUndecided || until !== last?.until);
  return [...again, ...gone];
}
