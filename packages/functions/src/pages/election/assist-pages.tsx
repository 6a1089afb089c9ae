import { type AskView, Means } from "@quorate/core/ask";
import { answerRows, type Problem } from "@quorate/core/form";
import { byWhen, inScript, onMoment, say, textIn, zoneNote } from "@quorate/core/i18n";
import { ConsolePage, electionPath } from "../console.tsx";
import { Facts, FormContent, type Typed } from "../look/index.ts";
import type { ElectionConsole } from "./election-console.ts";
import { RadioField } from "./fields.tsx";
import type { Printed } from "./printed.ts";

export type AssistProps = {
  console: ElectionConsole;
  view: AskView;
  page: string;
  typed: Typed;
  means: string;
  problems: readonly Problem[];
  lacksMeans?: boolean;
};

/** The member's form, filled in by a coordinator who says so, with how the answer came. */
export function AssistPage(props: AssistProps) {
  const { console, view, typed, problems, means, lacksMeans } = props;
  const { locale, network, election } = console;
  const { ask, collection, member } = view;
  const path = `${electionPath(election)}/assist`;
  const name = inScript(locale, member.name);
  const title = say(locale, "assisted.title", { name });
  const deadline = ask.deadline ?? collection.deadline;
  const isWrong = problems.length > 0 || lacksMeans === true;
  return (
    <ConsolePage {...{ locale, network, title, current: "elections" as const, path, isWrong }}>
      <p class="kicker">{title}</p>
      <FormContent
        {...{ locale, form: collection.form, typed, problems, parts: ask.parts, action: path }}
        hidden={{ page: props.page, collection: ask.collection, ask: ask.id }}
        button={say(locale, "assisted.record")}
        facts={[
          [say(locale, "assisted.receipt.member"), name],
          [
            say(locale, "common.deadline"),
            `${byWhen(locale, deadline, collection.zone)} ${zoneNote(locale, deadline, collection.zone)}`,
          ],
        ]}
        notice={<p>{say(locale, "assisted.lead")}</p>}
      >
        <RadioField
          {...{ locale, id: "means", value: means, label: say(locale, "assisted.means"), isCard: true }}
          error={lacksMeans ? say(locale, "form.choose") : undefined}
          choices={Means.options.map((value) => ({ value, label: say(locale, `assisted.means.${value}`) }))}
        />
      </FormContent>
    </ConsolePage>
  );
}

/** What was recorded, to be printed and given to the member: she has no mailbox that a receipt could come to. */
export function AssistReceiptPage({ console, receipt }: { console: ElectionConsole; receipt: Printed }) {
  const { network, election } = console;
  const { ask, collection, member, person, answer, recordedBy } = receipt;
  const { locale } = person;
  const title = say(locale, "assisted.receipt.title");
  const rows = answerRows(collection.form, ask.parts, answer?.content ?? {}, locale);
  return (
    <ConsolePage
      {...{ locale, network, title, current: "elections" as const, width: "sheet" as const }}
      path={`${electionPath(election)}/assist/receipt`}
    >
      <article class="minutes card flow">
        <header>
          <p class="kicker">{inScript(locale, network.name)}</p>
          <h1>{title}</h1>
          <p class="lead">{textIn(locale, collection.form.title)}</p>
        </header>
        <Facts
          facts={[
            [say(locale, "assisted.receipt.member"), inScript(locale, member.name)],
            ...(answer
              ? [
                  [say(locale, "common.when"), onMoment(locale, answer.at, collection.zone)] as const,
                  [say(locale, "common.reference"), <code>{answer.reference}</code>] as const,
                ]
              : []),
            ...(answer?.assisted
              ? [
                  [say(locale, "assisted.receipt.by"), inScript(locale, recordedBy)] as const,
                  [say(locale, "assisted.means"), say(locale, `assisted.means.${answer.assisted.means}`)] as const,
                ]
              : []),
          ]}
        />
        <h2>{say(locale, "ask.receipt.whatYouSent")}</h2>
        <Facts facts={rows.map((row) => [row.label, row.value] as const)} />
        <p>{say(locale, "assisted.receipt.wrong")}</p>
      </article>
      <p class="no-print">
        {say(console.locale, "assisted.receipt.lead")} {say(console.locale, "assisted.letter.printHint")}
      </p>
      <div class="buttons">
        <a class="button plain" href={electionPath(election)}>
          {say(console.locale, "common.back")}
        </a>
      </div>
    </ConsolePage>
  );
}
