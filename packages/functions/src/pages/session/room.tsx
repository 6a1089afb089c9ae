import { inScript, type Locale, say, timeOf } from "@quorate/core/i18n";
import { type Instant, toMilliseconds, type World } from "@quorate/core/kit";
import type { Network } from "@quorate/core/people";
import { CODE_SECONDS, type LiveQuorum, roomCode, type Session } from "@quorate/core/session";
import { Hono } from "hono";
import { sessionPath } from "../console.tsx";
import { Page } from "../look/index.ts";
import { sessionConsoleOf } from "../people/index.ts";
import { QuorumBar } from "./presence.tsx";
import { viewSession } from "./view.ts";

/** The figures of the quorum are looked at again after so many seconds, or sooner, when the code changes. */
const LOOKED_AT_EVERY = 15;

/** What is shown on the wall of the room, or on the shared screen: the code of this minute and the quorum. */
export function roomPages(world: World): Hono {
  return new Hono().get("/n/:network/s/:session/room", async (c) => {
    const { network, locale } = await sessionConsoleOf(c, world, c.req.param("network"), c.req.param("session"));
    const { session, quorum } = await viewSession(world, network.id, c.req.param("session"));
    const isOpen = session.meeting === "open";
    const isStill = c.req.query("still") !== undefined;
    const code = isOpen ? roomCode(world, session.id) : undefined;
    const now = world.clock.now();
    return c.html(RoomPage({ locale, network, session, quorum, code, now, isStill }));
  });
}

type RoomProps = {
  locale: Locale;
  network: Network;
  session: Session;
  quorum: LiveQuorum;
  code: string | undefined;
  now: Instant;
  isStill: boolean;
};

function RoomPage({ locale, network, session, quorum, code, now, isStill }: RoomProps) {
  const title = inScript(locale, session.title);
  const path = sessionPath(network.id, session.id);
  return (
    <Page
      {...{ locale, title: `${say(locale, "meeting.room")} – ${title}`, network: network.name, width: "wide" as const }}
      {...{ path: `${path}/room`, home: path }}
      refresh={isStill ? undefined : Math.min(LOOKED_AT_EVERY, secondsLeft(now))}
    >
      <h1>{title}</h1>
      <div class="wall flow">
        {code === undefined ? (
          <p class="lead">{say(locale, "meeting.room.notOpen")}</p>
        ) : (
          <section class="card flow" aria-labelledby="code">
            <h2 id="code">{say(locale, "meeting.room.code")}</h2>
            <p class="code">
              {code.slice(0, 3)} {code.slice(3)}
            </p>
            <p class="lead">{say(locale, "meeting.room.lead")}</p>
          </section>
        )}
        <QuorumBar locale={locale} quorum={quorum} />
      </div>
      <p class="hint">
        {timeOf(locale, now, session.zone)}. {say(locale, isStill ? "meeting.room.still" : "meeting.room.changes")}{" "}
        <a href={isStill ? `${path}/room` : `${path}/room?still=yes`}>
          {say(locale, isStill ? "meeting.room.go" : "meeting.room.pause")}
        </a>
      </p>
    </Page>
  );
}

/** Until the next code, and a moment more, so that it is there. */
function secondsLeft(now: Instant): number {
  return CODE_SECONDS - (Math.floor(toMilliseconds(now) / 1000) % CODE_SECONDS) + 1;
}
