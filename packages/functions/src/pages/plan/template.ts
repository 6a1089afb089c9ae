import type { World } from "@quorate/core/kit";
import { detailFields, PlanLevel, setTemplate, templateOf } from "@quorate/core/plan";
import { type Context, Hono } from "hono";
import { consoleOf } from "../people/index.ts";
import { tried } from "../tried.ts";
import { type TypedText, typedText } from "../typed.ts";
import { requiredName, TemplatePage, typedTemplate } from "./template-page.tsx";

/** What the next plans of a network are like: its areas, depth, required details and rubric. */
export function templatePages(world: World): Hono {
  return new Hono()
    .get("/", async (c) => {
      const console = await consoleIn(world, c);
      const template = await templateOf(world.table, console.network.id);
      const isSaved = c.req.query("saved") !== undefined;
      return c.html(
        TemplatePage({ ...console, typed: typedTemplate(console.locale, template), problems: [], isSaved }),
      );
    })
    .post("/", async (c) => {
      const console = await consoleIn(world, c);
      const typed = await typedText(c);
      const set = await tried(() => setTemplate(world, { network: console.network.id, ...readTemplate(typed) }));
      if ("problems" in set) {
        const problems = [...new Set(set.problems.map(({ field }) => field.split(".")[0] ?? field))].map((field) => ({
          ...{ field, code: "template-lines" },
        }));
        return c.html(TemplatePage({ ...console, typed, problems, isSaved: false }), 422);
      }
      return c.redirect(`${c.req.path}?saved=yes&lang=${console.locale}`, 303);
    });
}

function consoleIn(world: World, c: Context) {
  const { network = "" } = c.req.param();
  return consoleOf(c, world, network);
}

function readTemplate(typed: TypedText) {
  const depth = { "2": 2, "3": 3 } as const;
  return {
    ...{ areas: linesOf(typed.areas), rubric: linesOf(typed.rubric) },
    depth: typed.depth === "2" || typed.depth === "3" ? depth[typed.depth] : (4 as const),
    required: PlanLevel.options.map((level) => ({
      level,
      fields: detailFields.filter((field) => typed[requiredName(level, field)] !== undefined),
    })),
  };
}

function linesOf(text = ""): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}
