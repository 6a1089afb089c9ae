import { minutesOf, readElection } from "@quorate/core/election";
import { type Problem, Refusal, type World } from "@quorate/core/kit";
import {
  addOffice,
  endHolding,
  readOffice as officeIn,
  openOfficesLink,
  pendingHandOvers,
  recordHolding,
  viewOffices,
} from "@quorate/core/offices";
import { roster } from "@quorate/core/people";
import { type Context, Hono } from "hono";
import { officesPath } from "../console.tsx";
import { localeOf } from "../locale.ts";
import { type Console, consoleOf } from "../people/index.ts";
import { tried } from "../tried.ts";
import { typedText } from "../typed.ts";
import { EndPage, NewOfficePage, RecordPage } from "./act-pages.tsx";
import { MembersMinutesPage, MembersOfficesPage, OfficesPage } from "./offices-pages.tsx";
import { proposedOffice, readEnd, readMandate, readOffice } from "./read.ts";
import { rightsPages } from "./rights.ts";

/** Who holds what in a network: for every member by her link, and for the coordinators with what they enter by hand. */
export function officePages(world: World): Hono {
  return new Hono()
    .route("/", rightsPages(world))
    .get("/n/:network/offices", async (c) => {
      const { locale, network } = await consoleOf(c, world, c.req.param("network"));
      const [offices, waiting] = await Promise.all([viewOffices(world, network), pendingHandOvers(world, network.id)]);
      return c.html(OfficesPage({ locale, network, offices, waiting }));
    })
    .get("/n/:network/offices/new", async (c) => {
      const { locale, network } = await consoleOf(c, world, c.req.param("network"));
      return c.html(NewOfficePage({ locale, network, typed: proposedOffice, problems: [] }));
    })
    .post("/n/:network/offices/new", async (c) => {
      const { locale, network, member } = await consoleOf(c, world, c.req.param("network"));
      const typed = await typedText(c);
      const { office, problems } = readOffice(typed, network.locale);
      if (problems.length > 0) return c.html(NewOfficePage({ locale, network, typed, problems }), 422);
      const id = await addOffice(world, { ...office, network: network.id, actor: member.id });
      return c.redirect(`${officesPath(network.id)}#${id}`, 303);
    })
    .get("/n/:network/offices/:office/record", async (c) => c.html(RecordPage(await recording(world, c, {}))))
    .post("/n/:network/offices/:office/record", async (c) => {
      const typed = await typedText(c);
      const shown = await recording(world, c, typed);
      const { network, office, member: actor } = shown;
      const { mandate, problems } = readMandate(typed);
      const set = { ...mandate, network: network.id, office: office.id, actor: actor.id };
      const done = problems.length > 0 ? { problems } : await tried(() => recordHolding(world, set));
      if ("problems" in done) return c.html(RecordPage({ ...shown, problems: done.problems }), 422);
      return c.redirect(`${officesPath(network.id)}#${office.id}`, 303);
    })
    .get("/n/:network/offices/mandates/:holding/end", async (c) => c.html(EndPage(await ending(world, c, {}))))
    .post("/n/:network/offices/mandates/:holding/end", async (c) => {
      const typed = await typedText(c);
      const shown = await ending(world, c, typed);
      const { network, office, view, member: actor } = shown;
      const { end, problems } = readEnd(typed);
      const set = { ...end, network: network.id, holding: view.holding.id, actor: actor.id };
      const done = problems.length > 0 ? { problems } : await tried(() => endHolding(world, set));
      if ("problems" in done) return c.html(EndPage({ ...shown, problems: done.problems }), 422);
      return c.redirect(`${officesPath(network.id)}#${office.id}`, 303);
    })
    .get("/offices/:token", async (c) => {
      const { network, person } = await openOfficesLink(world, c.req.param("token"));
      const locale = localeOf(c, person.locale);
      return c.html(
        MembersOfficesPage({ locale, network, offices: await viewOffices(world, network), path: c.req.path }),
      );
    })
    .get("/offices/:token/minutes/:election", async (c) => {
      const { network, person } = await openOfficesLink(world, c.req.param("token"));
      const election = await readElection(world, c.req.param("election"));
      if (election.network !== network.id || !election.declaredAt) throw new Refusal("not-found");
      const minutes = await minutesOf(world, election.id);
      return c.html(MembersMinutesPage({ locale: localeOf(c, person.locale), minutes, path: c.req.path }));
    });
}

type Shown = Console & { typed: Record<string, string>; problems: Problem[] };

async function recording(world: World, c: Context, typed: Record<string, string>) {
  const { network: id = "", office = "" } = c.req.param();
  const console = await consoleOf(c, world, id);
  const members = (await roster(world, id)).map(({ member }) => member);
  const shown: Shown = { ...console, typed, problems: [] };
  return { ...shown, office: await officeIn(world, id, office), members };
}

async function ending(world: World, c: Context, typed: Record<string, string>) {
  const { network: id = "", holding = "" } = c.req.param();
  const console = await consoleOf(c, world, id);
  const offices = await viewOffices(world, console.network);
  const found = offices.find(({ held, coming }) => [...held, ...coming].some((one) => one.holding.id === holding));
  const view = found && [...found.held, ...found.coming].find((one) => one.holding.id === holding);
  if (!found || !view) throw new Refusal("not-found");
  const shown: Shown = { ...console, typed, problems: [] };
  return { ...shown, office: found.office, view };
}
