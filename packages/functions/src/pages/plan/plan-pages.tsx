import { inScript, say } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import type { Plan } from "@quorate/core/plan";
import { ConsolePage, homePath, plansPath } from "../console.tsx";
import { RadioField } from "../election/fields.tsx";
import { ErrorSummary, Lead, SubmitButton, TextField } from "../look/index.ts";
import type { Console } from "../people/index.ts";
import type { TypedText } from "../typed.ts";
import { planPath, templatePath } from "./paths.ts";
import { planProblem } from "./read.ts";

/** Every plan of a network, the newest first. */
export function PlansPage({ locale, network, plans }: Console & { plans: readonly Plan[] }) {
  const path = plansPath(network.id);
  const title = say(locale, "plan.list.title");
  return (
    <ConsolePage {...{ locale, network, path, title, current: "home" }}>
      <h1>{title}</h1>
      {plans.length > 0 ? (
        <ul class="rows">
          {plans.map((plan) => (
            <li>
              <h2>
                <a href={planPath(plan)}>{inScript(locale, plan.title)}</a>
              </h2>
            </li>
          ))}
        </ul>
      ) : (
        <Lead>{say(locale, "plan.list.empty")}</Lead>
      )}
      <div class="buttons">
        <a class="button" href={`${path}/new`}>
          {say(locale, "plan.new")}
        </a>
        <a class="button plain" href={templatePath(network.id)}>
          {say(locale, "plan.template.title")}
        </a>
        <a class="button quiet" href={homePath(network.id)}>
          {say(locale, "common.back")}
        </a>
      </div>
    </ConsolePage>
  );
}

/** A plan's name, and the outline that it begins with. */
export function NewPlanPage(props: Console & { typed: TypedText; problems: readonly Problem[] }) {
  const { locale, network, typed, problems } = props;
  const path = `${plansPath(network.id)}/new`;
  const title = say(locale, "plan.new");
  const wrong = problems.map((problem) => ({ id: problem.field, text: planProblem(locale, problem, typed) }));
  const errorAt = (field: string) => wrong.find(({ id }) => id === field)?.text;
  return (
    <ConsolePage {...{ locale, network, path, title, current: "home" }} isWrong={wrong.length > 0}>
      {wrong.length > 0 && <ErrorSummary locale={locale} title={say(locale, "form.summary.title")} problems={wrong} />}
      <h1>{title}</h1>
      <Lead>{say(locale, "plan.new.lead")}</Lead>
      <form method="post" action={`${path}?lang=${locale}`} novalidate class="flow">
        <TextField
          {...{ locale, id: "title", kind: "short", value: typed.title ?? "", error: errorAt("title") }}
          label={say(locale, "plan.new.title")}
        />
        <RadioField
          {...{ locale, id: "template", value: typed.template ?? "own", error: errorAt("template") }}
          label={say(locale, "plan.template.choose")}
          choices={(["own", "municipality", "plain"] as const).map((value) => ({
            value,
            label: say(locale, `plan.template.${value}`),
          }))}
        />
        <TextField
          {...{ locale, id: "outline", kind: "long", value: typed.outline ?? "", error: errorAt("outline") }}
          label={say(locale, "plan.new.outline")}
          hint={say(locale, "plan.new.outline.hint")}
        />
        <div class="buttons">
          <SubmitButton>{title}</SubmitButton>
          <a class="button quiet" href={plansPath(network.id)}>
            {say(locale, "common.back")}
          </a>
        </div>
      </form>
    </ConsolePage>
  );
}
