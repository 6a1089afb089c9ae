import * as v from "valibot";
import { defineRecord, Instant, type Stored, type World } from "../kit/index.ts";

/**
 * How many of those asked it takes. `any-one`: the first decision is the decision, whichever it is. `all`: the first return
 * decides. `k-of-n`: so many approve, or so many return that they cannot be reached any more.
 */
export const ApprovalRule = v.variant("kind", [
  v.object({ kind: v.literal("any-one") }),
  v.object({ kind: v.literal("all") }),
  v.object({ kind: v.literal("k-of-n"), k: v.number() }),
]);
export type ApprovalRule = v.InferOutput<typeof ApprovalRule>;

/** A member and the person behind the place: two people are two persons, whatever places they hold. */
const Decider = v.object({ member: v.string(), person: v.string() });
export type Decider = v.InferOutput<typeof Decider>;

/** What one approver has said, once; it is final. A return always has its reason. */
export const Decision = v.object({
  ...Decider.entries,
  verdict: v.picklist(["approve", "return"]),
  reason: v.optional(v.string()),
  at: Instant,
});
export type Decision = v.InferOutput<typeof Decision>;

/** One approver, who may decide in her place from when, and what has been decided there. */
export const Seat = v.object({
  ...Decider.entries,
  substitutes: v.array(v.object({ ...Decider.entries, after: Instant })),
  decision: v.optional(Decision),
});
export type Seat = v.InferOutput<typeof Seat>;

/**
 * A request to approve one version of something (asks 12). Its deadline and its reminders are those of its collection; each
 * decision is the answer to an ask of it and is written here in the same transaction, so that of two at once one is first.
 */
export const Approval = defineRecord({
  kind: "approval",
  schema: v.object({
    collection: v.string(),
    network: v.string(),
    process: v.string(),
    /** The content hash of the version that is approved. */
    subject: v.string(),
    rule: ApprovalRule,
    /** The kind of process that carries it out, where no state machine waits for it. */
    carriedOutBy: v.optional(v.string()),
    /** Who asks for it and so may not decide it; nobody where the machine asks for what it has counted itself. */
    requester: v.optional(Decider),
    seats: v.array(Seat),
    /**
     * `pending` until the rule is met one way or the other; `expired` when its time ran out, which approves nothing;
     * `recalled` by its requester, or because what was to be approved has changed; `revoked` by one who had approved;
     * `effective` once what was approved has been done: from then on nothing of it can be taken back.
     */
    state: v.picklist(["pending", "approved", "returned", "expired", "recalled", "revoked", "effective"]),
    /** When and by whom it was recalled or revoked, and why. */
    taken: v.optional(v.object({ member: v.optional(v.string()), reason: v.string(), at: Instant })),
  }),
  key: ({ collection }: { collection: string }) => ({ pk: `collection#${collection}`, sk: "approval" }),
});
export type Approval = v.InferOutput<typeof Approval.schema>;

/** The approval of a collection whose answers are decisions. */
export async function readApproval(world: World, collection: string): Promise<Stored<Approval>> {
  const approval = await world.table.get(Approval, { collection });
  if (!approval) throw new Error(`${collection} has no approval`);
  return approval;
}
