import { inScript, type Locale, number, say } from "@quorate/core/i18n";
import type { Network, RosterEntry } from "@quorate/core/people";
import { ConsolePage, peoplePath } from "../console.tsx";
import { Badge, ErrorSummary, ListTable, SubmitButton, TextField } from "../look/index.ts";
import { FieldError } from "./set-up-page.tsx";

export type RosterProps = {
  locale: Locale;
  network: Network;
  entries: readonly RosterEntry[];
  /** What was pasted, and why it cannot be read. */
  wrong?: { table: string; error: string } | undefined;
};

/** Everybody of the network, and the way to bring in more. */
export function RosterPage({ locale, network, entries, wrong }: RosterProps) {
  const title = say(locale, "people.title");
  return (
    <ConsolePage
      {...{ locale, network, title, current: "people", width: "wide", path: peoplePath(network.id) }}
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
      <div class="split">
        <div class="flow">
          {entries.length === 0 ? (
            <p>{say(locale, "people.empty")}</p>
          ) : (
            <RosterTable locale={locale} entries={entries} />
          )}
        </div>
        <ImportForm locale={locale} network={network} wrong={wrong} />
      </div>
    </ConsolePage>
  );
}

function RosterTable({ locale, entries }: Pick<RosterProps, "locale" | "entries">) {
  return (
    <ListTable
      caption={say(locale, "people.count", { n: number(locale, entries.length) })}
      columns={[
        { label: say(locale, "people.columns.name") },
        { label: say(locale, "people.columns.address"), isPlain: true },
        { label: say(locale, "people.columns.institution"), isPlain: true },
        { label: say(locale, "people.columns.group") },
      ]}
      rows={entries.map(({ member, person }) => [
        <>
          {inScript(locale, member.name)}{" "}
          {member.coordinator && <Badge kind="done">{say(locale, "people.coordinates")}</Badge>}
        </>,
        <AddressText address={person.address} />,
        inScript(locale, member.institution ?? ""),
        inScript(locale, member.groups.join(", ")),
      ])}
    />
  );
}

/** An address breaks after its signs where the place is narrow, never with a hyphen. */
export function AddressText({ address }: { address: string }) {
  return (
    <>
      {address.split(/(?<=[@.])/).map((part) => (
        <>
          {part}
          <wbr />
        </>
      ))}
    </>
  );
}

function ImportForm({ locale, network, wrong }: Omit<RosterProps, "entries">) {
  const error = wrong?.error;
  const described = error ? "file-hint file-error" : "file-hint";
  return (
    <section class="flow" aria-labelledby="import">
      <h2 id="import">{say(locale, "people.import")}</h2>
      <p>{say(locale, "people.import.lead")}</p>
      <p class="hint">{say(locale, "people.import.headings")}</p>
      <form
        method="post"
        action={`${peoplePath(network.id)}/import?lang=${locale}`}
        enctype="multipart/form-data"
        novalidate
        class="flow"
      >
        <div class={error ? "field wrong" : "field"}>
          <label for="file">{say(locale, "people.import.file")}</label>
          <p class="hint" id="file-hint">
            {say(locale, "people.import.file.hint")}
          </p>
          <FieldError locale={locale} id="file" error={error} />
          <input
            {...{ type: "file", id: "file", name: "file", accept: ".csv,.tsv,.txt,text/csv" }}
            aria-describedby={described}
            {...(error && { "aria-invalid": true as const })}
          />
        </div>
        <TextField
          {...{ locale, id: "table", kind: "long" as const, value: wrong?.table ?? "" }}
          label={say(locale, "people.import.paste")}
        />
        <div class="buttons">
          <SubmitButton>{say(locale, "people.import.button")}</SubmitButton>
        </div>
      </form>
    </section>
  );
}
