import { type Ask, REASON_LEAST, verdict } from "../ask/index.ts";
import type { Form } from "../form/index.ts";
import { message, plain, type Text } from "../i18n/index.ts";
import type { World } from "../kit/index.ts";
import { Member } from "../people/index.ts";
import { type Figures, liveCount, liveResult, type Vote } from "../vote/index.ts";
import type { Election, ElectionVote } from "./records.ts";
import { namesIn, outcomeLine } from "./words.ts";

const REASON_MOST = 1000;

type Section = Form["sections"][number];

/** The names of these members, by id. */
export async function namesOf(world: World, network: string, members: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (let from = 0; from < members.length; from += 100) {
    const page = members.slice(from, from + 100);
    const found = await world.table.getMany(page.map((id) => Member.key({ network, id })));
    for (const id of page) names.set(id, found.get(Member, { network, id })?.name ?? "");
  }
  return names;
}

/** The names of a vote's candidates, by candidate's id. */
export async function candidateNames(world: World, network: string, vote: Vote): Promise<Map<string, string>> {
  if (vote.kind === "adopt") return new Map();
  const names = await namesOf(
    world,
    network,
    vote.candidates.map(({ member }) => member),
  );
  return new Map(vote.candidates.map(({ id, member }) => [id, names.get(member) ?? ""]));
}

/** A vote's number and title above its section. */
export function heading(vote: ElectionVote, index: number, total: number) {
  return {
    id: vote.id,
    kicker: message("election.vote.of", { n: index + 1, total }),
    title: plain(vote.vote.title),
  };
}

/** A form of the election's own; what silence means is that the election waits, if not said otherwise. */
export function form(
  id: string,
  title: Text,
  lead: Text,
  sections: Section[],
  more: Pick<Form, "editable"> & Partial<Pick<Form, "silence" | "background">>,
): Form {
  const silence = message("election.ask.ifSilent");
  return { id, title, lead, silence, confidential: false, checkAnswers: false, sections, ...more };
}

/** What the session decided on a vote, with its figures, as it stands on forms and in letters. */
export async function sessionResult(world: World, election: Election, vote: ElectionVote) {
  const figures = vote.live?.figures;
  if (!figures) throw new Error(`the figures of ${vote.id} are not recorded`);
  const names = await candidateNames(world, election.network, vote.vote);
  const decided = liveResult(vote.vote, figures);
  return { name: resultName(vote.vote, decided, names), figures: figureLines(figures, names) };
}

/** The figures of one vote, each with what it counts: for and against, or each candidate by name, and abstentions. */
function figureLines(figures: Figures, names: ReadonlyMap<string, string>): { label: Text; value: number }[] {
  const count = liveCount(figures);
  const forAndAgainst = [
    { label: message("election.figures.for"), value: count.for },
    { label: message("election.figures.against"), value: count.against },
  ];
  const abstain = { label: message("election.figures.abstain"), value: count.abstain };
  const each = <T>(votes: Readonly<Record<string, T>>, value: (of: T) => number) =>
    Object.entries(votes).map(([id, of]) => ({ label: plain(names.get(id) ?? ""), value: value(of) }));
  switch (figures.kind) {
    case "adopt":
      return [...forAndAgainst, abstain];
    case "elect":
      return names.size > 1 ? [...each(figures.votes, (votes) => votes), abstain] : [...forAndAgainst, abstain];
    case "seats":
      return [...each(figures.votes, (votes) => votes), abstain];
    case "approval":
      return each(figures.votes, (one) => one.for);
  }
}

function resultName(vote: Vote, decided: ReturnType<typeof liveResult>, names: ReadonlyMap<string, string>): Text {
  switch (decided.kind) {
    case "leading":
      return namesIn(decided.candidates, names);
    case "carried":
      return message("election.adopted", { text: plain(vote.kind === "adopt" ? vote.text.title : vote.title) });
    case "tied":
      return message("election.outcome.tied.full", { names: namesIn(decided.tied, names) });
    case "rejected":
    case "nobody":
      return message(vote.kind === "adopt" ? "election.outcome.notAdopted" : "election.outcome.notElected");
  }
}

/** A vote as a form shows it with what the session decided. */
export async function resultSection(
  world: World,
  election: Election,
  vote: ElectionVote,
  index: number,
  total: number,
): Promise<Omit<Section, "fields">> {
  const result = await sessionResult(world, election, vote);
  return {
    ...heading(vote, index, total),
    result: { kicker: message("election.figures.sessionResult"), ...result },
    ...(vote.vote.kind === "adopt" && { text: vote.vote.text }),
  };
}

/** The attesters' form: the figures of every vote, then one verdict on all of them (votes R14). */
export async function attestationForm(world: World, election: Election, votes: readonly ElectionVote[]): Promise<Form> {
  const sections: Section[] = [];
  for (const [index, vote] of votes.entries()) {
    sections.push({ ...(await resultSection(world, election, vote, index, votes.length)), fields: [] });
  }
  sections.push(
    verdict(message("election.ask.attest.title"), {
      agree: message("election.ask.attest.agree"),
      object: message("election.ask.attest.object"),
      reason: message("election.ask.attest.reason"),
      hint: message("election.ask.attest.reasonHint", { limit: REASON_LEAST }),
    }),
  );
  const words = [message("election.ask.attest.title"), message("election.ask.attest.lead")] as const;
  return form("election.attestation", ...words, sections, { editable: false });
}

/** The coordinator's form when undelivered members could change an outcome (votes R4). */
export async function waiverForm(world: World, election: Election, undelivered: readonly Ask[]): Promise<Form> {
  const names = await namesOf(
    world,
    election.network,
    undelivered.map((ask) => ask.member),
  );
  const lead = message("election.ask.waiver.lead", { name: plain([...names.values()].join(", ")) });
  const section: Section = {
    id: "waiver",
    title: message("election.ask.waiver.waive"),
    fields: [
      {
        ...{ id: "reason", kind: "long", label: message("election.ask.waiver.reason"), required: true },
        hint: message("election.ask.waiver.reasonHint", { limit: REASON_LEAST }),
        ...{ min: REASON_LEAST, limit: REASON_MOST },
      },
    ],
  };
  return form("election.waiver", message("election.ask.waiver.title"), lead, [section], { editable: false });
}

/** The declarers' form: every outcome with its figures, then approve or return. */
export async function declarationForm(world: World, election: Election, votes: readonly ElectionVote[]): Promise<Form> {
  const sections: Section[] = [];
  for (const [index, vote] of votes.entries()) {
    const line = outcomeLine(vote, await candidateNames(world, election.network, vote.vote), false);
    sections.push({ ...heading(vote, index, votes.length), result: outcomeResult(line), fields: [] });
  }
  sections.push(
    verdict(message("election.ask.declare.title"), {
      agree: message("election.ask.declare.approve"),
      object: message("election.ask.declare.return"),
      reason: message("election.ask.declare.reason"),
    }),
  );
  const words = [message("election.ask.declare.title"), message("election.ask.declare.lead")] as const;
  return form("election.declaration", ...words, sections, { editable: false });
}

function outcomeResult(line: ReturnType<typeof outcomeLine>): NonNullable<Section["result"]> {
  return { kicker: message("common.result"), name: line.outcome, notes: line.figures, figures: [] };
}
