import * as v from "valibot";
import { after, Refusal, replace, untilWritten, type World } from "../kit/index.ts";
import { answerWith } from "./answer.ts";
import { readCollection } from "./collection.ts";
import { Ask, Means } from "./records.ts";
import { window } from "./rules.ts";
import { printedLink } from "./short-address.ts";
import { type AskView, askScope, pageNonce, type Raw, readNonce, viewOf } from "./view.ts";

/** An ask, by its collection. */
export type AskKey = { collection: string; id: string };

/** What a coordinator's page is bound to: her, not a link. */
const pageOf = (actor: string) => `assisted by ${actor}`;

/**
 * The form of a member whom no letter reaches, for a coordinator who records her answer (asks 17). Refuses a member who is
 * reached by e-mail (`assist.reachable`), one who has answered herself (`ask.answered`), a form whose answers are hers alone
 * (`assist.own`): a confidential one, or a decision; and a closed one.
 */
export async function viewAssisted(world: World, of: AskKey, actor: string): Promise<AskView> {
  const ask = await world.table.get(Ask, of);
  if (!ask) throw new Refusal("not-found");
  const view = await viewOf(world, askScope(ask), pageOf(actor));
  const { form, approval } = view.collection;
  if (form.confidential || approval) throw new Refusal("assist.own");
  if (!ask.byHand && !ask.undelivered) throw new Refusal("assist.reachable");
  if (ask.answer && !ask.answer.assisted) throw new Refusal("ask.answered");
  if (view.kind === "closed") throw new Refusal("collection.closed");
  return view;
}

/** The nonce of the page on which her answer is recorded. */
export function assistedNonce(world: World, view: AskView): string {
  return pageNonce(world, view);
}

const Assisted = v.object({ actor: v.string(), means: Means });

/**
 * Records the answer that a member has given on paper, by telephone or in person: it names who recorded it and how it came, and
 * is her answer in every count. Refuses as `viewAssisted` does, and a page made for somebody else (`page.stale`).
 */
export async function assistAsk(
  world: World,
  of: AskKey,
  by: v.InferOutput<typeof Assisted>,
  sent: { page: string; raw: Raw },
) {
  const token = pageOf(by.actor);
  const nonce = readNonce(world, { token, page: sent.page });
  if (nonce.scope.ask !== of.id) throw new Refusal("page.stale");
  await viewAssisted(world, of, by.actor);
  return answerWith(world, nonce, token, sent.raw, { by: by.actor, means: by.means });
}

/**
 * A letter to be printed and handed over: from now on its link works, by its short address too, and the member counts as
 * reached. Printed again it is the same letter. Refuses a closed form.
 */
export async function printLetter(world: World, of: AskKey, actor: string): Promise<void> {
  await untilWritten(async () => {
    const ask = await world.table.get(Ask, of);
    if (!ask) throw new Refusal("not-found");
    const collection = await readCollection(world, of.collection);
    const now = world.clock.now();
    if (collection.recalled || window(ask, now, now) === "closed") throw new Refusal("collection.closed");
    if (ask.printed && ask.printed.epoch === ask.epoch) return;
    const { link, writes } = printedLink(world, askScope(ask), after(collection.closesAt, { days: 365 }));
    const printed = { by: actor, at: now, link: link.id, epoch: ask.epoch };
    await world.table.write([replace(Ask, ask, { ...ask, undelivered: false, printed }), ...writes]);
  });
}
