import { dateTime, inScript, say } from "@quorate/core/i18n";
import type { Plan, PlanVersion } from "@quorate/core/plan";
import { ConsolePage } from "../console.tsx";
import { Badge, Hidden, Lead, SubmitButton } from "../look/index.ts";
import type { Console } from "../people/index.ts";
import { planPath, publicPath, publishPath } from "./paths.ts";

type PublishProps = Omit<Console, "member"> & {
  plan: Plan;
  versions: readonly PlanVersion[];
  published: ReadonlySet<number>;
  hasAnswers: boolean;
};

/** The frozen versions of a plan, each to be published or taken back. */
export function PublishPage({ locale, network, plan, versions, published, hasAnswers }: PublishProps) {
  const title = say(locale, "plan.publish.title");
  const path = publishPath(plan);
  return (
    <ConsolePage {...{ locale, network, title, path, current: "home" }}>
      <header>
        <p class="kicker">{inScript(locale, plan.title)}</p>
        <h1>{title}</h1>
      </header>
      <Lead>{say(locale, versions.length === 0 ? "plan.publish.none" : "plan.publish.lead")}</Lead>
      {versions.length > 0 && (
        <ul class="rows">
          {versions.toReversed().map(({ number, at }) => {
            const isPublic = published.has(number);
            const name = say(locale, "plan.public.kicker", { n: number });
            return (
              <li class="task">
                <div>
                  {isPublic && <Badge kind="done">{say(locale, "plan.publish.is")}</Badge>}
                  <p>{isPublic ? <a href={`${publicPath(plan.id, number)}?lang=${locale}`}>{name}</a> : name}</p>
                  <p class="hint">{dateTime(locale, at, network.zone, { year: true })}</p>
                </div>
                <form method="post" action={`${path}?lang=${locale}`}>
                  <Hidden fields={{ version: String(number), act: isPublic ? "withdraw" : "publish" }} />
                  <SubmitButton look={isPublic ? "quiet" : "plain"}>
                    {say(locale, isPublic ? "plan.publish.withdraw" : "plan.publish.publish")}
                    <span class="hidden">: {name}</span>
                  </SubmitButton>
                </form>
              </li>
            );
          })}
        </ul>
      )}
      {versions.length > 0 && (
        <form method="post" action={`${path}?lang=${locale}`} class="flow">
          <h2>{say(locale, "plan.answers.title")}</h2>
          <p>{say(locale, hasAnswers ? "plan.publish.answers.are" : "plan.publish.answers.not")}</p>
          <Hidden fields={{ act: hasAnswers ? "no-answers" : "answers" }} />
          <SubmitButton look="plain">
            {say(locale, hasAnswers ? "plan.publish.answers.hide" : "plan.publish.answers.show")}
          </SubmitButton>
        </form>
      )}
      <div class="buttons">
        <a class="button quiet" href={planPath(plan)}>
          {say(locale, "plan.back")}
        </a>
      </div>
    </ConsolePage>
  );
}
