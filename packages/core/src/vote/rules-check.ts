import type { RulesProfile } from "./profile.ts";
import type { AbsenteeMode, Method } from "./vote.ts";

/**
 * What contradicts itself in the rules of a vote that is all by letter. `mode-without-session`: there is no session whose result
 * could stand or be confirmed. `quorum-without-letters`: nobody is present, so a quorum that letters do not count towards is never
 * met.
 */
export type RulesProblem = "mode-without-session" | "quorum-without-letters";

/** The contradictions in a vote's rules; nothing, when it can be opened under them. */
export function checkRules(of: { method: Method; mode: AbsenteeMode; profile: RulesProfile }): RulesProblem[] {
  const { method, mode, profile } = of;
  if (method === "hands") return [];
  const needsNobody = profile.quorum.comparison === "at-least" && profile.quorum.numerator === 0;
  const isQuorumPossible = profile.lettersCountTowardsQuorum || needsNobody;
  return [
    ...(mode === "combined" ? [] : (["mode-without-session"] as const)),
    ...(isQuorumPossible ? [] : (["quorum-without-letters"] as const)),
  ];
}
