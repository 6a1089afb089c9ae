import * as v from "valibot";
import {
  Answer,
  Ask,
  askedOnceMore,
  askId,
  Collection,
  extended,
  extendedFor,
  openAsks,
  recalled,
} from "../ask/index.ts";
import { after, command, Instant, Refusal, replace, type Stored, sha256, type World } from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import { Member } from "../people/index.ts";
import { askedMembers, moveRow, stepCollection } from "../process/index.ts";
import { readPlan } from "./acts.ts";
import { LEAST_TIME } from "./open-round.ts";
import { reviewIn } from "./review-forms.ts";
import { PlanReview, PlanRound, type Reviewer, readReview, readRound } from "./review-records.ts";
import { barredFrom, writersOf } from "./reviewers.ts";

type OpenRound = { round: Stored<PlanRound>; collection: Stored<Collection> };

/** The round that runs, with what it asks. Refuses `plan.stage` where none does. */
async function openRoundOf(world: World, review: PlanReview): Promise<OpenRound> {
  const collection = await world.table.get(Collection, { id: stepCollection(review, "review") });
  if (review.stage !== "review" || collection?.state !== "open") throw new Refusal("plan.stage");
  return { round: await readRound(world, review.id, review.round), collection };
}

async function askOf(world: World, { collection }: OpenRound, member: string): Promise<Stored<Ask>> {
  const ask = await world.table.get(Ask, { collection: collection.id, id: askId(collection.id, member, 1) });
  if (!ask) throw new Refusal("not-found");
  return ask;
}

const Extension = v.object({ plan: v.string(), actor: v.string(), until: Instant, member: v.optional(v.string()) });

/**
 * The round has a later deadline, or one reviewer has (plan-review 6): reminders and links move along, and who has finished is
 * not written to. Refuses one that is not later (`collection.extension`), and one that leaves less than a day.
 */
export const extendRound = command(Extension, async (world, { plan, actor, until, member }) => {
  await moveRow(world, PlanReview, plan, async (review) => {
    const open = await openRoundOf(world, review);
    const { collection, round } = open;
    const now = world.clock.now();
    if (until < after(now, LEAST_TIME)) throw wrong("until", "within-a-day");
    if (member !== undefined) {
      const writes = extendedFor(world, collection, await askOf(world, open, member), until);
      return { changes: {}, act: "reviewer.extended", actor, facts: { round: round.number, member, until }, writes };
    }
    return {
      changes: { deadlines: { ...review.deadlines, review: until } },
      ...{ act: "round.extended", actor, facts: { round: round.number, until } },
      writes: [
        replace(Collection, collection, extended(collection, until, now)),
        replace(PlanRound, round, { ...round, deadline: until }),
      ],
    };
  });
});

const Waiver = v.object({
  ...{ plan: v.string(), actor: v.string(), member: v.string() },
  /** It is public: it stands beside her review. */
  note: v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(1000)),
});

/**
 * The conflict that this reviewer has declared does not stand in the way: she is asked once more, and the note is public.
 * Refuses where she has declared none.
 */
export const waiveConflict = command(Waiver, async (world, { plan, actor, member, note }) => {
  await moveRow(world, PlanReview, plan, async (review) => {
    const open = await openRoundOf(world, review);
    const { collection, round } = open;
    const ask = await askOf(world, open, member);
    const version = ask.answer?.version;
    const answer = version && (await world.table.get(Answer, { ask: ask.id, version, late: false }));
    if (!answer || reviewIn(answer.content).kind !== "conflict") throw new Refusal("plan.stage");
    const waiver = { member, note, by: actor, at: world.clock.now() };
    return {
      ...{ changes: {}, act: "conflict.waived", actor, facts: { round: round.number, member, note: sha256(note) } },
      writes: [
        replace(PlanRound, round, { ...round, waivers: [...round.waivers, waiver] }),
        ...askedOnceMore(world, collection, ask),
      ],
    };
  });
});

const Cancelling = v.object({
  ...{ plan: v.string(), actor: v.string() },
  reason: v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(1000)),
});

/**
 * The round is over without a result: nothing is taken any more, and everybody who was asked is told why. The authors go on, and
 * the next round needs no answers to this one's comments. Refuses `plan.stage` where no round runs.
 */
export const cancelRound = command(Cancelling, async (world, { plan, actor, reason }) => {
  await moveRow(world, PlanReview, plan, async (review) => {
    const { round, collection } = await openRoundOf(world, review);
    if (review.state !== "running") throw new Refusal("plan.stage");
    const at = world.clock.now();
    return {
      changes: { stage: "revision" },
      ...{ act: "round.cancelled", actor, facts: { round: round.number, reason: sha256(reason) } },
      writes: [
        replace(PlanRound, round, { ...round, closedAt: at, cancelled: { reason, by: actor, at } }),
        replace(Collection, collection, recalled(collection, { why: "recalled", by: actor, reason, at })),
      ],
    };
  });
});

const Replacement = v.object({
  ...{ plan: v.string(), actor: v.string(), member: v.string() },
  /** In whose place; she is asked nothing any more. Nobody: one more is asked, about the whole plan. */
  insteadOf: v.optional(v.string()),
});

/**
 * This member reviews too: in the place of another, about her areas, or besides all others. Refuses who may not review
 * (plan-review 3), who was asked in this round already, and to replace somebody whose review is in.
 */
export const askReviewer = command(Replacement, async (world, { plan: id, actor, member, insteadOf }) => {
  const review = await readReview(world, id);
  const plan = await readPlan(world, review.network, id);
  const place = await world.table.get(Member, { network: review.network, id: member });
  const writers = await writersOf(world, plan);
  await moveRow(world, PlanReview, id, async (row) => {
    const open = await openRoundOf(world, row);
    const { round, collection } = open;
    const approver = await world.table.get(Member, { network: row.network, id: round.approver });
    if (!place || place.standing === "left") throw wrong("member", "not-a-member");
    const barred = barredFrom(place, writers, approver);
    if (barred) throw wrong("member", `reviewer-${barred}`, place.name);
    if (round.reviewers.some((one) => one.member === member)) throw wrong("member", "reviewer-twice", place.name);
    const areas = round.reviewers.find((one) => one.member === insteadOf)?.areas ?? [];
    const reviewer: Reviewer = { member, areas, ...(insteadOf && { insteadOf }) };
    const facts = { round: round.number, member, ...(insteadOf && { insteadOf }) };
    return {
      ...{ changes: {}, act: insteadOf ? "reviewer.replaced" : "reviewer.added", actor, facts },
      writes: [
        replace(PlanRound, round, { ...round, reviewers: [...round.reviewers, reviewer] }),
        ...(insteadOf === undefined ? [] : await released(world, open, insteadOf, place)),
        replace(Collection, collection, { ...collection, nudges: collection.nudges + 1 }),
      ],
    };
  });
  // Cut off before this, the next look at the round asks her.
  const { round, collection } = await openRoundOf(world, await readReview(world, id));
  const added = round.reviewers.filter((one) => one.member === member);
  await openAsks(world, collection, await askedMembers(world, review, "review", collection.form, added));
});

/** She who is replaced is asked nothing any more, and told so. */
async function released(world: World, open: OpenRound, member: string, next: Member) {
  const ask = await askOf(world, open, member);
  const { answer } = ask;
  const said = answer && (await world.table.get(Answer, { ask: ask.id, version: answer.version, late: false }));
  if (said && reviewIn(said.content).kind === "review") throw new Refusal("ask.answered");
  const passedTo = { member: next.id, name: next.name, at: world.clock.now() };
  const { process, network, person, id } = ask;
  return [
    replace(Ask, ask, { ...ask, state: "closed" as const, passedTo }),
    ...writeLetter(world, { process, kind: "plan.released", version: id, network, person, member }),
  ];
}

function wrong(field: string, code: string, name = ""): Refusal {
  return new Refusal("input.invalid", { problems: [{ field, code, details: { name } }] });
}
