import { inScript, say } from "@quorate/core/i18n";
import { levelUnder, missingIn, outlineOf, type PlanNode } from "@quorate/core/plan";
import { plansPath } from "../console.tsx";
import { Lead } from "../look/index.ts";
import { type Desk, DeskPage } from "./desk.tsx";
import { formatName, planFormats } from "./files.ts";
import { importPath } from "./import-pages.tsx";
import { addPath, authorsPath, nodePath, publishPath, roundsPath } from "./paths.ts";

/** A plan's draft as an outline: everything in it leads to its own page. */
export function PlanPage({ nodes, ...desk }: Desk & { nodes: readonly PlanNode[] }) {
  const { locale, network, plan, isConsole } = desk;
  const title = inScript(locale, plan.title);
  const outline = outlineOf(nodes);
  return (
    <DeskPage {...desk} title={title} at={desk.path} width="wide">
      <h1>{title}</h1>
      {outline.length === 0 && <Lead>{say(locale, "plan.empty")}</Lead>}
      {outline.length > 0 && (
        <ul class="rows">
          {outline.map(({ number, node }) => {
            const under = levelUnder(node.level, plan.template.depth);
            const missing = missingIn(plan.template, node).map((field) => say(locale, `plan.field.${field}`));
            return (
              <li id={node.id} class="task">
                <div>
                  <p class="kicker">
                    {say(locale, `plan.level.${node.level}`)} {number}
                  </p>
                  <p>
                    <a href={nodePath(desk, node.id)}>{inScript(locale, node.words.title)}</a>
                  </p>
                  {missing.length > 0 && (
                    <p class="hint">
                      {say(locale, "plan.missing", { fields: missing.join(", ").toLocaleLowerCase() })}
                    </p>
                  )}
                </div>
                {under && (
                  <a class="button quiet" href={addPath(desk, node.id)}>
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
        <a class={outline.length === 0 ? "button" : "button plain"} href={addPath(desk)}>
          {say(locale, "plan.add.area")}
        </a>
        <a class="button plain" href={importPath(desk)}>
          {say(locale, "plan.import.title")}
        </a>
        {isConsole && (
          <>
            <a class="button plain" href={authorsPath(plan)}>
              {say(locale, "plan.authors.title")}
            </a>
            <a class="button plain" href={roundsPath(plan)}>
              {say(locale, "plan.round.title")}
            </a>
            <a class="button plain" href={publishPath(plan)}>
              {say(locale, "plan.publish.title")}
            </a>
            <a class="button quiet" href={plansPath(network.id)}>
              {say(locale, "common.back")}
            </a>
          </>
        )}
      </div>
      {outline.length > 0 && (
        <>
          <h2>{say(locale, "plan.file.title")}</h2>
          <ul>
            {planFormats.map((format) => (
              <li>
                <a href={`${desk.path}/export/plan.${format}?lang=${locale}`}>{formatName(locale, format)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </DeskPage>
  );
}
