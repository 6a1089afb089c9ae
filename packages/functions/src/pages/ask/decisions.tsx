import {
  type AskView,
  type Decision,
  mayDecide,
  pageNonce,
  readApproval,
  revokeByLink,
  viewAsk,
} from "@quorate/core/ask";
import { countTry, Refusal, type World } from "@quorate/core/kit";
import { Member } from "@quorate/core/people";
import { type Context, Hono } from "hono";
import { localeOf } from "../locale.ts";
import { problemText } from "../problem-text.ts";
import { typedText } from "../typed.ts";
import { DecidedPage, RecalledPage, RevokedPage, RevokePage } from "./decision-pages.tsx";

const TRIES_AN_HOUR = 60;

/** What somebody sees whose answer is not wanted any more because it was recalled, or decided by another; else nothing. */
export async function overtaken(world: World, c: Context, view: AskView): Promise<Response | undefined> {
  const { collection, ask } = view;
  const locale = localeOf(c, view.person.locale);
  if (collection.recalled) {
    const by = await nameOf(world, view, collection.recalled.by);
    return c.html(RecalledPage({ locale, view, path: c.req.path, by }), 410);
  }
  if (!collection.approval || ask.answer) return undefined;
  const approval = await readApproval(world, collection.id);
  const permission = mayDecide(approval, { member: ask.member, person: ask.person }, world.clock.now());
  return permission.kind === "decided" ? showDecided(world, c, view, permission.first) : undefined;
}

/** Who was first, and when: for the second of two decisions, and for everybody who comes later. */
export async function showDecided(world: World, c: Context, view: AskView, first: Decision): Promise<Response> {
  const locale = localeOf(c, view.person.locale);
  const name = (await nameOf(world, view, first.member)) ?? "";
  return c.html(DecidedPage({ locale, view, path: c.req.path, first: { ...first, name } }), 409);
}

async function nameOf(world: World, view: AskView, member: string | undefined): Promise<string | undefined> {
  const found = member && (await world.table.get(Member, { network: view.network.id, id: member }));
  return found ? found.name : undefined;
}

/** Whether she has approved something that has not been carried out, so that she may take it back. */
export async function mayRevoke(world: World, { collection, ask }: AskView): Promise<boolean> {
  if (!collection.approval || collection.recalled) return false;
  const { state, seats } = await readApproval(world, collection.id);
  const isHers = seats.some(({ decision }) => decision?.member === ask.member && decision.verdict === "approve");
  return isHers && (state === "pending" || state === "approved");
}

/** Taking an approval back, behind the link by which it was given. */
export function revokePages(world: World): Hono {
  return new Hono()
    .get("/a/:token/revoke", async (c) => {
      const view = await viewAsk(world, c.req.param("token"));
      if (!(await mayRevoke(world, view))) throw new Refusal("approval.over");
      const page = pageNonce(world, view);
      return c.html(RevokePage({ locale: localeOf(c, view.person.locale), view, path: c.req.path, page, reason: "" }));
    })
    .post("/a/:token/revoke", async (c) => {
      const token = c.req.param("token");
      const { page = "", reason = "" } = await typedText(c);
      const view = await viewAsk(world, token);
      const locale = localeOf(c, view.person.locale);
      try {
        await revokeByLink(world, { token, page, reason });
        return c.html(RevokedPage({ locale, view, path: c.req.path }));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await countTry(world, { purpose: "answer", subject: token, limit: TRIES_AN_HOUR });
        const [problem] = error.problems;
        if (!problem) throw error;
        const wrong = problemText(locale, problem, { actual: reason.trim().length });
        return c.html(RevokePage({ locale, view, path: c.req.path, page, reason, error: wrong }), 422);
      }
    });
}
