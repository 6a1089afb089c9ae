import { say } from "@quorate/core/i18n";
import { countTry, Refusal, type World } from "@quorate/core/kit";
import { openHandOverLink, passRights, stateHandOver, viewHandOver } from "@quorate/core/offices";
import { roster } from "@quorate/core/people";
import { type Context, Hono } from "hono";
import { localeOf } from "../locale.ts";
import { type Console, consoleOf } from "../people/index.ts";
import { problemText } from "../problem-text.ts";
import { type TypedText, typedText } from "../typed.ts";
import { HandOverPage, PassRightsPage } from "./hand-over-page.tsx";
import { rightsPath } from "./paths.ts";

const TRIES_AN_HOUR = 60;

/** How the rights of a coordinator pass on: by her own act, or by the statement of whoever is asked after an election. */
export function rightsPages(world: World): Hono {
  return new Hono()
    .get("/n/:network/offices/rights", async (c) =>
      passing(world, c, await consoleOf(c, world, c.req.param("network"))),
    )
    .post("/n/:network/offices/rights", async (c) => pass(world, c, await consoleOf(c, world, c.req.param("network"))))
    .get("/n/:network/offices/rights/:id", async (c) => {
      const { network, id } = c.req.param();
      const { member } = await consoleOf(c, world, network);
      return show(world, c, { network, handOver: id, by: member.id, isSignedIn: true });
    })
    .post("/n/:network/offices/rights/:id", async (c) => {
      const { network, id } = c.req.param();
      const { member } = await consoleOf(c, world, network);
      return state(world, c, { network, handOver: id, by: member.id, isSignedIn: true });
    })
    .get("/hand-over/:token", async (c) =>
      show(world, c, { ...(await openHandOverLink(world, c.req.param("token"))), isSignedIn: false }),
    )
    .post("/hand-over/:token", async (c) => {
      const token = c.req.param("token");
      try {
        return await state(world, c, { ...(await openHandOverLink(world, token)), isSignedIn: false });
      } catch (error) {
        if (error instanceof Refusal) {
          await countTry(world, { purpose: "answer", subject: token, limit: TRIES_AN_HOUR });
        }
        throw error;
      }
    });
}

type Reading = { network: string; handOver: string; by: string; isSignedIn: boolean };

async function show(world: World, c: Context, { isSignedIn, ...of }: Reading, status: 200 | 422 = 200) {
  const view = await viewHandOver(world, of);
  const locale = localeOf(c, view.reader.person.locale);
  const error = status === 422 ? say(locale, "form.choose") : undefined;
  return c.html(HandOverPage({ locale, view, path: c.req.path, isSignedIn, error }), status);
}

/** Takes the statement, and shows what stands now. Whose rights have ended sees that on the page of her letter only. */
async function state(world: World, c: Context, { isSignedIn, ...of }: Reading): Promise<Response> {
  const { hash = "", keeps } = await typedText(c);
  const { handOver } = await viewHandOver(world, of);
  if (handOver.takes === "one" && keeps !== "yes" && keeps !== "no") return show(world, c, { ...of, isSignedIn }, 422);
  const stated = await stateHandOver(world, { ...of, hash, keeps: keeps === "yes" });
  const hasRights = !stated.ended.includes(of.by);
  return hasRights || !isSignedIn ? c.redirect(c.req.path, 303) : show(world, c, { ...of, isSignedIn: false });
}

async function passing(
  world: World,
  c: Context,
  { member, network, locale }: Console,
  wrong: { typed: TypedText; errors: { to?: string | undefined; keeps?: string | undefined } } = {
    typed: {},
    errors: {},
  },
): Promise<Response> {
  const members = (await roster(world, network.id))
    .map((entry) => entry.member)
    .filter(({ person }) => person !== member.person);
  const isWrong = wrong.errors.to !== undefined || wrong.errors.keeps !== undefined;
  return c.html(PassRightsPage({ locale, network, members, ...wrong }), isWrong ? 422 : 200);
}

async function pass(world: World, c: Context, console: Console): Promise<Response> {
  const { member, network, locale } = console;
  const typed = await typedText(c);
  const { to = "", keeps } = typed;
  const choose = say(locale, "form.choose");
  const isChosen = keeps === "yes" || keeps === "no";
  if (to === "" || !isChosen) {
    const errors = { ...(to === "" && { to: choose }), ...(!isChosen && { keeps: choose }) };
    return passing(world, c, console, { typed, errors });
  }
  try {
    const made = await passRights(world, { network: network.id, by: member.id, to, keeps: keeps === "yes" });
    if (keeps === "yes") return c.redirect(`${rightsPath(network.id)}/${made.id}`, 303);
    return await show(world, c, { network: network.id, handOver: made.id, by: member.id, isSignedIn: false });
  } catch (error) {
    const [problem] = error instanceof Refusal ? error.problems : [];
    if (!problem) throw error;
    return passing(world, c, console, { typed, errors: { to: problemText(locale, problem) } });
  }
}
