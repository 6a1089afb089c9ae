import { type AboutAsk, aboutAsk, askEnvelope, askUrl, envelopeOf, type Skip } from "../ask/index.ts";
import { message, type Text } from "../i18n/index.ts";
import { readableHash } from "../journal/index.ts";
import { Link, type World } from "../kit/index.ts";
import type { AskEnvelope, CommonLetters, Envelope, Letter } from "../letter/index.ts";
import { Member } from "../people/index.ts";
import { REVIEW_LETTER } from "./comments.ts";
import { figuresOf, type RoundFigures, returnsIn, reviewerPlaces } from "./returns.ts";
import { FrozenNode, type PlanReview, type PlanRound, readReview, readRound } from "./review-records.ts";

/** What a letter about a plan says in its frame; its link opens the coordinator's page. */
type AboutPlan = Envelope & { process: string; url: string; journal: string };

/** The letters of a plan's review: who gets each, and what is put into it when it is rendered. */
export type PlanLetters = {
  /** Every reviewer of a round: comments, scores, a recommendation. `areas` is empty for who is asked about the whole plan. */
  "plan.review": AskEnvelope & {
    round: number;
    version: number;
    areas: string[];
    /** The public note with which her conflict was waived. */
    waiver?: string | undefined;
  };
  /** Whoever opened the round: too few reviews have come in; extend it or close it? */
  "plan.minimum": AskEnvelope & { round: number };
  /** Who decides: what becomes of this version? */
  "plan.decision": AskEnvelope & { round: number };
  /** Whoever has reviewed, when the next round begins: the comments with their answers, and what has changed. */
  "plan.answers": AboutPlan & { round: number };
  /** Whoever opened the round: a reviewer has declared a conflict, which is to be waived, or she replaced. */
  "plan.conflict": AboutPlan & { name: string; words: string };
  /** A reviewer: somebody else is asked in her place. */
  "plan.released": Envelope & { process: string; name: string; journal: string };
  /** Whoever opened the round: what has come in, and what has not. */
  "plan.closed": AboutPlan & { round: number; figures: RoundFigures; missing: string[] };
  /** The coordinator: the review has stopped and waits for an act of hers. */
  "plan.parked": AboutPlan & { reason: Text };
};

type AllProps = PlanLetters & Pick<CommonLetters, "ask.undelivered">;
type PlanLetter = {
  [K in keyof AllProps]: { kind: K; props: AllProps[K]; address: string; replyTo?: string | undefined };
}[keyof AllProps];

/** Puts names, addresses and links into a letter of a plan's review; undefined for one of another process. */
export async function planLetter(world: World, letter: Letter): Promise<PlanLetter | AboutAsk | Skip | undefined> {
  if (!letter.process.startsWith("pln_")) return undefined;
  const review = await readReview(world, letter.process);
  switch (letter.kind) {
    case REVIEW_LETTER:
      return reviewLetter(world, letter, review);
    case "plan.answers": {
      const { address, props } = await aboutPlan(world, letter, review);
      const link = letter.link && (await world.table.get(Link, { id: letter.link }));
      if (!link) throw new Error(`the letter ${letter.id} has no link`);
      const url = `${askUrl(world, link)}/answers`;
      return { kind: letter.kind, address, props: { ...props, url, round: Number(letter.version) } };
    }
    case "plan.decision":
    case "plan.minimum": {
      const asked = await askEnvelope(world, letter, { title: review.title, journal: headOf(review) });
      if ("skip" in asked) return asked;
      const { props, address } = asked;
      return { kind: letter.kind, address, props: { ...props, round: review.round } };
    }
    case "plan.conflict":
      return conflictLetter(world, letter, review);
    case "plan.released": {
      const { envelope, address } = await envelopeOf(world, letter);
      const round = await readRound(world, review.id, review.round);
      const next = round.reviewers.find(({ insteadOf }) => insteadOf === letter.member);
      const name = (await reviewerPlaces(world, review.network, round)).get(next?.member ?? "")?.name ?? "";
      return {
        kind: letter.kind,
        address,
        props: { ...envelope, process: review.title, name, journal: headOf(review) },
      };
    }
    case "plan.closed": {
      const round = await readRound(world, review.id, Number(letter.version));
      const returns = await returnsIn(world, review, round);
      const missing = returns.filter(({ answer }) => !answer).map(({ name }) => name);
      const { address, props } = await aboutPlan(world, letter, review);
      const about = { round: round.number, figures: figuresOf(returns), missing };
      return { kind: letter.kind, address, props: { ...props, ...about } };
    }
    case "plan.parked": {
      const { address, props } = await aboutPlan(world, letter, review);
      return { kind: letter.kind, address, props: { ...props, reason: stoppedReason(review) } };
    }
    case "ask.undelivered": {
      const { address, props } = await aboutPlan(world, letter, review);
      const member = await world.table.get(Member, { network: review.network, id: String(letter.facts.member) });
      return { kind: letter.kind, address, props: { ...props, name: member?.name ?? "" } };
    }
    default:
      return aboutAsk(world, letter, headOf(review));
  }
}

async function reviewLetter(world: World, letter: Letter, review: PlanReview): Promise<PlanLetter | Skip> {
  const asked = await askEnvelope(world, letter, { title: review.title, journal: headOf(review) });
  if ("skip" in asked) return asked;
  const { props, address, ask } = asked;
  const round = await readRound(world, review.id, review.round);
  const areas = await areaNames(world, round, ask.member);
  const waiver = round.waivers.find(({ member }) => member === ask.member)?.note;
  const about = { round: round.number, version: round.version, areas, ...(waiver && { waiver }) };
  return { kind: REVIEW_LETTER, address, replyTo: props.asker.address, props: { ...props, ...about } };
}

async function conflictLetter(world: World, letter: Letter, review: PlanReview): Promise<PlanLetter | Skip> {
  const round = await readRound(world, review.id, Number(letter.facts.round));
  const declared = (await returnsIn(world, review, round)).find(({ member }) => member === letter.facts.member);
  // Waived or replaced meanwhile: there is nothing to be done any more.
  if (declared?.answer?.kind !== "conflict") return { skip: "settled" };
  const { address, props } = await aboutPlan(world, letter, review);
  const { name, answer } = declared;
  return { kind: "plan.conflict", address, props: { ...props, name, words: answer.reason } };
}

/** What a reviewer is asked about, by name, in the order in which she was given it. */
async function areaNames(world: World, { plan, hash, reviewers }: PlanRound, member: string): Promise<string[]> {
  const areas = reviewers.find((one) => one.member === member)?.areas ?? [];
  const found = await world.table.getMany(areas.map((id) => FrozenNode.key({ plan, hash, id })));
  return areas.flatMap((id) => found.get(FrozenNode, { plan, hash, id })?.words.title ?? []);
}

async function aboutPlan(world: World, letter: Letter, review: PlanReview) {
  const { envelope, address } = await envelopeOf(world, letter);
  const url = `${world.url}/n/${review.network}/plans/${review.id}/rounds`;
  return { address, props: { ...envelope, process: review.title, url, journal: headOf(review) } };
}

/** The head of the journal as it goes into every letter about the plan (votes R17). */
const headOf = ({ journal }: PlanReview) => readableHash(journal.hash);

/** Why a review has stopped, in words for its coordinator. */
export function stoppedReason({ parked }: PlanReview): Text {
  if (parked?.fault === "lapsed") return message("plan.parked.lapsed");
  return message("plan.parked.fault", { fault: parked?.fault ?? "unknown" });
}
