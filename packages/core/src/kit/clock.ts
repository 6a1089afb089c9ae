import * as v from "valibot";

/** A moment in UTC with milliseconds, `2026-03-20T19:00:00.000Z`: of one length, so that text order is time order. */
export const Instant = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/));
export type Instant = v.InferOutput<typeof Instant>;

export interface Clock {
  now(): Instant;
}

export function toInstant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}

export function toMilliseconds(instant: Instant): number {
  return Date.parse(instant);
}

export type Span = { days?: number; hours?: number; minutes?: number; seconds?: number };

/** A span in milliseconds; its days are of 24 hours (calendar days belong to a zone: see `i18n/dates`). */
export function milliseconds(span: Span): number {
  const hours = (span.days ?? 0) * 24 + (span.hours ?? 0);
  return ((hours * 60 + (span.minutes ?? 0)) * 60 + (span.seconds ?? 0)) * 1000;
}

export function after(instant: Instant, span: Span): Instant {
  return toInstant(toMilliseconds(instant) + milliseconds(span));
}

export function before(instant: Instant, span: Span): Instant {
  return toInstant(toMilliseconds(instant) - milliseconds(span));
}

/** Whole seconds from one moment to another, rounded up: negative when `to` is past. */
export function secondsBetween(from: Instant, to: Instant): number {
  return Math.ceil((toMilliseconds(to) - toMilliseconds(from)) / 1000);
}
