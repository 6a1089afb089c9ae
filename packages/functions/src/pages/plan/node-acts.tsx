import { inScript, say } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import type { NodeWords, PlanLevel, PlanNode } from "@quorate/core/plan";
import { Lead, Notice } from "../look/index.ts";
import type { TypedText } from "../typed.ts";
import { BackToPlan, type Desk } from "./desk.tsx";
import { NodeFrame } from "./node-frame.tsx";
import { type Named, versionLine } from "./node-page.tsx";
import { WordsForm, WordsList } from "./node-words.tsx";
import { addPath, nodePath } from "./paths.ts";

type Writing = Desk & { typed: TypedText; problems: readonly Problem[] };

/** A new area, goal, task or activity. */
export function NewNodePage(props: Writing & { level: PlanLevel; parent?: PlanNode | undefined }) {
  const { locale, level, parent } = props;
  const title = say(locale, `plan.add.${level}`);
  const path = addPath(props, parent?.id);
  return (
    <NodeFrame {...props} title={title} at={path} kicker={parent && inScript(locale, parent.words.title)}>
      <WordsForm {...props} path={path} button={title} />
      <BackToPlan {...props} />
    </NodeFrame>
  );
}

/** Two authors on one node: what was saved, what both began with, and hers to put right and save after all. */
export function NodeConflictPage(props: Writing & { node: string; theirs: Named; base: Named }) {
  const { locale, node, theirs, base } = props;
  const path = nodePath(props, node);
  return (
    <NodeFrame {...props} title={say(locale, "plan.conflict.title")} at={path}>
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
      <BackToPlan {...props} />
    </NodeFrame>
  );
}

/** Somebody has removed what she was writing on: her text is there to be copied. */
export function NodeRemovedPage(props: Writing & { node: string; words: NodeWords }) {
  const { locale, node, words } = props;
  return (
    <NodeFrame {...props} title={words.title} at={nodePath(props, node)}>
      <Notice kind="bad">{say(locale, "plan.conflict.removed")}</Notice>
      <WordsList locale={locale} words={words} />
      <BackToPlan {...props} />
    </NodeFrame>
  );
}

/** Somebody has put it elsewhere meanwhile: where it is now, and the way to move it after all. */
export function MovedElsewherePage(props: Writing & { node: PlanNode; parent: PlanNode }) {
  const { locale, node, parent } = props;
  const path = nodePath(props, node.id);
  return (
    <NodeFrame {...props} title={inScript(locale, node.words.title)} at={path}>
      <Notice kind="bad">{say(locale, "plan.move.elsewhere", { title: inScript(locale, parent.words.title) })}</Notice>
      <div class="buttons">
        <a class="button" href={path}>
          {say(locale, "plan.move.again")}
        </a>
      </div>
      <BackToPlan {...props} />
    </NodeFrame>
  );
}
