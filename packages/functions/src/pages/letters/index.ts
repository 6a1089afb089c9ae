import { dutiesIn, mayDo, readElection } from "@quorate/core/election";
import { Refusal, type World } from "@quorate/core/kit";
import { complaintsIn, deliveryOf, giveUp, sendAgain, unsentLetters } from "@quorate/core/letter";
import { membersOf } from "@quorate/core/people";
import { type Context, Hono } from "hono";
import { lettersPath } from "../console.tsx";
import { consoleOf } from "../people/index.ts";
import { tried } from "../tried.ts";
import { typedText } from "../typed.ts";
import { DeliveryPage, UnsentPage } from "./letters-pages.tsx";

/** A network's letters that did not go out, and how those of one election arrived. */
export function letterPages(world: World): Hono {
  return new Hono()
    .get("/n/:network/letters", async (c) => c.html(UnsentPage(await unsent(world, c))))
    .post("/n/:network/letters/:letter/again", async (c) => {
      const { network } = await consoleOf(c, world, c.req.param("network"));
      await sendAgain(world, { network: network.id, id: c.req.param("letter") });
      return c.redirect(lettersPath(network.id), 303);
    })
    .post("/n/:network/letters/:letter/give-up", async (c) => {
      const id = c.req.param("letter");
      const shown = await unsent(world, c);
      const reason = (await typedText(c))[`reason-${id}`] ?? "";
      const of = { network: shown.network.id, id, actor: shown.member.id, reason };
      const done = await tried(() => giveUp(world, of));
      if ("problems" in done) return c.html(UnsentPage({ ...shown, wrong: { id, reason } }), 422);
      return c.redirect(lettersPath(shown.network.id), 303);
    })
    .get("/n/:network/elections/:election/letters", async (c) => {
      const { locale, network, member } = await consoleOf(c, world, c.req.param("network"));
      const election = await readElection(world, c.req.param("election"));
      if (election.network !== network.id) throw new Refusal("not-found");
      const isOver = election.state === "ended";
      // How many reminders went tells who has not answered, and that is not for who stands (votes R13).
      if (!isOver && !mayDo(await dutiesIn(world, election), member.id, "turnout")) throw new Refusal("not-yours");
      return c.html(DeliveryPage({ locale, network, election, delivery: await deliveryOf(world.table, election.id) }));
    });
}

async function unsent(world: World, c: Context) {
  const { locale, network, member } = await consoleOf(c, world, c.req.param("network") ?? "");
  const [letters, members] = await Promise.all([
    unsentLetters(world.table, network.id),
    membersOf(world.table, network.id),
  ]);
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const active = members.filter(({ standing }) => standing === "active");
  const nameOf = new Map(active.map(({ person, name }) => [person, name]));
  const complaints = (await complaintsIn(world.table, network.id, new Set(nameOf.keys()))).map(({ person, at }) => ({
    ...{ name: nameOf.get(person) ?? "", at },
  }));
  return { locale, network, member, letters, names, complaints };
}
