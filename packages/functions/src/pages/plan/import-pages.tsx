import { inScript, say } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import type { ImportPreview } from "@quorate/core/plan";
import { ErrorSummary, FileField, Hidden, Lead, Notice, SubmitButton } from "../look/index.ts";
import { ChangeRows, changeRows } from "./change-rows.tsx";
import { BackToPlan, type Desk, DeskPage } from "./desk.tsx";
import { planProblem } from "./read.ts";

export const importPath = ({ path }: Pick<Desk, "path">) => `${path}/import`;

/** A file to be chosen that holds the plan as an outline. */
export function ImportFormPage({ problems, ...desk }: Desk & { problems: readonly Problem[] }) {
  const { locale, plan } = desk;
  const title = say(locale, "plan.import.title");
  const path = importPath(desk);
  const wrong = problems.map((problem) => ({ id: "file", text: planProblem(locale, problem, {}) }));
  return (
    <DeskPage {...desk} title={title} at={path} isWrong={wrong.length > 0}>
      {wrong.length > 0 && <ErrorSummary locale={locale} title={say(locale, "form.summary.title")} problems={wrong} />}
      <header>
        <p class="kicker">{inScript(locale, plan.title)}</p>
        <h1>{title}</h1>
      </header>
      <Lead>{say(locale, "plan.import.lead")}</Lead>
      <form method="post" action={`${path}?lang=${locale}`} enctype="multipart/form-data" novalidate class="flow">
        <FileField
          {...{ locale, id: "file", accept: ".docx,.xlsx,.csv,.tsv,.txt,text/csv", error: wrong[0]?.text }}
          label={say(locale, "plan.import.file")}
          hint={say(locale, "plan.import.hint")}
        />
        <div class="buttons">
          <SubmitButton>{say(locale, "plan.import.look")}</SubmitButton>
        </div>
      </form>
      <BackToPlan {...desk} />
    </DeskPage>
  );
}

type PreviewProps = Desk & ImportPreview & { outline: string; hasChanged: boolean };

/** What the file would change in the draft, before it does. */
export function ImportPreviewPage({ changes, before, after, hash, outline, hasChanged, ...desk }: PreviewProps) {
  const { locale, plan } = desk;
  const title = say(locale, "plan.import.preview");
  const path = importPath(desk);
  return (
    <DeskPage {...desk} title={title} at={path} width="wide">
      <header>
        <p class="kicker">{inScript(locale, plan.title)}</p>
        <h1>{title}</h1>
      </header>
      {hasChanged && <Notice kind="wait">{say(locale, "plan.import.changed")}</Notice>}
      <Lead>{say(locale, changes.length === 0 ? "plan.import.nothing" : "plan.import.preview.lead")}</Lead>
      {changes.length > 0 && (
        <form method="post" action={`${path}/apply?lang=${locale}`} enctype="multipart/form-data" class="flow">
          <Hidden fields={{ outline, hash }} />
          <div class="buttons">
            <SubmitButton>{say(locale, "plan.import.apply")}</SubmitButton>
            <a class="button plain" href={path}>
              {say(locale, "plan.import.other")}
            </a>
          </div>
        </form>
      )}
      <ChangeRows locale={locale} rows={changeRows(locale, changes, before, after)} />
      <BackToPlan {...desk} />
    </DeskPage>
  );
}
