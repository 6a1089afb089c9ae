import { inScript, type Locale, number, say } from "@quorate/core/i18n";
import type { AddressChange, Member, Network, RosterEntry } from "@quorate/core/people";
import {
  addressChangePath,
  ConsolePage,
  duplicatesPath,
  importPath,
  memberPath,
  officesPath,
  peoplePath,
} from "../console.tsx";
import { Badge, ListTable, Notice } from "../look/index.ts";
import { AddressText } from "./address-text.tsx";

export type RosterProps = {
  locale: Locale;
  network: Network;
  entries: readonly RosterEntry[];
  /** Those who have left, by name. */
  left: readonly Member[];
  /** How many pairs of members may be one person. */
  alike: number;
  /** The corrections of addresses that wait for a second person. */
  changes: readonly AddressChange[];
};

/** Everybody of the network, and the way to bring in more. */
export function RosterPage({ locale, network, entries, left, alike, changes }: RosterProps) {
  const title = say(locale, "people.title");
  return (
    <ConsolePage {...{ locale, network, title, current: "people", width: "wide", path: peoplePath(network.id) }}>
      <div class="task">
        <h1>{title}</h1>
        <a class="button plain" href={importPath(network.id)}>
          {say(locale, "people.import")}
        </a>
      </div>
      {alike > 0 && (
        <Notice
          kind="wait"
          act={
            <a class="button plain" href={duplicatesPath(network.id)}>
              {say(locale, "members.alike.open")}
            </a>
          }
        >
          {say(locale, "members.alike.notice", { n: alike })}
        </Notice>
      )}
      {changes[0] && (
        <Notice
          kind="wait"
          act={
            <a class="button plain" href={addressChangePath(network.id, changes[0].id)}>
              {say(locale, "members.address.open")}
            </a>
          }
        >
          {say(locale, "members.address.waiting", { n: changes.length })}
        </Notice>
      )}
      {entries.length === 0 ? <p>{say(locale, "people.empty")}</p> : <RosterTable {...{ locale, network, entries }} />}
      {left.length > 0 && <Left {...{ locale, network, left }} />}
      <div class="buttons">
        <a class="button plain" href={officesPath(network.id)}>
          {say(locale, "offices.open")}
        </a>
      </div>
    </ConsolePage>
  );
}

function RosterTable({ locale, network, entries }: Pick<RosterProps, "locale" | "network" | "entries">) {
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
          <a href={memberPath(network.id, member.id)}>{inScript(locale, member.name)}</a>{" "}
          {member.coordinator && <Badge kind="done">{say(locale, "people.coordinates")}</Badge>}
        </>,
        person.address ? (
          <AddressText address={person.address} />
        ) : (
          <span class="hint">{say(locale, "assisted.noAddress")}</span>
        ),
        inScript(locale, member.institution ?? ""),
        inScript(locale, member.groups.join(", ")),
      ])}
    />
  );
}

function Left({ locale, network, left }: Pick<RosterProps, "locale" | "network" | "left">) {
  return (
    <details>
      <summary>{say(locale, "members.left.count", { n: number(locale, left.length) })}</summary>
      <ul>
        {left.map((member) => (
          <li>
            <a href={memberPath(network.id, member.id)}>{inScript(locale, member.name)}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
