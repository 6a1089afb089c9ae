import * as Election from "@quorate/core/election";
import { say } from "@quorate/core/i18n";
import { Refusal, type World } from "@quorate/core/kit";
import { carryMandates, endMandatesOf } from "@quorate/core/offices";
import {
  leaveNetwork,
  likelyDuplicates,
  Member,
  mergeMembers,
  Person,
  readMember,
  returnToNetwork,
  tellApart,
} from "@quorate/core/people";
import { type Context, Hono } from "hono";
import { duplicatesPath, memberPath } from "../console.tsx";
import { problemText } from "../problem-text.ts";
import { typedText } from "../typed.ts";
import { DuplicatesPage } from "./duplicates-page.tsx";
import { type Console, consoleOf, coordinatorOf } from "./guard.ts";
import { MemberPage } from "./member-page.tsx";

/** The pages about one member, and about two who may be one. */
export function memberPages(world: World): Hono {
  return new Hono()
    .get("/n/:network/people/duplicates", async (c) => {
      const { locale, network } = await consoleOf(c, world, c.req.param("network"));
      return c.html(DuplicatesPage({ locale, network, pairs: await likelyDuplicates(world, network.id) }));
    })
    .post("/n/:network/people/duplicates", async (c) =>
      decidePair(world, c, await consoleOf(c, world, c.req.param("network"))),
    )
    .get("/n/:network/people/m/:member", async (c) => {
      const console = await consoleOf(c, world, c.req.param("network"));
      return c.html(MemberPage(await memberOf(world, console, c.req.param("member"))));
    })
    .post("/n/:network/people/m/:member/leave", async (c) => {
      const { network, member } = c.req.param();
      const console = await consoleOf(c, world, network);
      const by = console.member.id;
      const { reason = "" } = await typedText(c);
      try {
        const of = { network, member, by, reason: reason.replaceAll("\r\n", "\n") };
        await leaveNetwork(world, Election.rolls, of, (_, left) => endMandatesOf(world, { ...left, by }));
      } catch (error) {
        const [problem] = error instanceof Refusal ? error.problems : [];
        if (!problem) throw error;
        const wrong = problemText(console.locale, problem, { actual: reason.trim().length });
        const view = await memberOf(world, console, member);
        return c.html(MemberPage({ ...view, reason: { typed: reason, error: wrong } }), 422);
      }
      return c.redirect(memberPath(network, member), 303);
    })
    .post("/n/:network/people/m/:member/return", async (c) => {
      const { network, member } = c.req.param();
      await coordinatorOf(c, world, network);
      await returnToNetwork(world, { network, member });
      return c.redirect(memberPath(network, member), 303);
    });
}

/** What the page of a member shows. */
async function memberOf(world: World, { locale, network }: Console, id: string) {
  const member = await readMember(world, { network: network.id, member: id });
  const person = await world.table.get(Person, { id: member.person });
  if (!person) throw new Error(`the member ${member.id} is nobody`);
  const { mergedInto } = member;
  const stayed = mergedInto && (await world.table.get(Member, { network: network.id, id: mergedInto.member }));
  return { locale, network, member, person, stayed };
}

/** One person or two: what the coordinator says of a pair. */
async function decidePair(world: World, c: Context, { member: by, network, locale }: Console): Promise<Response> {
  const { pair = "", decision } = await typedText(c);
  const [first, second] = pair.split(".");
  if (!first || !second) throw new Refusal("not-found");
  const of = { network: network.id, by: by.id };
  switch (decision) {
    case "one":
      await mergeMembers(world, Election.rolls, { ...of, members: [first, second] }, (_, merged) =>
        carryMandates(world, { ...merged, by: by.id }),
      );
      break;
    case "two":
      await tellApart(world, { ...of, members: [first, second] });
      break;
    default: {
      const pairs = await likelyDuplicates(world, network.id);
      const wrong = { pair, error: say(locale, "form.choose") };
      return c.html(DuplicatesPage({ locale, network, pairs, wrong }), 422);
    }
  }
  return c.redirect(duplicatesPath(network.id), 303);
}
