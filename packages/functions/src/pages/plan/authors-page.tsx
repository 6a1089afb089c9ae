import { dateTime, inScript, say } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import type { Member } from "@quorate/core/people";
import type { Plan, PlanAuthor } from "@quorate/core/plan";
import { ConsolePage } from "../console.tsx";
import { SelectField } from "../election/fields.tsx";
import { ErrorSummary, Hidden, Lead, SubmitButton } from "../look/index.ts";
import type { Console } from "../people/index.ts";
import { problemText } from "../problem-text.ts";
import { authorsPath, planPath } from "./paths.ts";

type AuthorsProps = Omit<Console, "member"> & {
  plan: Plan;
  authors: readonly PlanAuthor[];
  members: readonly Member[];
  problems: readonly Problem[];
};

/** Those who write the plan by a link, and the way to name one more. */
export function AuthorsPage({ locale, network, plan, authors, members, problems }: AuthorsProps) {
  const title = say(locale, "plan.authors.title");
  const path = authorsPath(plan);
  const action = `${path}?lang=${locale}`;
  const wrong = problems.map((problem) => ({ id: problem.field, text: problemText(locale, problem) }));
  const others = members.filter(({ id }) => !authors.some(({ member }) => member === id));
  const nobody = { value: "", label: say(locale, "form.chooseNobodyYet") };
  const choices = others.map(({ id, name, institution }) => ({
    value: id,
    label: inScript(locale, institution ? `${name}, ${institution}` : name),
  }));
  return (
    <ConsolePage {...{ locale, network, title, path, current: "home" }} isWrong={wrong.length > 0}>
      {wrong.length > 0 && <ErrorSummary locale={locale} title={say(locale, "form.summary.title")} problems={wrong} />}
      <header>
        <p class="kicker">{inScript(locale, plan.title)}</p>
        <h1>{title}</h1>
      </header>
      <Lead>{say(locale, "plan.authors.lead")}</Lead>
      {authors.length === 0 ? (
        <p>{say(locale, "plan.authors.empty")}</p>
      ) : (
        <ul class="rows">
          {authors.map((author) => {
            const name = members.find(({ id }) => id === author.member)?.name ?? author.member;
            const when = dateTime(locale, author.at, network.zone, { year: true });
            return (
              <li class="task">
                <div>
                  <p>{inScript(locale, name)}</p>
                  <p class="hint">{say(locale, "plan.authors.since", { when })}</p>
                </div>
                {(["name", "dismiss"] as const).map((act) => (
                  <form method="post" action={action}>
                    <Hidden fields={{ member: author.member, act }} />
                    <SubmitButton look={act === "name" ? "plain" : "quiet"}>
                      {say(locale, act === "name" ? "plan.authors.again" : "plan.authors.dismiss")}
                      <span class="hidden">: {inScript(locale, name)}</span>
                    </SubmitButton>
                  </form>
                ))}
              </li>
            );
          })}
        </ul>
      )}
      <form method="post" action={action} class="flow">
        <SelectField
          {...{ locale, id: "member", value: "", choices: [nobody, ...choices] }}
          label={say(locale, "plan.authors.member")}
          error={wrong.find(({ id }) => id === "member")?.text}
        />
        <div class="buttons">
          <SubmitButton>{say(locale, "plan.authors.name")}</SubmitButton>
          <a class="button quiet" href={planPath(plan)}>
            {say(locale, "plan.back")}
          </a>
        </div>
      </form>
    </ConsolePage>
  );
}
