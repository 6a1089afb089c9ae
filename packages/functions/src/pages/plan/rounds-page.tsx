import { dateTime, inScript, type Locale, say, textIn } from "@quorate/core/i18n";
import type { FrozenNode, Plan, PlanReview, PlanRound, Return, Stage } from "@quorate/core/plan";
import { recommendationWords, stoppedReason } from "@quorate/core/plan";
import { shortHash } from "@quorate/core/vote";
import { ConsolePage } from "../console.tsx";
import { Badge, type BadgeKind, Buttons, Facts, Lead, SubmitButton, TextField } from "../look/index.ts";
import type { Console } from "../people/index.ts";
import { commentsPath, planPath, roundsPath } from "./paths.ts";

/** One round with what has come back in it. */
export type RoundView = {
  round: PlanRound;
  returns: readonly Return[];
  /** The areas of its version. */
  areas: readonly FrozenNode[];
  /** How many comments each reviewer has sent. */
  comments: ReadonlyMap<string, number>;
};

type RoundsProps = Console & {
  plan: Plan;
  review: PlanReview | undefined;
  rounds: readonly RoundView[];
  mayOpen: boolean;
  wrongUntil?: string | undefined;
};

/** Every round of a plan, the last one first: who was asked, and what came back. */
export function RoundsPage(props: RoundsProps) {
  const { locale, network, plan, review, rounds, mayOpen } = props;
  const title = say(locale, "plan.round.title");
  return (
    <ConsolePage {...{ locale, network, path: roundsPath(plan), title, current: "home" }}>
      <header>
        <p class="kicker">{inScript(locale, plan.title)}</p>
        <h1>{title}</h1>
      </header>
      {review?.state === "parked" && <Parked {...props} review={review} />}
      {rounds.length === 0 && <Lead>{say(locale, "plan.round.none")}</Lead>}
      {mayOpen && (
        <Buttons>
          <a class="button" href={`${roundsPath(plan)}/new`}>
            {say(locale, "plan.round.open")}
          </a>
        </Buttons>
      )}
      {review?.stage === "review" && review.state === "running" && (
        <Buttons>
          <a class="button plain" href={`${roundsPath(plan)}/change`}>
            {say(locale, "plan.change.title")}
          </a>
        </Buttons>
      )}
      {review?.stage === "consolidation" && (
        <Buttons>
          <a class="button" href={`${roundsPath(plan)}/decision`}>
            {say(locale, "plan.decision.ask")}
          </a>
        </Buttons>
      )}
      {rounds.toReversed().map((view) => (
        <Round {...{ locale, plan, view, stage: stageOf(view, review) }} zone={network.zone} />
      ))}
      <p>
        <a href={planPath(plan)}>{say(locale, "plan.back")}</a>
      </p>
    </ConsolePage>
  );
}

function Parked({ locale, plan, review, wrongUntil }: RoundsProps & { review: PlanReview }) {
  return (
    <section class="card flow">
      <h2>{say(locale, "plan.parked.heading")}</h2>
      <p>{textIn(locale, stoppedReason(review))}</p>
      <form method="post" action={`${roundsPath(plan)}/resume?lang=${locale}`} novalidate class="flow">
        {review.parked?.fault === "lapsed" && (
          <TextField
            {...{ locale, id: "until", kind: "datetime", value: "", error: wrongUntil }}
            label={say(locale, "plan.round.until")}
          />
        )}
        <Buttons>
          <SubmitButton>{say(locale, "plan.round.resume")}</SubmitButton>
        </Buttons>
      </form>
    </section>
  );
}

type RoundProps = { locale: Locale; zone: string; plan: Plan; view: RoundView; stage: Stage | "cancelled" };

function Round({ locale, zone, plan, view, stage }: RoundProps) {
  const { round, returns } = view;
  const id = `round-${round.number}`;
  const received = returns.filter(({ answer }) => answer?.kind === "review").length;
  const when = (at: string) => dateTime(locale, at, zone, { year: true });
  const inTime = returns.filter(({ late }) => !late);
  const late = returns.filter((one) => one.late);
  return (
    <section class="card flow" aria-labelledby={id}>
      <header>
        <Badge kind={round.closedAt ? "done" : "wait"}>{say(locale, `plan.round.state.${stage}`)}</Badge>
        <h2 id={id}>{say(locale, "plan.round.n", { n: round.number, version: round.version })}</h2>
      </header>
      <p>{say(locale, "plan.round.received", { n: received, of: returns.length, minimum: round.minimum })}</p>
      <Facts
        facts={[
          [say(locale, "common.deadline"), when(round.deadline)],
          ...(round.closedAt ? [[say(locale, "plan.round.closedAt"), when(round.closedAt)] as const] : []),
          [say(locale, "plan.round.hash"), <code>{shortHash(round.hash)}</code>],
          ...(round.decision
            ? [[say(locale, "plan.decision.made"), say(locale, `plan.decision.${round.decision.verdict}`)] as const]
            : []),
          ...(round.decision?.reason
            ? [[say(locale, "plan.decision.reason"), inScript(locale, round.decision.reason)] as const]
            : []),
        ]}
      />
      <ul class="activities">
        {inTime.map((one) => (
          <Returned {...{ locale, one, view }} />
        ))}
      </ul>
      {round.closedAt && (
        <p>
          <a href={commentsPath(plan, round.number)}>{say(locale, "plan.answers.title")}</a>
        </p>
      )}
      {late.length > 0 && (
        <>
          <h3>{say(locale, "plan.round.late")}</h3>
          <ul class="activities">
            {late.map((one) => (
              <Returned {...{ locale, one, view }} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** How the round that is shown stands: one that another has followed was decided on, or cancelled. */
function stageOf({ round }: RoundView, review: PlanReview | undefined): Stage | "cancelled" {
  if (round.cancelled) return "cancelled";
  return review && review.round === round.number ? review.stage : "revision";
}

function Returned({ locale, one, view }: { locale: Locale; one: Return; view: RoundView }) {
  const answer = one.answer ?? one.late;
  const { kind, words } = standing(locale, one, view.round.closedAt !== undefined);
  const areas = view.areas.filter(({ id }) => one.areas.includes(id)).map(({ words }) => inScript(locale, words.title));
  const insteadOf = view.returns.find(({ member }) => member === one.insteadOf);
  return (
    <li>
      <p>
        <strong>{inScript(locale, one.name)}</strong>
        {one.institution && `, ${inScript(locale, one.institution)}`} <Badge kind={kind}>{words}</Badge>
      </p>
      {one.waiver && <p class="hint">{say(locale, "plan.round.waived", { note: inScript(locale, one.waiver) })}</p>}
      <p class="hint">{areas.length > 0 ? areas.join(", ") : say(locale, "plan.review.areas.all")}</p>
      {insteadOf && (
        <p class="hint">{say(locale, "plan.round.insteadOf", { name: inScript(locale, insteadOf.name) })}</p>
      )}
      {answer?.kind === "review" && (
        <p>
          {textIn(locale, recommendationWords(answer.recommendation))}.{" "}
          {say(locale, "plan.round.comments", { n: view.comments.get(one.member) ?? 0 })}
        </p>
      )}
      {answer?.kind === "review" && answer.scores.length > 0 && (
        <dl class="facts">
          {view.round.rubric.map(({ id, text }) => (
            <div>
              <dt>{textIn(locale, text)}</dt>
              <dd>{answer.scores.find(({ on }) => on === id)?.points}</dd>
            </div>
          ))}
        </dl>
      )}
      {answer && answer.kind !== "review" && <p>{inScript(locale, answer.reason)}</p>}
    </li>
  );
}

function standing(locale: Locale, one: Return, isClosed: boolean): { kind: BadgeKind; words: string } {
  if (one.late) return { kind: "none", words: say(locale, "plan.round.is.late") };
  if (one.ask?.passedTo) return { kind: "none", words: say(locale, "plan.round.is.replaced") };
  switch (one.answer?.kind) {
    case "review":
      return { kind: "done", words: say(locale, "plan.round.is.review") };
    case "conflict":
      return { kind: "against", words: say(locale, "plan.round.is.conflict") };
    case "decline":
      return { kind: "none", words: say(locale, "plan.round.is.decline") };
    case undefined:
      if (one.ask?.undelivered) return { kind: "bad", words: say(locale, "plan.round.is.undelivered") };
      return isClosed
        ? { kind: "none", words: say(locale, "plan.round.is.missing") }
        : { kind: "wait", words: say(locale, "plan.round.is.waiting") };
  }
}
