import { minutesOf, readElection } from "@quorate/core/election";
import { type Locale, say } from "@quorate/core/i18n";
import { openLink, Refusal, type World } from "@quorate/core/kit";
import { Person } from "@quorate/core/people";
import { Hono } from "hono";
import { ConsolePage, electionPath } from "../console.tsx";
import { localeOf } from "../locale.ts";
import { Page } from "../look/index.ts";
import { electionConsole } from "./election-console.ts";
import { type MinutesProps, MinutesSheet } from "./minutes-page.tsx";

/** The minutes: for a coordinator as far as the election has come, for everybody on the roll once it is declared. */
export function minutesPages(world: World): Hono {
  return new Hono()
    .get("/n/:network/elections/:id/minutes", async (c) => {
      const { locale, network, election } = await electionConsole(c, world);
      const minutes = await minutesOf(world, election.id);
      const path = electionPath(election);
      return c.html(
        <ConsolePage
          {...{ locale, network, current: "elections", width: "sheet", path: `${path}/minutes` }}
          title={titleOf({ locale, minutes })}
        >
          <div class="buttons no-print">
            <a class="button plain" href={`${path}/journal`}>
              {say(locale, "common.journal")}
            </a>
            <a class="button quiet" href={path}>
              {say(locale, "common.back")}
            </a>
          </div>
          <MinutesSheet locale={locale} minutes={minutes} />
        </ConsolePage>,
      );
    })
    .get("/m/:token", async (c) => {
      const link = await openLink(world, c.req.param("token"));
      const { act, process, person: id } = link.scope;
      if (act !== "minutes" || !process || !id) throw new Refusal("link.unknown");
      const election = await readElection(world, process);
      if (election.network !== link.scope.network || !election.declaredAt) throw new Refusal("link.unknown");
      const person = await world.table.get(Person, { id });
      const locale = localeOf(c, person?.locale);
      const minutes = await minutesOf(world, process);
      return c.html(
        <Page
          {...{ locale, network: minutes.network.name, width: "sheet", path: c.req.path }}
          title={titleOf({ locale, minutes })}
        >
          <MinutesSheet locale={locale} minutes={minutes} />
        </Page>,
      );
    });
}

function titleOf({ locale, minutes }: MinutesProps & { locale: Locale }): string {
  return say(locale, "minutes.title.of", { title: minutes.election.title });
}
