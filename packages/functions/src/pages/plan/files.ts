import { type Locale, say } from "@quorate/core/i18n";
import type { Problem, World } from "@quorate/core/kit";
import {
  applyImport,
  nodesOf,
  type OutlineLine,
  planCsv,
  planDocument,
  planJson,
  planXml,
  previewImport,
  readOutline,
  readPlanFile,
  type VersionNode,
} from "@quorate/core/plan";
import { type Context, Hono } from "hono";
import { tried } from "../tried.ts";
import { typedText } from "../typed.ts";
import type { Desk, DeskOf } from "./desk.tsx";
import { ImportFormPage, ImportPreviewPage } from "./import-pages.tsx";

/** What fits into the page that shows what a file changes, and back again. */
const MOST_CHARACTERS = 1_500_000;

/** A plan's draft as a file, and a file as its draft. */
export function filePages(world: World, deskOf: DeskOf): Hono {
  return new Hono()
    .get("/export/:file", async (c) => {
      const { plan, locale } = await deskOf(c);
      return sendPlanFile(world, c, { locale, plan, nodes: await nodesOf(world.table, plan.id) });
    })
    .get("/import", async (c) => c.html(ImportFormPage({ ...(await deskOf(c)), problems: [] })))
    .post("/import", async (c) => {
      const desk = await deskOf(c);
      const { file } = await c.req.parseBody();
      const again = (problems: readonly Problem[]) => c.html(ImportFormPage({ ...desk, problems }), 422);
      if (!(file instanceof File) || file.size === 0) return again([{ field: "outline", code: "file-none" }]);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const read = await tried(() => readPlanFile(world, bytes, file.name));
      if ("problems" in read) return again(read.problems);
      return preview(world, c, desk, read.done, 200);
    })
    .post("/import/apply", async (c) => {
      const desk = await deskOf(c);
      const { network, plan, member } = desk;
      const { outline = "", hash = "" } = await typedText(c);
      const act = { network: network.id, plan: plan.id, actor: member.id, outline, hash };
      const done = await tried(() => applyImport(world, act));
      if ("problems" in done) return c.html(ImportFormPage({ ...desk, problems: done.problems }), 422);
      switch (done.done.kind) {
        case "imported":
          return c.redirect(desk.path, 303);
        case "changed":
          return preview(world, c, desk, readOutline(outline), 409);
      }
    });
}

async function preview(
  world: World,
  c: Context,
  desk: Desk,
  lines: readonly OutlineLine[],
  status: 200 | 409,
): Promise<Response> {
  const { network, plan, locale } = desk;
  const shown = await tried(() => previewImport(world, { network: network.id, plan: plan.id }, lines));
  if ("problems" in shown) return c.html(ImportFormPage({ ...desk, problems: shown.problems }), 422);
  const outline = planCsv(locale, shown.done.after);
  if (outline.length > MOST_CHARACTERS) {
    const problems = [{ field: "outline", code: "file-large" }];
    return c.html(ImportFormPage({ ...desk, problems }), 422);
  }
  return c.html(ImportPreviewPage({ ...desk, ...shown.done, outline, hasChanged: status === 409 }), status);
}

const types = {
  csv: "text/csv; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  json: "application/json; charset=utf-8",
  pdf: "application/pdf",
  xml: "application/xml; charset=utf-8",
} as const;
export type PlanFormat = keyof typeof types;
export const planFormats = ["docx", "pdf", "csv", "json", "xml"] as const satisfies readonly PlanFormat[];

type Sent = { locale: Locale; plan: { id: string; title: string }; nodes: readonly VersionNode[] };

/** Answers with the plan as the file that is named in the address: `plan.docx`. */
export async function sendPlanFile(world: World, c: Context, { locale, plan, nodes }: Sent): Promise<Response> {
  const format = planFormats.find((one) => c.req.param("file") === `plan.${one}`);
  if (!format) return c.notFound();
  const body = await written(world, format, { locale, plan, nodes });
  return c.body(typeof body === "string" ? body : new Uint8Array(body), 200, {
    "Content-Type": types[format],
    "Content-Disposition": `attachment; filename="plan.${format}"`,
  });
}

function written(world: World, format: PlanFormat, { locale, plan, nodes }: Sent): string | Promise<Uint8Array> {
  switch (format) {
    case "csv":
      return planCsv(locale, nodes);
    case "json":
      return planJson(plan, nodes);
    case "xml":
      return planXml(plan, nodes);
    case "docx":
    case "pdf":
      return world.documents.writeText(planDocument(locale, plan, nodes), format);
  }
}

/** What a link to a file says. */
export const formatName = (locale: Locale, format: PlanFormat) => say(locale, `plan.file.${format}`);
