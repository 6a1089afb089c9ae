import type { AskView } from "@quorate/core/ask";
import { onMoment, say } from "@quorate/core/i18n";
import { Hidden, SubmitButton, type Typed } from "../look/index.ts";
import { Answered, AskPage, type Content, type ViewProps } from "./ask-page.tsx";

/**
 * Two versions of one answer, from two tabs or two devices: both are shown, and the person decides (asks 7). What was sent
 * from another browser is left out where the form is confidential.
 */
export function ConflictPage(
  props: ViewProps & { view: AskView } & {
    page: string;
    stored: Content | undefined;
    yours: { content: Content; typed: Typed };
  },
) {
  const { locale, view, yours } = props;
  const title = say(locale, "link.twoVersions.title");
  const at = view.ask.answer?.at ?? view.collection.openedAt;
  const { act: _, ...typed } = yours.typed;
  return (
    <AskPage {...props} title={title}>
      <h1>{title}</h1>
      <p class="lead">{say(locale, "link.twoVersions.lead", { when: onMoment(locale, at, view.collection.zone) })}</p>
      <h2>{say(locale, "link.twoVersions.there")}</h2>
      {props.stored ? (
        <Answered locale={locale} view={view} content={props.stored} />
      ) : (
        <p class="hint">{say(locale, "link.answered.hidden")}</p>
      )}
      <h2>{say(locale, "link.twoVersions.here")}</h2>
      <Answered locale={locale} view={view} content={yours.content} />
      <form method="post" action={props.path}>
        <Hidden fields={{ ...typed, page: props.page }} />
        <div class="buttons">
          {view.collection.form.editable && <SubmitButton>{say(locale, "link.twoVersions.keepHere")}</SubmitButton>}
          <a class="button plain" href={props.path}>
            {say(locale, "link.twoVersions.keepThere")}
          </a>
        </div>
      </form>
    </AskPage>
  );
}
