import type { Raw } from "@quorate/core/ask";
import { inScript, say } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import type { Member } from "@quorate/core/people";
import type { Plan, PlanNode } from "@quorate/core/plan";
import { one } from "../ask/raw.ts";
import { ConsolePage } from "../console.tsx";
import { SelectField } from "../election/fields.tsx";
import { Buttons, ErrorSummary, FieldError, Lead, Notice, SubmitButton, TextField } from "../look/index.ts";
import type { Console } from "../people/index.ts";
import { roundsPath } from "./paths.ts";
import { roundProblem } from "./round-problem.ts";

/** What a box beside a member stands for when it is no area. */
export const WHOLE = "whole";
export const ALTERNATE = "alternate";

/** The boxes beside a member. */
export const reviewerField = (member: string) => `r-${member}`;

type OpenProps = Console & {
  plan: Plan;
  version: number;
  areas: readonly PlanNode[];
  /** Who may review, by name; and who may decide. */
  reviewers: readonly Member[];
  deciders: readonly Member[];
  typed: Raw;
  problems: readonly Problem[];
};

/** A round as it is opened: until when, how many, who decides, and who is asked about what. */
export function OpenRoundPage(props: OpenProps) {
  const { locale, network, plan, version, typed, problems } = props;
  const path = `${roundsPath(plan)}/new`;
  const title = say(locale, "plan.round.open");
  const wrong = problems.map((problem) => ({ id: controlOf(problem), text: roundProblem(locale, problem) }));
  const errorAt = (id: string) => wrong.find((one) => one.id === id)?.text;
  const text = (id: string) => ({ locale, id, value: one(typed[id]), error: errorAt(id) });
  return (
    <ConsolePage {...{ locale, network, path, title, current: "home" }} isWrong={wrong.length > 0}>
      {wrong.length > 0 && <ErrorSummary locale={locale} title={say(locale, "form.summary.title")} problems={wrong} />}
      <header>
        <p class="kicker">{inScript(locale, plan.title)}</p>
        <h1>{title}</h1>
      </header>
      <Lead>{say(locale, "plan.round.open.lead", { version })}</Lead>
      <form method="post" action={`${path}?lang=${locale}`} novalidate class="flow">
        <TextField
          {...{ ...text("deadline"), kind: "datetime", label: say(locale, "plan.round.deadline") }}
          hint={say(locale, "plan.round.deadline.hint")}
        />
        <TextField {...{ ...text("minimum"), kind: "number", label: say(locale, "plan.round.minimum") }} />
        <TextField
          {...{ ...text("extensionDays"), kind: "number", label: say(locale, "plan.round.extensionDays") }}
          hint={say(locale, "plan.round.extensionDays.hint")}
        />
        <SelectField
          {...{ ...text("approver"), label: say(locale, "plan.round.approver") }}
          hint={say(locale, "plan.round.approver.hint")}
          choices={[
            { value: "", label: say(locale, "plan.round.approver.none") },
            ...props.deciders.map(({ id, name }) => ({ value: id, label: inScript(locale, name) })),
          ]}
        />
        <Reviewers {...props} error={errorAt("reviewers")} />
        <TextField
          {...{ ...text("externals"), kind: "long", label: say(locale, "plan.round.externals") }}
          hint={say(locale, "plan.round.externals.hint")}
        />
        <Buttons>
          <SubmitButton>{title}</SubmitButton>
          <a class="button quiet" href={roundsPath(plan)}>
            {say(locale, "common.back")}
          </a>
        </Buttons>
      </form>
    </ConsolePage>
  );
}

function Reviewers(props: OpenProps & { error: string | undefined }) {
  const { locale, areas, reviewers, typed, error } = props;
  return (
    <section class="flow" id="reviewers" tabindex={-1} aria-labelledby="reviewers-title">
      <h2 id="reviewers-title">{say(locale, "plan.round.reviewers")}</h2>
      <p class="hint">{say(locale, "plan.round.reviewers.hint")}</p>
      <p class="hint">{say(locale, "plan.round.alternate.hint")}</p>
      <FieldError locale={locale} id="reviewers-error" text={error} />
      {reviewers.length === 0 && <Notice kind="wait">{say(locale, "plan.round.reviewers.none")}</Notice>}
      {reviewers.map(({ id, name, institution }) => {
        const field = reviewerField(id);
        const chosen = [typed[field] ?? []].flat();
        const boxes = [
          [WHOLE, say(locale, "plan.round.whole")],
          ...areas.map((area) => [area.id, inScript(locale, area.words.title)]),
          [ALTERNATE, say(locale, "plan.round.alternate")],
        ] as const;
        return (
          <fieldset class="field">
            <legend class="label">
              {inScript(locale, name)}
              {institution && <span class="hint">, {inScript(locale, institution)}</span>}
            </legend>
            <div class="choices">
              {boxes.map(([value, label]) => (
                <label class="choice">
                  <input
                    type="checkbox"
                    name={field}
                    value={value}
                    checked={value !== undefined && chosen.includes(value)}
                  />
                  <span>{label}</span>
                </label>
              ))}
            </div>
          </fieldset>
        );
      })}
    </section>
  );
}

/** Where on the page a problem is mended. */
function controlOf({ field }: Problem): string {
  const [first = ""] = field.split(".");
  return first === "alternates" ? "reviewers" : first;
}
