import { CODE_MINUTES, enterCode, sendCode, viewAsk } from "@quorate/core/ask";
import { say } from "@quorate/core/i18n";
import { Refusal, type World } from "@quorate/core/kit";
import { type Context, Hono } from "hono";
import { localeOf } from "../locale.ts";
import { ErrorSummary, LinkContent, SubmitButton, TextField } from "../look/index.ts";
import { typedText } from "../typed.ts";
import { AskPage, type ViewProps } from "./ask-page.tsx";
import { remember } from "./in-browser.ts";
import type { CountTry } from "./raw.ts";

/** The way into a form that opens with six digits: they are sent on a POST, and entered in the browser that asked. */
export function codeRoutes(world: World, count: CountTry): Hono {
  return new Hono()
    .post("/a/:token/code", async (c) => {
      const token = c.req.param("token");
      const view = await coded(world, token, count);
      await sendCode(world, view);
      return c.html(EnterCodePage(propsOf(c, view, token)));
    })
    .post("/a/:token/open", async (c) => {
      const token = c.req.param("token");
      const view = await coded(world, token, count);
      const { code = "" } = await typedText(c);
      if (await enterCode(world, view, code)) {
        remember(world, c, view, "opened");
        return c.redirect(`/a/${token}`, 303);
      }
      await count(token, view);
      const key = /^\s*(\d\s*){6}$/.test(code) ? "form.codeWrong" : "form.code";
      const props = propsOf(c, view, token);
      return c.html(EnterCodePage({ ...props, code, error: say(props.locale, key) }), 422);
    });
}

async function coded(world: World, token: string, count: CountTry) {
  try {
    const view = await viewAsk(world, token);
    if (view.collection.form.code !== true) throw new Refusal("not-found");
    return view;
  } catch (error) {
    if (error instanceof Refusal) await count(token);
    throw error;
  }
}

type View = Awaited<ReturnType<typeof viewAsk>>;

function propsOf(c: Context, view: View, token: string): ViewProps {
  return { locale: localeOf(c, view.person.locale), view, path: `/a/${token}` };
}

/** Before the form in a new browser: the code is sent when it is asked for, not when a scanner looks. */
export function CodePage(props: ViewProps) {
  const title = say(props.locale, "ask.code.title");
  return (
    <AskPage {...props} title={title}>
      <LinkContent
        {...{ title, lead: say(props.locale, "ask.code.lead") }}
        next={
          <form method="post" action={`${props.path}/code`}>
            <div class="buttons">
              <SubmitButton>{say(props.locale, "ask.code.send")}</SubmitButton>
            </div>
          </form>
        }
      />
    </AskPage>
  );
}

function EnterCodePage(props: ViewProps & { code?: string; error?: string }) {
  const { locale, path, code = "", error } = props;
  const title = say(locale, "ask.code.sent.title");
  const label = say(locale, "link.signIn.code");
  const field = { locale, label, error, id: "code", kind: "number" as const, value: code };
  return (
    <AskPage {...props} title={title} isWrong={error !== undefined}>
      {error && (
        <ErrorSummary
          {...{ locale, title: say(locale, "form.summary.title"), problems: [{ id: "code", text: error }] }}
        />
      )}
      <h1>{title}</h1>
      <p class="lead">{say(locale, "ask.code.sent.lead", { minutes: CODE_MINUTES })}</p>
      <form method="post" action={`${path}/open`} novalidate class="flow">
        <TextField {...field} autocomplete="one-time-code" />
        <div class="buttons">
          <SubmitButton>{say(locale, "ask.code.open")}</SubmitButton>
        </div>
      </form>
      <form method="post" action={`${path}/code`}>
        <SubmitButton look="plain">{say(locale, "ask.code.send")}</SubmitButton>
      </form>
    </AskPage>
  );
}
