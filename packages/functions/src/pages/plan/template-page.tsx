import { type Locale, say, textIn } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import { detailFields, PlanLevel, type PlanTemplate, type RequiredField } from "@quorate/core/plan";
import { ConsolePage, plansPath } from "../console.tsx";
import { RadioField } from "../election/fields.tsx";
import { ErrorSummary, Lead, SubmitButton, TextField } from "../look/index.ts";
import type { Console } from "../people/index.ts";
import type { TypedText } from "../typed.ts";
import { templatePath } from "./paths.ts";
import { planProblem } from "./read.ts";

/** The name of the box that asks for a detail at a level. */
export const requiredName = (level: PlanLevel, field: RequiredField) => `${level}-${field}`;

/** A template as its page shows it, in the reader's language. */
export function typedTemplate(locale: Locale, { areas, depth, required, rubric }: PlanTemplate): TypedText {
  const lines = (texts: readonly string[]) => texts.join("\n");
  return {
    areas: lines(areas.map((area) => textIn(locale, area))),
    rubric: lines(rubric.map(({ text }) => textIn(locale, text))),
    depth: String(depth),
    ...Object.fromEntries(
      required.flatMap(({ level, fields }) => fields.map((one) => [requiredName(level, one), "yes"])),
    ),
  };
}

type TemplateProps = Omit<Console, "member"> & { typed: TypedText; problems: readonly Problem[]; isSaved: boolean };

/** What the plans of the network are like from now on. */
export function TemplatePage({ locale, network, typed, problems, isSaved }: TemplateProps) {
  const title = say(locale, "plan.template.title");
  const path = templatePath(network.id);
  const wrong = problems.map((problem) => ({ id: problem.field, text: planProblem(locale, problem, typed) }));
  const errorAt = (field: string) => wrong.find(({ id }) => id === field)?.text;
  return (
    <ConsolePage {...{ locale, network, title, path, current: "home" }} isWrong={wrong.length > 0}>
      {wrong.length > 0 && <ErrorSummary locale={locale} title={say(locale, "form.summary.title")} problems={wrong} />}
      {isSaved && (
        <div class="notice" role="status">
          <p>{say(locale, "plan.template.saved")}</p>
        </div>
      )}
      <h1>{title}</h1>
      <Lead>{say(locale, "plan.template.lead")}</Lead>
      <form method="post" action={`${path}?lang=${locale}`} novalidate class="flow">
        {(["areas", "rubric"] as const).map((id) => (
          <TextField
            {...{ locale, id, kind: "long", value: typed[id] ?? "", error: errorAt(id) }}
            label={say(locale, `plan.template.${id}`)}
            hint={say(locale, `plan.template.${id}.hint`)}
          />
        ))}
        <RadioField
          {...{ locale, id: "depth", value: typed.depth ?? "4" }}
          label={say(locale, "plan.template.depth")}
          choices={PlanLevel.options
            .slice(1)
            .map((level, at) => ({ value: String(at + 2), label: say(locale, `plan.level.${level}`) }))}
        />
        <h2>{say(locale, "plan.template.required")}</h2>
        {PlanLevel.options.map((level) => (
          <Required {...{ locale, level, typed }} />
        ))}
        <div class="buttons">
          <SubmitButton>{say(locale, "plan.save")}</SubmitButton>
          <a class="button quiet" href={plansPath(network.id)}>
            {say(locale, "common.back")}
          </a>
        </div>
      </form>
    </ConsolePage>
  );
}

function Required({ locale, level, typed }: { locale: Locale; level: PlanLevel; typed: TypedText }) {
  return (
    <fieldset class="field">
      <legend class="label">{say(locale, `plan.level.${level}`)}</legend>
      <div class="choices">
        {detailFields.map((field) => {
          const name = requiredName(level, field);
          return (
            <label class="choice">
              <input {...{ type: "checkbox", name, value: "yes", checked: typed[name] !== undefined }} />
              <span>{say(locale, `plan.field.${field}`)}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
