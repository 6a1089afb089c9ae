import { Ask, type AskKey, assistedNonce, Means, printLetter, shortCode } from "@quorate/core/ask";
import { recordAssistedAnswer, viewAssistedAnswer } from "@quorate/core/election";
import { asTyped } from "@quorate/core/form";
import { Link, linkToken, Refusal, type World } from "@quorate/core/kit";
import { Member } from "@quorate/core/people";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import { one, rawFields } from "../ask/index.ts";
import { electionPath } from "../console.tsx";
import { typedText } from "../typed.ts";
import { AssistPage, AssistReceiptPage } from "./assist-pages.tsx";
import { dutyConsole, type ElectionConsole, electionConsole } from "./election-console.ts";
import { printedOf } from "./printed.ts";
import { MakeLetterPage, PrintedLetterPage } from "./printed-letter.tsx";

/** Recording the answers of members without e-mail, and the letters that are printed for them (asks 17). */
export function assistPages(world: World): Hono {
  const app = new Hono().basePath("/n/:network/elections/:id");
  app.get("/assist", async (c) => {
    const console = await electionConsole(c, world);
    const view = await viewAssistedAnswer(world, console.election, keyIn(c.req.query()), console.member.id);
    const typed = asTyped(view.collection.form, view.stored?.content ?? {});
    return c.html(AssistPage({ console, view, page: assistedNonce(world, view), typed, means: "", problems: [] }));
  });
  app.post("/assist", async (c) => {
    const console = await electionConsole(c, world);
    const raw = await rawFields(c);
    const text = (name: string) => one(raw[name]);
    const of = keyIn({ collection: text("collection"), ask: text("ask") });
    const actor = console.member.id;
    const view = await viewAssistedAnswer(world, console.election, of, actor);
    const means = v.safeParse(Means, text("means"));
    const page = text("page");
    const again = { console, view, page, typed: raw, means: text("means") };
    if (!means.success) return c.html(AssistPage({ ...again, problems: [], lacksMeans: true }), 422);
    const sent = await recordAssistedAnswer(world, console.election, of, { actor, means: means.output }, { page, raw });
    switch (sent.kind) {
      case "accepted":
        return c.redirect(`${electionPath(console.election)}/assist/receipt?${query(of)}`, 303);
      case "problems":
        return c.html(AssistPage({ ...again, problems: sent.problems }), 422);
      case "conflict":
      case "decided":
        throw new Refusal("ask.answered");
      case "late":
        throw new Refusal("collection.closed");
    }
  });
  app.get("/assist/receipt", async (c) => {
    const console = await dutyConsole(c, world, "reissue");
    return c.html(AssistReceiptPage({ console, receipt: await printedOf(world, console, keyIn(c.req.query())) }));
  });
  app.get("/letter", async (c) => {
    const console = await dutyConsole(c, world, "reissue");
    return showLetter(world, c, console, keyIn(c.req.query()));
  });
  app.post("/letter", async (c) => {
    const console = await dutyConsole(c, world, "reissue");
    const of = keyIn(await typedText(c));
    await askOf(world, console, of);
    await printLetter(world, of, console.member.id);
    return c.redirect(`${electionPath(console.election)}/letter?${query(of)}`, 303);
  });
  return app;
}

const query = ({ collection, id }: AskKey) => new URLSearchParams({ collection, ask: id });

function keyIn({ collection = "", ask = "" }: Readonly<Record<string, string>>): AskKey {
  if (!/^col_[0-9a-f]+$/.test(collection) || !/^ask_[0-9a-f]+$/.test(ask)) throw new Refusal("not-found");
  return { collection, id: ask };
}

/** An ask of this election; refuses every other as `not-found`. */
async function askOf(world: World, { election }: ElectionConsole, of: AskKey): Promise<Ask> {
  const ask = await world.table.get(Ask, of);
  if (ask?.process !== election.id) throw new Refusal("not-found");
  return ask;
}

/** The letter as it is printed; before it was made, the button that makes it: a link is a change, and a GET makes none. */
async function showLetter(world: World, c: Context, console: ElectionConsole, of: AskKey): Promise<Response> {
  const ask = await askOf(world, console, of);
  const member = await world.table.get(Member, { network: ask.network, id: ask.member });
  const link = ask.printed && (await world.table.get(Link, { id: ask.printed.link }));
  if (!link || link.scope.epoch !== ask.epoch) {
    return c.html(MakeLetterPage({ console, of, name: member?.name ?? "" }));
  }
  const letter = await printedOf(world, console, of);
  const url = `${world.url}/a/${linkToken(world.keys, link)}`;
  const short = `${world.url}/k/${shortCode(world.keys, link)}`;
  return c.html(PrintedLetterPage({ console, letter, url, short }));
}
