import { type AskView, viewAsk } from "@quorate/core/ask";
import { Refusal, type World } from "@quorate/core/kit";
import { readSession, type Session, textsOf } from "@quorate/core/session";
import { Hono } from "hono";
import { localeOf } from "../locale.ts";
import { MemberPage } from "./member-page.tsx";

/** The session behind the link of an invitation, whichever of a member's invitations to it. Refuses the link of any other ask. */
async function invited(world: World, token: string): Promise<{ view: AskView; session: Session }> {
  const view = await viewAsk(world, token);
  if (view.collection.letter !== "session.invitation") throw new Refusal("link.unknown");
  return { view, session: await readSession(world, view.ask.process) };
}

/** A member's own page of a session, opened by the link of her invitation. */
export function memberPages(world: World): Hono {
  return new Hono().get("/a/:token/session", async (c) => {
    const token = c.req.param("token");
    const { view, session } = await invited(world, token);
    const locale = localeOf(c, view.person.locale);
    const texts = await textsOf(world.table, session.id);
    return c.html(MemberPage({ locale, view, session, texts, invitation: `/a/${token}` }));
  });
}
