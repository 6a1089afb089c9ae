import { inScript, type Locale, say } from "@quorate/core/i18n";
import { type NodeChange, outlineOf, type VersionNode } from "@quorate/core/plan";
import { Badge, type BadgeKind } from "../look/index.ts";
import { TextDiff } from "./node-words.tsx";

/** One thing that happened to a node, where it stands, and for a move where it stood. */
type ChangeRow = { change: NodeChange; place: string; title: string; from?: string };

/** The changes as rows: each under the number that its node has afterwards, a removed one under the one it had. */
export function changeRows(
  locale: Locale,
  changes: readonly NodeChange[],
  before: readonly VersionNode[],
  after: readonly VersionNode[],
): ChangeRow[] {
  const [was, is] = [before, after].map((nodes) => new Map(outlineOf(nodes).map((one) => [one.node.id, one])));
  return changes.flatMap((change): ChangeRow[] => {
    const id = "node" in change ? change.node.id : change.id;
    const at = is?.get(id) ?? was?.get(id);
    if (!at) return [];
    const from = change.kind === "moved" ? was?.get(id)?.number : undefined;
    const place = `${say(locale, `plan.level.${at.node.level}`)} ${at.number}`;
    return [{ change, place, title: at.node.words.title, ...(from && { from }) }];
  });
}

const badges: Readonly<Record<NodeChange["kind"], BadgeKind>> = {
  added: "done",
  moved: "wait",
  renamed: "wait",
  changed: "wait",
  removed: "bad",
};

/** What happened to the nodes of a plan, one after the other; texts word by word. */
export function ChangeRows({ locale, rows }: { locale: Locale; rows: readonly ChangeRow[] }) {
  if (rows.length === 0) return null;
  return (
    <ul class="rows">
      {rows.map((row) => (
        <li>
          <p>
            <Badge kind={badges[row.change.kind]}>{say(locale, `plan.change.${row.change.kind}`)}</Badge>
          </p>
          <p class="kicker">{row.place}</p>
          <p>{inScript(locale, row.title)}</p>
          <What locale={locale} row={row} />
        </li>
      ))}
    </ul>
  );
}

function What({ locale, row: { change, from } }: { locale: Locale; row: ChangeRow }) {
  switch (change.kind) {
    case "added":
    case "removed":
      return null;
    case "moved":
      return from ? <p class="hint">{say(locale, "plan.change.from", { number: from })}</p> : null;
    case "renamed":
      return (
        <p>
          <TextDiff locale={locale} before={change.before} after={change.after} />
        </p>
      );
    case "changed":
      return (
        <dl class="facts">
          {change.fields.map(({ field, before, after }) => (
            <div>
              <dt>{say(locale, `plan.field.${field}`)}</dt>
              <dd>
                <TextDiff {...{ locale, before, after }} />
              </dd>
            </div>
          ))}
        </dl>
      );
  }
}
