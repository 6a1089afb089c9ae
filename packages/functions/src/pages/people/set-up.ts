import type { Locale } from "@quorate/core/i18n";
import { countTry, type Problem, Refusal, type World } from "@quorate/core/kit";
import { LONGEST_SHORT_NAME, setUp, viewSetUp } from "@quorate/core/people";
import { type Context, Hono } from "hono";
import { localeOf } from "../locale.ts";
import { problemText } from "../problem-text.ts";
import { type TypedText, typedText } from "../typed.ts";
import { SetUpDonePage, SetUpGonePage, SetUpPage } from "./set-up-page.tsx";

const TRIES_AN_HOUR = 20;
const LONGEST_TEXT = 200;

/** The page of the link that the first start prints. */
export function setUpPages(world: World): Hono {
  return new Hono()
    .get("/set-up/:token", (c) =>
      untilSetUp(c, async () => {
        await viewSetUp(world, c.req.param("token"));
        return c.html(SetUpPage({ locale: localeOf(c), path: c.req.path, typed: {}, problems: [] }));
      }),
    )
    .post("/set-up/:token", (c) => untilSetUp(c, () => takeSetUp(world, c, c.req.param("token"))));
}

async function takeSetUp(world: World, c: Context, token: string): Promise<Response> {
  const typed = await typedText(c);
  const locale = localeOf(c);
  try {
    const { request } = await setUp(world, { token, ...inputIn(typed) });
    return c.html(SetUpDonePage({ locale, address: typed["coordinator.address"] ?? "", request }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code !== "input.invalid") {
      await countTry(world, { purpose: "link", subject: token, limit: TRIES_AN_HOUR });
      throw error;
    }
    // Of a field's problems the first one: an empty address is also none.
    const first = new Map(error.problems.toReversed().map((problem) => [problem.field, problem]));
    const problems = error.problems
      .filter((problem) => first.get(problem.field) === problem)
      .map((problem) => ({ id: problem.field, text: textOf(locale, problem, typed) }));
    return c.html(SetUpPage({ locale, path: c.req.path, typed, problems }), 422);
  }
}

/** The fields as `setUp` takes them; it judges each itself. */
function inputIn(typed: TypedText) {
  const at = (name: string) => typed[name] ?? "";
  return {
    network: {
      ...{ name: at("network.name"), shortName: at("network.shortName") },
      ...{ locale: at("network.locale"), zone: at("network.zone") },
    },
    coordinator: { name: at("coordinator.name"), address: at("coordinator.address") },
  };
}

function textOf(locale: Locale, problem: Problem, typed: TypedText): string {
  const limit = problem.field === "network.shortName" ? LONGEST_SHORT_NAME : LONGEST_TEXT;
  return problemText(locale, problem, { limit, actual: (typed[problem.field] ?? "").trim().length });
}

async function untilSetUp(c: Context, show: () => Promise<Response>): Promise<Response> {
  try {
    return await show();
  } catch (error) {
    const gone = ["link.used", "link.closed", "network.exists"];
    if (!(error instanceof Refusal) || !gone.includes(error.code)) throw error;
    return c.html(SetUpGonePage({ locale: localeOf(c) }), 410);
  }
}
