import type { Raw } from "@quorate/core/ask";
import { inScript, say } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import type { Member } from "@quorate/core/people";
import type { Plan, Return } from "@quorate/core/plan";
import type { Child } from "hono/jsx";
import { one } from "../ask/raw.ts";
import { ConsolePage } from "../console.tsx";
import { SelectField } from "../election/fields.tsx";
import { Buttons, Card, ErrorSummary, Hidden, SubmitButton, TextField } from "../look/index.ts";
import type { Console } from "../people/index.ts";
import { roundsPath } from "./paths.ts";
import { roundProblem } from "./round-problem.ts";

type ChangeProps = Console & {
  plan: Plan;
  returns: readonly Return[];
  /** Who may still be asked. */
  free: readonly Member[];
  typed: Raw;
  problems: readonly Problem[];
};

/** What can be changed in a round that runs: its deadline, who reviews, and whether a conflict stands in the way. */
export function ChangeRoundPage(props: ChangeProps) {
  const { locale, network, plan, returns, free, typed, problems } = props;
  const path = `${roundsPath(plan)}/change`;
  const title = say(locale, "plan.change.title");
  const wrong = problems.map((problem) => ({ id: problem.field, text: roundProblem(locale, problem) }));
  const text = (id: string) => ({
    ...{ locale, id, value: one(typed[id]), error: wrong.find((problem) => problem.id === id)?.text },
  });
  const named = (some: readonly Return[]) =>
    some.map(({ member, name }) => ({ value: member, label: inScript(locale, name) }));
  const waiting = returns.filter(({ ask }) => ask?.state === "open");
  const conflicts = returns.filter(({ answer, ask }) => answer?.kind === "conflict" && ask?.state === "answered");
  const replaceable = returns.filter(({ answer, ask }) => answer?.kind !== "review" && ask?.state !== "closed");
  return (
    <ConsolePage {...{ locale, network, path, title, current: "home" }} isWrong={wrong.length > 0}>
      {wrong.length > 0 && <ErrorSummary locale={locale} title={say(locale, "form.summary.title")} problems={wrong} />}
      <header>
        <p class="kicker">{inScript(locale, plan.title)}</p>
        <h1>{title}</h1>
      </header>
      {conflicts.length > 0 && (
        <Act {...{ ...props, path, act: "waive", title: say(locale, "plan.change.waive") }}>
          <SelectField
            {...{ ...text("conflict"), label: say(locale, "plan.change.whom"), choices: named(conflicts) }}
          />
          <TextField
            {...{ ...text("note"), kind: "long", label: say(locale, "plan.change.waive.note") }}
            hint={say(locale, "plan.change.waive.note.hint")}
          />
        </Act>
      )}
      <Act {...{ ...props, path, act: "extend", title: say(locale, "plan.change.extend") }}>
        <SelectField
          {...{ ...text("whom"), label: say(locale, "plan.change.whom") }}
          choices={[{ value: "", label: say(locale, "plan.change.all") }, ...named(waiting)]}
        />
        <TextField
          {...{ ...text("until"), kind: "datetime", label: say(locale, "plan.round.until") }}
          hint={say(locale, "plan.round.deadline.hint")}
        />
      </Act>
      <Act {...{ ...props, path, act: "ask", title: say(locale, "plan.change.reviewer") }}>
        <SelectField
          {...{ ...text("member"), label: say(locale, "plan.change.reviewer.who") }}
          choices={[
            { value: "", label: say(locale, "plan.round.approver.none") },
            ...free.map(({ id, name }) => ({ value: id, label: inScript(locale, name) })),
          ]}
        />
        <SelectField
          {...{ ...text("insteadOf"), label: say(locale, "plan.change.reviewer.place") }}
          choices={[{ value: "", label: say(locale, "plan.change.reviewer.more") }, ...named(replaceable)]}
        />
      </Act>
      <Act {...{ ...props, path, act: "cancel", title: say(locale, "plan.change.cancel"), look: "grave" }}>
        <TextField
          {...{ ...text("reason"), kind: "long", label: say(locale, "plan.change.cancel.reason") }}
          hint={say(locale, "plan.change.cancel.reason.hint")}
        />
      </Act>
      <p>
        <a href={roundsPath(plan)}>{say(locale, "common.back")}</a>
      </p>
    </ConsolePage>
  );
}

type ActProps = Pick<ChangeProps, "locale"> & {
  path: string;
  act: string;
  title: string;
  look?: "plain" | "grave";
  children: Child;
};

/** One act on a card of its own. */
function Act({ locale, path, act, title, look = "plain", children }: ActProps) {
  return (
    <Card id={act} title={title}>
      <form method="post" action={`${path}?lang=${locale}`} novalidate class="flow">
        <Hidden fields={{ act }} />
        {children}
        <Buttons>
          <SubmitButton look={look}>{title}</SubmitButton>
        </Buttons>
      </form>
    </Card>
  );
}
