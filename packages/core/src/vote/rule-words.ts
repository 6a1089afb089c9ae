import { message, plain, type Text } from "../i18n/index.ts";
import type { RulesProfile, TieRule } from "./profile.ts";
import type { VoteKind } from "./profiles.ts";
import { requiredVotes, type Threshold } from "./threshold.ts";
import type { AbsenteeMode, Method } from "./vote.ts";

const bases = {
  "for-and-against": "forAgainst",
  cast: "cast",
  present: "present",
  "all-members": "members",
} as const;

/** The shares that have words of their own; others are said in digits. */
const shares = [
  { word: "Half", numerator: 1, denominator: 2 },
  { word: "TwoThirds", numerator: 2, denominator: 3 },
  { word: "ThreeQuarters", numerator: 3, denominator: 4 },
] as const;

function shareArgs({ numerator, denominator, comparison }: Threshold) {
  const known = shares.find((share) => numerator * share.denominator === denominator * share.numerator);
  const share = `${comparison === "more-than" ? "moreThan" : "atLeast"}${known?.word ?? ""}`;
  return { share, numerator, denominator };
}

/** A share in words: "more than half", "at least 3/5". */
export function shareText(threshold: Threshold): Text {
  return message("rules.share", shareArgs(threshold));
}

/** The rule in words: "Decided by more than half of all members", "Decided by more than 3/5 of votes cast". */
export function ruleText({ threshold, base }: Pick<RulesProfile, "threshold" | "base">): Text {
  return message("election.rule", { ...shareArgs(threshold), base: bases[base] });
}

/** What words need to know of a vote besides its profile. `zone`: where a lot's day is said; `rollSize`, once it is known. */
export type RulesOn = {
  mode: AbsenteeMode;
  method: Method;
  kind: VoteKind;
  zone: string;
  rollSize?: number | undefined;
};

/** A network's rules for one kind of vote, a sentence each, before it is known how a vote is put and who is asked by letter. */
export function profileLines(profile: RulesProfile, on: Pick<RulesOn, "kind" | "zone">): Text[] {
  return [
    message("rules.sentence", { text: ruleText(profile) }),
    quorumText(profile, { method: "hands" }),
    lettersText(profile),
    ...tailTexts(profile, on),
  ];
}

/**
 * The rules of one vote, a sentence each, in the order they come into play: how votes are given, what decides, the quorum, what
 * absentees are asked and what silence means, a tie, and who declares. The same wherever members read them.
 */
export function ruleLines(profile: RulesProfile, on: RulesOn): Text[] {
  return [
    message(on.method === "form" ? "rules.byLetter" : "election.rule.hands"),
    message("rules.sentence", { text: decidingText(profile, on.rollSize) }),
    quorumText(profile, on),
    ...absenteeTexts(profile, on),
    ...tailTexts(profile, on),
  ];
}

/** A tie and a silent nominee, where somebody is elected; and who declares. */
function tailTexts(profile: RulesProfile, { kind, zone }: Pick<RulesOn, "kind" | "zone">): Text[] {
  const ofElection = [tieText(profile.tie, zone), message(`rules.nominee.${profile.silentNominee}`)];
  const declared = message(profile.twoPeopleDeclare ? "rules.declare.two" : "rules.declare.one");
  return kind === "elect" ? [...ofElection, declared] : [declared];
}

function lettersText({ lettersCountTowardsQuorum }: RulesProfile): Text {
  return message(lettersCountTowardsQuorum ? "rules.letters.count" : "rules.letters.not");
}

/** The rule in words with the votes it takes, where that is known beforehand: of all members, once the roll is. */
export function decidingText(profile: RulesProfile, rollSize?: number): Text {
  const rule = ruleText(profile);
  if (rollSize === undefined || profile.base !== "all-members") return rule;
  return message("election.rule.of", { rule, needed: requiredVotes(profile.threshold, rollSize), total: rollSize });
}

function quorumText({ quorum }: RulesProfile, { method, rollSize }: Pick<RulesOn, "method" | "rollSize">): Text {
  if (requiredVotes(quorum, 1) === 0) return message("rules.quorum.none");
  const words = method === "form" ? "rules.quorum.byLetter" : "rules.quorum";
  if (rollSize === undefined) return message(words, shareArgs(quorum));
  return message(`${words}.number`, { needed: requiredVotes(quorum, rollSize), total: rollSize });
}

function absenteeTexts(profile: RulesProfile, { mode, method }: RulesOn): Text[] {
  const silent = message("election.rule.silent");
  if (method === "form") return [silent];
  const quorum = lettersText(profile);
  switch (mode) {
    case "none":
      return [message("election.mode.none")];
    case "informed":
      return [message("rules.informed"), silent];
    case "ratified":
      return [quorum, message("election.rule.ratified"), message("election.rule.counts"), silent];
    case "combined":
      return [quorum, message("rules.combined"), silent];
  }
}

/** What follows a tie, in words; of a lot also where it comes from and when. */
function tieText(tie: TieRule, zone: string): Text {
  switch (tie.kind) {
    case "run-off":
    case "repeat":
    case "chair":
      return message(`rules.tie.${tie.kind}`);
    case "lot":
      return tie.at === undefined
        ? message("rules.tie.lot.open", { source: plain(tie.source) })
        : message("rules.tie.lot", { source: plain(tie.source), when: { moment: tie.at, zone, as: "onMoment" } });
  }
}
