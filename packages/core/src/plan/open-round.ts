import * as v from "valibot";
import { appendEntry, emptyJournal, type JournalEntry } from "../journal/index.ts";
import {
  after,
  command,
  create,
  Instant,
  type Problem,
  Refusal,
  replace,
  type Stored,
  untilWritten,
  type World,
} from "../kit/index.ts";
import { Address, Member, Network, newGuests, Person, personsAt, placesOf } from "../people/index.ts";
import { readPlan } from "./acts.ts";
import { sentComments, unansweredIn } from "./consolidation.ts";
import { freezeDraft } from "./freeze.ts";
import { nodesOf, type Plan, type PlanNode } from "./records.ts";
import { PlanReview, PlanRound, PlanVersion, Reviewer, readRound } from "./review-records.ts";
import { barredFrom, writersOf } from "./reviewers.ts";
import { outlineOf } from "./rules.ts";
import { missingIn } from "./template.ts";

/** How many people one round asks at most. */
const MOST_REVIEWERS = 100;
/** How many of them can be asked from outside: one transaction writes them all. */
const MOST_EXTERNALS = 20;
/** A round that is opened leaves its reviewers this time at least (plan-review 6). */
export const LEAST_TIME = { hours: 24 };

const Opening = v.object({
  ...{ network: v.string(), plan: v.string(), actor: v.string(), deadline: Instant },
  /** So many reviews have to come in. */
  minimum: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  reviewers: v.pipe(v.array(Reviewer), v.maxLength(MOST_REVIEWERS)),
  /** Experts from outside; they are asked about the whole plan. */
  externals: v.optional(
    v.pipe(
      v.array(v.object({ name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)), address: Address })),
      v.maxLength(MOST_EXTERNALS),
    ),
    [],
  ),
  /** Who is asked in the place of one who declines, in this order. */
  alternates: v.optional(v.pipe(v.array(v.string()), v.maxLength(MOST_REVIEWERS)), []),
  /** By so many days the round is extended by itself, once, where the minimum is not met. */
  extensionDays: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(2), v.maxValue(60))),
  /** Who decides on the version after the round. */
  approver: v.string(),
});
type Opening = v.InferOutput<typeof Opening>;

/**
 * The draft is frozen as the plan's next version, and its reviewers are now asked; the authors go on in the draft. The number of
 * the round is returned. Refuses who may not review, by name, before any letter goes (plan-review 3); a minimum that cannot be
 * reached, an empty plan, comments of the last round without an answer, and a plan whose last round is not decided on (`plan.stage`).
 */
export const openRound = command(Opening, (world, opening) =>
  untilWritten(async (): Promise<number> => {
    const plan = await readPlan(world, opening.network, opening.plan);
    const review = await world.table.get(PlanReview, { id: plan.id });
    if (review && review.stage !== "revision") throw new Refusal("plan.stage");
    const problems = [...(await unanswered(world, review)), ...(await wrongIn(world, plan, opening))];
    if (problems.length > 0) throw new Refusal("input.invalid", { problems });
    const guests = await newGuests(world, plan.network, opening.externals);
    const version = await freezeDraft(world, plan, opening.actor);
    const { rubric } = plan.template;
    const externals = guests.map(({ member }): Reviewer => ({ member: member.id, areas: [] }));
    const round: PlanRound = {
      ...{
        plan: plan.id,
        number: (review?.round ?? 0) + 1,
        version: version.number,
        hash: version.hash,
        rubric,
        openedAt: version.at,
      },
      ...{ openedBy: opening.actor, deadline: opening.deadline, minimum: opening.minimum },
      reviewers: [...opening.reviewers, ...externals],
      ...{ alternates: opening.alternates, approver: opening.approver, waivers: [] },
      ...(opening.extensionDays !== undefined && { extensionDays: opening.extensionDays }),
    };
    const { number, hash, deadline, reviewers, minimum } = round;
    const facts = { round: number, version: version.number, hash, deadline, minimum, reviewers: reviewers.length };
    await world.table.write([
      create(PlanVersion, version),
      create(PlanRound, round),
      ...guests.flatMap(({ person, member }) => [create(Person, person), create(Member, member)]),
      ...(review
        ? goneOn(world, review, round, { act: "round.opened", facts })
        : await begun(world, plan, opening, { act: "round.opened", facts })),
    ]);
    return number;
  }),
);

/** The process's row as it begins, with the first entry of its journal. */
async function begun(
  world: World,
  { id, network, title }: Plan,
  { actor, deadline }: Opening,
  entry: Pick<JournalEntry, "act" | "facts">,
) {
  const body = await world.table.get(Network, { id: network });
  if (!body) throw new Refusal("not-found");
  const at = world.clock.now();
  const { head, write } = appendEntry(emptyJournal, { process: id, at, actor, ...entry });
  const review: PlanReview = {
    ...{ id, network, title, zone: body.zone, opener: actor, state: "running", stage: "review", execution: 1 },
    ...{ openedAt: at, journal: head, round: 1, deadlines: { review: deadline }, turns: { review: 1 } },
  };
  return [create(PlanReview, review), write];
}

/** The row as it goes on to its next round, in another execution, with the next entry of its journal. */
function goneOn(
  world: World,
  review: Stored<PlanReview>,
  { number, deadline, openedBy: actor }: PlanRound,
  entry: Pick<JournalEntry, "act" | "facts">,
) {
  const at = world.clock.now();
  const { head, write } = appendEntry(review.journal, { process: review.id, at, actor, ...entry });
  const { execution, turns } = review;
  const next: PlanReview = {
    ...{ ...review, state: "running", stage: "review", round: number, execution: execution + 1, executionSince: at },
    ...{ deadlines: { review: deadline }, turns: { ...turns, review: number }, journal: head },
  };
  return [replace(PlanReview, review, next), write];
}

/** The comments of the last round that have no disposition keep the next one from being opened (plan-review 7). */
async function unanswered(world: World, review: PlanReview | undefined): Promise<Problem[]> {
  if (!review) return [];
  const last = await readRound(world, review.id, review.round);
  if (last.cancelled) return [];
  const n = unansweredIn(await sentComments(world, review, last));
  return n > 0 ? [{ field: "reviewers", code: "comments-unanswered", details: { n } }] : [];
}

/** What keeps a round from being opened so, by field. */
async function wrongIn(world: World, plan: Stored<Plan>, opening: Opening): Promise<Problem[]> {
  const { deadline, minimum, reviewers, externals } = opening;
  const nodes = await nodesOf(world.table, plan.id);
  const areas = new Set(nodes.filter(({ level }) => level === "area").map(({ id }) => id));
  const asked = reviewers.length + externals.length;
  return [
    ...wrongNodes(plan, nodes),
    ...(deadline < after(world.clock.now(), LEAST_TIME) ? [{ field: "deadline", code: "within-a-day" }] : []),
    ...(asked === 0 ? [{ field: "reviewers", code: "nobody" }] : []),
    ...(asked > 0 && minimum > asked ? [{ field: "minimum", code: "too-many", details: { limit: asked } }] : []),
    ...(reviewers.flatMap((one) => one.areas).every((area) => areas.has(area))
      ? []
      : [{ field: "reviewers", code: "no-such-area" }]),
    ...(await wrongPeople(world, plan, opening)),
  ];
}

/** A plan is reviewed once everything is known of it that its template asks for. */
function wrongNodes({ template }: Plan, nodes: readonly PlanNode[]): Problem[] {
  if (nodes.length === 0) return [{ field: "reviewers", code: "plan-empty" }];
  const incomplete = outlineOf(nodes).filter(({ node }) => missingIn(template, node).length > 0);
  const [first] = incomplete;
  const name = first && `${first.number} ${first.node.words.title}`;
  return name ? [{ field: "reviewers", code: "incomplete", details: { n: incomplete.length, name } }] : [];
}

/** Everybody who may not be asked, by name, and why. */
async function wrongPeople(world: World, plan: Plan, opening: Opening): Promise<Problem[]> {
  const { network } = plan;
  const { actor, approver, reviewers, alternates, externals } = opening;
  const ids = [...reviewers.map(({ member }) => member), ...alternates];
  const found = await world.table.getMany([...new Set([approver, ...ids])].map((id) => Member.key({ network, id })));
  const decider = found.get(Member, { network, id: approver });
  const authors = await writersOf(world, plan);
  const wrong = (field: string, code: string, name = ""): Problem => ({ field, code, details: { name } });
  const problems: Problem[] = [];
  if (decider?.standing !== "active" || approver === actor) problems.push(wrong("approver", "not-a-member"));
  for (const [index, id] of ids.entries()) {
    const field = index < reviewers.length ? "reviewers" : "alternates";
    const member = found.get(Member, { network, id });
    const barred = member && barredFrom(member, authors, decider);
    if (!member || member.standing === "left") problems.push(wrong(field, "not-a-member"));
    else if (ids.indexOf(id) < index) problems.push(wrong(field, "reviewer-twice", member.name));
    else if (barred) problems.push(wrong(field, `reviewer-${barred}`, member.name));
  }
  for (const { name, address } of externals) {
    const places = await Promise.all(
      (await personsAt(world.table, address)).map(({ id }) => placesOf(world.table, id)),
    );
    const barred = places
      .flat()
      .filter((place) => place.network === network)
      .map((place) => barredFrom(place, authors, decider))
      .find((one) => one !== undefined);
    if (barred) problems.push(wrong("externals", `reviewer-${barred}`, name));
  }
  return problems;
}
