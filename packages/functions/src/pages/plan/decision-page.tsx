import type { Raw } from "@quorate/core/ask";
import { inScript, say } from "@quorate/core/i18n";
import type { Problem, World } from "@quorate/core/kit";
import { Member } from "@quorate/core/people";
import type { PlanRound } from "@quorate/core/plan";
import { one } from "../ask/raw.ts";
import { ConsolePage } from "../console.tsx";
import { Buttons, ErrorSummary, Lead, SubmitButton, TextField } from "../look/index.ts";
import { roundsPath } from "./paths.ts";
import type { PlanConsole } from "./plan-console.ts";
import { roundProblem } from "./round-problem.ts";

type DecisionProps = PlanConsole & { round: PlanRound; typed: Raw; problems: readonly Problem[] };

/** Until when the decision on the version of the last round is asked for, and of whom. */
export async function DecisionPage(world: World, props: DecisionProps) {
  const { locale, network, plan, round, typed, problems } = props;
  const approver = await world.table.get(Member, { network: network.id, id: round.approver });
  const path = `${roundsPath(plan)}/decision`;
  const title = say(locale, "plan.decision.ask");
  const wrong = problems.map((problem) => ({ id: problem.field, text: roundProblem(locale, problem) }));
  return (
    <ConsolePage {...{ locale, network, path, title, current: "home" }} isWrong={wrong.length > 0}>
      {wrong.length > 0 && <ErrorSummary locale={locale} title={say(locale, "form.summary.title")} problems={wrong} />}
      <header>
        <p class="kicker">{inScript(locale, plan.title)}</p>
        <h1>{title}</h1>
      </header>
      <Lead>{say(locale, "plan.decision.ask.lead", { name: inScript(locale, approver?.name ?? "") })}</Lead>
      <form method="post" action={`${path}?lang=${locale}`} novalidate class="flow">
        <TextField
          {...{ locale, id: "deadline", kind: "datetime", value: one(typed.deadline), error: wrong[0]?.text }}
          label={say(locale, "plan.decision.deadline")}
          hint={say(locale, "plan.round.deadline.hint")}
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
