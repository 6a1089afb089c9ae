import type { MinutesVote } from "@quorate/core/election";
import { inScript, type Locale, listOf, number, onMoment, say, textIn } from "@quorate/core/i18n";
import { type Attendance, castIn, type LetterFigures, noLetters, type Outcome, shortHash } from "@quorate/core/vote";
import { ListTable, ResultRing } from "../look/index.ts";
import { answersIn } from "./figures.tsx";
import { LotInMinutes } from "./minutes-lot.tsx";

/** Why a vote was put after another one. */
const followedBy = { tie: "ballot.round.after", choice: "ballot.round.afterChoice" } as const;

type VoteProps = { locale: Locale; vote: MinutesVote; members: number; zone: string };

/** One vote: who stood or what was put, the figures of both parts, the outcome, and who objected, word for word. */
export function VoteInMinutes({ locale, vote, members, zone }: VoteProps) {
  const { attendance, outcome } = vote;
  const id = `vote-${vote.number}`;
  return (
    <section class="vote flow" aria-labelledby={id}>
      <h2 id={id}>{say(locale, "minutes.vote", { n: vote.number, title: inScript(locale, vote.title) })}</h2>
      {vote.follows && <p>{say(locale, followedBy[vote.follows.why], { n: vote.follows.n })}</p>}
      <Question locale={locale} vote={vote} />
      {attendance && outcome ? (
        <>
          {vote.each.length > 0 ? <Each locale={locale} vote={vote} /> : <Hands locale={locale} vote={vote} />}
          <Figures {...{ locale, vote, members, zone, attendance, outcome }} />
          {vote.assisted > 0 && <p>{say(locale, "assisted.minutes", { n: vote.assisted })}</p>}
          <Result {...{ locale, vote, outcome, zone }} />
          {vote.lot && <LotInMinutes locale={locale} lot={vote.lot} zone={zone} />}
        </>
      ) : (
        <p>{say(locale, uncounted(vote))}</p>
      )}
      {vote.declined.map(({ name, at }) => (
        <p>{say(locale, "decline.minutes", { name: inScript(locale, name), when: onMoment(locale, at, zone) })}</p>
      ))}
      {vote.givenUp.map(({ name, office }) => (
        <p>{say(locale, "choice.minutes", { name: inScript(locale, name), office: inScript(locale, office) })}</p>
      ))}
      {vote.objections.map(({ name, reason }) => (
        <p>
          {reason
            ? say(locale, "minutes.objection", { name: inScript(locale, name), reason: inScript(locale, reason) })
            : say(locale, "minutes.objection.bare", { name: inScript(locale, name) })}
        </p>
      ))}
    </section>
  );
}

/** How far a vote has come that has no outcome yet. */
function uncounted({ attendance, closedAt }: MinutesVote) {
  if (attendance) return "minutes.vote.notCounted";
  return closedAt ? "minutes.vote.noFigures" : "minutes.vote.notYet";
}

function Question({ locale, vote }: Pick<VoteProps, "locale" | "vote">) {
  const { text, candidates } = vote;
  if (text) {
    return (
      <p>
        {inScript(locale, text.title)}. {say(locale, "minutes.textHash")} <code>{shortHash(text.hash)}</code>
      </p>
    );
  }
  const [only, ...others] = candidates;
  if (!only) return null;
  if (others.length === 0) {
    const key = vote.isNominated ? "minutes.candidate.nominated" : "minutes.candidate";
    return <p>{say(locale, key, { name: inScript(locale, only.name) })}</p>;
  }
  const names = listOf(
    locale,
    candidates.map(({ name }) => name),
  );
  return <p>{say(locale, "minutes.candidates", { names })}</p>;
}

function Hands({ locale, vote }: Pick<VoteProps, "locale" | "vote">) {
  if (vote.hands.length === 0) return null;
  const hands = vote.hands
    .map(({ name, votes }) => say(locale, "minutes.hands.one", { name: inScript(locale, name), n: votes }))
    .join(", ");
  return <p>{say(locale, "minutes.hands", { hands })}</p>;
}

/** Every candidate with her votes in each part, and whether she is elected. */
function Each({ locale, vote }: Pick<VoteProps, "locale" | "vote">) {
  const hasLetters = (vote.letters ?? noLetters).sent > 0;
  return (
    <ListTable
      caption={say(locale, "ballot.each.caption")}
      isCaptionHidden
      isTight
      columns={[
        { label: say(locale, "ballot.each.candidate") },
        { label: say(locale, "election.figures.session"), isNumber: true },
        { label: say(locale, "election.figures.letters"), isNumber: true },
        { label: say(locale, "election.figures.total"), isNumber: true },
        { label: say(locale, "minutes.outcome"), isPlain: true },
      ]}
      rows={vote.each.map((one) => [
        inScript(locale, one.name),
        number(locale, one.session),
        hasLetters ? number(locale, one.letters) : say(locale, "minutes.none"),
        <strong>{number(locale, one.total)}</strong>,
        say(locale, `ballot.each.${one.standing}`),
      ])}
    />
  );
}

type FiguresProps = VoteProps & { attendance: Attendance; outcome: Outcome };

/** The drawing, and the same in figures: the session, the letters, together. */
function Figures({ locale, vote, members, attendance, outcome }: FiguresProps) {
  const { tally } = outcome;
  const letters = vote.letters ?? noLetters;
  const words = { of: say(locale, "election.figures.ring", { total: tally.base }) };
  const parts = { live: tally.session.for, post: tally.letters.for, against: tally.against };
  return (
    <div class="figures">
      <ResultRing {...{ members, ...parts, need: tally.required, words }} />
      <div class="table">
        <table class="tight">
          <caption class="hidden">{say(locale, "election.figures.caption")}</caption>
          <thead>
            <tr>
              <td />
              {(["session", "letters", "total"] as const).map((column) => (
                <th scope="col" class="n">
                  {say(locale, `election.figures.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figureRows(locale, { attendance, outcome, letters, hasSeveral: vote.candidates.length > 1 }).map((row) => (
              <tr>
                <th scope="row">{row.label}</th>
                {row.cells.map((cell, index) => (
                  <td class="n">{row.isFor && index === 2 ? <strong>{cell}</strong> : cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

type Row = { label: string; cells: readonly string[]; isFor?: boolean };
type RowsOf = { attendance: Attendance; outcome: Outcome; letters: LetterFigures; hasSeveral: boolean };

/** Nobody was asked by letter: that part is a dash, not a nought. */
function figureRows(locale: Locale, { attendance, outcome, letters, hasSeveral }: RowsOf): Row[] {
  const { session, for: all, against, abstain } = outcome.tally;
  const said = answersIn({ letters, tally: outcome.tally });
  const none = say(locale, "minutes.none");
  const n = (value: number) => number(locale, value);
  const byLetter = (value: number) => (letters.sent > 0 ? n(value) : none);
  const both = (live: number, letter: number, total: number) => [n(live), byLetter(letter), n(total)];
  const only = (letter: number) => [none, byLetter(letter), byLetter(letter)];
  const present = attendance.duringVote;
  const notVoting = present - castIn(session);
  const isVote = letters.kind === "votes";
  const votes = hasSeveral ? "ballot.figures.others" : "election.figures.against";
  const verdicts = hasSeveral ? "election.figures.others" : "election.figures.againstObject";
  return [
    { label: say(locale, "election.figures.presentSent"), cells: both(present, letters.sent, present + letters.sent) },
    {
      label: say(locale, isVote ? "election.figures.for" : "election.figures.forConfirm"),
      cells: both(session.for, said.confirm, all),
      isFor: true,
    },
    {
      label: say(locale, isVote ? votes : verdicts),
      cells: both(session.against, said.object, against),
    },
    { label: say(locale, "election.figures.abstain"), cells: both(session.abstain, said.abstain, abstain) },
    ...(notVoting > 0
      ? [{ label: say(locale, "election.figures.notVoting"), cells: [n(notVoting), none, n(notVoting)] }]
      : []),
    { label: say(locale, "election.figures.silent"), cells: only(letters.silent) },
    { label: say(locale, "election.figures.late"), cells: only(letters.late) },
    { label: say(locale, "election.figures.undelivered"), cells: only(letters.undelivered) },
  ];
}

/** The outcome by its name, with the sum, the quorum, and "unanimous" of the part that was (votes R5). */
function Result({ locale, vote, outcome, zone }: Omit<VoteProps, "members"> & { outcome: Outcome }) {
  const { tally, quorum } = outcome;
  const { required: needed, atOpening: opened, atClosing: closed, byLetter, isMet } = quorum;
  const vacant = outcome.kind === "declared" || outcome.kind === "tied" ? outcome.vacant : 0;
  const sentences = [
    say(locale, "election.figures.forOf", { n: tally.for, total: tally.base, needed: tally.required }),
    ...tieSentences(locale, vote, outcome, zone),
    say(locale, "minutes.quorum", { needed, opened, closed }),
    ...(byLetter > 0 ? [say(locale, "minutes.quorum.letters", { n: byLetter })] : []),
    ...(isMet ? [] : [say(locale, "minutes.quorum.missing")]),
    ...(vacant > 0 ? [say(locale, "ballot.seats.vacant", { n: vacant })] : []),
  ];
  const { session, whole } = vote.unanimous;
  const isByLetterToo = whole && tally.letters.for > 0;
  return (
    <>
      <p class="result">
        <span class="kicker">{say(locale, "minutes.outcome")}</span>{" "}
        <b>{vote.outcomeText && textIn(locale, vote.outcomeText)}</b> {sentences.join(" ")}
      </p>
      {session && <p>{say(locale, isByLetterToo ? "minutes.unanimous.whole" : "minutes.unanimous")}</p>}
    </>
  );
}

/** How a tie was decided, by whom and when; or why it was not. */
function tieSentences(locale: Locale, vote: MinutesVote, outcome: Outcome, zone: string): string[] {
  const { chair, undecided } = vote;
  if (undecided) return [say(locale, `ties.undecided.${undecided}`)];
  if (outcome.kind !== "declared" || !outcome.tie) return [];
  if (!chair) return [say(locale, `ballot.tie.${outcome.tie.by}`)];
  const words = { name: inScript(locale, chair.name), when: onMoment(locale, chair.at, zone) };
  return [say(locale, `ballot.tie.${outcome.tie.by}`), say(locale, "ties.minutes.chair", words)];
}
