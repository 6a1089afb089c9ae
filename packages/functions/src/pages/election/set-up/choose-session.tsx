import { inScript, type Locale, onDayAt, say } from "@quorate/core/i18n";
import type { Network } from "@quorate/core/people";
import type { Session } from "@quorate/core/session";
import { electionsPath, sessionsPath } from "../../console.tsx";
import { Rows } from "../../look/index.ts";
import { SetUpFrame } from "./frame.tsx";
import { BY_LETTER } from "./read.ts";

type ChooseProps = {
  locale: Locale;
  network: Network;
  sessions: readonly Session[];
  /** The election that is held again. */
  again: string | undefined;
};

/** Before the set-up, where there are several sessions or none: its deadlines are proposed from the one chosen here. */
export function ChooseSessionPage({ locale, network, sessions, again }: ChooseProps) {
  const set = (session: string) =>
    `${electionsPath(network.id)}/new?${new URLSearchParams({ session, ...(again && { again }) })}`;
  const rows = sessions.map(({ id, title, startsAt, zone, place }) => ({
    href: set(id),
    title: inScript(locale, title),
    text: `${onDayAt(locale, startsAt, zone)}, ${inScript(locale, place)}`,
  }));
  return (
    <SetUpFrame locale={locale} network={network}>
      <h1>{say(locale, "election.new.title")}</h1>
      <p class="lead">{say(locale, sessions.length > 0 ? "election.new.session" : "election.new.noSession")}</p>
      {sessions.length > 0 && <Rows rows={rows} empty="" level={2} />}
      <div class="buttons">
        {sessions.length === 0 && (
          <a class="button" href={`${sessionsPath(network.id)}/new`}>
            {say(locale, "console.home.newSession")}
          </a>
        )}
        <a class="button plain" href={set(BY_LETTER)}>
          {say(locale, "election.mode.letter")}
        </a>
      </div>
    </SetUpFrame>
  );
}
