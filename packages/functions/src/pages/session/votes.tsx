import { isNominated } from "@quorate/core/election";
import { inScript, type Locale, listOf, number, say, timeOf } from "@quorate/core/i18n";
import type { LiveQuorum, Session } from "@quorate/core/session";
import { shortHash } from "@quorate/core/vote";
import { Badge, SubmitButton } from "../look/index.ts";
import { NOBODY, voteAnchor } from "./paths.ts";
import { presentWords, quorumWords } from "./presence.tsx";
import type { PresenceRow, SessionView, VoteView } from "./view.ts";

type VotesProps = {
  locale: Locale;
  view: SessionView;
  /** The session's own address. */
  path: string;
  /** The vote that was to be opened without a candidate. */
  lacksCandidate?: string | undefined;
};

/** The votes that are put in this session, in the order of the agenda. */
export function Votes(props: VotesProps) {
  const { locale, view } = props;
  const { votes, session } = view;
  const open = votes.find(({ vote }) => vote.openedAt && !vote.closedAt);
  const next = votes.find(({ vote }) => !vote.openedAt);
  return (
    <section class="flow" aria-labelledby="votes">
      <h2 id="votes">{say(locale, "session.votes")}</h2>
      {votes.length === 0 && <p>{say(locale, "session.votes.empty")}</p>}
      {session.meeting === "open" && view.isRollPending && (
        <p class="notice wait">{say(locale, "session.vote.rollPending")}</p>
      )}
      {votes.map((one) => (
        <VoteCard {...props} one={one} canOpen={open === undefined} isNext={one === next} />
      ))}
    </section>
  );
}

type CardProps = VotesProps & { one: VoteView; canOpen: boolean; isNext: boolean };

function VoteCard(props: CardProps) {
  const { locale, one, view } = props;
  const { vote, election } = one;
  const anchor = voteAnchor(election.id, vote.number);
  return (
    <section class="card flow vote" id={anchor} aria-labelledby={`${anchor}-title`}>
      <header>
        <p class="kicker">{say(locale, "election.vote.of", { n: vote.number, total: one.total })}</p>
        <h3 id={`${anchor}-title`}>{inScript(locale, vote.vote.title)}</h3>
      </header>
      <p>
        <StateBadge locale={locale} one={one} />
      </p>
      {vote.vote.kind === "adopt" && (
        <p>
          {inScript(locale, vote.vote.text.title)}. {say(locale, "common.textHash")}{" "}
          <code>{shortHash(vote.vote.text.hash)}</code>
        </p>
      )}
      {one.candidates.length > 0 && (
        <p>{say(locale, "session.vote.stand", { names: listOf(locale, one.candidates) })}</p>
      )}
      <Course locale={locale} session={view.session} one={one} />
      {view.session.meeting === "open" && <Act {...props} />}
    </section>
  );
}

function StateBadge({ locale, one: { vote } }: { locale: Locale; one: VoteView }) {
  if (vote.closedAt) return <Badge kind="done">{say(locale, "session.vote.isClosed")}</Badge>;
  if (vote.openedAt) return <Badge kind="wait">{say(locale, "session.vote.isOpen")}</Badge>;
  return <Badge kind="none">{say(locale, "session.vote.notYet")}</Badge>;
}

/** When the vote opened and closed, who was there then, and whether they were enough (votes R6). */
function Course({ locale, session, one }: { locale: Locale; session: Session; one: VoteView }) {
  const { openedAt, closedAt } = one.vote;
  const { zone } = session;
  return (
    <>
      {openedAt && one.atOpening && (
        <Moment {...{ locale, zone, at: openedAt, quorum: one.atOpening }} label={say(locale, "session.vote.opened")} />
      )}
      {closedAt && one.atClosing && (
        <Moment {...{ locale, zone, at: closedAt, quorum: one.atClosing }} label={say(locale, "session.vote.closed")} />
      )}
    </>
  );
}

function Moment(props: { locale: Locale; zone: string; at: string; quorum: LiveQuorum; label: string }) {
  const { locale, zone, at, quorum, label } = props;
  return (
    <p>
      <span class="muted">{label}:</span> <strong>{timeOf(locale, at, zone)}</strong>
      {`, ${presentWords(locale, quorum)}`}
      <br />
      {quorumWords(locale, quorum)}
    </p>
  );
}

/** What the recorder can do to the vote now. */
function Act(props: CardProps) {
  const { locale, one, view, canOpen } = props;
  const { openedAt, closedAt } = one.vote;
  if (closedAt) return null;
  if (openedAt) return <CloseForm {...props} />;
  if (!canOpen) return <p class="hint">{say(locale, "refusal.vote.already-open")}</p>;
  if (!one.election.roll) return null;
  return (
    <>
      {props.isNext && !view.quorum.isMet && <p class="notice wait">{say(locale, "session.vote.lacksQuorum")}</p>}
      <OpenForm {...props} />
    </>
  );
}

function CloseForm({ locale, one, path }: CardProps) {
  return (
    <form method="post" action={`${path}/votes/close`} class="flow">
      <p>{say(locale, "session.vote.hands")}</p>
      <WhichVote one={one} />
      <div class="buttons">
        <SubmitButton>{say(locale, "session.vote.close")}</SubmitButton>
      </div>
    </form>
  );
}

function OpenForm(props: CardProps) {
  const { locale, one, path, isNext, view } = props;
  return (
    <form method="post" action={`${path}/votes/open`} novalidate class="flow">
      <WhichVote one={one} />
      {one.vote.vote.kind === "elect" && !isNominated(one.election) && <Candidates {...props} rows={view.rows} />}
      <div class="buttons">
        <SubmitButton {...(!isNext && { look: "plain" as const })}>{say(locale, "session.vote.open")}</SubmitButton>
      </div>
    </form>
  );
}

/** Those present who have a vote; one or more of them stand, named on the floor, or it is said that nobody does. */
function Candidates({ locale, one, rows, isNext, lacksCandidate }: CardProps & { rows: readonly PresenceRow[] }) {
  const anchor = voteAnchor(one.election.id, one.vote.number);
  const isWrong = lacksCandidate === anchor;
  const present = rows.filter((row) => row.isThere && row.hasVote);
  if (present.length === 0) return <p class="hint">{say(locale, "session.presence.nobody")}</p>;
  return (
    <details open={isNext || isWrong}>
      <summary>{say(locale, "session.vote.candidates", { n: number(locale, present.length) })}</summary>
      <fieldset class={isWrong ? "field wrong" : "field"} {...(isWrong && { "aria-describedby": `${anchor}-error` })}>
        <legend class="hint">{say(locale, "session.vote.candidates.hint")}</legend>
        {isWrong && (
          <p class="error" id={`${anchor}-error`}>
            <span class="hidden">{say(locale, "form.errorPrefix")} </span>
            {say(locale, "session.vote.candidates.none")}
          </p>
        )}
        <div class="choices">
          {present.map((row, index) => (
            <label class="choice">
              <input
                {...{ type: "checkbox", name: "candidate", value: row.member }}
                {...(index === 0 && { id: `${anchor}-candidate` })}
              />
              <span>{inScript(locale, row.name)}</span>
            </label>
          ))}
          <label class="choice">
            <input type="checkbox" name="candidate" value={NOBODY} />
            <span>{say(locale, "session.vote.candidates.nobody")}</span>
          </label>
        </div>
      </fieldset>
    </details>
  );
}

function WhichVote({ one }: { one: VoteView }) {
  return (
    <>
      <input type="hidden" name="election" value={one.election.id} />
      <input type="hidden" name="number" value={one.vote.number} />
    </>
  );
}
