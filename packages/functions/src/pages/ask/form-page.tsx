import type { AskView } from "@quorate/core/ask";
import type { Content as Answer, Problem } from "@quorate/core/form";
import { byWhen, inScript, type Locale, onMoment, say, textIn, zoneNote } from "@quorate/core/i18n";
import type { Child } from "hono/jsx";
import { CheckAnswers, type Fact, FormContent, Notice, type Typed } from "../look/index.ts";
import { AskPage, type ViewProps } from "./ask-page.tsx";

type FormPageProps = ViewProps & {
  view: AskView;
  page: string;
  typed: Typed;
  problems: readonly Problem[];
  /** What is shown was saved for later; or something was, in a browser that is not this one. */
  draft?: "shown" | "elsewhere" | undefined;
  /** Where she may pass it on, if she may. */
  passOn?: string | undefined;
  /** What she reads and writes on pages of its own before she fills in the form. */
  before?: Child;
};

/** The form itself; after a wrong turn with everything typed still there, and what to mend on top. */
export function FormPage(props: FormPageProps) {
  const { locale, view, typed, problems } = props;
  const { form } = view.collection;
  const canKeep = form.drafts !== false && view.kind !== "closed";
  return (
    <AskPage {...props} title={textIn(locale, form.title)} isWrong={problems.length > 0} hasScript={true}>
      <FormContent
        {...{ locale, form, typed, problems, parts: view.ask.parts, action: props.path, hidden: { page: props.page } }}
        {...{ canKeep, facts: askFacts(locale, view) }}
        button={form.checkAnswers ? say(locale, "ask.check.button") : sendWords(locale, view)}
        before={props.before}
        notice={
          <>
            {view.kind === "closed" && <Notice kind="wait">{say(locale, "link.late.open")}</Notice>}
            {props.draft && <Notice kind="wait">{draftWords(locale, view, props.draft)}</Notice>}
          </>
        }
      >
        <p>{say(locale, form.editable ? "ask.editable" : "ask.notEditable")}</p>
      </FormContent>
      {props.passOn && (
        <p>
          <a href={props.passOn}>{say(locale, "ask.passOn.link")}</a>
        </p>
      )}
    </AskPage>
  );
}

/** The answers once more before they are sent (asks 9). */
export function CheckPage(props: ViewProps & { view: AskView; page: string; answer: Answer }) {
  const { locale, view, answer } = props;
  const { form } = view.collection;
  return (
    <AskPage {...props} title={say(locale, "common.checkAnswers")}>
      <CheckAnswers
        {...{ locale, form, answer, parts: view.ask.parts, action: props.path, hidden: { page: props.page } }}
        lead={say(locale, "ask.check.lead")}
        button={sendWords(locale, view)}
      />
    </AskPage>
  );
}

function draftWords(locale: Locale, { draft, collection }: AskView, kind: "shown" | "elsewhere"): string {
  if (kind === "elsewhere" || !draft) return say(locale, "ask.draft.elsewhere");
  return say(locale, "ask.draft.here", { when: onMoment(locale, draft.at, collection.zone) });
}

function sendWords(locale: Locale, view: AskView): string {
  const asked = view.collection.form.sections.filter(
    ({ id, fields }) => fields.length > 0 && view.ask.parts.includes(id),
  );
  return say(locale, asked.length > 1 ? "common.sendAnswers" : "common.sendAnswer");
}

/** Until when, who asks, and what silence means. */
function askFacts(locale: Locale, { ask, collection }: AskView): Fact[] {
  const deadline = ask.deadline ?? collection.deadline;
  const { silence } = collection.form;
  return [
    [
      say(locale, "common.deadline"),
      <>
        <strong>{byWhen(locale, deadline, collection.zone)}</strong> {zoneNote(locale, deadline, collection.zone)}
      </>,
    ],
    ...(ask.insteadOf ? [[say(locale, "approvals.insteadOf"), inScript(locale, ask.insteadOf.name)] as const] : []),
    [say(locale, "common.askedBy"), inScript(locale, collection.asker.name)],
    ...(ask.passedFrom ? [[say(locale, "ask.passOn.from"), inScript(locale, ask.passedFrom.name)] as const] : []),
    ...(silence ? [[say(locale, "common.ifSilent"), textIn(locale, silence)] as const] : []),
  ];
}
