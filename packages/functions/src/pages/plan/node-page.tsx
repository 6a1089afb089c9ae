import { dateTime, inScript, say } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import type { NodeVersion, Outlined, PlanNode } from "@quorate/core/plan";
import { SelectField } from "../election/fields.tsx";
import { Hidden, SubmitButton } from "../look/index.ts";
import type { TypedText } from "../typed.ts";
import { BackToPlan, type Desk } from "./desk.tsx";
import { NodeFrame } from "./node-frame.tsx";
import { WordsDiff, WordsForm, WordsList } from "./node-words.tsx";
import { nodePath } from "./paths.ts";
import { planProblem } from "./read.ts";

/** A version of a node's words with the name of who saved it. */
export type Named = { version: NodeVersion; who: string };

type NodeProps = Desk & {
  node: PlanNode;
  number: string;
  /** The nodes that it may stand under. */
  places: readonly Outlined<PlanNode>[];
  history: readonly Named[];
  isSaved: boolean;
  typed: TypedText;
  problems: readonly Problem[];
};

/** One node of the draft to be written, moved and removed, with everything that it has said. */
export function NodePage(props: NodeProps) {
  const { locale, node, number, history } = props;
  const path = nodePath(props, node.id);
  const kicker = `${say(locale, `plan.level.${node.level}`)} ${number}`;
  return (
    <NodeFrame {...props} title={inScript(locale, node.words.title)} at={path} kicker={kicker}>
      {props.isSaved && (
        <div class="notice" role="status">
          <p>{say(locale, "plan.saved")}</p>
        </div>
      )}
      <WordsForm {...props} path={path} version={node.version} button={say(locale, "plan.save")} />
      <h2>{say(locale, "plan.place")}</h2>
      <form method="post" action={`${path}/shift`}>
        <div class="buttons">
          <SubmitButton look="plain" name="to" value="up">
            {say(locale, "plan.up")}
          </SubmitButton>
          <SubmitButton look="plain" name="to" value="down">
            {say(locale, "plan.down")}
          </SubmitButton>
        </div>
      </form>
      <MoveForm {...props} path={path} />
      <form method="post" action={`${path}/remove`}>
        <div class="buttons">
          <SubmitButton look="quiet">{say(locale, "plan.remove")}</SubmitButton>
        </div>
      </form>
      <h2>{say(locale, "plan.history")}</h2>
      {history.map((one, at) => {
        const before = history[at + 1]?.version.words;
        const { words } = one.version;
        return (
          <details>
            <summary>{versionLine(props, one)}</summary>
            {before ? <WordsDiff {...{ locale, before, after: words }} /> : <WordsList {...{ locale, words }} />}
          </details>
        );
      })}
      <BackToPlan {...props} />
    </NodeFrame>
  );
}

/** Under which other one it is to stand; nothing where there is no other. */
function MoveForm({ locale, node, places, problems, typed, path }: NodeProps & { path: string }) {
  const others = places.filter((one) => one.node.id !== node.parent);
  if (!node.parent || others.length === 0) return null;
  const problem = problems.find(({ field }) => field === "to");
  const choices = others.map((one) => ({
    value: one.node.id,
    label: `${one.number} ${inScript(locale, one.node.words.title)}`,
  }));
  return (
    <form method="post" action={`${path}/move?lang=${locale}`} class="flow">
      <Hidden fields={{ from: node.parent }} />
      <SelectField
        {...{ locale, id: "to", value: "", choices: [{ value: "", label: "" }, ...choices] }}
        label={say(locale, "plan.move.under")}
        hint={say(locale, "plan.move.hint")}
        error={problem && planProblem(locale, problem, typed)}
      />
      <div class="buttons">
        <SubmitButton look="plain">{say(locale, "plan.move")}</SubmitButton>
      </div>
    </form>
  );
}

/** Which version, from when and whose. */
export function versionLine({ locale, network }: Desk, { version, who }: Named): string {
  const when = dateTime(locale, version.at, network.zone, { year: true });
  return say(locale, "plan.version", { n: version.version, when, who: inScript(locale, who) });
}
