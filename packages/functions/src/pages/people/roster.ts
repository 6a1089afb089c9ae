import { say } from "@quorate/core/i18n";
import { Refusal, type World } from "@quorate/core/kit";
import {
  applyRoster,
  fileProblemText,
  leftMembers,
  likelyDuplicates,
  pendingChanges,
  previewRoster,
  readRoster,
  rejectedRows,
  roster,
} from "@quorate/core/people";
import { type Context, Hono } from "hono";
import { importPath } from "../console.tsx";
import { typedText } from "../typed.ts";
import { type Console, consoleOf } from "./guard.ts";
import { ImportFormPage } from "./import-form-page.tsx";
import { ImportPage } from "./import-page.tsx";
import { RosterPage } from "./roster-page.tsx";

/** The people of a network, for its coordinators. */
export function rosterPages(world: World): Hono {
  return new Hono()
    .get("/n/:network/people", async (c) => {
      const { locale, network } = await consoleOf(c, world, c.req.param("network"));
      const [entries, left, alike, changes] = await Promise.all([
        roster(world, network.id),
        leftMembers(world, network.id),
        likelyDuplicates(world, network.id),
        pendingChanges(world, network.id),
      ]);
      return c.html(RosterPage({ locale, network, entries, left, alike: alike.length, changes }));
    })
    .get("/n/:network/people/import", async (c) => {
      const { locale, network } = await consoleOf(c, world, c.req.param("network"));
      return c.html(ImportFormPage({ locale, network }));
    })
    .post("/n/:network/people/import", async (c) =>
      bringTable(world, c, await consoleOf(c, world, c.req.param("network"))),
    )
    .get("/n/:network/people/import/:id", async (c) => {
      const { locale, network } = await consoleOf(c, world, c.req.param("network"));
      return c.html(ImportPage({ locale, network, view: await readRoster(world, network.id, c.req.param("id")) }));
    })
    .post("/n/:network/people/import/:id", async (c) => {
      const { network, id } = c.req.param();
      const { member: by } = await consoleOf(c, world, network);
      const { leaves } = await typedText(c);
      await applyRoster(world, { network, id, by: by.id, leavesAlike: leaves === "alike" });
      return c.redirect(`${importPath(network)}/${id}`, 303);
    })
    .get("/n/:network/people/import/:id/rejected.csv", async (c) => {
      const { locale, network } = await consoleOf(c, world, c.req.param("network"));
      const csv = rejectedRows(await readRoster(world, network.id, c.req.param("id")), locale);
      return c.body(csv, 200, {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="rejected.csv"',
      });
    });
}

/** The table is judged and shown on a page of its own; one that cannot be read comes back with the words why. */
async function bringTable(world: World, c: Context, { member, network, locale }: Console): Promise<Response> {
  const { file, text, sheet, mayLackAddress } = await tableIn(c);
  const again = (error: string) =>
    c.html(ImportFormPage({ locale, network, wrong: { table: text, sheet, mayLackAddress, error } }), 422);
  if (!file && text.trim() === "") return again(say(locale, "people.import.nothing"));
  try {
    const view = await previewRoster(world, {
      network: network.id,
      by: member.id,
      file: file ?? text,
      sheet: sheet || undefined,
      mayLackAddress,
    });
    return c.redirect(`${importPath(network.id)}/${view.roster.id}`, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "roster.malformed") throw error;
    return again(error.problems.map((problem) => fileProblemText(locale, problem)).join(" "));
  }
}

/** A file that was chosen goes before a table that was pasted. */
async function tableIn(
  c: Context,
): Promise<{ file: Uint8Array | undefined; text: string; sheet: string; mayLackAddress: boolean }> {
  const { file, table, sheet, lacking } = await c.req.parseBody();
  return {
    file: file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : undefined,
    text: typeof table === "string" ? table : "",
    sheet: typeof sheet === "string" ? sheet.trim() : "",
    mayLackAddress: lacking === "yes",
  };
}
