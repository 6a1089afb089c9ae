import { mayPassOn, pageNonce, passOnAsk, passOnForm, viewAsk } from "@quorate/core/ask";
import type { Form, Problem } from "@quorate/core/form";
import { say, textIn } from "@quorate/core/i18n";
import { Refusal, type World } from "@quorate/core/kit";
import { Hono } from "hono";
import { localeOf } from "../locale.ts";
import { FormContent, type Typed } from "../look/index.ts";
import { AskPage, type ViewProps } from "./ask-page.tsx";
import { isOpened } from "./in-browser.ts";
import { type CountTry, one, rawFields } from "./raw.ts";

/** Passing an ask on to a colleague: the page on which she is chosen, and the act. */
export function passOnRoutes(world: World, count: CountTry): Hono {
  return new Hono()
    .get("/a/:token/pass-on", async (c) => {
      const token = c.req.param("token");
      const view = await viewAsk(world, token);
      if (!mayPassOn(view) || !isOpened(world, c, view)) return c.redirect(`/a/${token}`, 303);
      const page = pageNonce(world, view);
      const props = { locale: localeOf(c, view.person.locale), view, path: c.req.path, page };
      return c.html(PassOnPage({ ...props, form: await passOnForm(world, view), typed: {}, problems: [] }));
    })
    .post("/a/:token/pass-on", async (c) => {
      const token = c.req.param("token");
      const raw = await rawFields(c);
      const page = one(raw.page);
      try {
        const done = await passOnAsk(world, { token, page, raw });
        if (done.kind === "passed-on") return c.redirect(`/a/${token}`, 303);
        const { view, form, problems } = done;
        await count(token, view);
        const props = { locale: localeOf(c, view.person.locale), view, path: c.req.path, page };
        return c.html(PassOnPage({ ...props, form, typed: raw, problems }), 422);
      } catch (error) {
        if (error instanceof Refusal) await count(token);
        throw error;
      }
    });
}

type PassOnProps = ViewProps & { page: string; form: Form; typed: Typed; problems: readonly Problem[] };

function PassOnPage(props: PassOnProps) {
  const { locale, form, typed, problems, path, view } = props;
  const isNobodyLeft = form.sections.every(({ fields }) => fields.length === 0);
  const title = textIn(locale, form.title);
  return (
    <AskPage {...props} title={title} isWrong={problems.length > 0}>
      {isNobodyLeft ? (
        <>
          <h1>{title}</h1>
          <p class="lead">{say(locale, "ask.passOn.nobody")}</p>
        </>
      ) : (
        <FormContent
          {...{ locale, form, typed, problems, action: path, hidden: { page: props.page } }}
          facts={[[say(locale, "ask.about"), textIn(locale, view.collection.form.title)]]}
          button={say(locale, "ask.passOn.button")}
        />
      )}
    </AskPage>
  );
}
