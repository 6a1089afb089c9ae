import { dateTime, inScript, type Locale, say } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import type { NodeVersion, NodeWords, Plan, PlanLevel, PlanNode } from "@quorate/core/plan";
import type { Child } from "hono/jsx";
import { ConsolePage } from "../console.tsx";
import { ErrorSummary, Hidden, Lead, Lines, Notice, SubmitButton, TextField } from "../look/index.ts";
import type { Console } from "../people/index.ts";
import type { TypedText } from "../typed.ts";
import { addPath, nodePath, planPath } from "./paths.ts";
import { nodeFields, planProblem } from "./read.ts";

type Writing = Console & { plan: Plan; typed: TypedText; problems: readonly Problem[] };
type Named = { version: NodeVersion; who: string };

/** A new area, goal, task or activity. */
export function NewNodePage(props: Writing & { level: PlanLevel; parent?: PlanNode | undefined }) {
  const { locale, plan, level, parent } = props;
  const title = say(locale, `plan.add.${level}`);
  const path = addPath(plan, parent?.id);
  return (
    <Frame {...props} title={title} path={path} kicker={parent && inScript(locale, parent.words.title)}>
      <WordsForm {...props} path={path} button={title} />
      <Back {...props} />
    </Frame>
  );
}

type NodeProps = Writing & { node: PlanNode; number: string; history: readonly Named[]; isSaved: boolean };

/** One node of the draft to be written, moved and removed, with everything that it has said. */
export function NodePage(props: NodeProps) {
  const { locale, plan, node, number, history } = props;
  const path = nodePath(plan, node.id);
  const kicker = `${say(locale, `plan.level.${node.level}`)} ${number}`;
  return (
    <Frame {...props} title={inScript(locale, node.words.title)} path={path} kicker={kicker}>
      {props.isSaved && (
        <div class="notice" role="status">
          <p>{say(locale, "plan.saved")}</p>
        </div>
      )}
      <WordsForm {...props} path={path} version={node.version} button={say(locale, "plan.save")} />
      <form method="post" action={`${path}/move`}>
        <div class="buttons">
          <SubmitButton look="plain" name="to" value="up">
            {say(locale, "plan.up")}
          </SubmitButton>
          <SubmitButton look="plain" name="to" value="down">
            {say(locale, "plan.down")}
          </SubmitButton>
        </div>
      </form>
      <form method="post" action={`${path}/remove`}>
        <div class="buttons">
          <SubmitButton look="quiet">{say(locale, "plan.remove")}</SubmitButton>
        </div>
      </form>
      <h2>{say(locale, "plan.history")}</h2>
      {history.map((one) => (
        <details>
          <summary>{versionLine(props, one)}</summary>
          <WordsList locale={locale} words={one.version.words} />
        </details>
      ))}
      <Back {...props} />
    </Frame>
  );
}

/** Two authors on one node: what was saved, what both began with, and hers to put right and save after all. */
export function NodeConflictPage(props: Writing & { node: string; theirs: Named; base: Named }) {
  const { locale, plan, node, theirs, base } = props;
  const path = nodePath(plan, node);
  return (
    <Frame {...props} title={say(locale, "plan.conflict.title")} path={path}>
      <Lead>{say(locale, "plan.conflict.lead")}</Lead>
      <div class="split even">
        {(["theirs", "base"] as const).map((which) => {
          const named = which === "theirs" ? theirs : base;
          return (
            <section class="card flow">
              <h2>{say(locale, `plan.conflict.${which}`)}</h2>
              <p class="hint">{versionLine(props, named)}</p>
              <WordsList locale={locale} words={named.version.words} />
            </section>
          );
        })}
      </div>
      <h2>{say(locale, "plan.conflict.yours")}</h2>
      <WordsForm {...props} path={path} version={theirs.version.version} button={say(locale, "plan.save")} />
      <Back {...props} />
    </Frame>
  );
}

/** Somebody has removed what she was writing on: her text is there to be copied. */
export function NodeRemovedPage(props: Writing & { node: string; words: NodeWords }) {
  const { locale, plan, node, words } = props;
  return (
    <Frame {...props} title={words.title} path={nodePath(plan, node)}>
      <Notice kind="bad">{say(locale, "plan.conflict.removed")}</Notice>
      <WordsList locale={locale} words={words} />
      <Back {...props} />
    </Frame>
  );
}

function Frame(props: Writing & { title: string; path: string; kicker?: string | undefined; children: Child }) {
  const { locale, network, typed, problems, title, path, kicker } = props;
  const wrong = problems.map((problem) => ({ id: problem.field, text: planProblem(locale, problem, typed) }));
  return (
    <ConsolePage {...{ locale, network, title, path, current: "home" }} isWrong={wrong.length > 0}>
      {wrong.length > 0 && <ErrorSummary locale={locale} title={say(locale, "form.summary.title")} problems={wrong} />}
      <header>
        {kicker && <p class="kicker">{kicker}</p>}
        <h1>{title}</h1>
      </header>
      {props.children}
    </ConsolePage>
  );
}

const kinds = { text: "long", due: "date" } as const;
const kindOf = (field: string) => (field === "text" || field === "due" ? kinds[field] : "short");

function WordsForm(props: Writing & { path: string; version?: number; button: string }) {
  const { locale, typed, problems, path, version, button } = props;
  return (
    <form method="post" action={`${path}?lang=${locale}`} novalidate class="flow">
      {version !== undefined && <Hidden fields={{ version: String(version) }} />}
      {nodeFields.map((id) => {
        const problem = problems.find(({ field }) => field === id);
        return (
          <TextField
            {...{ locale, id, kind: kindOf(id), value: typed[id] ?? "", label: say(locale, `plan.field.${id}`) }}
            error={problem && planProblem(locale, problem, typed)}
          />
        );
      })}
      <div class="buttons">
        <SubmitButton>{button}</SubmitButton>
      </div>
    </form>
  );
}

/** What a node says, without what is empty. */
function WordsList({ locale, words }: { locale: Locale; words: NodeWords }) {
  return (
    <dl class="facts">
      {nodeFields
        .filter((field) => words[field] !== "")
        .map((field) => (
          <div>
            <dt>{say(locale, `plan.field.${field}`)}</dt>
            <dd>
              <Lines text={inScript(locale, words[field])} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

function versionLine({ locale, network }: Console, { version, who }: Named): string {
  const when = dateTime(locale, version.at, network.zone, { year: true });
  return say(locale, "plan.version", { n: version.version, when, who: inScript(locale, who) });
}

function Back({ locale, plan }: Writing) {
  return (
    <div class="buttons">
      <a class="button quiet" href={planPath(plan)}>
        {say(locale, "plan.back")}
      </a>
    </div>
  );
}
