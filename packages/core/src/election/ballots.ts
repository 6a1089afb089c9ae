import * as v from "valibot";
import type { Answer } from "../ask/index.ts";
import type { Form } from "../form/index.ts";
import { message, plain } from "../i18n/index.ts";
import { type Choice, figuresKind, Verdict, type Vote } from "../vote/index.ts";

type Field = Form["sections"][number]["fields"][number];

/** What is chosen by somebody who abstains in a vote for candidates. */
const ABSTAIN = "abstain";

/** The field of one candidate's verdict, where each has one of her own. */
function verdictField(vote: Vote, candidate: string): string {
  return `${vote.id}-${candidate}`;
}

const verdicts = [
  { value: "for", label: message("ballot.for") },
  { value: "against", label: message("ballot.against") },
  { value: ABSTAIN, label: message("ballot.abstain") },
];

/** The questions of a vote as a named form puts them, the same as in the session (votes, part 1, `combined`). */
export function ballotFields(vote: Vote, names: ReadonlyMap<string, string>): Field[] {
  const label = message("ballot.yourVote");
  const candidates = vote.kind === "elect" ? vote.candidates : [];
  const name = (id: string) => plain(names.get(id) ?? "");
  const people = candidates.map(({ id }) => ({ value: id, label: name(id) }));
  const abstain = { value: ABSTAIN, label: message("ballot.abstain") };
  switch (figuresKind(vote)) {
    case "adopt":
      return [{ id: vote.id, kind: "choice", label, required: true, options: verdicts }];
    case "elect": {
      const [only, ...others] = people;
      const options = only && others.length === 0 ? verdicts : [...people, abstain];
      const asked = only && others.length === 0 ? message("ballot.onOne", { name: only.label }) : label;
      return [{ id: vote.id, kind: "choice", label: asked, required: true, options }];
    }
    case "seats": {
      const seats = vote.kind === "elect" ? vote.seats : 1;
      const atMost = Math.min(seats, people.length);
      const hint = message("ballot.seats", { n: atMost });
      const options = [...people, abstain];
      return [{ id: vote.id, kind: "choices", label, hint, required: true, atLeast: 1, atMost, options }];
    }
    case "approval":
      return candidates.map(({ id }) => ({
        ...{ id: verdictField(vote, id), kind: "choice", label: name(id), required: true, options: verdicts },
      }));
  }
}

/**
 * What an answer says in a vote; undefined where it says nothing of it. Who ticks to abstain abstains, whoever else is ticked
 * beside it: the form says so.
 */
export function choiceIn(vote: Vote, content: Answer["content"] | undefined): Choice | undefined {
  const answered = content?.[vote.id];
  const candidates = vote.kind === "elect" ? vote.candidates : [];
  switch (figuresKind(vote)) {
    case "adopt":
      return verdictOf(answered);
    case "elect":
      if (candidates.length === 1) return verdictOf(answered);
      if (answered === ABSTAIN) return verdictOf(answered);
      return typeof answered === "string" ? { kind: "candidates", candidates: [answered] } : undefined;
    case "seats": {
      const chosen = v.safeParse(v.array(v.string()), answered);
      if (!chosen.success || chosen.output.length === 0) return undefined;
      return chosen.output.includes(ABSTAIN) ? verdictOf(ABSTAIN) : { kind: "candidates", candidates: chosen.output };
    }
    case "approval": {
      const found = candidates.map(({ id }) => [id, content?.[verdictField(vote, id)]] as const);
      const read = v.safeParse(v.record(v.string(), Verdict), Object.fromEntries(found));
      return read.success && found.length > 0 ? { kind: "approval", verdicts: read.output } : undefined;
    }
  }
}

function verdictOf(answered: unknown): Choice | undefined {
  const read = v.safeParse(Verdict, answered);
  return read.success ? { kind: "verdict", verdict: read.output } : undefined;
}
