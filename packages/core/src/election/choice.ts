import * as v from "valibot";
import type { Answer } from "../ask/index.ts";
import type { Form } from "../form/index.ts";
import { message, plain } from "../i18n/index.ts";
import { electedTwice, type Outcome, withoutElected } from "../vote/index.ts";
import { form } from "./forms.ts";
import type { ElectionVote } from "./records.ts";

/** A member who was elected in several votes, and those votes: she takes one office, the others are put again (votes R12). */
export type Chooser = { member: string; votes: string[] };

/** Who has to choose, in an order of no meaning that stays the same. */
export function choosersIn(votes: readonly ElectionVote[]): Chooser[] {
  const counted = votes.flatMap(({ of, vote, outcome }) => (of === undefined && outcome ? [{ vote, outcome }] : []));
  return electedTwice(counted).toSorted((a, b) => (a.member < b.member ? -1 : 1));
}

/** The section of the form that is hers. */
export const choiceOf = ({ member }: Chooser): string => `office-of-${member}`;

/** Their form: each sees her own offices, and takes one of them. */
export function choiceForm(votes: readonly ElectionVote[], choosers: readonly Chooser[]): Form {
  const titleOf = (id: string) => votes.find((vote) => vote.id === id)?.vote.title ?? "";
  const sections = choosers.map((chooser): Form["sections"][number] => {
    const options = chooser.votes.map((id) => ({ value: id, label: plain(titleOf(id)) }));
    const question = { id: choiceOf(chooser), kind: "choice" as const, label: message("choice.which"), options };
    return { id: choiceOf(chooser), title: message("choice.title"), fields: [{ ...question, required: true }] };
  });
  return form("election.choice", message("choice.title"), message("choice.lead"), sections, { editable: false });
}

/** The vote whose office she takes; undefined where she has not said. */
export function officeTaken(chooser: Chooser, content: Answer["content"] | undefined): string | undefined {
  const taken = v.safeParse(v.picklist(chooser.votes), content?.[choiceOf(chooser)]);
  return taken.success ? taken.output : undefined;
}

/** Who gives up which seat once each has chosen: by vote, her candidate's id with the vote whose office she takes. */
export function givenUpIn(
  votes: readonly ElectionVote[],
  taken: ReadonlyMap<string, string>,
): Map<string, NonNullable<ElectionVote["givenUp"]>> {
  const found = new Map<string, NonNullable<ElectionVote["givenUp"]>>();
  for (const chooser of choosersIn(votes)) {
    const office = taken.get(chooser.member);
    for (const { id, vote } of votes.filter((one) => chooser.votes.includes(one.id) && one.id !== office)) {
      const candidate = vote.kind === "elect" && vote.candidates.find(({ member }) => member === chooser.member);
      if (candidate && office) found.set(id, [...(found.get(id) ?? []), { candidate: candidate.id, taken: office }]);
    }
  }
  return found;
}

/** The outcome of a vote without those who took another office. */
export function afterChoice({ givenUp = [] }: Pick<ElectionVote, "givenUp">, outcome: Outcome): Outcome {
  return withoutElected(
    outcome,
    givenUp.map(({ candidate }) => candidate),
  );
}
