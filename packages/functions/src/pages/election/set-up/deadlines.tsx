import { say } from "@quorate/core/i18n";
import { Folded, isWrongIn, Moment, Part, type PartProps, Words } from "./fields.tsx";
import { BY_LETTER, deadlines, MOST_OBJECTION_DAYS, onlyAtSession } from "./read.ts";

/** Until when letters are answered, in sight, for every member feels it; the others are proposed, and folded away. */
export function DeadlineFields({ zone, ...props }: PartProps & { zone: string }) {
  const { locale, typed, wrong } = props;
  const isByLetter = typed.session === BY_LETTER;
  const others = deadlines
    .filter(({ step }) => step !== "confirmation" && !(isByLetter && onlyAtSession.includes(step)))
    .map(({ field }) => field);
  return (
    <Part title={say(locale, "election.field.deadlines")} hint={say(locale, "election.field.deadlines.hint", { zone })}>
      <Moment {...props} name="confirmationBy" />
      <Folded title={say(locale, "opening.deadlines.other")} isOpen={isWrongIn(wrong, [...others, "objectionDays"])}>
        {others.map((field) => (
          <Moment {...props} name={field} />
        ))}
        <Words
          {...{ ...props, name: "objectionDays", kind: "number" }}
          hint={say(locale, "objections.field.days.hint", { limit: MOST_OBJECTION_DAYS })}
        />
      </Folded>
    </Part>
  );
}
