import { say } from "@quorate/core/i18n";
import { countTry, Refusal, type World } from "@quorate/core/kit";
import {
  type Cookie,
  type Member,
  Network,
  requestLetter,
  signIn,
  signInWithCode,
  signOut,
  viewSignIn,
} from "@quorate/core/people";
import { type Context, Hono } from "hono";
import { electionPath, homePath, sessionPath } from "../console.tsx";
import { localeOf } from "../locale.ts";
import { problemText } from "../problem-text.ts";
import { typedText } from "../typed.ts";
import { cookieIn, forgetSignedIn, keepSignedIn, signedInOf } from "./guard.ts";
import {
  LostSentPage,
  NetworksPage,
  SignedOutPage,
  SignInGonePage,
  SignInPage,
  SignInSentPage,
} from "./sign-in-pages.tsx";
import { StartPage, type WrongAddress } from "./start-page.tsx";

/** Wrong posts to one link are counted (asks 13): so many an hour. */
const TRIES_AN_HOUR = 20;
const LONGEST_ADDRESS = 254;

/** The start page and the way in: without an account, by a letter. */
export function signInPages(world: World): Hono {
  return new Hono()
    .get("/", async (c) => showStart(world, c))
    .post("/lost-letter", async (c) => {
      const asked = await askForLetter(world, c, "lost-letter", "address");
      return asked instanceof Response ? asked : c.html(LostSentPage({ locale: localeOf(c) }));
    })
    .post("/sign-in", async (c) => {
      const asked = await askForLetter(world, c, "sign-in", "sign-in-address");
      return asked instanceof Response ? asked : c.html(SignInSentPage({ locale: localeOf(c), ...asked }));
    })
    .get("/sign-in/:token", (c) =>
      untilGone(c, async () => {
        const view = await viewSignIn(world, c.req.param("token"));
        return c.html(SignInPage({ locale: localeOf(c, view.person.locale), view, path: c.req.path }));
      }),
    )
    .post("/sign-in/:token", (c) =>
      untilGone(c, async () => {
        const token = c.req.param("token");
        try {
          return enter(world, c, await signIn(world, { token }));
        } catch (error) {
          if (error instanceof Refusal)
            await countTry(world, { purpose: "link", subject: token, limit: TRIES_AN_HOUR });
          throw error;
        }
      }),
    )
    .post("/sign-in-code", async (c) => {
      const { request = "", code = "" } = await typedText(c);
      const locale = localeOf(c);
      try {
        return enter(world, c, await signInWithCode(world, { request, code }));
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== "sign-in.wrong-code") throw error;
        const isCode = /^\s*(\d\s*){6}$/.test(code);
        const wrong = say(locale, isCode ? "form.codeWrong" : "form.code");
        return c.html(SignInSentPage({ locale, request, code, error: wrong }), 422);
      }
    })
    .post("/sign-out", async (c) => {
      const cookie = cookieIn(c, world);
      if (cookie !== undefined) await signOut(world, cookie);
      forgetSignedIn(c, world);
      return c.html(SignedOutPage({ locale: localeOf(c) }));
    });
}

/** The request's page nonce; or the start page again, when the address is none. */
async function askForLetter(
  world: World,
  c: Context,
  purpose: "lost-letter" | "sign-in",
  form: WrongAddress["form"],
): Promise<{ request: string } | Response> {
  const locale = localeOf(c);
  const address = (await typedText(c))[form] ?? "";
  try {
    return await requestLetter(world, { purpose, address });
  } catch (error) {
    const [problem] = error instanceof Refusal ? error.problems : [];
    if (!problem) throw error;
    const text = problemText(locale, problem, { limit: LONGEST_ADDRESS, actual: address.length });
    return c.html(StartPage({ locale, wrong: { form, typed: address, error: text } }), 422);
  }
}

/** A sign-in link that was used or is expired says so on a page that sends a new one. */
async function untilGone(c: Context, show: () => Promise<Response>): Promise<Response> {
  try {
    return await show();
  } catch (error) {
    if (!(error instanceof Refusal) || (error.code !== "link.used" && error.code !== "link.closed")) throw error;
    return c.html(SignInGonePage({ locale: localeOf(c) }), 410);
  }
}

function enter(world: World, c: Context, cookie: Cookie): Response {
  keepSignedIn(c, world, cookie);
  return c.redirect("/", 303);
}

/** Where somebody helps who coordinates nothing there: the session that she records last, else the election. */
function pagesOfHelper({ network, recordsIn = [], substituteIn = [] }: Member): string[] {
  const sessions = recordsIn.slice(-1).map((session) => sessionPath(network, session));
  return [...sessions, ...substituteIn.slice(-1).map((id) => electionPath({ network, id }))];
}

/**
 * The start page; a coordinator who is signed in goes on to her network, and with several she chooses; who stands in for one, or
 * records a session, to that election or session.
 */
async function showStart(world: World, c: Context): Promise<Response> {
  const signedIn = await signedInOf(c, world);
  if (!signedIn) return c.html(StartPage({ locale: localeOf(c) }));
  const [first, ...others] = signedIn.memberships;
  const [helped] = first ? [] : signedIn.helping.flatMap(pagesOfHelper);
  if (helped) return c.redirect(helped, 303);
  if (first && others.length === 0) return c.redirect(homePath(first.network), 303);
  const found = await world.table.getMany(signedIn.memberships.map(({ network: id }) => Network.key({ id })));
  const networks = signedIn.memberships.flatMap(({ network: id }) => found.get(Network, { id }) ?? []);
  return c.html(NetworksPage({ locale: localeOf(c, signedIn.person.locale), networks, pathOf: homePath }));
}
