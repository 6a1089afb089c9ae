import { inScript, type Locale, number, say } from "@quorate/core/i18n";
import type { Network, RosterEntry } from "@quorate/core/people";
import { ConsolePage, importPath, peoplePath } from "../console.tsx";
import { Badge, ListTable } from "../look/index.ts";

export type RosterProps = {
  locale: Locale;
  network: Network;
  entries: readonly RosterEntry[];
};

/** Everybody of the network, and the way to bring in more. */
export function RosterPage({ locale, network, entries }: RosterProps) {
  const title = say(locale, "people.title");
  return (
    <ConsolePage {...{ locale, network, title, current: "people", width: "wide", path: peoplePath(network.id) }}>
      <div class="task">
        <h1>{title}</h1>
        <a class="button plain" href={importPath(network.id)}>
          {say(locale, "people.import")}
        </a>
      </div>
      {entries.length === 0 ? <p>{say(locale, "people.empty")}</p> : <RosterTable locale={locale} entries={entries} />}
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
