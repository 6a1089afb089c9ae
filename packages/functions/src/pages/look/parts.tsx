import type { Child } from "hono/jsx";

/** Facts: label and value, one under the other on a phone. */
export function Facts({ facts }: { facts: readonly (readonly [label: string, value: Child])[] }) {
  return (
    <dl class="facts">
      {facts.map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type BadgeKind = "done" | "wait" | "none" | "against" | "bad";

/** A state, always with its word. */
export function Badge({ kind, children }: { kind: BadgeKind; children: Child }) {
  return <span class={`badge ${kind}`}>{children}</span>;
}

/** A share of a whole as a ring; the words beside it say the same. */
export function ProgressRing({ done, of }: { done: number; of: number }) {
  return (
    <svg class="ring" viewBox="0 0 36 36" stroke-width="5" aria-hidden="true">
      <circle class="track" cx="18" cy="18" r="15" />
      {of > 0 && done > 0 && (
        <circle
          class="post"
          cx="18"
          cy="18"
          r="15"
          pathLength={of}
          stroke-dasharray={`${done} ${of}`}
          transform="rotate(-90 18 18)"
        />
      )}
    </svg>
  );
}

export type TimelineStep = { state: "done" | "now" | "next"; title: string; note?: string | undefined };

/** What has happened, what happens now and what follows; the state also as a hidden word. */
export function Timeline({
  steps,
  words,
}: {
  steps: readonly TimelineStep[];
  words: Record<TimelineStep["state"], string>;
}) {
  return (
    <ol class="timeline">
      {steps.map((step) => (
        <li class={step.state} {...(step.state === "now" && { "aria-current": "step" })}>
          <span class="hidden">{words[step.state]} </span>
          <b>{step.title}</b> {step.note}
        </li>
      ))}
    </ol>
  );
}

export type Column = { label: string; isNumber?: boolean; isHidden?: boolean };

/** A table that becomes a list where its place is narrow. The first cell of a row heads it. */
export function ListTable(props: {
  caption: string;
  isCaptionHidden?: boolean;
  isTight?: boolean;
  columns: readonly Column[];
  rows: readonly (readonly Child[])[];
}) {
  return (
    <div class="table">
      <table class={props.isTight ? "list tight" : "list"} role="table">
        <caption {...(props.isCaptionHidden && { class: "hidden" })}>{props.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {props.columns.map((column) => (
              <th role="columnheader" scope="col" {...(column.isNumber && { class: "n" })}>
                {column.isHidden ? <span class="hidden">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {props.rows.map((row) => (
            <tr role="row">
              {row.map((cell, index) => (
                <Cell cell={cell} column={props.columns[index]} isFirst={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell, column, isFirst }: { cell: Child; column: Column | undefined; isFirst: boolean }) {
  if (isFirst) {
    return (
      <th role="rowheader" scope="row">
        {cell}
      </th>
    );
  }
  return (
    <td
      role="cell"
      {...(column?.isNumber && { class: "n" })}
      {...(column && !column.isHidden && { "data-label": column.label })}
    >
      {cell}
    </td>
  );
}

/** The button that sends its form. One primary a page; its words say the act. */
export function SubmitButton(props: {
  children: Child;
  look?: "plain" | "quiet" | "grave";
  name?: string;
  value?: string;
}) {
  const { look, name, value } = props;
  return (
    <button type="submit" class={look ? `button ${look}` : "button"} {...(name && { name, value: value ?? "" })}>
      {props.children}
    </button>
  );
}
