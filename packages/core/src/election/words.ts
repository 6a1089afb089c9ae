import { message, plain, type Text } from "../i18n/index.ts";
import type { OutcomeLine } from "../letter/index.ts";
import { type Outcome, profileHash, ruleLines, shortHash } from "../vote/index.ts";
import type { ElectionVote } from "./records.ts";

/** What an outcome is called, with the office or the text and the name. */
export function outcomeText(vote: ElectionVote, outcome: Outcome, names: ReadonlyMap<string, string>): Text {
  const what = plain(vote.vote.kind === "adopt" ? vote.vote.text.title : vote.vote.title);
  const isText = vote.vote.kind === "adopt";
  switch (outcome.kind) {
    case "declared":
      return isText
        ? message("election.outcome.adopted.full", { text: what })
        : message("election.outcome.declared.full", {
            office: what,
            name: namesIn(outcome.elected, names),
          });
    case "not-confirmed":
      return isText
        ? message("election.outcome.notAdopted.full", { text: what })
        : message("election.outcome.notConfirmed.full", { office: what });
    case "tied": {
      const tied = namesIn(outcome.tied, names);
      if (outcome.elected.length === 0) return message("election.outcome.tied.full", { names: tied });
      const elected = namesIn(outcome.elected, names);
      return message("ballot.outcome.partlyTied", { office: what, names: elected, tied, n: outcome.seats });
    }
    case "not-elected":
      return message(outcome.reason === "given-up" ? "choice.vacant" : "election.outcome.notElected.full", {
        office: what,
      });
    case "not-adopted":
      return message("election.outcome.notAdopted.full", { text: what });
    case "no-quorum":
      return message("election.outcome.noQuorum.full");
  }
}

/** These candidates by name. */
export function namesIn(candidates: readonly string[], names: ReadonlyMap<string, string>): Text {
  return plain(candidates.map((id) => names.get(id) ?? "").join(", "));
}

/** What will be declared, in words that do not say that it has been. */
function proposedText(vote: ElectionVote, outcome: Outcome, names: ReadonlyMap<string, string>): Text {
  if (outcome.kind !== "declared") return outcomeText(vote, outcome, names);
  return vote.vote.kind === "adopt"
    ? message("election.adopted", { text: plain(vote.vote.text.title) })
    : message("election.elected", {
        office: plain(vote.vote.title),
        name: namesIn(outcome.elected, names),
      });
}

/** A vote with its outcome and all its figures in sentences; before the declaration as what is proposed. */
export function outcomeLine(vote: ElectionVote, names: ReadonlyMap<string, string>, isDeclared: boolean): OutcomeLine {
  const { outcome, live, letters } = vote;
  if (!outcome || !live) throw new Error(`vote ${vote.id} has no outcome`);
  const { tally } = outcome;
  const figures: Text[] = [];
  if (vote.vote.method === "hands") {
    const { duringVote: present } = live.attendance;
    figures.push(message("election.letter.result.session", { present, for: tally.session.for }));
  }
  if (letters?.kind === "confirmations" && letters.sent > 0) {
    const { sent: absent, kind: _, ...rest } = letters;
    figures.push(message("election.letter.result.letters", { absent, ...rest }));
  }
  if (letters?.kind === "votes" && letters.sent > 0) {
    const { sent, answered, silent, undelivered } = letters;
    const counts = { sent, answered, silent, undelivered, for: tally.letters.for };
    figures.push(message("ballot.result.letters", counts));
  }
  figures.push(message("election.letter.result.total", { n: tally.for, total: tally.base, needed: tally.required }));
  if (outcome.kind === "declared" && outcome.tie) figures.push(message(`ballot.tie.${outcome.tie.by}`));
  const vacant = outcome.kind === "declared" || outcome.kind === "tied" ? outcome.vacant : 0;
  if (vacant > 0) figures.push(message("ballot.seats.vacant", { n: vacant }));
  return {
    title: plain(vote.vote.title),
    outcome: (isDeclared ? outcomeText : proposedText)(vote, outcome, names),
    figures,
  };
}

/**
 * The rules that these votes are held under, a sentence each, with the fingerprint of each profile: once what all of them share,
 * then what is some votes' own, under their titles.
 */
export function rulesText(votes: readonly Pick<ElectionVote, "vote">[], zone: string, rollSize?: number): Text[] {
  const rules = votes.map(({ vote }) => {
    const hash = shortHash(profileHash(vote.profile));
    const lines = ruleLines(vote.profile, { ...vote, zone, rollSize });
    return { title: vote.title, lines: [...lines, message("rules.fingerprint", { hash })] };
  });
  const said = (line: Text) => JSON.stringify(line);
  const has = ({ lines }: { lines: readonly Text[] }, line: Text) => lines.some((one) => said(one) === said(line));
  const lines = new Map(rules.flatMap((one) => one.lines).map((line) => [said(line), line]));
  const isShared = (line: Text) => rules.every((one) => has(one, line));
  return [...lines.values()]
    .toSorted((one, other) => Number(isShared(other)) - Number(isShared(one)))
    .map((line) => {
      if (isShared(line)) return line;
      const titles = rules.filter((one) => has(one, line)).map(({ title }) => title);
      return message("rules.for", { votes: plain(titles.join(", ")), text: line });
    });
}
