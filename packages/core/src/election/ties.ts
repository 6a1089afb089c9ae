import type { Form } from "../form/index.ts";
import { message, plain } from "../i18n/index.ts";
import type { World } from "../kit/index.ts";
import { Member, membersOf } from "../people/index.ts";
import { breakTie, type ElectVote, impartial, type Outcome, type Tied, type TieRule } from "../vote/index.ts";
import { candidateNames, form, heading } from "./forms.ts";
import type { Election, ElectionVote } from "./records.ts";
import { namesIn, outcomeLine, rulesText } from "./words.ts";

/** A vote that is tied, as it is now. */
export type TiedVote<V extends ElectionVote = ElectionVote> = V & { vote: ElectVote; outcome: Tied };

/**
 * The votes that are tied and whose rules decide a tie in this way (votes R11); not one that was put after another: a tie in that
 * stays one.
 */
export function tiedUnder<V extends ElectionVote>(way: TieRule["kind"], votes: readonly V[]): TiedVote<V>[] {
  return votes.flatMap((one) => {
    const { vote, outcome } = one;
    const isAgain = one.of !== undefined;
    if (isAgain || vote.kind !== "elect" || vote.profile.tie.kind !== way || outcome?.kind !== "tied") return [];
    return [{ ...one, vote, outcome }];
  });
}

/**
 * The ties that whoever presides decides: none in which she is among the tied, under whatever membership of hers, and none once
 * she has left the network. Nobody decides in her place: such a tie stays one.
 */
export async function tiesForChair<V extends ElectionVote>(
  world: World,
  { network, presiding = "" }: Election,
  votes: readonly V[],
): Promise<TiedVote<V>[]> {
  const chair = await world.table.get(Member, { network, id: presiding });
  if (chair?.standing !== "active") return [];
  const members = await membersOf(world.table, network);
  const personOf = new Map(members.map(({ id, person }) => [id, person]));
  return tiedUnder("chair", votes).filter(({ vote, outcome }) => {
    const tied = vote.candidates.filter(({ id }) => outcome.tied.includes(id));
    const candidates = tied.map(({ member }) => personOf.get(member) ?? "");
    return impartial({ people: [chair.person], roll: [], candidates }).kind === "one";
  });
}

/** The form of whoever presides: for each tie, who of the tied takes the seat, or the seats. */
export async function chairForm(
  world: World,
  election: Election,
  votes: readonly TiedVote[],
  rollSize: number,
): Promise<Form> {
  const sections: Form["sections"] = [];
  for (const [index, vote] of votes.entries()) {
    const { id, outcome } = vote;
    const names = await candidateNames(world, election.network, vote.vote);
    const { figures: notes } = outcomeLine(vote, names, false);
    const options = outcome.tied.map((value) => ({ value, label: plain(names.get(value) ?? "") }));
    const asked = { id, required: true, options, label: message("ties.chair.vote") };
    const { seats } = outcome;
    sections.push({
      ...heading(vote, index, votes.length),
      result: { kicker: message("ties.tied"), name: namesIn(outcome.tied, names), notes, figures: [] },
      fields: [
        seats === 1
          ? { ...asked, kind: "choice" }
          : {
              ...{ ...asked, kind: "choices", atLeast: seats, atMost: seats },
              hint: message("ties.chair.seats", { n: seats }),
            },
      ],
    });
  }
  return form("election.chair", message("ties.chair.title"), message("ties.chair.lead"), sections, {
    editable: false,
    background: { title: message("common.howDecided"), lines: rulesText(votes, election.zone, rollSize) },
  });
}

/** The outcome of a tied vote by the chair's answer; one that is decided already stays as it is. */
export function afterChair({ id, outcome }: ElectionVote, content: Readonly<Record<string, unknown>>): Outcome {
  if (!outcome) throw new Error(`vote ${id} has no outcome`);
  if (outcome.kind !== "tied") return outcome;
  return breakTie(outcome, { kind: "chair", elected: [content[id]].flat().map(String) });
}
