import { type Locale, say } from "@quorate/core/i18n";
import type { Network } from "@quorate/core/people";
import type { Child } from "hono/jsx";
import { type BadgeKind, Page } from "../look/index.ts";
import { sessionsPath } from "./paths.ts";

export const badges = { planned: "none", open: "wait", closed: "done" } as const satisfies Record<string, BadgeKind>;

/** The frame of the pages about a network's sessions. */
export function SessionsFrame(props: {
  locale: Locale;
  network: Network;
  title: string;
  path: string;
  width?: "wide";
  isWrong?: boolean;
  children: Child;
}) {
  const { locale, network, title, path, width } = props;
  const home = `/n/${network.id}`;
  return (
    <Page
      {...{ locale, title, path, home, network: network.name, signedIn: true }}
      {...(width && { width })}
      isWrong={props.isWrong ?? false}
      nav={[
        { href: home, label: say(locale, "common.home") },
        { href: `${home}/people`, label: say(locale, "common.people") },
        { href: `${home}/elections`, label: say(locale, "common.processes") },
        { href: sessionsPath(network.id), label: say(locale, "common.sessions"), current: true },
      ]}
    >
      {props.children}
    </Page>
  );
}
