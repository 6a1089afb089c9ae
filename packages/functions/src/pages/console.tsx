import type { Election } from "@quorate/core/election";
import { type Locale, say } from "@quorate/core/i18n";
import type { Network } from "@quorate/core/people";
import type { Child } from "hono/jsx";
import { Page } from "./look/index.ts";

export const homePath = (network: string) => `/n/${network}`;
export const rehearsalPath = (network: string) => `${homePath(network)}/rehearsal`;
export const peoplePath = (network: string) => `/n/${network}/people`;
export const lettersPath = (network: string) => `${homePath(network)}/letters`;
export const importPath = (network: string) => `${peoplePath(network)}/import`;
export const duplicatesPath = (network: string) => `${peoplePath(network)}/duplicates`;
export const memberPath = (network: string, member: string) => `${peoplePath(network)}/m/${member}`;
export const addressPath = (network: string, member: string) => `${memberPath(network, member)}/address`;
export const addressChangePath = (network: string, change: string) => `${peoplePath(network)}/address/${change}`;
export const officesPath = (network: string) => `/n/${network}/offices`;
export const plansPath = (network: string) => `/n/${network}/plans`;
export const sessionsPath = (network: string) => `/n/${network}/sessions`;
export const sessionPath = (network: string, session: string) => `/n/${network}/s/${session}`;
export const electionsPath = (network: string) => `/n/${network}/elections`;
export const rulesPath = (network: string) => `/n/${network}/rules`;
export const electionPath = ({ network, id }: Pick<Election, "network" | "id">) => `${electionsPath(network)}/${id}`;

export type ConsoleProps = {
  locale: Locale;
  network: Network;
  title: string;
  current: "home" | "people" | "elections" | "sessions";
  path: string;
  /** Lists and processes are wide, minutes a sheet, a single form neither. */
  width?: "wide" | "sheet";
  isWrong?: boolean;
  children: Child;
};

/** The frame of a coordinator's pages: the network leads, its four places follow. */
export function ConsolePage(props: ConsoleProps) {
  const { locale, network, current, width } = props;
  const places = [
    { href: homePath(network.id), label: say(locale, "common.home"), current: current === "home" },
    { href: peoplePath(network.id), label: say(locale, "common.people"), current: current === "people" },
    { href: electionsPath(network.id), label: say(locale, "common.processes"), current: current === "elections" },
    { href: sessionsPath(network.id), label: say(locale, "common.sessions"), current: current === "sessions" },
  ];
  return (
    <Page
      {...{ locale, title: props.title, path: props.path, network: network.name, home: homePath(network.id) }}
      {...(width && { width })}
      nav={places}
      isWrong={props.isWrong ?? false}
      signedIn
    >
      {network.rehearsal && props.path !== rehearsalPath(network.id) && (
        <div class="notice wait no-print">
          <p>
            <a href={rehearsalPath(network.id)}>{say(locale, "rehearsal.run.letter")}</a>
          </p>
        </div>
      )}
      {props.children}
    </Page>
  );
}
