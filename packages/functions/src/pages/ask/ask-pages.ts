import { openShort } from "@quorate/core/ask";
import { countTry, Refusal, type World } from "@quorate/core/kit";
import { normalAddress } from "@quorate/core/people";
import { Hono } from "hono";
import { codeRoutes } from "./code-pages.tsx";
import { revokePages } from "./decisions.tsx";
import { showAsk, takeForm } from "./form-acts.tsx";
import { passOnRoutes } from "./pass-on-pages.tsx";
import { type CountTry, one, rawFields } from "./raw.ts";
import { testPages } from "./test-pages.tsx";
import { withdrawRoutes } from "./withdraw-pages.tsx";

/**
 * Forms that did not become an answer, and links that we do not know, are counted (asks 13): so many an hour for each link, and
 * for the address that it was mailed to, where several people may read.
 */
const TRIES_AN_HOUR = { link: 60, address: 240 };

/** The pages behind the links of letters about an ask. A GET writes nothing; each POST is the person's own. */
export function askPages(world: World): Hono {
  const count: CountTry = async (token, view) => {
    const byLink = { purpose: "answer", subject: token, limit: TRIES_AN_HOUR.link };
    if (!view?.person.address) return countTry(world, byLink);
    const subject = normalAddress(view.person.address);
    return countTry(world, byLink, { purpose: "answers to an address", subject, limit: TRIES_AN_HOUR.address });
  };
  return (
    new Hono()
      .get("/a/:token", (c) => showAsk(world, c, c.req.param("token")))
      .post("/a/:token", async (c) => {
        const token = c.req.param("token");
        const raw = await rawFields(c);
        try {
          const { response, isVain, view } = await takeForm(world, c, { token, page: one(raw.page), raw });
          if (isVain) await count(token, view);
          return response;
        } catch (error) {
          if (error instanceof Refusal && error.code !== "too-many") await count(token);
          throw error;
        }
      })
      // A short address is typed from paper; it leads to the link that it stands for.
      .get("/k/:code", async (c) => c.redirect(`/a/${await openShort(world, c.req.param("code"))}`, 302))
      .route("/", revokePages(world))
      .route("/", testPages(world))
      .route("/", codeRoutes(world, count))
      .route("/", passOnRoutes(world, count))
      .route("/", withdrawRoutes(world, count))
  );
}
