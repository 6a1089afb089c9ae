import {
  authorise,
  Challenge,
  declineOffice,
  declineUntil,
  lodgeObjection,
  minutesOf,
  readElection,
  rollOf,
  seatsOf,
  votesOf,
} from "@quorate/core/election";
import { say } from "@quorate/core/i18n";
import { type Link, openLink, parseInput, Refusal, readSigned, sign, type World } from "@quorate/core/kit";
import { Person } from "@quorate/core/people";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import { ConsolePage, electionPath } from "../console.tsx";
import { localeOf } from "../locale.ts";
import { tried } from "../tried.ts";
import { electionConsole } from "./election-console.ts";
import { MemberPage, type MemberPageProps, titleOf } from "./member-page.tsx";
import { MinutesSheet } from "./minutes-page.tsx";

/** The minutes: for a coordinator as far as the election has come, for everybody on the roll once it is declared. */
export function minutesPages(world: World): Hono {
  return new Hono()
    .get("/n/:network/elections/:id/minutes", async (c) => {
      const { locale, network, election, member } = await electionConsole(c, world);
      if (election.declaredAt === undefined) await authorise(world, election, member.id, "turnout");
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
    .get("/m/:token", async (c) => c.html(MemberPage(await memberView(c, world))))
    .post("/m/:token/objection", async (c) => {
      const view = await memberView(c, world);
      const { page, reason } = parseInput(Objection, await c.req.parseBody());
      if (readSigned(world.keys, page, view.link.id) !== OBJECTION) throw new Refusal("page.stale");
      const { member, minutes } = view;
      const done = await tried(() => lodgeObjection(world, { election: minutes.election.id, member, reason }));
      if ("problems" in done) return c.html(MemberPage({ ...view, typed: reason, problem: done.problems[0] }), 422);
      return c.html(MemberPage({ ...(await memberView(c, world)), done: "objections.page.sent" }));
    })
    .post("/m/:token/decline", async (c) => {
      const view = await memberView(c, world);
      const { page, office } = parseInput(Decline, await c.req.parseBody());
      if (readSigned(world.keys, page, view.link.id) !== DECLINE) throw new Refusal("page.stale");
      if (office === undefined) return c.html(MemberPage({ ...view, isUnticked: true }), 422);
      await declineOffice(world, { election: view.minutes.election.id, vote: office, member: view.member });
      return c.html(MemberPage({ ...(await memberView(c, world)), done: "decline.sent" }));
    });
}

const DECLINE = "decline";
const Decline = v.object({ page: v.string(), office: v.optional(v.string()) });
const OBJECTION = "objection";
const Objection = v.object({ page: v.string(), reason: v.string() });

/** The minutes as a member of the roll sees them by the link of her letter; refuses every other link. */
async function memberView(c: Context, world: World): Promise<MemberPageProps & { link: Link; member: string }> {
  const link = await openLink(world, c.req.param("token") ?? "");
  const { act, process, person: id, member } = link.scope;
  if (act !== "minutes" || !process || !id || !member) throw new Refusal("link.unknown");
  const election = await readElection(world, process);
  if (election.network !== link.scope.network || !election.declaredAt) throw new Refusal("link.unknown");
  const person = await world.table.get(Person, { id });
  const minutes = await minutesOf(world, process);
  const isOnRoll = (await rollOf(world, election)).includes(member);
  const until = declineUntil(election);
  const seats = seatsOf(await votesOf(world.table, process), member);
  const mayDecline = until !== undefined && world.clock.now() < until && seats.length > 0;
  const objectionsUntil = isOnRoll ? election.objectionsUntil : undefined;
  const isOpen = objectionsUntil !== undefined && world.clock.now() < objectionsUntil && election.stage !== "annulled";
  return {
    ...{ locale: localeOf(c, person?.locale), path: `/m/${c.req.param("token")}`, minutes, link, member },
    page: sign(world.keys, OBJECTION, link.id),
    ...(mayDecline && { elected: { seats, until, page: sign(world.keys, DECLINE, link.id) } }),
    hasVote: isOnRoll,
    offices: `/offices/${c.req.param("token")}`,
    window: objectionsUntil === undefined ? undefined : { isOpen, until: objectionsUntil },
    challenge: await world.table.get(Challenge, { election: process, member }),
  };
}
