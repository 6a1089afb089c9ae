import type { Repetition } from "@quorate/core/election";
import { inScript, type Locale, onMoment, say } from "@quorate/core/i18n";
import type { Child } from "hono/jsx";

type RepetitionProps = {
  locale: Locale;
  repetition: Repetition;
  zone: string;
  /** The page of the other election, for a reader who may open it. */
  path?: (id: string) => string;
};

/** That an election repeats another one, and why that one did not stand; or that it is held again. */
export function RepetitionNotice({ locale, repetition: { earlier, later }, zone, path }: RepetitionProps) {
  if (!earlier && !later) return null;
  const link = ({ id, title }: { id: string; title: string }): Child =>
    path ? <a href={path(id)}>{inScript(locale, title)}</a> : inScript(locale, title);
  return (
    <div class="notice">
      {earlier && (
        <p>
          {say(locale, `again.earlier.${earlier.kind}`, { when: onMoment(locale, earlier.at, zone) })} {link(earlier)}.{" "}
          {inScript(locale, earlier.reason)}
        </p>
      )}
      {later && (
        <p>
          {say(locale, "again.later")} {link(later)}
        </p>
      )}
    </div>
  );
}
