import type { AskView, Raw } from "@quorate/core/ask";
import { inScript, type Locale, say } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import { Disposition, type Plan, type PlanRound } from "@quorate/core/plan";
import { AskPage } from "../ask/ask-page.tsx";
import { one } from "../ask/raw.ts";
import { ConsolePage } from "../console.tsx";
import { RadioField, SelectField } from "../election/fields.tsx";
import { Buttons, Card, ErrorSummary, Facts, Hidden, Lead, SubmitButton, TextField } from "../look/index.ts";
import type { Console } from "../people/index.ts";
import { ChangeRows } from "./change-rows.tsx";
import { CommentText } from "./comment-box.tsx";
import { type CommentList, ConsolidatedCard } from "./consolidated.tsx";
import { commentsPath, roundsPath } from "./paths.ts";
import { levelWords } from "./review-words.ts";
import { roundProblem } from "./round-problem.ts";

type ListProps = Console & { plan: Plan; round: PlanRound; list: CommentList; mayAnswer: boolean };

/** The comments of a round and their answers, for the coordinators: each is answered on a page of its own. */
export function CommentListPage(props: ListProps) {
  const { locale, network, plan, round, list } = props;
  const title = say(locale, "plan.answers.title");
  const left = list.inTime.filter(({ item }) => !item.lead.disposition).length;
  return (
    <ConsolePage {...{ locale, network, path: commentsPath(plan, round.number), title, current: "home" }}>
      <header>
        <p class="kicker">
          {inScript(locale, plan.title)}. {roundWords(locale, round)}
        </p>
        <h1>{title}</h1>
      </header>
      <Lead>
        {list.inTime.length === 0
          ? say(locale, "plan.answers.empty")
          : say(locale, "plan.answers.left", { n: left, of: list.inTime.length })}
      </Lead>
      {list.inTime.map((listed) => (
        <ConsolidatedCard {...{ locale, round: round.number, listed, names: list.names }}>
          {props.mayAnswer && (
            <p>
              <a href={`${commentsPath(plan, round.number)}/${listed.item.lead.id}`}>
                {say(locale, "plan.answers.answer")}
                <span class="hidden">: {levelWords(locale, listed.line)}</span>
              </a>
            </p>
          )}
        </ConsolidatedCard>
      ))}
      <LateComments {...{ locale, list }} />
      <p>
        <a href={roundsPath(plan)}>{say(locale, "common.back")}</a>
      </p>
    </ConsolePage>
  );
}

type OneProps = Console & {
  plan: Plan;
  round: PlanRound;
  list: CommentList;
  listed: CommentList["inTime"][number];
  typed: Raw;
  problems: readonly Problem[];
};

/** One comment: what becomes of it and why, and with which other it is one. */
export function CommentAnswerPage(props: OneProps) {
  const { locale, network, plan, round, list, listed, typed, problems } = props;
  const { lead, merged } = listed.item;
  const title = say(locale, "plan.answers.answer");
  const path = `${commentsPath(plan, round.number)}/${lead.id}`;
  const wrong = problems.map((problem) => ({ id: problem.field, text: roundProblem(locale, problem) }));
  const errorAt = (id: string) => wrong.find((problem) => problem.id === id)?.text;
  const others = list.inTime.filter(({ item }) => item.lead.id !== lead.id);
  const named = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
  return (
    <ConsolePage {...{ locale, network, path, title, current: "home" }} isWrong={wrong.length > 0}>
      {wrong.length > 0 && <ErrorSummary locale={locale} title={say(locale, "form.summary.title")} problems={wrong} />}
      <header>
        <p class="kicker">{roundWords(locale, round)}</p>
        <h1>{title}</h1>
      </header>
      <ConsolidatedCard {...{ locale, round: round.number, listed, names: list.names }} />
      <form method="post" action={`${path}?lang=${locale}`} novalidate class="flow">
        <Hidden fields={{ act: "answer" }} />
        <RadioField
          {...{ locale, id: "disposition", value: one(typed.disposition) || lead.disposition?.kind || "" }}
          {...{ label: say(locale, "plan.answers.disposition"), error: errorAt("disposition") }}
          choices={Disposition.options.map((value) => ({ value, label: say(locale, `plan.answers.${value}`) }))}
        />
        <TextField
          {...{ locale, id: "reason", kind: "long", error: errorAt("reason") }}
          value={typed.reason === undefined ? (lead.disposition?.reason ?? "") : one(typed.reason)}
          label={say(locale, "plan.answers.reason")}
          hint={say(locale, "plan.answers.reason.hint")}
        />
        <Buttons>
          <SubmitButton>{say(locale, "common.save")}</SubmitButton>
          <a class="button quiet" href={commentsPath(plan, round.number)}>
            {say(locale, "common.back")}
          </a>
        </Buttons>
      </form>
      {others.length > 0 && (
        <Card id="merge" title={say(locale, "plan.answers.merge")}>
          <form method="post" action={`${path}?lang=${locale}`} novalidate class="flow">
            <Hidden fields={{ act: "merge" }} />
            <SelectField
              {...{ locale, id: "into", value: "", label: say(locale, "plan.answers.merge.into") }}
              hint={say(locale, "plan.answers.merge.hint")}
              choices={others.map(({ line, item }) => ({
                value: item.lead.id,
                label: `${line.number} ${inScript(locale, named(item.lead.text))}`,
              }))}
            />
            <Buttons>
              <SubmitButton look="plain">{say(locale, "plan.answers.merge")}</SubmitButton>
            </Buttons>
          </form>
        </Card>
      )}
      {merged.map((comment) => (
        <form method="post" action={`${path}?lang=${locale}`} novalidate class="flow">
          <Hidden fields={{ act: "separate", comment: comment.id }} />
          <CommentText {...{ locale, comment, by: list.names.get(comment.member)?.name ?? "" }} />
          <Buttons>
            <SubmitButton look="quiet">{say(locale, "plan.answers.separate")}</SubmitButton>
          </Buttons>
        </form>
      ))}
    </ConsolePage>
  );
}

type ReaderProps = {
  locale: Locale;
  view: AskView;
  path: string;
  form: string;
  round: PlanRound;
  list: CommentList;
  /** What became of the plan since; nothing before the next version is there. */
  changes: Parameters<typeof ChangeRows>[0]["rows"];
};

/** What a reviewer reads once her own review is in: what all have said, what was answered, and what has changed since. */
export function AnswersPage({ locale, view, path, form, round, list, changes }: ReaderProps) {
  const title = say(locale, "plan.answers.title");
  return (
    <AskPage {...{ locale, view, title, path }}>
      <header>
        <p class="kicker">{roundWords(locale, round)}</p>
        <h1>{title}</h1>
      </header>
      {round.decision && (
        <Facts
          facts={[
            [say(locale, "plan.decision.made"), say(locale, `plan.decision.${round.decision.verdict}`)],
            ...(round.decision.reason
              ? [[say(locale, "common.reason"), inScript(locale, round.decision.reason)] as const]
              : []),
          ]}
        />
      )}
      {round.waivers.map(({ member, note }) => (
        <p>
          <strong>{inScript(locale, list.names.get(member)?.name ?? "")}</strong>.{" "}
          {say(locale, "plan.round.waived", { note: inScript(locale, note) })}
        </p>
      ))}
      {list.inTime.length === 0 && <Lead>{say(locale, "plan.answers.empty")}</Lead>}
      {list.inTime.map((listed) => (
        <ConsolidatedCard {...{ locale, round: round.number, listed, names: list.names }} />
      ))}
      <LateComments {...{ locale, list }} />
      {changes.length > 0 && <h2>{say(locale, "plan.answers.changes")}</h2>}
      <ChangeRows locale={locale} rows={changes} />
      <p>
        <a href={form}>{say(locale, "plan.review.back")}</a>
      </p>
    </AskPage>
  );
}

function LateComments({ locale, list }: { locale: Locale; list: CommentList }) {
  if (list.late.length === 0) return null;
  return (
    <section class="flow" aria-labelledby="late">
      <h2 id="late">{say(locale, "plan.round.late")}</h2>
      {list.late.map(({ line, comment }) => (
        <div class="node card">
          <p class="kicker">
            {levelWords(locale, line)}: {inScript(locale, line.node.words.title)}
          </p>
          <CommentText {...{ locale, comment, by: list.names.get(comment.member)?.name ?? "" }} />
        </div>
      ))}
    </section>
  );
}

function roundWords(locale: Locale, { number, version }: PlanRound): string {
  return say(locale, "plan.round.n", { n: number, version });
}
