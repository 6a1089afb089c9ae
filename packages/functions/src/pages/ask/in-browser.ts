import type { Ask, AskView } from "@quorate/core/ask";
import { readSigned, sign, type World } from "@quorate/core/kit";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";

/**
 * What was done about an ask in this browser, in a signed cookie each: `sent` this answer, `kept` a draft, `opened` the form by
 * its code. A school's mailbox has many readers (asks 5).
 */
type Deed = "sent" | "kept" | "opened";

const DAYS = { sent: 30, kept: 180, opened: 180 };
type OfAsk = { ask: Pick<Ask, "id" | "answer"> };
const nameOf = (deed: Deed, { ask }: OfAsk) => `${deed}-${ask.id}`;

export function remember(world: World, c: Context, view: OfAsk, deed: Deed, what = "yes"): void {
  const name = nameOf(deed, view);
  setCookie(c, name, sign(world.keys, what, name), {
    ...{ path: "/a/", httpOnly: true, sameSite: "Lax", secure: world.url.startsWith("https:") },
    maxAge: DAYS[deed] * 24 * 3600,
  });
}

function remembered(world: World, c: Context, view: OfAsk, deed: Deed): string | undefined {
  const name = nameOf(deed, view);
  const cookie = getCookie(c, name);
  return cookie === undefined ? undefined : readSigned(world.keys, cookie, name);
}

/** Whether this browser sent the answer in force. */
export function wasSentHere(world: World, c: Context, view: AskView): boolean {
  const { answer } = view.ask;
  return answer !== undefined && remembered(world, c, view, "sent") === answer.reference;
}

/** Whether what was sent may be shown here: to its sender, or to every reader of the link where the form says so. */
export function mayShowSent(world: World, c: Context, view: AskView): boolean {
  return !view.collection.form.confidential || wasSentHere(world, c, view);
}

/** What was saved for later, where it may be shown: in the browser that saved it, or anywhere where the form says so. */
export function draftShown(world: World, c: Context, view: AskView): AskView["draft"] {
  const mayShow = !view.collection.form.confidential || remembered(world, c, view, "kept") !== undefined;
  return mayShow ? view.draft : undefined;
}

/** Whether the form may be seen here: its code was entered, or it asks for none. */
export function isOpened(world: World, c: Context, view: AskView): boolean {
  return view.collection.form.code !== true || remembered(world, c, view, "opened") !== undefined;
}
