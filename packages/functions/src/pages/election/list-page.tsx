import { say } from "@quorate/core/i18n";
import { ConsolePage, electionsPath, rulesPath } from "../console.tsx";
import type { Console } from "../people/index.ts";
import type { Running } from "./home.ts";
import { RunningRow } from "./home-page.tsx";

/** Every election of a network, the newest first. */
export function ElectionsPage({ locale, network, elections }: Console & { elections: readonly Running[] }) {
  const path = electionsPath(network.id);
  const title = say(locale, "election.list.title");
  return (
    <ConsolePage {...{ locale, network, path, title, current: "elections" }}>
      <h1>{title}</h1>
      {elections.length > 0 ? (
        <ul class="rows">
          {elections.map((one) => (
            <RunningRow locale={locale} {...one} />
          ))}
        </ul>
      ) : (
        <p class="lead">{say(locale, "election.list.empty")}</p>
      )}
      <div class="buttons">
        <a class="button" href={`${path}/new`}>
          {say(locale, "console.home.startElection")}
        </a>
        <a class="button plain" href={rulesPath(network.id)}>
          {say(locale, "rules.title")}
        </a>
      </div>
    </ConsolePage>
  );
}
