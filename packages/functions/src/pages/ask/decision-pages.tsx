import type { AskView, Decision } from "@quorate/core/ask";
import { inScript, type Locale, onMoment, say, textIn } from "@quorate/core/i18n";
import { Facts, SubmitButton, TextField } from "../look/index.ts";
import { AskPage } from "./ask-page.tsx";

type ViewProps = { locale: Locale; view: AskView; path: string };

/** Somebody else decided first: who, when, and which way. */
export function DecidedPage(props: ViewProps & { first: Pick<Decision, "verdict" | "at"> & { name: string } }) {
  const { locale, view, first } = props;
  const title = say(locale, "approvals.decided.title");
  const when = onMoment(locale, first.at, view.collection.zone);
  return (
    <AskPage {...props} title={title}>
      <h1>{title}</h1>
      <p class="lead">{textIn(locale, view.collection.form.title)}</p>
      <p>{say(locale, `approvals.decided.${first.verdict}`, { when, name: inScript(locale, first.name) })}</p>
    </AskPage>
  );
}

/** What was asked was taken back before its time: why, when, by whom, and that no answer is needed. */
export function RecalledPage(props: ViewProps & { by: string | undefined }) {
  const { locale, view, by } = props;
  const { recalled, form, zone } = view.collection;
  if (!recalled) throw new Error(`${view.collection.id} was not recalled`);
  const title = say(locale, `approvals.recalled.${recalled.why}`);
  const lead = recalled.why === "changed" ? "approvals.recalled.changedLead" : "approvals.recalled.lead";
  return (
    <AskPage {...props} title={title}>
      <h1>{title}</h1>
      <p class="lead">{say(locale, lead, { subject: textIn(locale, form.title) })}</p>
      <div class="card">
        <Facts
          facts={[
            [say(locale, "common.when"), onMoment(locale, recalled.at, zone)],
            ...(by ? [[say(locale, "approvals.recalled.by"), inScript(locale, by)] as const] : []),
            ...(recalled.reason ? [[say(locale, "common.reason"), inScript(locale, recalled.reason)] as const] : []),
          ]}
        />
      </div>
    </AskPage>
  );
}

/** Taking one's approval back, with a reason, as long as it has not been carried out. */
export function RevokePage(props: ViewProps & { page: string; reason: string; error?: string | undefined }) {
  const { locale, view, page, reason, error } = props;
  const title = say(locale, "approvals.revoke.title");
  return (
    <AskPage {...props} title={title} isWrong={error !== undefined}>
      <h1>{title}</h1>
      <p class="lead">{textIn(locale, view.collection.form.title)}</p>
      <p>{say(locale, "approvals.revoke.lead")}</p>
      <form method="post" action={props.path} novalidate class="flow">
        <input type="hidden" name="page" value={page} />
        <TextField
          {...{ locale, id: "reason", kind: "long" as const, value: reason, error }}
          label={say(locale, "approvals.revoke.reason")}
          hint={say(locale, "ask.approval.reasonHint", { limit: 10 })}
        />
        <div class="buttons">
          <SubmitButton look="grave">{title}</SubmitButton>
          <a class="button plain" href={props.path.replace(/\/revoke$/, "")}>
            {say(locale, "common.back")}
          </a>
        </div>
      </form>
    </AskPage>
  );
}

/** It no longer counts. */
export function RevokedPage(props: ViewProps) {
  const { locale, view } = props;
  const title = say(locale, "approvals.revoked.title");
  return (
    <AskPage {...props} title={title}>
      <h1>{title}</h1>
      <p class="lead">{textIn(locale, view.collection.form.title)}</p>
      <p>{say(locale, "approvals.revoked.lead")}</p>
    </AskPage>
  );
}
