import { inScript, say } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import { levelUnder, outlineOf, type Plan, type PlanNode } from "@quorate/core/plan";
import { ConsolePage, homePath, plansPath } from "../console.tsx";
import { ErrorSummary, Lead, SubmitButton, TextField } from "../look/index.ts";
import type { Console } from "../people/index.ts";
import type { TypedText } from "../typed.ts";
import { addPath, nodePath, planPath } from "./paths.ts";
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

/** A plan's draft as an outline: everything in it leads to its own page. */
export function PlanPage({ locale, network, plan, nodes }: Console & { plan: Plan; nodes: readonly PlanNode[] }) {
  const title = inScript(locale, plan.title);
  const outline = outlineOf(nodes);
  return (
    <ConsolePage {...{ locale, network, title, path: planPath(plan), current: "home", width: "wide" }}>
      <h1>{title}</h1>
      {outline.length === 0 && <Lead>{say(locale, "plan.empty")}</Lead>}
      {outline.length > 0 && (
        <ul class="rows">
          {outline.map(({ number, node }) => {
            const under = levelUnder(node.level);
            return (
              <li id={node.id} class="task">
                <div>
                  <p class="kicker">
                    {say(locale, `plan.level.${node.level}`)} {number}
                  </p>
                  <p>
                    <a href={nodePath(plan, node.id)}>{inScript(locale, node.words.title)}</a>
                  </p>
                </div>
                {under && (
                  <a class="button quiet" href={addPath(plan, node.id)}>
                    {say(locale, `plan.add.${under}`)}
                    <span class="hidden"> ({number})</span>
                  </a>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <div class="buttons">
        <a class={outline.length === 0 ? "button" : "button plain"} href={addPath(plan)}>
          {say(locale, "plan.add.area")}
        </a>
        <a class="button quiet" href={plansPath(network.id)}>
          {say(locale, "common.back")}
        </a>
      </div>
    </ConsolePage>
  );
}
