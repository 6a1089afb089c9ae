import * as v from "valibot";
import { Content, Form } from "../form/index.ts";
import { defineRecord, Instant, type Key, listAll, type Stored, sha256, type Table } from "../kit/index.ts";
import { Mark } from "../vote/index.ts";

/** The asks opened together: one form, one deadline, one reminder plan. */
export const Collection = defineRecord({
  kind: "collection",
  version: 2,
  schema: v.object({
    id: v.string(),
    network: v.string(),
    process: v.string(),
    /** The step it belongs to: `confirmation`, `declaration`. */
    step: v.string(),
    /** The kind of the letter that asks. */
    letter: v.string(),
    form: Form,
    /** The content hash of what is confirmed or approved (asks 12). */
    subject: v.optional(v.string()),
    /** Its answers are decisions: each is written onto its approval too. */
    approval: v.optional(v.boolean()),
    /** The member who asks, and her name as it was then: it stands on the form and in the letter. */
    asker: v.object({ member: v.string(), name: v.string() }),
    state: v.picklist(["opening", "open", "closing", "closed"]),
    /** Over how many partitions its asks are spread. */
    shards: v.number(),
    zone: v.string(),
    deadline: Instant,
    /** deadline + grace: the close runs then (votes R9). */
    closesAt: Instant,
    openedAt: Instant,
    closedAt: v.optional(Instant),
    /** A step of decisions looks at each answer as it comes; others only when all are in. */
    signals: v.picklist(["each", "all-in"]),
    /** The process's own plan of reminders (asks 10), in days: one before the deadline, and those after one that was `missed`. */
    reminders: v.optional(v.object({ before: v.number(), after: v.array(v.number()), missed: v.optional(Instant) })),
    /** Counts the extensions; an ask with a lower number still has to be moved and told. */
    extensions: v.number(),
    /** Taken back before its time: with its process, because what it asked about has changed, or by who asked for it. */
    recalled: v.optional(
      v.object({
        why: v.picklist(["cancelled", "changed", "recalled"]),
        by: v.optional(v.string()),
        reason: v.string(),
        at: Instant,
      }),
    ),
    /** Counts the reasons to look at it again that are not answers: the stream signals when it changes. */
    nudges: v.number(),
  }),
  key: ({ id }: { id: string }) => ({ pk: `collection#${id}`, sk: "collection" }),
  indexes: ({ id, process, openedAt }) => ({ lookup: { pk: `collections#${process}`, sk: `${openedAt}#${id}` } }),
  texts: ["form"],
  upgrades: { 1: (old) => ({ ...old, form: JSON.stringify(old.form) }) },
});
export type Collection = v.InferOutput<typeof Collection.schema>;

/** How the answer of somebody without e-mail came to who recorded it. */
export const Means = v.picklist(["paper", "phone", "in-person"]);
export type Means = v.InferOutput<typeof Means>;

/** One request to one person. For an election's votes it is also her place on the roll, with her mark per vote (votes R3). */
export const Ask = defineRecord({
  kind: "ask",
  schema: v.object({
    collection: v.string(),
    id: v.string(),
    network: v.string(),
    process: v.string(),
    member: v.string(),
    person: v.string(),
    /** `unasked`: on the roll only. `closed` is final, whatever came before. */
    state: v.picklist(["unasked", "open", "answered", "closed"]),
    /** The sections of the form that this person is asked; for votes, the votes without a live mark. */
    parts: v.array(v.string()),
    marks: v.optional(v.record(v.string(), Mark)),
    undelivered: v.boolean(),
    /** The coordinator's record that the step goes on without this answer. */
    waiver: v.optional(v.object({ actor: v.string(), at: Instant, reason: v.string() })),
    /** The zone of the person: reminders keep to her day. */
    zone: v.string(),
    /** She is asked in the place of this member, by the name that the network knows. */
    insteadOf: v.optional(v.object({ member: v.string(), name: v.string() })),
    /** Links of an earlier epoch are revoked. */
    epoch: v.number(),
    /** How many links were issued again. */
    reissues: v.number(),
    deadline: v.optional(Instant),
    closesAt: v.optional(Instant),
    extensions: v.number(),
    reminded: v.array(Instant),
    /** Nobody writes to her by e-mail: she gets a printed letter, or a coordinator records what she answers. */
    byHand: v.optional(v.boolean()),
    /** The printed letter that was made for her, by whom, and its link. */
    printed: v.optional(v.object({ by: v.string(), at: Instant, link: v.string(), epoch: v.number() })),
    answer: v.optional(
      v.object({
        ...{ version: v.number(), reference: v.string(), hash: v.string(), at: Instant },
        /** A coordinator has recorded it for her. */
        assisted: v.optional(v.boolean()),
      }),
    ),
    /**
     * An answer came after its time and is kept. Only what came before the close of this ask counts among the late: so every count
     * after it gives the same figures (votes R4, R9).
     */
    late: v.optional(v.picklist(["before-close", "after-close"])),
    /** She left the network before she had voted: her place on the roll counts no more (votes R7). */
    removed: v.optional(v.boolean()),
    /** When answers came in the last hour of them: their number is limited (asks 13). */
    changes: v.optional(v.array(Instant)),
    /** Answers that were taken back within a day, because somebody else had sent them (asks 6). */
    withdrawn: v.optional(v.array(v.object({ version: v.number(), reference: v.string(), at: Instant }))),
    /** Answers after which she was asked once more; the last one of them counts as little as one that was withdrawn. */
    earlier: v.optional(v.array(v.object({ version: v.number(), reference: v.string(), at: Instant }))),
    /** The colleague who is asked instead, or whom she is asked instead of; names as they were then (asks 6). */
    passedTo: v.optional(v.object({ member: v.string(), name: v.string(), at: Instant })),
    passedFrom: v.optional(v.object({ member: v.string(), name: v.string(), at: Instant })),
  }),
  key: ({ collection, id }: { collection: string; id: string }) => ({ pk: askPartition(collection, id), sk: id }),
  // By person: all that may still be answered or changed, and her places on rolls.
  indexes: ({ collection, id, state, person }) => ({
    ...(state === "open" && { open: { pk: `unanswered#${collection}`, sk: id } }),
    ...(state !== "closed" && { lookup: { pk: `asks#${person}`, sk: id } }),
  }),
});
export type Ask = v.InferOutput<typeof Ask.schema>;

/** The highest version that any answer to this ask has had, one that was withdrawn or asked for again among them. */
export function lastVersion({
  answer,
  withdrawn = [],
  earlier = [],
}: Pick<Ask, "answer" | "withdrawn" | "earlier">): number {
  return Math.max(0, answer?.version ?? 0, ...[...withdrawn, ...earlier].map(({ version }) => version));
}

/** What was sent: one record for each version, and one for what came after the close. */
export const Answer = defineRecord({
  kind: "answer",
  schema: v.object({
    ask: v.string(),
    version: v.number(),
    /** By the form's field ids. */
    content: Content,
    hash: v.string(),
    reference: v.string(),
    at: Instant,
    /** Recorded by this coordinator for the member, who gave it by these means. */
    assisted: v.optional(v.object({ by: v.string(), means: Means })),
    late: v.boolean(),
  }),
  key: ({ ask, version, late }: { ask: string; version: number; late: boolean }) => ({
    pk: `answers#${ask}`,
    sk: `${late ? "late" : "answer"}#${String(version).padStart(4, "0")}`,
  }),
});
export type Answer = v.InferOutput<typeof Answer.schema>;

/**
 * What somebody has saved of her answer and not sent (asks 8): by the names of the page's fields, as it was typed, judged by
 * nobody. The send takes it away; what is left at the close is deleted a month later.
 */
export const Draft = defineRecord({
  kind: "draft",
  schema: v.object({
    ask: v.string(),
    typed: v.record(v.string(), v.union([v.string(), v.array(v.string())])),
    at: Instant,
    /** Seconds since 1970, for the table's own deletion. */
    expires: v.optional(v.number()),
  }),
  key: ({ ask }: { ask: string }) => ({ pk: `draft#${ask}`, sk: "draft" }),
  texts: ["typed"],
});
export type Draft = v.InferOutput<typeof Draft.schema>;

/** The six digits that open a form in one more browser (asks 6). They are made from its ids by the key and kept nowhere. */
export const AskCode = defineRecord({
  kind: "ask-code",
  schema: v.object({
    ask: v.string(),
    id: v.string(),
    /** The key that the digits are made with. */
    kid: v.string(),
    wrong: v.number(),
    expiresAt: Instant,
    /** Seconds since 1970, for the table's own deletion. */
    expires: v.number(),
  }),
  key: ({ ask }: { ask: string }) => ({ pk: `ask-code#${ask}`, sk: "ask-code" }),
});
export type AskCode = v.InferOutput<typeof AskCode.schema>;

/** The one task token under which the state machine waits for a subject: a collection or a process. */
export const WaitingTask = defineRecord({
  kind: "waiting-task",
  schema: v.object({ subject: v.string(), token: v.string(), at: Instant }),
  key: ({ subject }: { subject: string }) => ({ pk: `waiting-task#${subject}`, sk: "waiting-task" }),
});
export type WaitingTask = v.InferOutput<typeof WaitingTask.schema>;

/** Asks above this number are spread over sixteen partitions. */
const ASKS_A_PARTITION = 1000;

export function shardsFor(asks: number): number {
  return asks > ASKS_A_PARTITION ? 16 : 1;
}

/** The id of a process's collection: the same step and turn have the same one, however often they are begun. */
export function collectionId(process: string, step: string, turn = 1): string {
  return `col_${sha256(`${process}\n${step}\n${turn}`).slice(0, 24)}`;
}

/** The id of a member's ask in a collection; its first two digits name its partition. */
export function askId(collection: string, member: string, shards: number): string {
  const hash = sha256(`${collection}\n${member}`);
  const shard = Number.parseInt(hash.slice(0, 8), 16) % shards;
  return `ask_${shard.toString(16).padStart(2, "0")}${hash.slice(8, 30)}`;
}

function askPartition(collection: string, id: string): string {
  return `asks#${collection}#${id.slice(4, 6)}`;
}

/** What a process has asked so far, the oldest first. */
export function collectionsOf(table: Table, process: string): Promise<Stored<Collection>[]> {
  return table.find(Collection, "lookup", `collections#${process}`);
}

/** What one process asks a member that is not closed, her place on its roll among it. */
export async function asksOfMember(
  table: Table,
  { process, member, person }: Pick<Ask, "process" | "member" | "person">,
): Promise<Stored<Ask>[]> {
  const asks = await table.find(Ask, "lookup", `asks#${person}`);
  return asks.filter((ask) => ask.process === process && ask.member === member);
}

/** Every ask of a collection, strongly consistent. */
export async function asksOf(table: Table, collection: string, shards: number): Promise<Stored<Ask>[]> {
  const asks: Stored<Ask>[] = [];
  for (let shard = 0; shard < shards; shard += 1) {
    asks.push(...(await listAll(table, Ask, `asks#${collection}#${shard.toString(16).padStart(2, "0")}`)));
  }
  return asks;
}

/** The answers in force of these asks, by ask id. */
export async function answersOf(table: Table, asks: readonly Ask[]): Promise<Map<string, Stored<Answer>>> {
  const keys = asks.flatMap((ask): { key: Key; of: { ask: string; version: number; late: false } }[] => {
    if (!ask.answer) return [];
    const of = { ask: ask.id, version: ask.answer.version, late: false as const };
    return [{ key: Answer.key(of), of }];
  });
  const answers = new Map<string, Stored<Answer>>();
  const found = await table.getMany(keys.map(({ key }) => key));
  for (const { of } of keys) {
    const answer = found.get(Answer, of);
    if (answer) answers.set(of.ask, answer);
  }
  return answers;
}
