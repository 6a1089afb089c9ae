import { say } from "@quorate/core/i18n";
import { FieldError } from "../../look/index.ts";
import { errorAt, Moment, Part, type PartProps } from "./fields.tsx";
import { BY_LETTER, nominationDeadlines } from "./read.ts";

/** Whether candidates are proposed by letter, and the deadlines of that; they are passed over where it is not ticked. */
export function Candidates(props: PartProps) {
  const { locale, typed, wrong } = props;
  const error = errorAt(wrong, "nominate");
  const isByLetter = typed.session === BY_LETTER;
  return (
    <Part title={say(locale, "nominations.page.title")}>
      <FieldError locale={locale} id="nominate-error" text={error} />
      <label class="choice">
        <input
          {...{ type: "checkbox", id: "nominate", name: "nominate", value: "yes" }}
          checked={typed.nominate === "yes"}
          aria-describedby={error ? "nominate-hint nominate-error" : "nominate-hint"}
          {...(error && { "aria-invalid": true as const })}
          data-asks-reason
        />
        <span>{say(locale, isByLetter ? "opening.nominations.wanted" : "nominations.field.wanted")}</span>
      </label>
      <p class="hint" id="nominate-hint">
        {say(locale, isByLetter ? "opening.nominations.letter" : "nominations.field.hint")}
      </p>
      {nominationDeadlines.map(({ field }) => (
        <Moment {...props} name={field} isIfTicked />
      ))}
    </Part>
  );
}
