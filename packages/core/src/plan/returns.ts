import { Answer, type Ask, answersOf, askId, asksOf, Collection, type Decided } from "../ask/index.ts";
import type { Content, Form } from "../form/index.ts";
import type { Instant, Stored, World } from "../kit/index.ts";
import { Member } from "../people/index.ts";
import { type Asking, stepCollection } from "../process/index.ts";
import { REVIEW_LETTER } from "./comments.ts";
import { type ReviewAnswer, reviewForm, reviewIn } from "./review-forms.ts";
import { type PlanReview, type PlanRound, readRound } from "./review-records.ts";

/** One letter two days before the deadline; where it was missed, one after a day and one after four (plan-review 5). */
const overdueLetters = { before: 2, after: [1, 4] };

/** What a round asks of its reviewers; each answer is looked at as it comes, because of those who decline. */
export function reviewAsking({ title }: PlanReview, round: PlanRound): Asking & { form: Form } {
  return {
    ...{
      letter: REVIEW_LETTER,
      asker: round.openedBy,
      subject: round.hash,
      signals: "each",
      reminders: overdueLetters,
    },
    form: reviewForm(title, round),
  };
}

/** One reviewer of a round, and what came back from her. */
export type Return = {
  member: string;
  name: string;
  institution?: string | undefined;
  areas: readonly string[];
  insteadOf?: string | undefined;
  ask?: Stored<Ask> | undefined;
  /** What she has answered in time. */
  answer?: ReviewAnswer | undefined;
  /** The public note with which her conflict was waived. */
  waiver?: string | undefined;
  /** Her review came after the round: it is listed, and counts for nothing in it (plan-review 5). */
  late?: ReviewAnswer | undefined;
  at?: Instant | undefined;
};

/** What has come back in a round, reviewer by reviewer, in the order in which they were asked. */
export async function returnsIn(world: World, review: PlanReview, round: PlanRound): Promise<Return[]> {
  const id = stepCollection({ ...review, turns: { review: round.number } }, "review");
  const collection = await world.table.get(Collection, { id });
  const asks = collection ? await asksOf(world.table, id, collection.shards) : [];
  const answers = await answersOf(world.table, asks);
  const late = await lateAnswers(world, asks);
  const members = await reviewerPlaces(world, review.network, round);
  const said = (answer: { content: Content } | undefined) => answer && reviewIn(answer.content);
  return round.reviewers.map(({ member, areas, insteadOf }) => {
    const ask = asks.find((one) => one.id === askId(id, member, 1));
    const [inTime, after] = [ask && answers.get(ask.id), ask && late.get(ask.id)];
    return {
      ...{ member, name: members.get(member)?.name ?? "", institution: members.get(member)?.institution },
      ...{ areas, insteadOf, ask, answer: said(inTime), late: said(after), at: (inTime ?? after)?.at },
      waiver: round.waivers.find((one) => one.member === member)?.note,
    };
  });
}

async function lateAnswers(world: World, asks: readonly Ask[]): Promise<Map<string, Answer>> {
  const keys = asks
    .filter(({ answer, late }) => !answer && late)
    .map(({ id }) => ({ ask: id, version: 1, late: true }));
  const found = await world.table.getMany(keys.map((key) => Answer.key(key)));
  return new Map(keys.flatMap((key) => [found.get(Answer, key) ?? []].flat().map((answer) => [key.ask, answer])));
}

/** The places of everybody who is asked in a round, by member. */
export async function reviewerPlaces(
  world: World,
  network: string,
  { reviewers }: Pick<PlanRound, "reviewers">,
): Promise<ReadonlyMap<string, Member>> {
  const keys = reviewers.map(({ member }) => ({ network, id: member }));
  const found = await world.table.getMany(keys.map((key) => Member.key(key)));
  return new Map(keys.flatMap((key) => [found.get(Member, key) ?? []].flat().map((member) => [key.id, member])));
}

/** How a round stands in figures. */
export type RoundFigures = { asked: number; received: number; declined: number; conflicts: number; missing: number };

/** Who was replaced is asked no more: she counts nowhere. */
export function figuresOf(all: readonly Return[]): RoundFigures {
  const returns = all.filter(({ ask }) => ask?.passedTo === undefined);
  const answered = (kind: ReviewAnswer["kind"]) => returns.filter(({ answer }) => answer?.kind === kind).length;
  const [received, declined, conflicts] = [answered("review"), answered("decline"), answered("conflict")];
  const asked = returns.length;
  return { asked, received, declined, conflicts, missing: asked - received - declined - conflicts };
}

/** A round goes on to its deadline while a conflict waits for the coordinator, or too few reviews have come in. */
export function mayNotClose(world: World, review: PlanReview): Decided {
  return async () => {
    const round = await readRound(world, review.id, review.round);
    const { conflicts, received } = figuresOf(await returnsIn(world, review, round));
    const isBelow = received < round.minimum && !round.closesBelow;
    return conflicts > 0 || isBelow ? "held" : false;
  };
}
