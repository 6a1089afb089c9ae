import { answerRows, asTyped, type Content, type Form } from "@quorate/core/form";
import { type Locale, say, textIn } from "@quorate/core/i18n";
import type { Child } from "hono/jsx";
import { controlOf, type Filled } from "./fields/index.ts";
import { FormSections } from "./form.tsx";
import { type Fact, Facts, Lines, SubmitButton } from "./parts.tsx";
import { ErrorSummary, summaryOf } from "./summary.tsx";

type FormProps = {
  locale: Locale;
  form: Form;
  /** The sections that this person is asked; without, all. */
  parts?: readonly string[] | undefined;
  /** Where it is sent. */
  action: string;
  /** What goes with it unseen, such as the page's nonce. */
  hidden?: Readonly<Record<string, string>>;
  /** What the one primary button says. */
  button: string;
};

/**
 * A whole form as the content of a page: what is wrong, what is asked, the facts, a card for each section, the button.
 * It is sent as `act=send`, as `act=check` where the answers are shown once more, and as `act=keep` to go on later.
 */
export function FormContent(
  props: Filled &
    FormProps & { facts: readonly Fact[]; notice?: Child; before?: Child; canKeep?: boolean; children?: Child },
) {
  const { locale, form, parts, problems, button } = props;
  return (
    <>
      {problems.length > 0 && (
        <ErrorSummary
          locale={locale}
          title={say(locale, "form.summary.answers")}
          lead={say(locale, "form.summary.lead", { button })}
          problems={summaryOf(form, parts, problems, locale)}
        />
      )}
      <h1>{textIn(locale, form.title)}</h1>
      {form.lead && <p class="lead">{textIn(locale, form.lead)}</p>}
      {props.notice}
      <Facts facts={props.facts} />
      {form.background && (
        <details>
          <summary>{textIn(locale, form.background.title)}</summary>
          <div class="flow">
            {form.background.lines.map((line) => (
              <p>{textIn(locale, line)}</p>
            ))}
          </div>
        </details>
      )}
      {props.before}
      <form method="post" action={props.action} novalidate class="flow">
        <Hidden fields={props.hidden ?? {}} />
        <FormSections {...{ locale, form, parts, problems, typed: props.typed }} />
        {props.children}
        <div class="buttons">
          <SubmitButton name="act" value={form.checkAnswers ? "check" : "send"}>
            {button}
          </SubmitButton>
          {props.canKeep && (
            <SubmitButton look="plain" name="act" value="keep">
              {say(locale, "common.keep")}
            </SubmitButton>
          )}
        </div>
        {props.canKeep && <p class="hint" role="status" data-saved={say(locale, "ask.state.draft")} />}
      </form>
    </>
  );
}

/**
 * The answers once more before they are sent (asks 9). They travel in the page, so nothing is stored yet: `act=send`
 * sends them, `change=<field>` goes back to the form filled with them.
 */
export function CheckAnswers(props: FormProps & { answer: Content; lead?: string }) {
  const { locale, form, parts, answer } = props;
  return (
    <>
      <h1>{say(locale, "common.checkAnswers")}</h1>
      <p class="lead">{textIn(locale, form.title)}</p>
      {props.lead && <p>{props.lead}</p>}
      <form method="post" action={props.action} novalidate class="flow">
        <Hidden fields={{ ...props.hidden, ...asTyped(form, answer) }} />
        <dl class="facts check">
          {answerRows(form, parts, answer, locale).map(({ field, label, value }) => (
            <div>
              <dt>{label}</dt>
              <dd>
                <Lines text={value} />
              </dd>
              <dd>
                <SubmitButton
                  look="quiet"
                  name="change"
                  value={field}
                  action={`${props.action}#${controlAt(props, field)}`}
                >
                  {say(locale, "common.change")}
                  <span class="hidden">: {label}</span>
                </SubmitButton>
              </dd>
            </div>
          ))}
        </dl>
        <div class="buttons">
          <SubmitButton name="act" value="send">
            {props.button}
          </SubmitButton>
        </div>
      </form>
    </>
  );
}

/** Where on the form a question is answered: the page that comes back opens there. */
function controlAt({ locale, form }: FormProps, id: string): string {
  const field = form.sections.flatMap(({ fields }) => fields).find((one) => one.id === id);
  return field ? controlOf(field, locale) : id;
}

/** What goes with a form unseen. */
export function Hidden({ fields }: { fields: Readonly<Record<string, string | string[]>> }) {
  return (
    <>
      {Object.entries(fields).flatMap(([name, value]) =>
        [value].flat().map((text) => <input type="hidden" name={name} value={text} />),
      )}
    </>
  );
}
