import { type Locale, say } from "@quorate/core/i18n";
import type { Network } from "@quorate/core/people";
import { ConsolePage, importPath } from "../console.tsx";
import { ErrorSummary, FileField, SubmitButton, TextField } from "../look/index.ts";

export type ImportFormProps = {
  locale: Locale;
  network: Network;
  /** What was sent with a file or a table that cannot be read, and why. */
  wrong?: { table: string; sheet: string; mayLackAddress: boolean; error: string } | undefined;
};

/** The way to bring in members: a file, or a table that is pasted. */
export function ImportFormPage({ locale, network, wrong }: ImportFormProps) {
  const title = say(locale, "people.import.title");
  return (
    <ConsolePage
      {...{ locale, network, title, current: "people", path: importPath(network.id) }}
      isWrong={wrong !== undefined}
    >
      {wrong && (
        <ErrorSummary
          locale={locale}
          title={say(locale, "form.summary.title")}
          problems={[{ id: "file", text: wrong.error }]}
        />
      )}
      <h1>{title}</h1>
      <p class="lead">{say(locale, "roster.lead")}</p>
      <p>{say(locale, "people.import.headings")}</p>
      <form
        method="post"
        action={`${importPath(network.id)}?lang=${locale}`}
        enctype="multipart/form-data"
        novalidate
        class="flow"
      >
        <FileField
          {...{ locale, id: "file", accept: ".xlsx,.csv,.tsv,.txt,text/csv", error: wrong?.error }}
          label={say(locale, "roster.file")}
          hint={say(locale, "roster.file.hint")}
        />
        <details open={Boolean(wrong?.sheet)}>
          <summary>{say(locale, "roster.sheet.other")}</summary>
          <TextField
            {...{ locale, id: "sheet", kind: "short" as const, value: wrong?.sheet ?? "" }}
            label={say(locale, "roster.sheet")}
            hint={say(locale, "roster.sheet.hint")}
          />
        </details>
        <TextField
          {...{ locale, id: "table", kind: "long" as const, value: wrong?.table ?? "" }}
          label={say(locale, "people.import.paste")}
        />
        <div class="field">
          <p class="hint" id="lacking-hint">
            {say(locale, "assisted.import.hint")}
          </p>
          <div class="choices one">
            <label class="choice">
              <input
                {...{ type: "checkbox", id: "lacking", name: "lacking", value: "yes" }}
                checked={wrong?.mayLackAddress ?? false}
                aria-describedby="lacking-hint"
              />
              <span>{say(locale, "assisted.import.lacking")}</span>
            </label>
          </div>
        </div>
        <div class="buttons">
          <SubmitButton>{say(locale, "people.import.button")}</SubmitButton>
        </div>
      </form>
    </ConsolePage>
  );
}
