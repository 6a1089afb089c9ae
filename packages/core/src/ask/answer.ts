import { type Form, type Problem as FormProblem, readAnswer } from "../form/index.ts";
import {
  canonical,
  create,
  type Instant,
  inLastHour,
  Lost,
  Refusal,
  readableReference,
  refuseAbove,
  remove,
  replace,
  type Stored,
  sha256,
  untilWritten,
  type World,
  type Write,
} from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import type { Decision } from "./approval.ts";
import { decide, revokeApproval } from "./approve.ts";
import { Answer, Ask, Draft, lastVersion } from "./records.ts";
import { window } from "./rules.ts";
import {
  type AskedView,
  type AskView,
  openAsk,
  openPage,
  type PageNonce,
  pageNonce,
  type Raw,
  readPage,
  type SentForm,
  viewAsk,
} from "./view.ts";

type Accepted = {
  kind: "accepted";
  ask: Ask;
  reference: string;
  at: Instant;
  content: Answer["content"];
  again: boolean;
};
type Declined =
  | { kind: "problems"; problems: FormProblem[]; raw: Raw }
  | { kind: "conflict"; page: string; stored: Answer["content"]; yours: Answer["content"] }
  | { kind: "decided"; first: Decision }
  | { kind: "late" };

/** What became of a form that was sent. Only `accepted` has stored an answer that counts; the others show a page. */
export type Sent = Accepted | (Declined & { view: AskView });

/** What a form that is shown once more before it is sent comes to. Nothing is stored. */
export type Checked =
  | { kind: "checked"; view: AskView; answer: Answer["content"] }
  | { kind: "problems"; view: AskView; problems: FormProblem[] };

/**
 * Takes a form that was sent. One transaction writes the ask, the answer and the receipt, and takes away the draft; the same
 * content sent twice is one answer with one receipt. Refuses as `openPage` does, and more than twenty changes an hour. A
 * second, different answer to a form that forbids editing is a conflict that the first one has won.
 */
export async function answerAsk(world: World, { token, page: signed, raw }: SentForm): Promise<Sent> {
  const nonce = readPage(world, { token, page: signed });
  return untilWritten(async () => {
    const { asked, page, whole } = await openAsk(world, nonce, token);
    const sent = await keepAnswer(world, asked, page, raw);
    return sent.kind === "accepted" ? sent : { ...sent, view: await whole() };
  });
}

/** Reads a form for the page on which its answers are checked (asks 9). Refuses as `openPage` does. */
export async function checkAsk(world: World, sent: SentForm): Promise<Checked> {
  const { view } = await openPage(world, sent);
  const read = readAnswer(view.collection.form, view.ask.parts, sent.raw);
  return read.ok ? { kind: "checked", view, answer: read.answer } : { kind: "problems", view, problems: read.problems };
}

/**
 * Takes an approval back from the page behind the link by which it was given. Refuses as `revokeApproval` does, and a page
 * that was not made for this link.
 */
export async function revokeByLink(world: World, sent: { token: string; page: string; reason: string }): Promise<void> {
  readPage(world, sent);
  const { ask } = await viewAsk(world, sent.token);
  await revokeApproval(world, { collection: ask.collection, member: ask.member, reason: sent.reason });
}

/** Takes an answer that a coordinator records for a member; everything else is as with an answer of her own. */
export function answerWith(
  world: World,
  nonce: PageNonce,
  token: string,
  raw: Raw,
  assisted: NonNullable<Answer["assisted"]>,
): Promise<Sent> {
  return untilWritten(async () => {
    const { asked, page, whole } = await openAsk(world, nonce, token);
    const sent = await keepAnswer(world, asked, page, raw, assisted);
    return sent.kind === "accepted" ? sent : { ...sent, view: await whole() };
  });
}

async function keepAnswer(
  world: World,
  asked: AskedView,
  page: PageNonce,
  raw: Raw,
  assisted?: Answer["assisted"],
): Promise<Accepted | Declined> {
  const { ask, collection, draft } = asked;
  const now = world.clock.now();
  const read = readAnswer(collection.form, ask.parts, raw);
  if (!read.ok) return { kind: "problems", problems: read.problems, raw };
  const content = read.answer;
  const hash = sha256(canonical(content));
  if (ask.answer?.hash === hash) {
    // What she had saved meanwhile comes to the same.
    if (draft) await world.table.write([remove(Draft, draft)]);
    return { kind: "accepted", ask, ...ask.answer, content, again: true };
  }
  if (collection.recalled) return { kind: "late" };
  const decision = collection.approval ? await decide(world, ask, content, now) : undefined;
  if (decision?.kind === "decided") return { kind: "decided", first: decision.first };
  if (window(ask, now, page.openedAt) === "closed") return keepLate(world, ask, content, hash);
  if (ask.answer && (!collection.form.editable || ask.answer.version !== page.version)) {
    const key = { ask: ask.id, version: ask.answer.version, late: false };
    const stored = await world.table.get(Answer, key);
    // Made while she answers: the grace is for the page that she opened.
    const fresh = pageNonce(world, asked, page.openedAt);
    return { kind: "conflict", page: fresh, stored: stored?.content ?? {}, yours: content };
  }
  const version = lastVersion(ask) + 1;
  const changes = countChange(ask, now);
  const reference = readableReference(world.random.bytes(8));
  const marks = ask.marks && { ...ask.marks, ...markAnswered(collection.form, ask) };
  await world.table.write([
    replace(Ask, ask, {
      ...ask,
      state: "answered",
      answer: { version, reference, hash, at: now, ...(assisted && { assisted: true }) },
      changes,
      ...(marks && { marks }),
    }),
    ...(draft ? [remove(Draft, draft)] : []),
    create(Answer, {
      ...{ ask: ask.id, version, content, hash, reference, at: now, late: false },
      ...(assisted && { assisted }),
    }),
    // Who has no address gets her receipt on paper.
    ...(ask.byHand ? [] : receipt(world, ask, { reference, at: now, version })),
    ...(decision?.writes ?? []),
  ]);
  return { kind: "accepted", ask, reference, at: now, content, again: false };
}

function receipt(world: World, ask: Ask, of: { reference: string; at: Instant; version: number }): Write[] {
  const { process, network, person, member, collection, id } = ask;
  return writeLetter(world, {
    ...{ process, kind: "ask.receipt", version: `${id}-${of.version}`, network, person, member },
    ask: { collection, id },
    facts: { ...of, ...(ask.answer && { replaces: ask.answer.reference }) },
  });
}

/** A change costs its reader a letter: so many an hour, counted on the ask itself (asks 13). */
const CHANGES_AN_HOUR = 20;

function countChange({ changes = [] }: Ask, now: Instant): Instant[] {
  const counted = inLastHour(changes, now);
  refuseAbove(counted, CHANGES_AN_HOUR, now);
  return [...counted, now];
}

/** On a roll, every vote that this form asks about now has its mark by letter (votes R3). */
function markAnswered(form: Form, ask: Ask): Record<string, "letter"> {
  const asked = form.sections.map((section) => section.id).filter((id) => ask.parts.includes(id));
  return Object.fromEntries(asked.map((part) => [part, "letter" as const]));
}

/** An answer after its time is kept as late and not counted, the first one of them (votes R9); nothing is sent. */
async function keepLate(world: World, ask: Stored<Ask>, content: Answer["content"], hash: string): Promise<Declined> {
  // Also beside an answer in force: that one may be taken back, and then what came late is what came.
  const late = { ...ask, late: ask.state === "closed" ? ("after-close" as const) : ("before-close" as const) };
  const at = world.clock.now();
  const reference = readableReference(world.random.bytes(8));
  try {
    await world.table.write([
      replace(Ask, ask, late),
      create(Answer, { ask: ask.id, version: 1, content, hash, reference, at, late: true }, new Refusal("link.closed")),
    ]);
  } catch (error) {
    if (error instanceof Lost) throw error;
    if (!(error instanceof Refusal)) throw error;
  }
  return { kind: "late" };
}
