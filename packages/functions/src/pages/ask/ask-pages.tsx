import {
  type Ask,
  type AskView,
  answerAsk,
  answerInForce,
  pageNonce,
  type Raw,
  type Sent,
  viewAsk,
} from "@quorate/core/ask";
import { asTyped } from "@quorate/core/form";
import { Refusal, readSigned, sign, type World } from "@quorate/core/kit";
import { countTry } from "@quorate/core/people";
import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { localeOf } from "../locale.ts";
import { mayRevoke, overtaken, revokePages, showDecided } from "./decisions.tsx";
import { ConflictPage, FormPage } from "./form-page.tsx";
import { AnsweredPage, ClosedPage, LatePage } from "./state-pages.tsx";

/** Forms that did not become an answer, and links that we do not know, are counted: so many an hour for each link. */
const TRIES_AN_HOUR = 60;

/** The pages behind the link of a letter that asks. A GET writes nothing; the one POST is the person's own. */
export function askPages(world: World): Hono {
  return new Hono()
    .route("/", revokePages(world))
    .get("/a/:token", async (c) => showAsk(world, c, await viewAsk(world, c.req.param("token"))))
    .post("/a/:token", async (c) => {
      const token = c.req.param("token");
      const raw = await rawFields(c);
      try {
        const sent = await answerAsk(world, { token, page: one(raw.page), raw });
        if (sent.kind !== "accepted")
          await countTry(world, { purpose: "answer", subject: token, limit: TRIES_AN_HOUR });
        return await showSent(world, c, sent, raw);
      } catch (error) {
        if (error instanceof Refusal)
          await countTry(world, { purpose: "answer", subject: token, limit: TRIES_AN_HOUR });
        throw error;
      }
    });
}

async function showAsk(world: World, c: Context, view: AskView) {
  const locale = localeOf(c, view.person.locale);
  const path = c.req.path;
  switch (view.kind) {
    case "closed":
      return (await overtaken(world, c, view)) ?? c.html(ClosedPage({ locale, view, path }), 410);
    case "answered": {
      const isHere = wasSentHere(world, c, view);
      const mayShow = isHere || !view.collection.form.confidential;
      const answer = mayShow ? await answerInForce(world, view) : undefined;
      if (c.req.query("change") !== undefined && view.collection.form.editable) {
        const page = pageNonce(world, view);
        return c.html(
          FormPage({
            locale,
            view,
            path,
            page,
            typed: asTyped(view.collection.form, answer?.content ?? {}),
            problems: [],
          }),
        );
      }
      const revoke = (await mayRevoke(world, view)) ? `${path}/revoke` : undefined;
      return c.html(AnsweredPage({ locale, view, path, isHere, content: answer?.content, revoke }));
    }
    case "form":
      return c.html(FormPage({ locale, view, path, page: pageNonce(world, view), typed: {}, problems: [] }));
  }
}

async function showSent(world: World, c: Context, sent: Sent, raw: Raw) {
  const path = c.req.path;
  if (sent.kind === "accepted") {
    rememberSent(world, c, sent);
    return c.redirect(path, 303);
  }
  const { view } = sent;
  const locale = localeOf(c, view.person.locale);
  switch (sent.kind) {
    case "problems": {
      const { problems } = sent;
      return c.html(FormPage({ locale, view, path, page: one(raw.page), typed: raw, problems }), 422);
    }
    case "conflict": {
      const { page, yours } = sent;
      const mayShow = !view.collection.form.confidential || wasSentHere(world, c, view);
      const stored = mayShow ? sent.stored : undefined;
      return c.html(ConflictPage({ locale, view, path, page, stored, yours: { content: yours, typed: raw } }), 409);
    }
    case "decided":
      return showDecided(world, c, view, sent.first);
    case "late":
      return (await overtaken(world, c, view)) ?? c.html(LatePage({ locale, view, path }), 410);
  }
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

/** The fields of a form as text; a file is not an answer. */
async function rawFields({ req }: Context): Promise<Raw> {
  const isMultipart = req.header("Content-Type")?.trim().toLowerCase().startsWith("multipart/");
  const fields = isMultipart ? await req.formData() : new URLSearchParams(await req.text());
  const texts = [...fields].filter((field): field is [string, string] => typeof field[1] === "string");
  const byName = Map.groupBy(texts, ([name]) => name);
  return Object.fromEntries([...byName].map(([name, group]) => [name, group.map(([, text]) => text)]));
}

type OfAsk = { ask: Pick<Ask, "id" | "answer"> };

const cookieName = ({ ask }: OfAsk) => `sent-${ask.id}`;

function rememberSent(world: World, c: Context, sent: OfAsk & { reference: string }): void {
  setCookie(c, cookieName(sent), sign(world.keys, sent.reference, sentOf(sent)), {
    ...{ path: "/a/", httpOnly: true, sameSite: "Lax", secure: world.url.startsWith("https:") },
    maxAge: 30 * 24 * 3600,
  });
}

/** Whether this browser sent the answer in force: a school's mailbox has many readers (asks 5). */
function wasSentHere(world: World, c: Context, view: OfAsk): boolean {
  const { answer } = view.ask;
  const cookie = getCookie(c, cookieName(view));
  return !!answer && cookie !== undefined && readSigned(world.keys, cookie, sentOf(view)) === answer.reference;
}

const sentOf = ({ ask }: OfAsk) => `sent ${ask.id}`;
