import * as v from "valibot";
import type { Form } from "../form/index.ts";
import { message, plain, type Text } from "../i18n/index.ts";
import type { World } from "../kit/index.ts";
import { Figures, figuresKind, type Vote } from "../vote/index.ts";
import { candidateNames, form, heading } from "./forms.ts";
import type { Election, ElectionVote } from "./records.ts";

type Section = Form["sections"][number];
type Field = Section["fields"][number];

/** The recorder's form: one number for each figure of each vote. `present`: live marks, the most that hands can be. */
export async function figuresForm(
  world: World,
  election: Election,
  votes: readonly ElectionVote[],
  present: (vote: ElectionVote) => number,
): Promise<Form> {
  const sections: Section[] = [];
  for (const [index, vote] of votes.entries()) {
    const names = await candidateNames(world, election.network, vote.vote);
    sections.push(...figureSections(vote, heading(vote, index, votes.length), names, present(vote)));
  }
  const isReturned = election.objections.some(({ step }) => step === "attestation");
  const again = isReturned ? "election.ask.figures.again" : "election.ask.figures.lead";
  const lead = election.impossible ? "ballot.figures.impossible" : again;
  return form("election.figures", message("election.ask.figures.title"), message(lead), sections, { editable: false });
}

type Heading = Pick<Section, "id" | "kicker" | "title">;

function figureSections(
  { vote }: ElectionVote,
  head: Heading,
  names: ReadonlyMap<string, string>,
  most: number,
): Section[] {
  const number = (id: string, label: Text): Field => ({
    ...{ id: `${vote.id}-${id}`, kind: "number", label, required: true, min: 0, max: most },
  });
  const total = (fields: readonly Field[]) => ({
    ...{ atMost: most, of: fields.map(({ id }) => id), label: message("election.ask.figures.present", { n: most }) },
  });
  const abstain = number("abstain", message("election.ask.figures.field.abstain"));
  const verdict = (of: string) => [
    number(`${of}for`, message("election.ask.figures.field.for")),
    number(`${of}against`, message("election.ask.figures.field.against")),
  ];
  const candidates = [...names].map(([id, name]) => number(id, plain(name)));
  const only = names.size === 1 ? [...names.values()].join() : undefined;
  switch (figuresKind(vote)) {
    case "adopt":
    case "elect": {
      const hands = vote.kind === "adopt" || only !== undefined ? verdict("") : candidates;
      const fields = [...hands, abstain];
      const note = only === undefined ? {} : { note: message("election.candidate", { name: plain(only) }) };
      return [{ ...head, ...note, fields, total: total(fields) }];
    }
    case "seats": {
      const voted = number("voted", message("ballot.figures.voted"));
      const seats = vote.kind === "elect" ? vote.seats : 1;
      const note = message("ballot.seats", { n: seats });
      return [{ ...head, note, fields: [...candidates, voted, abstain], total: total([voted, abstain]) }];
    }
    case "approval":
      return [...names].map(([id, name]): Section => {
        const fields = [...verdict(`${id}-`), number(`${id}-abstain`, message("election.ask.figures.field.abstain"))];
        return { ...head, id: `${vote.id}-${id}`, note: plain(name), fields, total: total(fields) };
      });
  }
}

/** The figures that a recorder's answer holds on one vote. */
export function figuresIn(vote: Vote, content: Record<string, unknown>): Figures {
  const number = (id: string) => content[`${vote.id}-${id}`] ?? 0;
  const candidates = vote.kind === "elect" ? vote.candidates : [];
  const votes = Object.fromEntries(candidates.map(({ id }) => [id, number(id)]));
  const kind = figuresKind(vote);
  switch (kind) {
    case "adopt":
      return v.parse(Figures, { kind, for: number("for"), against: number("against"), abstain: number("abstain") });
    case "elect": {
      const [only, ...others] = candidates;
      const hands = only && others.length === 0 ? { [only.id]: number("for") } : votes;
      return v.parse(Figures, { kind, votes: hands, against: number("against"), abstain: number("abstain") });
    }
    case "seats":
      return v.parse(Figures, { kind, votes, voted: number("voted"), abstain: number("abstain") });
    case "approval": {
      const counts = candidates.map(({ id }) => {
        const [inFavour, against] = [number(`${id}-for`), number(`${id}-against`)];
        return [id, { for: inFavour, against, abstain: number(`${id}-abstain`) }];
      });
      return v.parse(Figures, { kind, votes: Object.fromEntries(counts) });
    }
  }
}
