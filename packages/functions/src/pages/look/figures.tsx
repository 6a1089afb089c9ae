import { type Locale, number } from "@quorate/core/i18n";
import type { Child } from "hono/jsx";

/** A result: its drawing, and beside it the same in figures (a sum or a table). */
export function Figures({ ring, children }: { ring: Child; children: Child }) {
  return (
    <div class="figures">
      {ring}
      {children}
    </div>
  );
}

/** One part of a sum: those present, those by letter, all together. */
export type SumPart = { kind: "live" | "post" | "all"; label: string; figure: number; note: string };

/** Live + by letter = together, each with what it is made of. */
export function SumOf({ locale, parts }: { locale: Locale; parts: readonly SumPart[] }) {
  return (
    <dl class="sum-of">
      {parts.map(({ kind, label, figure, note }) => (
        <div class={kind}>
          <dt>{label}</dt>
          <dd class="num">{number(locale, figure)}</dd>
          <dd>{note}</dd>
        </div>
      ))}
    </dl>
  );
}

export type FiguresRow = {
  label: string;
  /** One figure for each column; undefined where there cannot be one: it is shown as a dash. */
  figures: readonly (number | undefined)[];
  /** The last figure decides. */
  isDeciding?: boolean;
};

/** The figures of a vote, as the minutes print them. */
export function FiguresTable(props: {
  locale: Locale;
  caption: string;
  columns: readonly string[];
  rows: readonly FiguresRow[];
}) {
  return (
    <div class="table">
      <table class="tight">
        <caption class="hidden">{props.caption}</caption>
        <thead>
          <tr>
            <td></td>
            {props.columns.map((column) => (
              <th scope="col" class="n">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ label, figures, isDeciding }) => (
            <tr>
              <th scope="row">{label}</th>
              {figures.map((figure, index) => {
                const text = figure === undefined ? "–" : number(props.locale, figure);
                const isLast = index === figures.length - 1;
                return <td class="n">{isDeciding && isLast ? <strong>{text}</strong> : text}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
