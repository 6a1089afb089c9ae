import * as v from "valibot";
import { Instant } from "../kit/clock.ts";
import { isMessageKey, type MessageKey } from "./catalogue/index.ts";
import {
  byDeadline,
  byWhen,
  dateOf,
  dateTime,
  fullDate,
  onDay,
  onDayAt,
  onMoment,
  shortBy,
  shortOn,
} from "./dates/phrases.ts";
import { inScript } from "./latin.ts";
import { type Locale, locales } from "./locale.ts";
import { say } from "./say.ts";
import { Zone } from "./zone.ts";

const moments = { byDeadline, byWhen, dateOf, dateTime, fullDate, onDay, onDayAt, onMoment, shortBy, shortOn };

/** How a moment is said: one of the date phrases by its name. */
const MomentPhrase = v.picklist([
  ...(["byDeadline", "byWhen", "dateOf", "dateTime", "fullDate", "onDay"] as const),
  ...(["onDayAt", "onMoment", "shortBy", "shortOn"] as const),
]);

/**
 * What a form or a letter says, as data, so that each reader gets it in her own language, script and date words:
 * a message of the catalogue, a text written per locale, a text as a person entered it, or a moment.
 */
export type Text =
  | { key: string; args?: Record<string, string | number | Text> }
  | { texts: { [locale in Locale]?: string } }
  | { plain: string }
  | { moment: Instant; zone: Zone; as: v.InferOutput<typeof MomentPhrase> };

export const Text: v.GenericSchema<unknown, Text> = v.union([
  v.strictObject({
    key: v.string(),
    args: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number(), v.lazy(() => Text)]))),
  }),
  v.strictObject({
    texts: v.pipe(
      v.strictObject({
        en: v.exactOptional(v.string()),
        lt: v.exactOptional(v.string()),
        pl: v.exactOptional(v.string()),
        "sr-Cyrl": v.exactOptional(v.string()),
        "sr-Latn": v.exactOptional(v.string()),
      }),
      v.check((texts) => Object.keys(texts).length > 0, "a text in one language at least"),
    ),
  }),
  v.strictObject({ plain: v.string() }),
  v.strictObject({ moment: Instant, zone: Zone, as: MomentPhrase }),
]);

/** A message of the catalogue as a text, its key checked by the compiler. */
export function message(key: MessageKey, args?: Record<string, string | number | Text>): Text {
  return args === undefined ? { key } : { key, args };
}

/** A name or a sentence as a person entered it. */
export function plain(text: string): Text {
  return { plain: text };
}

/** The text written for this reader; for Serbian the other script's, then English, then whichever there is. */
function chosen(locale: Locale, texts: { [locale in Locale]?: string }): string {
  const near: Locale[] =
    locale === "sr-Latn" ? ["sr-Latn", "sr-Cyrl"] : locale === "sr-Cyrl" ? [locale, "sr-Latn"] : [locale];
  const found = [...near, "en" as const, ...locales].find((one) => texts[one] !== undefined);
  return inScript(locale, (found && texts[found]) ?? "");
}

/** The text as this reader reads it. A key that the catalogue does not hold is a fault. */
export function textIn(locale: Locale, text: Text): string {
  if ("plain" in text) return inScript(locale, text.plain);
  if ("texts" in text) return chosen(locale, text.texts);
  if ("moment" in text) return moments[text.as](locale, text.moment, text.zone);
  if (!isMessageKey(text.key)) throw new Error(`the catalogue has no message ${text.key}`);
  const args = Object.entries(text.args ?? {}).map(
    ([name, arg]) => [name, typeof arg === "object" ? textIn(locale, arg) : arg] as const,
  );
  return say(locale, text.key, Object.fromEntries(args));
}
