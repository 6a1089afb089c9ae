import { chooseSettings, Frequency, unsubscribe, viewSettings } from "@quorate/core/digest";
import { Locale } from "@quorate/core/i18n";
import { parseInput, type World } from "@quorate/core/kit";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import { localeOf } from "../locale.ts";
import { typedText } from "../typed.ts";
import { SettingsPage, type SettingsPageProps } from "./settings-page.tsx";

const Typed = v.object({ frequency: Frequency, locale: Locale });

/** What the link of a digest opens: how often it comes, in which language, and that it comes no more. */
export function digestPages(world: World): Hono {
  async function settings(c: Context, token: string, more: Pick<SettingsPageProps, "done" | "isLeaving"> = {}) {
    const { person, subscription } = await viewSettings(world, token);
    const locale = localeOf(c, person.locale);
    return c.html(SettingsPage({ ...{ locale, path: `/digest/${token}`, person, subscription }, ...more }));
  }
  return (
    new Hono()
      .get("/digest/:token", (c) =>
        settings(c, c.req.param("token"), c.req.query("done") === undefined ? {} : { done: "saved" }),
      )
      .post("/digest/:token", async (c) => {
        const token = c.req.param("token");
        const { frequency, locale } = parseInput(Typed, await typedText(c));
        await chooseSettings(world, { token, frequency, locale });
        return c.redirect(`/digest/${token}?done=yes`, 303);
      })
      // What a mail program's button sends (RFC 8058): nobody is signed in, and a visit changes nothing.
      .get("/digest/:token/off", (c) => settings(c, c.req.param("token"), { isLeaving: true }))
      .post("/digest/:token/off", async (c) => {
        const token = c.req.param("token");
        await unsubscribe(world, token);
        return settings(c, token, { done: "off" });
      })
  );
}
