import { counted, countReturns, type ElectionVote } from "@quorate/core/election";
import { inScript, type Locale, type MessageKey, nOf, number, say } from "@quorate/core/i18n";
import {
  type Attendance,
  type LetterFigures,
  letterCount,
  liveResult,
  noLetters,
  type Tally,
  tallyOf,
} from "@quorate/core/vote";
import { ListTable, ResultRing } from "../look/index.ts";
import type { Ballot } from "./standing.ts";

/** One vote as far as it is counted. `waiting`: asked by letter, and still to answer. */
export type VoteCount = {
  number: number;
  heading: string;
  members: number;
  attendance: Attendance;
  tally: Tally;
  letters: LetterFigures;
  waiting: number;
};

/** The count of a vote so far; undefined until its figures are entered. */
export function countSoFar(
  vote: ElectionVote,
  ballot: Ballot,
  names: ReadonlyMap<string, string>,
): VoteCount | undefined {
  if (!vote.live) return undefined;
  const members = ballot.roll.length;
  const letters = vote.letters ?? countReturns(vote, ballot.roll, ballot.answers);
  const isOpen = ballot.roll.some((ask) => ask.state === "open" && ask.parts.includes(vote.id));
  const tally = vote.outcome?.tally ?? tallyOf(counted(vote, members, letters.sent > 0 ? letters : noLetters));
  const shown = inFront(vote).map((id) => names.get(id) ?? "");
  return {
    ...{ number: vote.number, members, attendance: vote.live.attendance, tally, letters },
    heading: shown.length > 0 ? `${vote.vote.title}: ${shown.join(", ")}` : vote.vote.title,
    waiting: isOpen ? letters.silent : 0,
  };
}

/** The candidates whose count it is: those elected, else those who are tied, else who led in the session. */
function inFront({ vote, live, outcome }: ElectionVote): readonly string[] {
  if (outcome?.kind === "declared") return outcome.elected;
  if (outcome?.kind === "tied") return [...outcome.elected, ...outcome.tied];
  const result = live && liveResult(vote, live.figures);
  return result?.kind === "leading" ? result.candidates : [];
}

/** What the letters said of the one in front: of the session's result, or in the vote itself. */
export function answersIn({ letters, tally }: { letters: LetterFigures; tally: Tally }) {
  const said = letters.kind === "confirmations" ? letterCount(letters) : tally.letters;
  return { confirm: said.for, object: said.against, abstain: said.abstain };
}

/** The drawing of one vote: what the sums beside it say in figures. */
function VoteRing({ locale, count, isOver }: { locale: Locale; count: VoteCount; isOver?: boolean }) {
  const { members, tally } = count;
  const words = {
    of: say(locale, isOver ? "election.figures.ring" : "election.figures.ring.base", { total: tally.base }),
  };
  const parts = { live: tally.session.for, post: tally.letters.for, against: tally.against };
  return <ResultRing {...{ members, ...parts, need: tally.required, words }} />;
}

/** Ring and sums of one vote: in the session, by letter, together. */
export function CountSoFar({ locale, count }: { locale: Locale; count: VoteCount }) {
  const { tally, attendance, letters, waiting } = count;
  const said = answersIn(count);
  const groups = { ...said, silent: letters.silent, late: letters.late, undelivered: letters.undelivered };
  const { against, abstain } = tally.session;
  // By letter was put what was put in the session; or its result, to be confirmed.
  const isVote = letters.kind === "votes";
  const words = isVote ? ("ballot.figures" as const) : ("election.figures" as const);
  return (
    <div class="figures">
      <VoteRing locale={locale} count={count} />
      <dl class="sum-of">
        <div class="live">
          <dt>{say(locale, "election.figures.forInSession")}</dt>
          <dd class="num">{number(locale, tally.session.for)}</dd>
          <dd>{say(locale, "election.figures.liveOfPresent", { present: attendance.duringVote, against, abstain })}</dd>
        </div>
        {letters.sent > 0 && (
          <div class="post">
            <dt>{say(locale, isVote ? "ballot.figures.forByLetter" : "election.figures.confirmByLetter")}</dt>
            <dd class="num">{number(locale, said.confirm)}</dd>
            <dd>
              {waiting > 0
                ? say(locale, `${words}.byLetter`, { ...groups, waiting })
                : say(locale, `${words}.byLetter.closed`, groups)}
            </dd>
          </div>
        )}
        <div class="all">
          <dt>{say(locale, waiting > 0 ? "election.figures.forSoFar" : "election.figures.forTogether")}</dt>
          <dd class="num">{number(locale, tally.for)}</dd>
          <dd>{say(locale, "election.figures.ofNeeded", { total: tally.base, needed: tally.required })}</dd>
        </div>
      </dl>
    </div>
  );
}

/** Every vote in one table. */
export function AllCounts({ locale, counts }: { locale: Locale; counts: readonly VoteCount[] }) {
  const column = (name: MessageKey) => ({ label: say(locale, name), isNumber: true });
  const areVotes = counts.some(({ letters }) => letters.kind === "votes");
  return (
    <ListTable
      caption={say(locale, "election.figures.allVotes")}
      columns={[
        { label: say(locale, "election.figures.vote") },
        column("election.figures.column.forInSession"),
        column(areVotes ? "ballot.figures.column.for" : "election.figures.column.confirm"),
        column(areVotes ? "ballot.figures.column.against" : "election.figures.column.object"),
        column("election.figures.column.total"),
      ]}
      rows={counts.map((count) => [
        inScript(locale, count.heading),
        number(locale, count.tally.session.for),
        number(locale, answersIn(count).confirm),
        number(locale, answersIn(count).object),
        <strong>{nOf(locale, count.tally.for, count.tally.base)}</strong>,
      ])}
    />
  );
}
