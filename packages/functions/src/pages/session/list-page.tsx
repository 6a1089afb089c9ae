import { inScript, type Locale, say, timeOf, weekdayDate } from "@quorate/core/i18n";
import type { Network } from "@quorate/core/people";
import type { Session } from "@quorate/core/session";
import { ConsolePage, sessionPath, sessionsPath } from "../console.tsx";
import { Badge } from "../look/index.ts";
import { badges } from "./badges.ts";

/** A network's sessions, the next or last one first. */
export function SessionListPage(props: { locale: Locale; network: Network; sessions: readonly Session[] }) {
  const { locale, network, sessions } = props;
  const title = say(locale, "common.sessions");
  const path = sessionsPath(network.id);
  return (
    <ConsolePage current="sessions" {...{ locale, network, title, path, width: "wide" as const }}>
      <h1>{title}</h1>
      {sessions.length === 0 ? (
        <p class="lead">{say(locale, "session.list.empty")}</p>
      ) : (
        <ul class="rows">
          {sessions.map((session) => (
            <li>
              <Badge kind={badges[session.meeting]}>{say(locale, `session.state.${session.meeting}`)}</Badge>
              <h2>
                <a href={sessionPath(network.id, session.id)}>{inScript(locale, session.title)}</a>
              </h2>
              <p class="muted">
                {say(locale, "session.kicker", {
                  title: inScript(locale, session.place),
                  day: weekdayDate(locale, session.startsAt, session.zone, { year: true }),
                  time: timeOf(locale, session.startsAt, session.zone),
                })}
              </p>
            </li>
          ))}
        </ul>
      )}
      <div class="buttons">
        <a class="button" href={`${path}/new`}>
          {say(locale, "session.list.plan")}
        </a>
      </div>
    </ConsolePage>
  );
}
