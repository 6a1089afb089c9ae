import { aboutAsk } from "@quorate/core/ask";
import type { Form } from "@quorate/core/form";
import type { Locale } from "@quorate/core/i18n";
import type { World } from "@quorate/core/kit";
import type { Letter } from "@quorate/core/letter";
import {
  asksIn,
  confirmationForm,
  foundNetwork,
  inDays,
  lettersOf,
  linkTo,
  openCollection,
} from "../../support/asks.ts";
import { siteOf } from "./browser.ts";

/** A member who is asked, with the page behind her link and a browser of her own. */
export async function asked(world: World, form: Partial<Form> = {}, locale: Locale = "sr-Cyrl") {
  const members = await foundNetwork(world, 3, locale);
  const deadline = inDays(world, 7);
  const [, ...others] = members;
  const collection = await openCollection(world, {
    members: members.slice(0, 2),
    deadline,
    form: confirmationForm(form),
  });
  const [ask, other] = await asksIn(world, collection.id);
  if (!ask || !other) throw new Error("nobody was asked");
  const site = siteOf(world);
  const path = `/a/${await linkTo(world, ask)}`;
  return {
    world,
    members,
    others,
    deadline,
    collection: collection.id,
    ask,
    other,
    site,
    path,
    browser: site.browser(),
  };
}

/** What is put into the newest letter of a kind when it is rendered. */
export async function newest<K extends "ask.receipt" | "ask.withdrawn" | "ask.withdrawal" | "ask.code">(
  world: World,
  kind: K,
) {
  const letters = await lettersOf(world, kind);
  const letter = letters.toSorted((a, b) => (a.writtenAt < b.writtenAt ? -1 : 1)).at(-1);
  return letter && about(world, kind, letter);
}

async function about<K extends string>(world: World, kind: K, letter: Letter) {
  const filled = await aboutAsk(world, letter, "c81d 02f4 7e95 b3aa");
  return filled && !("skip" in filled) && filled.kind === kind ? filled : undefined;
}

/** Where a receipt's "Not you?" leads; the newest one's if none is given. */
export async function withdrawPath(world: World, letter?: Letter): Promise<string> {
  const receipt = letter ? await about(world, "ask.receipt", letter) : await newest(world, "ask.receipt");
  const url = receipt?.kind === "ask.receipt" ? receipt.props.withdraw?.url : undefined;
  if (!url) throw new Error("the receipt has no link");
  return new URL(url).pathname;
}

/** The six digits in the newest letter that has some. */
export async function codeSent(world: World): Promise<string> {
  const letter = await newest(world, "ask.code");
  if (letter?.kind !== "ask.code") throw new Error("no code was sent");
  return letter.props.code;
}
