import { viewAsk } from "@quorate/core/ask";
import { inScript, type Locale, say } from "@quorate/core/i18n";
import { openLink, Refusal, type World } from "@quorate/core/kit";
import { Person } from "@quorate/core/people";
import { type Minutes, minutesOfSession, readSession, type Session } from "@quorate/core/session";
import { Hono } from "hono";
import { ConsolePage, sessionPath } from "../console.tsx";
import { localeOf } from "../locale.ts";
import { Page } from "../look/index.ts";
import { sessionConsoleOf } from "../people/index.ts";
import { MinutesSheet } from "./minutes-sheet.tsx";
import { sessionIn } from "./view.ts";

/** The forms whose reader is asked about the minutes. */
const ABOUT_MINUTES = ["session.draft", "session.corrections", "session.replies", "session.approval"];

/** The minutes of a session: for its coordinators, for whoever is asked about them, and by the letter that tells of them. */
export function minutesPages(world: World): Hono {
  return new Hono()
    .get("/n/:network/s/:session/minutes", async (c) => {
      const { network, locale } = await sessionConsoleOf(c, world, c.req.param("network"), c.req.param("session"));
      const session = await sessionIn(world, network.id, c.req.param("session"));
      const minutes = await minutesOfSession(world, session);
      const path = sessionPath(network.id, session.id);
      return c.html(
        <ConsolePage
          {...{ locale, network, current: "sessions", width: "sheet", path: `${path}/minutes` }}
          title={titleOf(locale, minutes)}
        >
          <Back {...{ locale, path }} />
          <MinutesSheet {...{ locale, minutes, isPut: isPut(session) }} />
        </ConsolePage>,
      );
    })
    .get("/a/:token/minutes", async (c) => {
      const view = await viewAsk(world, c.req.param("token"));
      if (!ABOUT_MINUTES.includes(view.collection.letter)) throw new Refusal("link.unknown");
      const session = await readSession(world, view.ask.process);
      const form = `/a/${c.req.param("token")}`;
      return c.html(await sheet(world, session, localeOf(c, view.person.locale), c.req.path, form));
    })
    .get("/minutes/:token", async (c) => {
      const { scope } = await openLink(world, c.req.param("token"));
      if (scope.act !== "minutes" || !scope.process?.startsWith("ses_")) throw new Refusal("link.unknown");
      const session = await readSession(world, scope.process);
      const person = scope.person === undefined ? undefined : await world.table.get(Person, { id: scope.person });
      return c.html(await sheet(world, session, localeOf(c, person?.locale), c.req.path));
    });
}

/** `form` is where whoever is asked about the minutes goes on to answer. */
async function sheet(world: World, session: Session, locale: Locale, path: string, form?: string) {
  const minutes = await minutesOfSession(world, session);
  const network = minutes.document.network;
  return (
    <Page {...{ locale, network, path, width: "sheet" }} title={titleOf(locale, minutes)}>
      {form && <Back {...{ locale, path: form }} />}
      <MinutesSheet {...{ locale, minutes, isPut: isPut(session) }} />
      {form && <Back {...{ locale, path: form }} />}
    </Page>
  );
}

function Back({ locale, path }: { locale: Locale; path: string }) {
  return (
    <div class="buttons no-print">
      <a class="button quiet" href={path}>
        {say(locale, "common.back")}
      </a>
    </div>
  );
}

const isPut = ({ stage }: Session) => stage === "approval";

const titleOf = (locale: Locale, { document }: Minutes) =>
  say(locale, "meeting.minutes.title", { title: inScript(locale, document.session.title) });
