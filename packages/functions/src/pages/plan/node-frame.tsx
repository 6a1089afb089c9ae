import { say } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import type { Child } from "hono/jsx";
import { ErrorSummary } from "../look/index.ts";
import type { TypedText } from "../typed.ts";
import { type Desk, DeskPage } from "./desk.tsx";
import { planProblem } from "./read.ts";

type NodeFrameProps = Desk & {
  typed: TypedText;
  problems: readonly Problem[];
  title: string;
  at: string;
  kicker?: string | undefined;
  children: Child;
};

/** The frame of a page about one node: what is wrong, where it stands, what it is called. */
export function NodeFrame({ typed, problems, title, at, kicker, children, ...desk }: NodeFrameProps) {
  const { locale } = desk;
  const wrong = problems.map((problem) => ({ id: problem.field, text: planProblem(locale, problem, typed) }));
  return (
    <DeskPage {...desk} title={title} at={at} isWrong={wrong.length > 0}>
      {wrong.length > 0 && <ErrorSummary locale={locale} title={say(locale, "form.summary.title")} problems={wrong} />}
      <header>
        {kicker && <p class="kicker">{kicker}</p>}
        <h1>{title}</h1>
      </header>
      {children}
    </DeskPage>
  );
}
