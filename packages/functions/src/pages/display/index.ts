import type { World } from "@quorate/core/kit";
import { Hono } from "hono";
import * as v from "valibot";
import { localeOf } from "../locale.ts";
import { typedText } from "../typed.ts";
import { Display, displayOf, keepDisplay } from "./display.ts";
import { DisplayPage } from "./display-page.tsx";

export { shownAsSet } from "./display.ts";

/** A page of this site, and of no other. */
const ownPath = (path: string | undefined) => (path && /^\/(?![/\\])/.test(path) ? path : undefined);

/** Where a reader sets how pages are shown to her. Her browser remembers it; nothing is stored. */
export function displayPages(world: World): Hono {
  return new Hono()
    .get("/display", (c) => {
      const { back, done } = c.req.query();
      return c.html(
        DisplayPage({
          ...{ locale: localeOf(c), display: displayOf(c), back: ownPath(back), isDone: done !== undefined },
        }),
      );
    })
    .post("/display", async (c) => {
      const { back, ...typed } = await typedText(c);
      keepDisplay(c, v.parse(Display, typed), world.url.startsWith("https:"));
      const words = new URLSearchParams({ lang: localeOf(c), done: "yes", ...(ownPath(back) && { back: back ?? "" }) });
      return c.redirect(`/display?${words}`, 303);
    });
}
