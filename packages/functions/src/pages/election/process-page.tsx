import { mayCancel, mayRepeat, parkedReason, rollSizeOf } from "@quorate/core/election";
import { inScript, type Locale, listOf, localDateTime, say, textIn, zoneNote } from "@quorate/core/i18n";
import { decidingText } from "@quorate/core/vote";
import type { Child } from "hono/jsx";
import { ConsolePage, electionPath, electionsPath } from "../console.tsx";
import { ErrorSummary, ProgressRing, SubmitButton, TextField, Timeline } from "../look/index.ts";
import { Asked } from "./asked.tsx";
import { courseOf } from "./course.ts";
import type { WrongField } from "./fields.tsx";
import { AllCounts, CountSoFar } from "./figures.tsx";
import { Nominations } from "./nominations.tsx";
import type { ProcessView } from "./process-view.ts";
import { RepetitionNotice } from "./repetition.tsx";
import { answered, undeliveredIn } from "./standing.ts";
import { standingLine } from "./standing-words.ts";

export type ProcessProps = {
  view: ProcessView;
  /** What was done a moment ago, in words. */
  done?: string | undefined;
  /** The resume form as it was sent, and what is wrong with it. */
  resume?: { until: string; wrong: readonly WrongField[] } | undefined;
};

/** One election: where it stands, what waits for the coordinator, the figures so far, who was asked, and its course. */
export function ProcessPage({ view, done, resume }: ProcessProps) {
  const { locale, network, election, step, letters } = view;
  const path = electionPath(election);
  const steps = [step, letters === step ? undefined : letters].flatMap((one) => one ?? []);
  const wrong = resume?.wrong ?? [];
  // Who stands is what this page is about until the list is fixed.
  const isStanding = ["acceptance", "candidates"].includes(election.stage);
  return (
    <ConsolePage
      {...{ locale, network, path, title: inScript(locale, election.title) }}
      {...{ current: "elections" as const, width: "wide" as const, isWrong: wrong.length > 0 }}
    >
      {wrong.length > 0 && <ErrorSummary locale={locale} title={say(locale, "form.summary.title")} problems={wrong} />}
      <header>
        <p class="kicker">{say(locale, "console.process.kicker", { rule: lowerFirst(ruleOf(view)) })}</p>
        <h1>{inScript(locale, election.title)}</h1>
      </header>
      <Lead view={view} />
      {done && (
        <div class="notice" role="status">
          <p>{done}</p>
        </div>
      )}
      <RepetitionNotice
        {...{ locale, repetition: view.repetition, zone: election.zone }}
        path={(id) => electionPath({ network: network.id, id })}
      />
      {view.standsAside && <StandsNotice locale={locale} names={view.standsAside} />}
      {election.state === "parked" && <ParkedNotice view={view} resume={resume} />}
      <CancellationNotice view={view} />
      <UndeliveredNotice view={view} />
      <div class="split">
        <div class="flow">
          <Counts view={view} />
          {isStanding && view.nominations && <Nominations {...{ ...view, nominations: view.nominations }} />}
          {steps.map((one) => (
            <Asked
              {...{ locale, path, zone: election.zone }}
              step={one}
              members={view.members}
              bounced={view.bounced}
            />
          ))}
          {!isStanding && view.nominations && (
            <details>
              <summary>{say(locale, "nominations.page.title")}</summary>
              <Nominations {...{ ...view, nominations: view.nominations }} />
            </details>
          )}
        </div>
        <div class="flow">
          <h2>{say(locale, "console.process.course")}</h2>
          <Timeline
            steps={courseOf(locale, view)}
            words={{
              done: say(locale, "common.step.done"),
              now: say(locale, "common.step.now"),
              next: say(locale, "common.step.next"),
            }}
          />
          <h2>{say(locale, "console.process.acts")}</h2>
          <Acts view={view} />
        </div>
      </div>
    </ConsolePage>
  );
}

/** The rule in words, with the number it takes where it is known beforehand. */
function ruleOf({ locale, election, votes }: Pick<ProcessView, "locale" | "election" | "votes">): string {
  const rules = votes.map(({ vote: { profile } }) =>
    textIn(locale, decidingText(profile, election.roll && rollSizeOf(election))),
  );
  return [...new Set(rules)].join("; ");
}

const lowerFirst = (text: string) => text.charAt(0).toLocaleLowerCase() + text.slice(1);

function Lead({ view }: { view: ProcessView }) {
  const { locale, election, step, session } = view;
  const line = standingLine(locale, election, { session, step });
  if (!step || election.state === "parked") return <p class="lead">{line}</p>;
  const { n, total } = answered(step);
  return (
    <p class="lead progress">
      <ProgressRing done={n} of={total} />
      <span>
        <strong>{line}</strong> <span class="hint">{zoneNote(locale, step.collection.deadline, election.zone)}</span>
      </span>
    </p>
  );
}

/** The reader stands herself: what she leaves to others, and to whom (votes R13). */
function StandsNotice({ locale, names }: { locale: Locale; names: readonly string[] }) {
  return (
    <div class="notice wait">
      <p>
        <strong>{say(locale, "duties.stands")}</strong> {say(locale, "duties.stands.lead")}{" "}
        {names.length > 0
          ? say(locale, "duties.now", { names: listOf(locale, names) })
          : say(locale, "duties.refused.nobody")}
      </p>
    </div>
  );
}

function ParkedNotice({ view, resume }: Pick<ProcessProps, "view" | "resume">) {
  const { locale, election, step } = view;
  const until = resume?.until ?? "";
  return (
    <div class="notice bad flow">
      <p>
        <strong>{textIn(locale, parkedReason(election))}</strong>
      </p>
      {view.may("resume") && (
        <form method="post" action={`${electionPath(election)}/resume`} novalidate class="flow">
          <TextField
            {...{ locale, id: "until", kind: "datetime" as const, value: until }}
            label={say(locale, "console.process.extend.new")}
            hint={`${say(locale, "console.process.resume.lead")} ${zoneNote(locale, step?.collection.deadline ?? election.openedAt, election.zone)}`}
            error={resume?.wrong[0]?.text}
          />
          <div class="buttons">
            <SubmitButton>{say(locale, "console.process.resume")}</SubmitButton>
          </div>
        </form>
      )}
    </div>
  );
}

/** The election is cancelled, or somebody asks for it: why, and for who asked the way back. */
function CancellationNotice({ view }: { view: ProcessView }) {
  const { locale, election, members, member } = view;
  const { cancellation, stage } = election;
  if (!cancellation) return null;
  const isDone = stage === "cancelled";
  const name = inScript(locale, members.get(cancellation.actor)?.name ?? "");
  return (
    <div class={isDone ? "notice bad flow" : "notice wait flow"}>
      <p>
        <strong>{isDone ? say(locale, "cancelling.act.done") : say(locale, "cancelling.pending", { name })}</strong>{" "}
        {inScript(locale, cancellation.reason)}
      </p>
      {!isDone && cancellation.actor === member.id && (
        <form method="post" action={`${electionPath(election)}/cancel/recall`}>
          <SubmitButton look="plain">{say(locale, "cancelling.recall")}</SubmitButton>
        </form>
      )}
    </div>
  );
}

function UndeliveredNotice({ view }: { view: ProcessView }) {
  const { locale, election, step, members } = view;
  const asks = step && election.state === "running" ? undeliveredIn(step) : [];
  const [first] = asks;
  if (!first || !step) return null;
  const names = asks.map((ask) => members.get(ask.member)?.name ?? "");
  const path = electionPath(election);
  const query = new URLSearchParams({ collection: first.collection, ask: first.id });
  return (
    <div class="notice wait task">
      <p>
        <strong>{say(locale, "console.process.undelivered", { n: asks.length, names: listOf(locale, names) })}</strong>{" "}
        {say(locale, "console.process.undelivered.lead")}
      </p>
      {step.step === "confirmation" ? (
        asks.map((ask) => (
          <a
            class={ask === first ? "button" : "button plain"}
            href={`${path}/waive?${new URLSearchParams({ ask: ask.id })}`}
          >
            {say(locale, "console.task.waive")}
            {asks.length > 1 && `: ${inScript(locale, members.get(ask.member)?.name ?? "")}`}
          </a>
        ))
      ) : (
        <a class="button" href={`${path}/reissue?${query}`}>
          {say(locale, "console.process.newLink")}
        </a>
      )}
    </div>
  );
}

/** The first vote drawn in full, the others folded away; all of them in one table. */
function Counts({ view: { locale, counts } }: { view: ProcessView }) {
  const [first, ...others] = counts;
  if (!first) return null;
  return (
    <>
      <section class="card flow" aria-labelledby="vote-1">
        <h2 id="vote-1">{inScript(locale, first.heading)}</h2>
        <CountSoFar locale={locale} count={first} />
      </section>
      {others.length > 0 && (
        <div class="card flow">
          <AllCounts locale={locale} counts={counts} />
          <details>
            <summary>{say(locale, "console.process.otherVotes")}</summary>
            <div class="flow">
              {others.map((count) => (
                <section class="flow" aria-labelledby={`vote-${count.number}`}>
                  <h3 id={`vote-${count.number}`}>{inScript(locale, count.heading)}</h3>
                  <CountSoFar locale={locale} count={count} />
                </section>
              ))}
            </div>
          </details>
        </div>
      )}
    </>
  );
}

function Acts({ view }: { view: ProcessView }) {
  const { locale, network, election, step, letters } = view;
  const path = electionPath(election);
  const mayExtend =
    view.may("extend") &&
    election.state === "running" &&
    (step?.collection.state === "open" || step?.collection.state === "opening");
  const isAhead = election.stage === "figures" || (election.stage === "attestation" && election.state === "parked");
  const mayName = view.may("verifier") && isAhead;
  const mayRead = election.declaredAt !== undefined || view.may("turnout");
  const mayAnnul = view.may("annul") && election.stage === "declared" && election.objectionsUntil !== undefined;
  return (
    <>
      <div class="buttons stack">
        {mayExtend && <Act href={`${path}/extend`}>{say(locale, "console.process.extend")}</Act>}
        {mayAnnul && <Act href={`${path}/annul`}>{say(locale, "objections.annul.ask")}</Act>}
        {view.may("cancel") && mayCancel(election) && !election.cancellation && (
          <Act href={`${path}/cancel`}>{say(locale, "cancelling.act")}</Act>
        )}
        {mayRepeat(election) && (
          <Act href={`${electionsPath(network.id)}/new?again=${election.id}`}>{say(locale, "again.act")}</Act>
        )}
        {mayName && <Act href={`${path}/verifier`}>{say(locale, "console.process.verifier")}</Act>}
        {mayRead && <Act href={`${path}/minutes`}>{say(locale, "console.process.openMinutes")}</Act>}
        {(step || letters) && <Act href={`${path}/tests`}>{say(locale, "rehearsal.list.title")}</Act>}
        {mayRead && <Act href={`${path}/letters`}>{say(locale, "outbox.delivery")}</Act>}
        <Act href={`${path}/journal`}>{say(locale, "common.journal")}</Act>
        {(step || letters) && <Act href={`${path}/answers.csv`}>{say(locale, "common.downloadCsv")}</Act>}
      </div>
      {mayExtend && <p class="hint">{say(locale, "console.process.extend.hint")}</p>}
    </>
  );
}

function Act({ href, children }: { href: string; children: Child }) {
  return (
    <a class="button plain" href={href}>
      {children}
    </a>
  );
}

/** The value a field for a new deadline begins with: the deadline now in force. */
export function deadlineTyped({ step, election }: Pick<ProcessView, "step" | "election">): string {
  return step ? localDateTime(step.collection.deadline, election.zone) : "";
}
