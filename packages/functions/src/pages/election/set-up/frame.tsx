import { type Locale, say } from "@quorate/core/i18n";
import type { Network } from "@quorate/core/people";
import type { Child } from "hono/jsx";
import { ConsolePage, electionsPath } from "../../console.tsx";

type FrameProps = { locale: Locale; network: Network; isWrong?: boolean; children: Child };

/** The frame of the pages on which an election is set up. */
export function SetUpFrame({ locale, network, isWrong = false, children }: FrameProps) {
  return (
    <ConsolePage
      {...{ locale, network, isWrong, title: say(locale, "election.new.title"), current: "elections" as const }}
      path={`${electionsPath(network.id)}/new`}
    >
      {children}
    </ConsolePage>
  );
}
