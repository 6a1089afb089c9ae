import type { AskView } from "@quorate/core/ask";
import { draftContent } from "@quorate/core/form";
import { byWhen, inScript, onMoment, say, textIn } from "@quorate/core/i18n";
import type { Instant } from "@quorate/core/kit";
import { Facts, LinkContent, Notice } from "../look/index.ts";
import { ReviewLink } from "../plan/review-link.tsx";
import { Answered, AskPage, type ViewProps as PageProps } from "./ask-page.tsx";

type ViewProps = PageProps & { view: AskView };

/** The answer is in: when, under which reference, and whether it may still be changed. What was sent is for its sender. */
export function AnsweredPage(
  props: ViewProps & {
    isHere: boolean;
    content: Readonly<Record<string, unknown>> | undefined;
    hasDraft: boolean;
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
      {props.hasDraft && form.editable && (
        <Notice
          kind="wait"
          act={
            <a class="button plain" href={`${props.path}?change=yes`}>
              {say(locale, "ask.draft.goOn")}
            </a>
          }
        >
          {say(locale, "ask.draft.newer")}
        </Notice>
      )}
      {isHere && <p>{say(locale, "ask.receipt.mailed")}</p>}
      <ReviewLink {...{ locale, view, path: props.path, content: props.content }} />
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

/** The form is closed: since when, and where the result is or will be; and what was saved and never sent, for a month. */
export function ClosedPage(props: ViewProps & { draft: AskView["draft"] }) {
  const { locale, view, draft } = props;
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
      {draft && (
        <>
          <h2>{say(locale, "ask.draft.left")}</h2>
          <p>{say(locale, "ask.draft.leftLead")}</p>
          <Answered locale={locale} view={view} content={draftContent(collection.form, ask.parts, draft.typed)} />
        </>
      )}
    </AskPage>
  );
}

/** Sent after the close: kept where the vote is open, and not counted (votes R9); or listed where late answers are asked for. */
export function LatePage(props: ViewProps) {
  const { locale, view } = props;
  const { at, isEarly } = closeOf(view);
  const title = say(locale, isEarly ? "link.late.early" : "link.late.title");
  const words = view.collection.form.late ? "link.late.listed" : "link.late.lead";
  return (
    <AskPage {...props} title={title}>
      <h1>{title}</h1>
      <p class="lead">{say(locale, words, { when: onMoment(locale, at, view.collection.zone) })}</p>
    </AskPage>
  );
}

/** What was typed is kept: she may go, and go on by the same link. */
export function KeptPage(props: ViewProps) {
  const { locale, view, path } = props;
  const { ask, collection } = view;
  const title = say(locale, "ask.kept.title");
  const by = byWhen(locale, ask.deadline ?? collection.deadline, collection.zone);
  return (
    <AskPage {...props} title={title}>
      <LinkContent
        {...{ title, lead: say(locale, "ask.kept.lead") }}
        facts={[[say(locale, "common.deadline"), <strong>{by}</strong>]]}
        next={
          <>
            <p>{say(locale, "ask.draft.kept")}</p>
            <div class="buttons">
              <a class="button plain" href={`${path}?change=yes`}>
                {say(locale, "common.continue")}
              </a>
            </div>
          </>
        }
      />
    </AskPage>
  );
}

/** A colleague is asked instead. */
export function PassedOnPage(props: ViewProps & { passedTo: NonNullable<AskView["ask"]["passedTo"]> }) {
  const { locale, view, passedTo } = props;
  const title = say(locale, "ask.passOn.done.title", { name: inScript(locale, passedTo.name) });
  const when = onMoment(locale, passedTo.at, view.collection.zone);
  return (
    <AskPage {...props} title={title}>
      <LinkContent title={title} lead={say(locale, "ask.passOn.done.lead", { when })} />
    </AskPage>
  );
}
