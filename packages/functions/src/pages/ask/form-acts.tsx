import {
  type AskView,
  answerAsk,
  answerInForce,
  type Checked,
  checkAsk,
  type Kept,
  keepDraft,
  mayComeLate,
  mayPassOn,
  openPage,
  pageNonce,
  type Raw,
  type Sent,
  type SentForm,
  viewAsk,
} from "@quorate/core/ask";
import { asTyped, type Problem } from "@quorate/core/form";
import type { World } from "@quorate/core/kit";
import type { Context } from "hono";
import { localeOf } from "../locale.ts";
import { reviewCard } from "../plan/review-card.tsx";
import { formPolicy } from "../policy.ts";
import { CodePage } from "./code-pages.tsx";
import { ConflictPage } from "./conflict-page.tsx";
import { mayRevoke, overtaken, showDecided } from "./decisions.tsx";
import { CheckPage, FormPage } from "./form-page.tsx";
import { draftShown, isOpened, mayShowSent, remember, wasSentHere } from "./in-browser.ts";
import { AnsweredPage, ClosedPage, KeptPage, LatePage, PassedOnPage } from "./state-pages.tsx";

/** What became of a POST: its page, whether something was to be mended or was refused, and whose ask it was. */
export type Outcome = { response: Response; isVain: boolean; view?: AskView };

/** The page behind a link, as its ask stands. */
export async function showAsk(world: World, c: Context, token: string): Promise<Response> {
  const view = await viewAsk(world, token);
  const locale = localeOf(c, view.person.locale);
  const path = c.req.path;
  if (!isOpened(world, c, view)) return c.html(CodePage({ locale, view, path }));
  switch (view.kind) {
    case "closed": {
      const { passedTo } = view.ask;
      if (passedTo) return c.html(PassedOnPage({ locale, view, path, passedTo }));
      if (mayComeLate(view)) return view.ask.late ? c.html(LatePage({ locale, view, path })) : showForm(world, c, view);
      const closed = { locale, view, path, draft: draftShown(world, c, view) };
      return (await overtaken(world, c, view)) ?? c.html(ClosedPage(closed), 410);
    }
    case "answered":
      return c.req.query("change") !== undefined && view.collection.form.editable
        ? showForm(world, c, view)
        : showAnswered(world, c, view);
    case "form":
      if (c.req.query("kept") !== undefined && view.draft) return c.html(KeptPage({ locale, view, path }));
      return showForm(world, c, view);
  }
}

async function showAnswered(world: World, c: Context, view: AskView): Promise<Response> {
  const locale = localeOf(c, view.person.locale);
  const path = c.req.path;
  if (c.req.query("kept") !== undefined && view.draft) return c.html(KeptPage({ locale, view, path }));
  const isHere = wasSentHere(world, c, view);
  const answer = mayShowSent(world, c, view) ? await answerInForce(world, view) : undefined;
  const hasDraft = view.draft !== undefined;
  const revoke = (await mayRevoke(world, view)) ? `${path}/revoke` : undefined;
  return c.html(AnsweredPage({ locale, view, path, isHere, hasDraft, content: answer?.content, revoke }));
}

/** The form with what was saved in it, else with what was sent, as far as either may be shown here. */
async function showForm(world: World, c: Context, view: AskView): Promise<Response> {
  const draft = draftShown(world, c, view);
  const mayShow = !draft && view.ask.answer && mayShowSent(world, c, view);
  const answer = mayShow ? await answerInForce(world, view) : undefined;
  const typed = draft?.typed ?? asTyped(view.collection.form, answer?.content ?? {});
  const shown = draft ? "shown" : view.draft && "elsewhere";
  const status = view.kind === "closed" ? 410 : 200;
  return formPage(world, c, view, { page: pageNonce(world, view), typed, problems: [], draft: shown }, status);
}

type Shown = { page: string; typed: Raw; problems: readonly Problem[]; draft?: "shown" | "elsewhere" | undefined };

async function formPage(
  world: World,
  c: Context,
  view: AskView,
  shown: Shown,
  status: 200 | 410 | 422 = 200,
): Promise<Response> {
  const path = c.req.path;
  const locale = localeOf(c, view.person.locale);
  const before = await reviewCard(world, { locale, view, path });
  const passOn = mayPassOn(view) ? `${path}/pass-on` : undefined;
  c.header("Content-Security-Policy", formPolicy);
  return c.html(FormPage({ locale, view, path, passOn, before, ...shown }), status);
}

/** What the pressed button of a form's page asks for. A form that names none is sent. */
export async function takeForm(world: World, c: Context, sent: SentForm): Promise<Outcome> {
  if (sent.raw.change !== undefined) return showAgain(world, c, sent);
  switch ([sent.raw.act].flat()[0]) {
    case "check":
      return showChecked(world, c, await checkAsk(world, sent), sent);
    case "keep":
      return showKept(world, c, await keepDraft(world, sent), sent);
    case "autosave":
      return showSaved(world, c, await keepDraft(world, sent), sent);
    default:
      return showSent(world, c, await answerAsk(world, sent), sent);
  }
}

async function showSent(world: World, c: Context, sent: Sent, { page, raw }: SentForm): Promise<Outcome> {
  const path = c.req.path;
  if (sent.kind === "accepted") {
    remember(world, c, sent, "sent", sent.reference);
    return { response: c.redirect(path, 303), isVain: false };
  }
  const { view } = sent;
  const locale = localeOf(c, view.person.locale);
  const vain = async (response: Response | Promise<Response>) => ({ response: await response, isVain: true, view });
  switch (sent.kind) {
    case "problems":
      return vain(formPage(world, c, view, { page, typed: raw, problems: sent.problems }, 422));
    case "conflict": {
      const stored = mayShowSent(world, c, view) ? sent.stored : undefined;
      const yours = { content: sent.yours, typed: raw };
      return vain(c.html(ConflictPage({ locale, view, path, page: sent.page, stored, yours }), 409));
    }
    case "decided":
      return vain(showDecided(world, c, view, sent.first));
    case "late":
      return vain((await overtaken(world, c, view)) ?? c.html(LatePage({ locale, view, path }), 410));
  }
}

/** The answers once more before they are sent; nothing is stored yet. */
async function showChecked(world: World, c: Context, checked: Checked, { page, raw }: SentForm): Promise<Outcome> {
  const { view } = checked;
  switch (checked.kind) {
    case "problems": {
      const response = await formPage(world, c, view, { page, typed: raw, problems: checked.problems }, 422);
      return { response, isVain: true, view };
    }
    case "checked": {
      const shown = { locale: localeOf(c, view.person.locale), view, path: c.req.path, page, answer: checked.answer };
      return { response: await c.html(CheckPage(shown)), isVain: false, view };
    }
  }
}

/** Back from the page on which the answers are checked: the form with all of them. */
async function showAgain(world: World, c: Context, sent: SentForm): Promise<Outcome> {
  const { view } = await openPage(world, sent);
  const response = await formPage(world, c, view, { page: sent.page, typed: sent.raw, problems: [] });
  return { response, isVain: false, view };
}

async function showKept(world: World, c: Context, kept: Kept, { page, raw }: SentForm): Promise<Outcome> {
  const { view } = kept;
  const path = c.req.path;
  switch (kept.kind) {
    case "kept":
      remember(world, c, view, "kept");
      return { response: c.redirect(`${path}?kept=yes`, 303), isVain: false, view };
    case "problems": {
      const response = await formPage(world, c, view, { page, typed: raw, problems: kept.problems }, 422);
      return { response, isVain: true, view };
    }
    case "late": {
      const locale = localeOf(c, view.person.locale);
      return { response: await c.html(ClosedPage({ locale, view, path, draft: view.draft }), 410), isVain: true, view };
    }
  }
}

/** What a page saves by itself is answered without a page. */
async function showSaved(world: World, c: Context, kept: Kept, sent: SentForm): Promise<Outcome> {
  if (kept.kind !== "kept") return showKept(world, c, kept, sent);
  remember(world, c, kept.view, "kept");
  return { response: c.body(null, 204), isVain: false, view: kept.view };
}
