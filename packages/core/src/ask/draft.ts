import { type Problem as FormProblem, readDraft } from "../form/index.ts";
import {
  after,
  countRequest,
  create,
  Refusal,
  remove,
  replace,
  type Stored,
  toMilliseconds,
  unchanged,
  untilWritten,
  type World,
  type Write,
} from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import { Ask, Draft } from "./records.ts";
import { window } from "./rules.ts";
import { type AskView, openPage, type SentForm } from "./view.ts";

/** What became of an answer that was to be kept for later. */
export type Kept =
  | { kind: "kept"; view: AskView }
  | { kind: "problems"; view: AskView; problems: FormProblem[] }
  | { kind: "late"; view: AskView };

/** A page that saves by itself does so every half a minute at most. */
const SAVES_AN_HOUR = 240;
/** How long what was never sent is kept after the close. */
const LEFT = { days: 30 };

/**
 * Keeps what was typed so far, in the place of what was kept before; an answer that was sent stays in force. Nothing is judged
 * but its size. Nothing typed is nothing kept. Refuses as `openPage` does, a form that keeps no drafts (`not-yours`), and an
 * answer that may not be changed any more (`ask.answered`).
 */
export function keepDraft(world: World, sent: SentForm): Promise<Kept> {
  return untilWritten(async () => {
    const { view, page } = await openPage(world, sent);
    const { ask, collection, draft } = view;
    const now = world.clock.now();
    if (collection.form.drafts === false) throw new Refusal("not-yours");
    if (window(ask, now, page.openedAt) === "closed") return { kind: "late", view };
    if (ask.answer && !collection.form.editable) throw new Refusal("ask.answered");
    const read = readDraft(collection.form, ask.parts, sent.raw);
    if (!read.ok) return { kind: "problems", view, problems: read.problems };
    const counted = await countRequest(world, { purpose: "draft", subject: ask.id, limit: SAVES_AN_HOUR });
    const kept = Object.keys(read.typed).length > 0 ? { ask: ask.id, typed: read.typed, at: now } : undefined;
    // As long as the ask is as it was read: its close tells of every draft that it leaves.
    await world.table.write([counted, unchanged(Ask, ask), ...inPlaceOf(draft, kept)]);
    return { kind: "kept", view };
  });
}

function inPlaceOf(draft: Stored<Draft> | undefined, kept: Draft | undefined): Write[] {
  if (!kept) return draft ? [remove(Draft, draft)] : [];
  return [draft ? replace(Draft, draft, kept) : create(Draft, kept)];
}

/**
 * What the close of an ask does with a draft: it is not sent for anybody; its writer is told (asks 8), may look at it for a
 * month, and then it is gone.
 */
export function leaveUnsent(world: World, ask: Ask, draft: Stored<Draft>): Write[] {
  const now = world.clock.now();
  const expires = Math.floor(toMilliseconds(after(now, LEFT)) / 1000);
  return [
    replace(Draft, draft, { ...draft, expires }),
    ...writeLetter(world, {
      ...{ process: ask.process, kind: "ask.unsent", version: ask.id },
      ...{ network: ask.network, person: ask.person, member: ask.member },
      ask: { collection: ask.collection, id: ask.id },
      facts: { at: draft.at, ...(ask.answer && { reference: ask.answer.reference }) },
    }),
  ];
}
