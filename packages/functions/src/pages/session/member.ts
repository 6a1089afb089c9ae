import { type AskView, viewAsk } from "@quorate/core/ask";
import { countTry, parseInput, Refusal, type World } from "@quorate/core/kit";
import { MemberPresence, readSession, recordOwnPresence, type Session, textsOf } from "@quorate/core/session";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import { localeOf } from "../locale.ts";
import { MemberPage } from "./member-page.tsx";

/** How often one who was invited may send a code in an hour: of a million codes two are right at a time. */
const TRIES_AN_HOUR = 12;

const Movement = v.object({ there: v.picklist(["yes", "no"]), code: v.fallback(v.string(), "") });

type Invited = { view: AskView; session: Session; token: string };

/** The session behind the link of an invitation, whichever of a member's invitations to it. Refuses the link of any other ask. */
async function invited(world: World, token: string): Promise<Invited> {
  const view = await viewAsk(world, token);
  if (view.collection.letter !== "session.invitation") throw new Refusal("link.unknown");
  return { view, token, session: await readSession(world, view.ask.process) };
}

/** A member's own page of a session, opened by the link of her invitation: there she says that she is here, or that she leaves. */
export function memberPages(world: World): Hono {
  return new Hono()
    .get("/a/:token/session", async (c) => shown(world, c, await invited(world, c.req.param("token"))))
    .post("/a/:token/session", async (c) => {
      const at = await invited(world, c.req.param("token"));
      const { there, code } = parseInput(Movement, await c.req.parseBody());
      const of = { session: at.session.id, member: at.view.ask.member };
      if (there === "yes") {
        // Counted before it is looked at, and for her: she may have several links.
        await countTry(world, { purpose: "room-code", subject: `${of.session} ${of.member}`, limit: TRIES_AN_HOUR });
      }
      try {
        await recordOwnPresence(world, { ...of, there: there === "yes", code });
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== "room.wrong-code") throw error;
        return shown(world, c, at, code);
      }
      return c.redirect(c.req.path, 303);
    });
}

async function shown(world: World, c: Context, { view, session, token }: Invited, wrongCode?: string) {
  const locale = localeOf(c, view.person.locale);
  const texts = await textsOf(world.table, session.id);
  const presence = await world.table.get(MemberPresence, { session: session.id, member: view.ask.member });
  const stays = presence?.stays ?? [];
  const page = MemberPage({ locale, view, session, texts, stays, invitation: `/a/${token}`, wrongCode });
  return c.html(page, wrongCode === undefined ? 200 : 422);
}
