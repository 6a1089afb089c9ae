import type { MessageKey } from "@quorate/core/i18n";
import type { Outcome, Vote } from "@quorate/core/vote";
import type { BadgeKind } from "../look/index.ts";

/** The badge of an outcome, by its name. */
export function outcomeBadge(vote: Vote["kind"], outcome: Outcome): { kind: BadgeKind; word: MessageKey } {
  switch (outcome.kind) {
    case "declared":
      return { kind: "done", word: vote === "adopt" ? "election.outcome.adopted" : "election.outcome.declared" };
    case "not-confirmed":
      return { kind: "against", word: "election.outcome.notConfirmed" };
    case "tied":
      return { kind: "none", word: "election.outcome.tied" };
    case "not-elected":
      return { kind: "against", word: "election.outcome.notElected" };
    case "not-adopted":
      return { kind: "against", word: "election.outcome.notAdopted" };
    case "no-quorum":
      return { kind: "none", word: "election.outcome.noQuorum" };
  }
}
