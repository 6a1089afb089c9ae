import { Collection, verdict } from "../ask/index.ts";
import type { Form } from "../form/index.ts";
import { message, plain, type Text } from "../i18n/index.ts";
import { canonical, type Instant, sha256, type World } from "../kit/index.ts";
import { stepCollection } from "../process/index.ts";
import { breakTie, drawLot, type Outcome } from "../vote/index.ts";
import { candidateNames, form, heading } from "./forms.ts";
import type { DrawnLot, Election, ElectionVote, Objection } from "./records.ts";
import { type TiedVote, tiedUnder } from "./ties.ts";
import { namesIn } from "./words.ts";

/** One public value and the tied votes that are drawn from it: those with the same source and the same moment share it. */
export type Lot<V extends ElectionVote = ElectionVote> = {
  id: string;
  source: string;
  /** The first value that is published after this moment. */
  from: Instant;
  votes: TiedVote<V>[];
};

/** The most of a published value: a draw of a lottery, or a round of a public beacon. */
const VALUE_MOST = 200;

/**
 * The lots that are to be drawn, once the votes are counted. A value counts from the moment that was frozen with the vote, or from
 * the close of the vote where that came later: before it nobody who votes may know the value (votes R11).
 */
export async function lotsIn<V extends ElectionVote>(
  world: World,
  election: Election,
  votes: readonly V[],
): Promise<Lot<V>[]> {
  const letters = await world.table.get(Collection, { id: stepCollection(election, "confirmation") });
  const lots: Lot<V>[] = [];
  for (const vote of tiedUnder("lot", votes)) {
    const { tie } = vote.vote.profile;
    if (tie.kind !== "lot" || tie.at === undefined) throw new Error(`vote ${vote.id} has no moment of its lot`);
    const from = latest([tie.at, vote.closedAt, letters?.closedAt]);
    const known = lots.find((lot) => lot.source === tie.source && lot.from === from);
    if (known) known.votes.push(vote);
    else lots.push({ id: `lot-${lots.length + 1}`, source: tie.source, from, votes: [vote] });
  }
  return lots;
}

/** From when every value that is needed may be there. */
export async function lotDue(world: World, election: Election, votes: readonly ElectionVote[]): Promise<Instant> {
  return latest((await lotsIn(world, election, votes)).map(({ from }) => from));
}

function latest(moments: readonly (Instant | undefined)[]): Instant {
  return moments.reduce<Instant>((last, moment) => (moment !== undefined && moment > last ? moment : last), "");
}

/** Where the value of a lot comes from, and from when: "Lottery, draw of …; the first value after …". */
export const originOf = ({ source, from }: Pick<Lot, "source" | "from">, { zone }: Election): Text =>
  message("lot.origin", { source: plain(source), when: { moment: from, zone, as: "dateTime" } });

/** The form of whoever enters the values, with what an objection said of an earlier one. */
export async function drawForm(world: World, election: Election, lots: readonly Lot[]): Promise<Form> {
  const sections: Form["sections"] = [];
  for (const lot of lots) {
    sections.push({
      id: lot.id,
      title: message("lot.value"),
      note: originOf(lot, election),
      result: await tiedIn(world, election, lot),
      fields: [
        {
          ...{ id: lot.id, kind: "short", label: message("lot.value"), required: true, limit: VALUE_MOST },
          hint: message("lot.value.hint"),
        },
      ],
    });
  }
  const objection = returnedIn(election);
  const lead = objection ? message("lot.draw.again", { reason: plain(objection.reason) }) : message("lot.draw.lead");
  return form("election.draw", message("lot.draw.title"), lead, sections, { editable: false });
}

/** What was said against the value that was entered last. */
export function returnedIn({ objections }: Election): Objection | undefined {
  return objections.findLast(({ step }) => step === "witness");
}

async function tiedIn(world: World, { network }: Election, { votes }: Lot) {
  const notes: Text[] = [];
  for (const { vote, outcome } of votes) {
    const tied = namesIn(outcome.tied, await candidateNames(world, network, vote));
    notes.push(message("lot.tied", { office: plain(vote.title), names: tied, n: outcome.seats }));
  }
  return {
    kicker: message("ties.tied"),
    name: plain(votes.map(({ vote }) => vote.title).join(", ")),
    notes,
    figures: [],
  };
}

/** The values as they were published, by lot; a fault where one is missing. */
export function valuesIn(lots: readonly Lot[], content: Readonly<Record<string, unknown>>): Map<string, string> {
  return new Map(
    lots.map(({ id }) => {
      const value = content[id];
      if (typeof value !== "string") throw new Error(`no value of ${id}`);
      return [id, value.trim()];
    }),
  );
}

/** A tied vote with the lot that decides it. */
export type Drawn<V extends ElectionVote = ElectionVote> = {
  vote: TiedVote<V>;
  outcome: Outcome;
  lot: Pick<DrawnLot, "source" | "from" | "value" | "seed" | "ranking">;
};

/** What these values draw: the same for everybody who draws again from the same roll. */
export function drawn<V extends ElectionVote>(
  election: Election,
  lots: readonly Lot<V>[],
  values: ReadonlyMap<string, string>,
): Drawn<V>[] {
  if (!election.roll) throw new Error(`the roll of ${election.id} is not frozen`);
  const { hash: rollHash } = election.roll;
  return lots.flatMap(({ id, source, from, votes }) =>
    votes.map((vote) => {
      const { tied, seats } = vote.outcome;
      const value = values.get(id) ?? "";
      const { seed, ranking, drawn: elected } = drawLot({ rollHash, publicValue: value, vote: vote.id, tied, seats });
      const outcome = breakTie(vote.outcome, { kind: "lot", elected });
      return { vote, outcome, lot: { source, from, value, seed, ranking } };
    }),
  );
}

/** What is attested: these values, and what they draw. */
export const drawHash = (found: readonly Drawn[]) =>
  sha256(canonical(found.map(({ vote, outcome, lot }) => ({ vote: vote.id, outcome, lot }))));

/** The form of those who attest the values: each beside its source and what it draws, then one verdict on all of them. */
export async function witnessForm(world: World, election: Election, found: readonly Drawn[]): Promise<Form> {
  const sections: Form["sections"] = [];
  for (const [index, { vote, outcome, lot }] of found.entries()) {
    const names = await candidateNames(world, election.network, vote.vote);
    const elected = outcome.kind === "declared" ? (outcome.tie?.elected ?? []) : [];
    sections.push({
      ...heading(vote, index, found.length),
      note: originOf(lot, election),
      result: {
        kicker: message("lot.value"),
        name: plain(lot.value),
        notes: [message("lot.drawn", { names: namesIn(elected, names) })],
        figures: [],
      },
      fields: [],
    });
  }
  sections.push(
    verdict(message("lot.witness.title"), {
      agree: message("lot.witness.agree"),
      object: message("lot.witness.object"),
      reason: message("lot.witness.reason"),
    }),
  );
  const words = [message("lot.witness.title"), message("lot.witness.lead")] as const;
  return form("election.witness", ...words, sections, { editable: false });
}
