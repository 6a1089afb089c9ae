import {
  inScript,
  type Locale,
  listOf,
  onMoment,
  say,
  textIn,
  timeOf,
  weekdayDate,
  zoneNote,
} from "@quorate/core/i18n";
import type { Network } from "@quorate/core/people";
import { stoppedReason } from "@quorate/core/session";
import { ConsolePage, sessionPath } from "../console.tsx";
import { Badge, ErrorSummary, Facts, SubmitButton, TextField, type Wrong } from "../look/index.ts";
import { badges } from "./badges.ts";
import { AgendaList, Documents } from "./member-page.tsx";
import { Attended, presentWords, QuorumBar, Roster } from "./presence.tsx";
import { Replies } from "./replies.tsx";
import type { SessionView } from "./view.ts";
import { Votes } from "./votes.tsx";

export type SessionProps = {
  locale: Locale;
  network: Network;
  view: SessionView;
  /** Keeps the language that was chosen in the address. */
  /** What was not done, and why. */
  wrong?: Wrong | undefined;
  /** The vote that was to be opened without a candidate. */
  lacksCandidate?: string | undefined;
  /** When the session ended, as it was typed. */
  typedEnd?: string | undefined;
};

/** The session as the recorder sees it: before, while it meets, and after. */
export function SessionPage(props: SessionProps) {
  const { locale, network, view, wrong } = props;
  const { session } = view;
  const isOpen = session.meeting === "open";
  const name = inScript(locale, session.title);
  const title = isOpen ? `${presentWords(locale, view.quorum)} – ${name}` : name;
  const path = sessionPath(network.id, session.id);
  return (
    <ConsolePage
      current="sessions"
      {...{ locale, network, title, path, width: "wide" as const }}
      isWrong={wrong !== undefined}
    >
      {wrong && <ErrorSummary locale={locale} title={say(locale, "session.notDone")} problems={[wrong]} />}
      {isOpen && <QuorumBar locale={locale} quorum={view.quorum} />}
      <header>
        <p class="kicker">
          {say(locale, "session.kicker", {
            title: inScript(locale, session.place),
            day: weekdayDate(locale, session.startsAt, session.zone, { year: true }),
            time: timeOf(locale, session.startsAt, session.zone),
          })}
        </p>
        <h1>{name}</h1>
        <p>
          <Badge kind={badges[session.meeting]}>{say(locale, `session.state.${session.meeting}`)}</Badge>
        </p>
      </header>
      {session.state === "parked" && <Stopped {...props} path={path} />}
      <Standing {...props} path={path} />
    </ConsolePage>
  );
}

type StandingProps = SessionProps & { path: string };

function Standing(props: StandingProps) {
  switch (props.view.session.meeting) {
    case "planned":
      return <Planned {...props} />;
    case "open":
      return <Open {...props} />;
    case "closed":
      return <Closed {...props} />;
    case "cancelled":
      return <Cancelled {...props} />;
  }
}

/** Why the session has stopped, and the form that sets it going again. */
function Stopped({ locale, view, path, wrong }: StandingProps) {
  const { session } = view;
  return (
    <div class="notice bad flow">
      <p>
        <strong>{textIn(locale, stoppedReason(session))}</strong>
      </p>
      <form method="post" action={`${path}/resume`} novalidate class="flow">
        <TextField
          {...{ locale, id: "until", kind: "datetime" as const, value: "" }}
          label={say(locale, "console.process.extend.new")}
          hint={`${say(locale, "console.process.resume.lead")} ${zoneNote(locale, session.startsAt, session.zone)}`}
          error={wrong?.id === "until" ? wrong.text : undefined}
        />
        <div class="buttons">
          <SubmitButton>{say(locale, "console.process.resume")}</SubmitButton>
        </div>
      </form>
    </div>
  );
}

function Planned(props: StandingProps) {
  const { locale, path } = props;
  return (
    <>
      <About {...props} />
      <p class="hint">{say(locale, "session.begin.lead")}</p>
      <form method="post" action={`${path}/open`} class="buttons">
        <SubmitButton>{say(locale, "session.begin")}</SubmitButton>
        <a class="button plain" href={`${path}/move`}>
          {say(locale, "meeting.change.move")}
        </a>
        <a class="button quiet" href={`${path}/cancel`}>
          {say(locale, "meeting.change.cancel")}
        </a>
      </form>
      <Papers {...props} />
      <Replies {...props} />
    </>
  );
}

function Open(props: StandingProps) {
  const { locale, view, path } = props;
  const { session, rows } = view;
  return (
    <>
      <nav class="nav" aria-label={say(locale, "session.parts")}>
        <a href="#presence">{say(locale, "session.presence")}</a>
        <a href="#votes">{say(locale, "session.votes")}</a>
        <a href="#end">{say(locale, "session.end")}</a>
        <a href={`${path}/room`}>{say(locale, "meeting.room.open")}</a>
      </nav>
      <div class="split">
        <Roster {...{ locale, session, rows, action: `${path}/presence` }} />
        <div class="flow">
          <Votes {...props} />
          <End {...props} />
          <details>
            <summary>{say(locale, "session.about")}</summary>
            <div class="flow">
              <About {...props} />
              <Papers {...props} />
            </div>
          </details>
        </div>
      </div>
    </>
  );
}

/** The end of the session; while a vote is open or was never put, why it cannot come yet. */
function End({ locale, view, path, wrong, typedEnd }: StandingProps) {
  const { session } = view;
  const isLast = view.votes.length > 0;
  return (
    <section class="flow" aria-labelledby="end">
      <h2 id="end">{say(locale, "session.end")}</h2>
      {view.mayClose ? (
        <form method="post" action={`${path}/close`} class="flow">
          <p>{say(locale, "session.end.lead")}</p>
          <details open={session.overdue === "unclosed" || wrong?.id === "endedAt"}>
            <summary>{say(locale, "meeting.end.earlier")}</summary>
            <TextField
              {...{ locale, id: "endedAt", kind: "datetime" as const, value: typedEnd ?? "" }}
              label={say(locale, "meeting.end.at")}
              hint={`${say(locale, "meeting.end.at.hint")} ${zoneNote(locale, session.startsAt, session.zone)}`}
              error={wrong?.id === "endedAt" ? wrong.text : undefined}
            />
          </details>
          <div class="buttons">
            <SubmitButton {...(!isLast && { look: "plain" as const })}>{say(locale, "session.end")}</SubmitButton>
          </div>
        </form>
      ) : (
        <p class="notice wait">{say(locale, "refusal.vote.not-put")}</p>
      )}
    </section>
  );
}

function Cancelled(props: StandingProps) {
  const { locale, view } = props;
  const { cancellation } = view.session;
  return (
    <>
      <p class="notice bad">
        {say(locale, "meeting.cancelled.reason", { reason: inScript(locale, cancellation?.reason ?? "") })}
      </p>
      <About {...props} />
      <Papers {...props} />
    </>
  );
}

function Closed(props: StandingProps) {
  const { locale, view } = props;
  const { session, rows, votes, names } = view;
  return (
    <>
      {votes.length > 0 && (
        <p class="notice">
          <strong>{say(locale, "common.whatFollows")}:</strong>{" "}
          {say(locale, "session.follows", { name: inScript(locale, names.get(session.recorder) ?? "") })}
        </p>
      )}
      <About {...props} />
      <p>
        <a href={`${props.path}/minutes`}>{say(locale, "meeting.minutes.link")}</a>
      </p>
      <div class="split">
        <Attended {...{ locale, session, rows }} />
        <div class="flow">
          {votes.length > 0 && <Votes {...props} />}
          <Papers {...props} />
        </div>
      </div>
    </>
  );
}

/** When, where, who keeps the minutes and who attests. */
function About({ locale, view }: StandingProps) {
  const { session, names } = view;
  const name = (member: string) => inScript(locale, names.get(member) ?? "");
  const moment = (at: string) => onMoment(locale, at, session.zone);
  const facts: [string, string][] = [
    [say(locale, "common.when"), moment(session.startsAt)],
    [say(locale, "session.field.place"), inScript(locale, session.place)],
    [say(locale, "session.field.recorder"), name(session.recorder)],
    [say(locale, "session.field.verifiers"), session.verifiers.map(name).join(", ")],
  ];
  if (session.guests.length > 0) facts.push([say(locale, "session.field.guests"), listOf(locale, session.guests)]);
  if (session.beganAt) facts.push([say(locale, "session.opened.label"), moment(session.beganAt)]);
  if (session.closedAt) facts.push([say(locale, "session.closed.label"), moment(session.closedAt)]);
  return <Facts facts={facts} />;
}

/** The agenda and what is to be read. */
function Papers({ locale, view }: StandingProps) {
  return (
    <>
      <AgendaList locale={locale} session={view.session} />
      <Documents {...{ locale, session: view.session, texts: view.texts }} />
    </>
  );
}
