import {
  type AdoptVote,
  type Attendance,
  type Confirmations,
  type ElectVote,
  type Figures,
  hashText,
  noLetters,
  plainProfile,
  type RulesProfile,
  type Threshold,
} from "@quorate/core/vote";

export const atLeastHalf: Threshold = { numerator: 1, denominator: 2, comparison: "at-least" };
export const moreThanHalf: Threshold = { numerator: 1, denominator: 2, comparison: "more-than" };
export const atLeastTwoThirds: Threshold = { numerator: 2, denominator: 3, comparison: "at-least" };

export function profile(changes: Partial<RulesProfile>): RulesProfile {
  return { ...plainProfile, ...changes };
}

/** The election of a president; each candidate's id is her letter. */
export function election(candidates: string, changes: Partial<ElectVote> = {}): ElectVote {
  return {
    kind: "elect",
    id: "vot_president",
    title: "Избор председника",
    seats: 1,
    ballot: "plurality",
    candidates: Array.from(candidates, (letter) => ({ id: letter, member: `mem_${letter}` })),
    profile: plainProfile,
    mode: "ratified",
    method: "hands",
    ...changes,
  };
}

const plan = { title: "План рада за 2026. годину", body: "Два семинара у мају, један у септембру." };

export function adoption(changes: Partial<AdoptVote> = {}): AdoptVote {
  return {
    kind: "adopt",
    id: "vot_plan",
    title: "Усвајање плана рада",
    text: { ...plan, hash: hashText(plan) },
    profile: plainProfile,
    mode: "ratified",
    method: "hands",
    ...changes,
  };
}

export function hands(votes: Record<string, number>, against = 0, abstain = 0): Extract<Figures, { kind: "elect" }> {
  return { kind: "elect", votes, against, abstain };
}

export function planHands(inFavour: number, against: number, abstain: number): Extract<Figures, { kind: "adopt" }> {
  return { kind: "adopt", for: inFavour, against, abstain };
}

/** The same members from the opening to the close. */
export function throughout(members: number): Attendance {
  return { atOpening: members, atClosing: members, duringVote: members };
}

/** The figures of letters, with `sent` as the sum of the groups. */
export function letters(groups: Partial<Omit<Confirmations, "kind" | "sent">>): Confirmations {
  const figures = { ...noLetters, ...groups };
  const { confirm, object, abstain, silent, undelivered } = figures;
  return { ...figures, sent: confirm + object + abstain + silent + undelivered };
}
