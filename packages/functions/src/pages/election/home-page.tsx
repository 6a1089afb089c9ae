import { dateOf, inScript, type Locale, onDayAt, say, shortBy, textIn, weekdayDate } from "@quorate/core/i18n";
import type { Instant } from "@quorate/core/kit";
import type { Session } from "@quorate/core/session";
import {
  ConsolePage,
  electionPath,
  electionsPath,
  homePath,
  lettersPath,
  peoplePath,
  plansPath,
  rehearsalPath,
  sessionPath,
  sessionsPath,
} from "../console.tsx";
import { Badge, ProgressRing } from "../look/index.ts";
import type { Console } from "../people/index.ts";
import type { Declared, Home, Running, Waiting } from "./home.ts";
import { outcomeBadge } from "./outcome.ts";
import { answered } from "./standing.ts";
import { standingLine } from "./standing-words.ts";

type HomeProps = Console & { home: Home; now: Instant };

/** The coordinator's home: what waits for her on the left, what is known on the right. */
export function HomePage(props: HomeProps) {
  const { locale, network, member, home, now } = props;
  const path = homePath(network.id);
  const title = say(locale, "console.home.tasks", { n: home.waiting.length });
  const day = weekdayDate(locale, now, network.zone);
  return (
    <ConsolePage {...{ locale, network, path, title, current: "home", width: "wide" }}>
      <div class="split">
        <div class="flow">
          <header>
            <p class="kicker">{say(locale, "console.home.kicker", { name: inScript(locale, member.name), day })}</p>
            <h1>{title}</h1>
          </header>
          {home.waiting.length > 0 ? (
            <ul class="rows tasks">
              {home.waiting.map((waiting, index) => (
                <li class="task">
                  <Task {...{ locale, network, waiting }} isFirst={index === 0} />
                </li>
              ))}
            </ul>
          ) : (
            <p>{say(locale, "console.home.tasks.empty")}</p>
          )}
          {home.elections === 0 ? <Begin {...props} /> : <RunningElections {...props} />}
        </div>
        <div class="flow">
          <ComingSessions {...props} />
          <RecentResults {...props} />
        </div>
      </div>
    </ConsolePage>
  );
}

type TaskProps = Pick<HomeProps, "locale" | "network"> & { waiting: Waiting; isFirst: boolean };

function Task({ locale, network, waiting, isFirst }: TaskProps) {
  const look = isFirst ? "button" : "button plain";
  switch (waiting.kind) {
    case "ask":
      return (
        <>
          <div>
            <h2>{textIn(locale, waiting.title)}</h2>
            <p class="hint">
              <strong>{shortBy(locale, waiting.deadline, waiting.zone)}</strong>
              {waiting.process !== "" && ` · ${inScript(locale, waiting.process)}`}
            </p>
            {waiting.url === undefined && <p>{say(locale, "console.task.inLetter")}</p>}
          </div>
          {waiting.url !== undefined && (
            <a class={look} href={waiting.url}>
              {say(locale, "console.task.open")}
            </a>
          )}
        </>
      );
    case "undelivered": {
      const { election, step } = waiting;
      const path = electionPath(election);
      return (
        <>
          <div>
            <h2>{say(locale, "console.task.undelivered", { name: inScript(locale, waiting.name) })}</h2>
            <p>{say(locale, "console.process.undelivered.lead")}</p>
            <p class="hint">
              <strong>{shortBy(locale, step.collection.deadline, election.zone)}</strong> ·{" "}
              {inScript(locale, election.title)}
            </p>
          </div>
          <a class={look} href={path}>
            {say(locale, "console.task.review")}
          </a>
        </>
      );
    }
    case "unsent":
      return (
        <>
          <div>
            <h2>{say(locale, "outbox.task", { n: waiting.count })}</h2>
            <p>{say(locale, "outbox.lead")}</p>
          </div>
          <a class={look} href={lettersPath(network.id)}>
            {say(locale, "console.task.review")}
          </a>
        </>
      );
    case "parked":
      return (
        <>
          <div>
            <h2>{say(locale, "console.task.parked", { what: inScript(locale, waiting.election.title) })}</h2>
            <p>{textIn(locale, waiting.reason)}</p>
          </div>
          <a class={look} href={electionPath(waiting.election)}>
            {say(locale, "console.task.review")}
          </a>
        </>
      );
  }
}

/** Before the first election: the three acts that lead to it, in their order; the next one is the button. */
function Begin({ locale, network, home }: HomeProps) {
  const steps = [
    { word: "people" as const, href: peoplePath(network.id), isDone: home.members > 1 },
    { word: "session" as const, href: `${sessionsPath(network.id)}/new`, isDone: home.coming.length > 0 },
    { word: "election" as const, href: `${electionsPath(network.id)}/new`, isDone: false },
  ];
  const next = steps.find(({ isDone }) => !isDone);
  return (
    <>
      <h2>{say(locale, "console.home.begin")}</h2>
      <ol class="rows tasks">
        {steps.map((step) => (
          <li class="task">
            <div>
              <h3>
                {say(locale, `console.home.begin.${step.word}`)}{" "}
                {step.isDone && <Badge kind="done">{say(locale, "console.home.begin.done")}</Badge>}
              </h3>
              <p>{say(locale, `console.home.begin.${step.word}.lead`)}</p>
            </div>
            {step === next && (
              <a class="button" href={step.href}>
                {say(locale, `console.home.begin.${step.word}`)}
              </a>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function RunningElections({ locale, network, home }: HomeProps) {
  return (
    <>
      <h2>{say(locale, "console.home.running")}</h2>
      {home.running.length > 0 ? (
        <ul class="rows">
          {home.running.map((one) => (
            <RunningRow locale={locale} {...one} />
          ))}
        </ul>
      ) : (
        <p>{say(locale, "console.home.running.empty")}</p>
      )}
      <div class="buttons">
        <a class="button plain" href={`${electionsPath(network.id)}/new`}>
          {say(locale, "console.home.startElection")}
        </a>
        <a class="button quiet" href={electionsPath(network.id)}>
          {say(locale, "console.home.allElections")}
        </a>
        <a class="button quiet" href={plansPath(network.id)}>
          {say(locale, "plan.list.title")}
        </a>
        <a class="button quiet" href={rehearsalPath(network.id)}>
          {say(locale, "rehearsal.run.title")}
        </a>
      </div>
    </>
  );
}

/** One running election: its ring, its state in a line, what has gone wrong in a badge. */
export function RunningRow({ locale, election, session, step, undelivered }: Running & { locale: Locale }) {
  const { n, total } = step ? answered(step) : { n: 0, total: 0 };
  return (
    <li class="progress">
      <ProgressRing done={n} of={total} />
      <div>
        <h3>
          <a href={electionPath(election)}>{inScript(locale, election.title)}</a>
        </h3>
        <p>{standingLine(locale, election, { session, step })}</p>
        {(undelivered > 0 || election.state === "parked") && (
          <p class="hint">
            {undelivered > 0 && <Badge kind="bad">{say(locale, "console.home.undelivered", { n: undelivered })}</Badge>}
            {election.state === "parked" && <Badge kind="bad">{say(locale, "election.state.parked")}</Badge>}
          </p>
        )}
      </div>
    </li>
  );
}

function ComingSessions({ locale, network, home }: HomeProps) {
  return (
    <>
      <h2>{say(locale, "console.home.sessions")}</h2>
      {home.coming.length > 0 ? (
        <ul class="rows">
          {home.coming.map((session) => (
            <SessionRow {...{ locale, network: network.id, session }} />
          ))}
        </ul>
      ) : (
        <p>{say(locale, "console.home.sessions.empty")}</p>
      )}
      <div class="buttons">
        <a class="button plain" href={`${sessionsPath(network.id)}/new`}>
          {say(locale, "console.home.newSession")}
        </a>
      </div>
    </>
  );
}

function SessionRow({ locale, network, session }: { locale: Locale; network: string; session: Session }) {
  const { id, title, startsAt, zone, place, meeting } = session;
  return (
    <li>
      <h3>
        <a href={sessionPath(network, id)}>{inScript(locale, title)}</a>
      </h3>
      <p>
        {onDayAt(locale, startsAt, zone)}, {inScript(locale, place)}
      </p>
      {meeting === "open" && (
        <p class="hint">
          <Badge kind="wait">{say(locale, "session.state.open")}</Badge>
        </p>
      )}
    </li>
  );
}

function RecentResults({ locale, home }: HomeProps) {
  return (
    <>
      <h2>{say(locale, "console.home.results")}</h2>
      {home.declared.length > 0 ? (
        <ul class="rows">
          {home.declared.map((one) => (
            <ResultRow locale={locale} {...one} />
          ))}
        </ul>
      ) : (
        <p>{say(locale, "console.home.results.empty")}</p>
      )}
    </>
  );
}

function ResultRow({ locale, election, vote, name }: Declared & { locale: Locale }) {
  const { outcome, vote: question } = vote;
  if (!outcome) return null;
  const { kind, word } = outcomeBadge(question.kind, outcome);
  const { for: n, base: total, required: needed } = outcome.tally;
  const date = dateOf(locale, election.declaredAt ?? election.openedAt, election.zone);
  return (
    <li>
      <Badge kind={kind}>{say(locale, word)}</Badge>
      <h3>
        <a href={`${electionPath(election)}/minutes`}>
          {inScript(locale, name ? `${question.title}: ${name}` : question.title)}
        </a>
      </h3>
      <p class="hint">{say(locale, "console.home.result", { date, n, total, needed })}</p>
    </li>
  );
}
