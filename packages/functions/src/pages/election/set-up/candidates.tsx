import { inScript, say } from "@quorate/core/i18n";
import { FieldError } from "../../look/index.ts";
import { type Again, standsField } from "./again.ts";
import { errorAt, Moment, Part, type PartProps } from "./fields.tsx";
import { BY_LETTER, nominationDeadlines } from "./read.ts";

/** Whether candidates are proposed by letter, and the deadlines of that; they are passed over where it is not ticked. */
export function Candidates(props: PartProps & { again: Again | undefined }) {
  const { again } = props;
  const { locale, typed, wrong } = props;
  const error = errorAt(wrong, "nominate");
  const isByLetter = typed.session === BY_LETTER;
  return (
    <Part title={say(locale, "nominations.page.title")}>
      {isByLetter && again && <StandAgain {...props} again={again} />}
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

/** By letter, where an election is held again: who stands again, unless somebody withdrew; nobody where all are nominated anew. */
function StandAgain({ locale, typed, again }: PartProps & { again: Again }) {
  return (
    <>
      {again.standing.map(({ number, title, members }) => (
        <fieldset class="flow">
          <legend>{say(locale, "again.stands", { office: inScript(locale, title) })}</legend>
          {members.map(({ id, name }) => (
            <label class="choice">
              <input
                {...{ type: "checkbox", id: standsField(number, id), name: standsField(number, id), value: "yes" }}
                checked={typed[standsField(number, id)] === "yes"}
              />
              <span>{inScript(locale, name)}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <p class="hint">{say(locale, "again.stands.hint")}</p>
    </>
  );
}
