import * as v from "valibot";
import { Absentee } from "./absentees.ts";

/** How many people are at it at once, whatever they do. */
export const CLIENTS = 16;

/** A form as it was opened: its link, and the nonce that its page carries. */
export const OpenedForm = v.object({ token: v.string(), page: v.string() });
export type OpenedForm = v.InferOutput<typeof OpenedForm>;

/** What the process of the clients is asked to do, always `CLIENTS` at a time. */
export const Job = v.variant("kind", [
  v.object({ kind: v.literal("open"), url: v.string(), tokens: v.array(v.string()) }),
  v.object({ kind: v.literal("answer"), url: v.string(), forms: v.array(OpenedForm) }),
  /** Writes transactions without any page: the given one, that of `from`, made over for each of `absentees`. */
  v.object({
    kind: v.literal("transact"),
    endpoint: v.string(),
    transaction: v.string(),
    from: Absentee,
    absentees: v.array(Absentee),
  }),
]);
export type Job = v.InferOutput<typeof Job>;

/** What was done: how long each took and all together, in milliseconds, and the forms if any were opened. */
export const Done = v.object({
  milliseconds: v.number(),
  each: v.array(v.number()),
  forms: v.array(OpenedForm),
});
export type Done = v.InferOutput<typeof Done>;

export const Serving = v.object({ url: v.string() });
export type Serving = v.InferOutput<typeof Serving>;
