import type { AskView } from "@quorate/core/ask";
import { byWhen, type Locale, onMoment, say, textIn } from "@quorate/core/i18n";
import type { Instant } from "@quorate/core/kit";
import { Facts } from "../look/index.ts";
import { Answered, AskPage } from "./form-page.tsx";

type ViewProps = { locale: Locale; view: AskView; path: string };

/** The answer is in: when, under which reference, and whether it may still be changed. What was sent is for its sender. */
export function AnsweredPage(
  props: ViewProps & {
    isHere: boolean;
    content: Readonly<Record<string, unknown>> | undefined;
    /** Where an approval that has not been carried out is taken back. */
    revoke?: string | undefined;
  },
) {
  const { locale, view, isHere } = props;
  const { ask, collection } = view;
  const { form, zone } = collection;
  const title = say(locale, isHere ? "ask.receipt.title" : "link.answered.title");
  const deadline = ask.deadline ?? collection.deadline;
  const change = form.editable
    ? say(locale, "link.answered.canChange", { by: byWhen(locale, deadline, zone) })
    : say(locale, "link.answered.final");
  return (
    <AskPage {...props} title={title}>
      <svg class="ring sealed" viewBox="0 0 36 36" stroke-width="4" aria-hidden="true">
        <circle class="live" cx="18" cy="18" r="16" />
        <path class="post" d="M11 18.5l5 5 9.5-10.5" />
      </svg>
      <h1>{title}</h1>
      <p class="lead">{textIn(locale, form.title)}</p>
      {ask.answer && (
        <div class="card flow">
          <Facts
            facts={[
              [say(locale, "common.when"), <strong>{onMoment(locale, ask.answer.at, zone)}</strong>],
              [say(locale, "common.reference"), <code>{ask.answer.reference}</code>],
            ]}
          />
          <p>{change}</p>
          {form.editable && (
            <div class="buttons">
              <a class="button plain" href={`${props.path}?change=yes`}>
                {say(locale, "link.answered.change")}
              </a>
            </div>
          )}
          {props.revoke && (
            <div class="buttons">
              <a class="button plain" href={props.revoke}>
                {say(locale, "approvals.revoke.title")}
              </a>
            </div>
          )}
        </div>
      )}
      {isHere && <p>{say(locale, "ask.receipt.mailed")}</p>}
      {props.content ? (
        <>
          <h2>{say(locale, "ask.receipt.whatYouSent")}</h2>
          <Answered locale={locale} view={view} content={props.content} />
        </>
      ) : (
        <p class="hint">{say(locale, "link.answered.hidden")}</p>
      )}
    </AskPage>
  );
}

/** When the form closed: at its deadline, or before it when all answers were in. */
function closeOf({ ask, collection }: AskView): { at: Instant; isEarly: boolean } {
  const deadline = ask.deadline ?? collection.deadline;
  const { closedAt = deadline } = collection;
  const isEarly = closedAt < deadline;
  return { at: isEarly ? closedAt : deadline, isEarly };
}

/** The form is closed: since when, and where the result is or will be. */
export function ClosedPage(props: ViewProps) {
  const { locale, view } = props;
  const { collection, ask } = view;
  const { at, isEarly } = closeOf(view);
  const title = say(locale, "link.closed.title", { when: onMoment(locale, at, collection.zone) });
  const subject = textIn(locale, collection.form.title);
  return (
    <AskPage {...props} title={title}>
      <h1>{title}</h1>
      <p class="lead">{say(locale, isEarly ? "link.closed.early" : "link.closed.lead", { subject })}</p>
      {ask.answer && (
        <Facts
          facts={[
            [say(locale, "link.answered.title"), onMoment(locale, ask.answer.at, collection.zone)],
            [say(locale, "common.reference"), <code>{ask.answer.reference}</code>],
          ]}
        />
      )}
      <p>{say(locale, "link.closed.resultLater")}</p>
    </AskPage>
  );
}

/** Sent after the close: kept where the vote is open, and not counted (votes R9). */
export function LatePage(props: ViewProps) {
  const { locale, view } = props;
  const { at, isEarly } = closeOf(view);
  const title = say(locale, isEarly ? "link.late.early" : "link.late.title");
  return (
    <AskPage {...props} title={title}>
      <h1>{title}</h1>
      <p class="lead">{say(locale, "link.late.lead", { when: onMoment(locale, at, view.collection.zone) })}</p>
    </AskPage>
  );
}
