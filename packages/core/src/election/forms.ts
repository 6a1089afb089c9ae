import * as v from "valibot";
import { type Ask, REASON_LEAST, verdict } from "../ask/index.ts";
import type { Form } from "../form/index.ts";
import { message, plain, type Text } from "../i18n/index.ts";
import type { World } from "../kit/index.ts";
import { Member } from "../people/index.ts";
import { readSession } from "../session/index.ts";
import { Figures, liveCount, liveResult, type Vote } from "../vote/index.ts";
import type { Election, ElectionVote } from "./records.ts";
import { goesToLetters } from "./rules.ts";
import { namesIn, outcomeLine, rulesText } from "./words.ts";

const REASON_MOST = 1000;
/** As the form of the absentees says. */
const OBJECTION_MOST = 300;

type Section = Form["sections"][number];
type Field = Section["fields"][number];

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

/** The recorder's form: one number for each figure of each vote. `present`: live marks, the most that hands can be. */
export async function figuresForm(
  world: World,
  election: Election,
  votes: readonly ElectionVote[],
  present: (vote: ElectionVote) => number,
): Promise<Form> {
  const sections: Section[] = [];
  for (const [index, vote] of votes.entries()) {
    const most = present(vote);
    const number = (id: string, label: Text): Field => ({
      ...{ id: `${vote.id}-${id}`, kind: "number", label, required: true, min: 0, max: most },
    });
    const names = await candidateNames(world, election.network, vote.vote);
    const isYesOrNo = vote.vote.kind === "adopt" || names.size === 1;
    const hands = isYesOrNo
      ? [
          number("for", message("election.ask.figures.field.for")),
          number("against", message("election.ask.figures.field.against")),
        ]
      : [...names].map(([id, name]) => number(id, plain(name)));
    const fields = [...hands, number("abstain", message("election.ask.figures.field.abstain"))];
    sections.push({
      ...heading(vote, index, votes.length),
      ...(names.size === 1 && { note: message("election.candidate", { name: plain([...names.values()].join()) }) }),
      fields,
      total: {
        atMost: most,
        of: fields.map((field) => field.id),
        label: message("election.ask.figures.present", { n: most }),
      },
    });
  }
  const isReturned = election.objections.some(({ step }) => step === "attestation");
  const lead = isReturned ? "election.ask.figures.again" : "election.ask.figures.lead";
  return form("election.figures", message("election.ask.figures.title"), message(lead), sections, { editable: false });
}

/** A vote's number and title above its section. */
export function heading(vote: ElectionVote, index: number, total: number) {
  return {
    id: vote.id,
    kicker: message("election.vote.of", { n: index + 1, total }),
    title: plain(vote.vote.title),
  };
}

function form(
  id: string,
  title: Text,
  lead: Text,
  sections: Section[],
  more: Pick<Form, "editable"> & Partial<Pick<Form, "silence" | "background">>,
): Form {
  const silence = message("election.ask.ifSilent");
  return { id, title, lead, silence, confidential: false, checkAnswers: false, sections, ...more };
}

/** The figures that a recorder's answer holds on one vote. */
export function figuresIn(vote: Vote, content: Record<string, unknown>): Figures {
  const number = (id: string) => content[`${vote.id}-${id}`] ?? 0;
  const rest = { against: number("against"), abstain: number("abstain") };
  switch (vote.kind) {
    case "adopt":
      return v.parse(Figures, { kind: "adopt", for: number("for"), ...rest });
    case "elect": {
      const [only, ...others] = vote.candidates;
      const votes =
        only && others.length === 0
          ? { [only.id]: number("for") }
          : Object.fromEntries(vote.candidates.map(({ id }) => [id, number(id)]));
      return v.parse(Figures, { kind: "elect", votes, ...rest });
    }
  }
}

/** What the session decided on a vote, with its figures, as it stands on forms and in letters. */
export async function sessionResult(world: World, election: Election, vote: ElectionVote) {
  const figures = vote.live?.figures;
  if (!figures) throw new Error(`the figures of ${vote.id} are not recorded`);
  const names = await candidateNames(world, election.network, vote.vote);
  const decided = liveResult(vote.vote, figures);
  const count = liveCount(figures);
  const several = figures.kind === "elect" && names.size > 1;
  const hands = several
    ? Object.entries(figures.votes).map(([id, value]) => ({ label: plain(names.get(id) ?? ""), value }))
    : [
        { label: message("election.figures.for"), value: count.for },
        { label: message("election.figures.against"), value: count.against },
      ];
  return {
    name: resultName(vote.vote, decided, names),
    figures: [...hands, { label: message("election.figures.abstain"), value: count.abstain }],
  };
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

async function resultSection(
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

/** The absentees' form: for each vote that goes on, the session's result and confirm, object or abstain. */
export async function confirmationForm(
  world: World,
  election: Election,
  votes: readonly ElectionVote[],
  rollSize: number,
): Promise<Form> {
  const session = await readSession(world, election.session);
  const put = votes.filter((vote) => goesToLetters(vote, rollSize));
  const sections: Section[] = [];
  for (const [index, vote] of put.entries()) {
    const confirm =
      vote.vote.kind === "elect" ? "election.ask.absentee.confirmElection" : "election.ask.absentee.confirmAdoption";
    sections.push({
      ...(await resultSection(world, election, vote, index, put.length)),
      fields: [
        {
          id: vote.id,
          kind: "choice",
          label: message("common.yourAnswer"),
          required: true,
          options: [
            { value: "confirm", label: message(confirm) },
            {
              value: "object",
              label: message("election.ask.absentee.object"),
              reason: {
                required: false,
                label: message("election.ask.absentee.reason"),
                hint: message("election.ask.absentee.reasonHint", { limit: OBJECTION_MOST }),
                limit: OBJECTION_MOST,
              },
            },
            { value: "abstain", label: message("election.ask.absentee.abstain") },
          ],
        },
      ],
    });
  }
  const date: Text = { moment: session.startsAt, zone: election.zone, as: "dateOf" };
  const title = message("election.ask.absentee.title", { date });
  const lines = rulesText(put, election.zone, rollSize);
  return form("election.confirmation", title, message("election.ask.absentee.lead"), sections, {
    editable: true,
    silence: message("common.ifSilentRecorded"),
    background: { title: message("common.howDecided"), lines },
  });
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
