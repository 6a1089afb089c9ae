import { type Locale, nOf } from "@quorate/core/i18n";
import type { Child } from "hono/jsx";

/** One thing known: what it is called, and what it is. */
export type Fact = readonly [label: string, value: Child];

/** Facts: label and value, one under the other on a phone. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd>{typeof value === "string" ? <Lines text={value} /> : value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A text with its line breaks, as it was typed. */
export function Lines({ text }: { text: string }) {
  return (
    <>
      {text.split("\n").map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}

/** The one sentence under a page's title. */
export function Lead({ children }: { children: Child }) {
  return <p class="lead">{children}</p>;
}

/** What the reader should not miss; `wait` is for letters and those absent, `bad` for failures. The one act it asks for beside it. */
export function Notice({ kind, act, children }: { kind?: "wait" | "bad"; act?: Child; children: Child }) {
  const classes = ["notice", kind, act && "task"].filter(Boolean).join(" ");
  return act ? (
    <div class={classes}>
      <p>{children}</p>
      {act}
    </div>
  ) : (
    <p class={classes}>{children}</p>
  );
}

/** One question or one result, with its title. */
export function Card({ id, title, children }: { id: string; title: Child; children: Child }) {
  return (
    <section class="card flow" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

export type Row = {
  /** The whole row opens it. */
  href: string;
  title: Child;
  text?: Child;
  hint?: Child;
  /** A badge over the title, or a ring before it. */
  badge?: Child;
  ring?: Child;
};

/** Things to open. An empty list says what will stand there. `level` keeps the page's outline. */
export function Rows({ rows, empty, level = 3 }: { rows: readonly Row[]; empty: Child; level?: 2 | 3 }) {
  if (rows.length === 0) return <p>{empty}</p>;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <ul class="rows">
      {rows.map(({ href, title, text, hint, badge, ring }) => {
        const words = (
          <>
            {badge}
            <Heading>
              <a href={href}>{title}</a>
            </Heading>
            {text && <p>{text}</p>}
            {hint && <p class="hint">{hint}</p>}
          </>
        );
        return ring ? (
          <li class="progress">
            {ring}
            <div>{words}</div>
          </li>
        ) : (
          <li>{words}</li>
        );
      })}
    </ul>
  );
}

/** The acts of a page, the primary one first; `isStack` puts them one under the other. */
export function Buttons({ isStack, children }: { isStack?: boolean; children: Child }) {
  return <div class={isStack ? "buttons stack" : "buttons"}>{children}</div>;
}

/** The content of a simple page: what happened or what to do, the facts, and what follows. */
export function LinkContent(props: { title: string; lead?: Child; facts?: readonly Fact[]; next?: Child }) {
  return (
    <>
      <h1>{props.title}</h1>
      {props.lead && <Lead>{props.lead}</Lead>}
      {props.facts && props.facts.length > 0 && (
        <div class="card">
          <Facts facts={props.facts} />
        </div>
      )}
      {props.next}
    </>
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

/** How far it is: the ring, and beside it "7 of 9" with the words that follow. */
export function Progress(props: { locale: Locale; done: number; of: number; isLead?: boolean; children: Child }) {
  return (
    <p class={props.isLead ? "lead progress" : "progress"}>
      <ProgressRing done={props.done} of={props.of} />
      <span>
        <strong>{nOf(props.locale, props.done, props.of)}</strong> {props.children}
      </span>
    </p>
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

/** `isHidden`: its heading is not shown. `isPlain`: it is not repeated either where the table is a list, being plain from the cell. */
export type Column = { label: string; isNumber?: boolean; isHidden?: boolean; isPlain?: boolean };

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
      {...(column && !column.isHidden && !column.isPlain && { "data-label": column.label })}
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
  /** Where it sends its form, if not where the form says. */
  action?: string;
}) {
  const { look, name, value, action } = props;
  return (
    <button
      type="submit"
      class={look ? `button ${look}` : "button"}
      {...(name && { name, value: value ?? "" })}
      {...(action && { formaction: action })}
    >
      {props.children}
    </button>
  );
}
