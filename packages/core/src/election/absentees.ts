import type { Form } from "../form/index.ts";
import { message, plain, type Text } from "../i18n/index.ts";
import type { World } from "../kit/index.ts";
import { ballotFields } from "./ballots.ts";
import { candidateNames, form, heading, namesOf, resultSection } from "./forms.ts";
import { nominationsOf, statementsIn } from "./nominations.ts";
import { type Election, type ElectionVote, meetingOf } from "./records.ts";
import { goesToLetters } from "./rules.ts";
import { namesIn, rulesText } from "./words.ts";

type Section = Form["sections"][number];

/** As the form of the absentees says. */
const OBJECTION_MOST = 300;

/**
 * The form of those who are asked by letter, one question or more for each vote that goes on (votes, part 1): do you agree with
 * the session's result (`informed`), do you confirm it (`ratified`), or the vote itself (`combined`, all by letter).
 */
export async function lettersForm(
  world: World,
  election: Election,
  votes: readonly ElectionVote[],
  rollSize: number,
): Promise<Form> {
  const put = votes.filter((vote) => goesToLetters(vote, rollSize));
  const sections: Section[] = [];
  for (const [index, vote] of put.entries()) {
    const statements = await candidatesWords(world, election.network, vote);
    const section = await sectionOf(world, election, vote, index, put.length);
    sections.push({ ...section, ...(statements.length > 0 && { statements }) });
  }
  const { title, lead } = await wordsOf(world, election);
  return form("election.confirmation", title, lead, sections, {
    editable: true,
    silence: message(election.mode === "ratified" ? "common.ifSilentRecorded" : `ballot.silence.${election.mode}`),
    background: { title: message("common.howDecided"), lines: rulesText(put, election.zone, rollSize) },
  });
}

async function wordsOf(world: World, election: Election): Promise<{ title: Text; lead: Text }> {
  const session = await meetingOf(world, election);
  if (!session) return { title: message("ballot.title"), lead: message("ballot.lead.letter") };
  const date: Text = { moment: session.startsAt, zone: election.zone, as: "dateOf" };
  switch (election.mode) {
    case "none":
    case "ratified":
      return { title: message("election.ask.absentee.title", { date }), lead: message("election.ask.absentee.lead") };
    case "informed":
      return { title: message("ballot.informed.title", { date }), lead: message("ballot.informed.lead") };
    case "combined":
      return { title: message("ballot.title"), lead: message("ballot.lead.combined", { date }) };
  }
}

async function sectionOf(
  world: World,
  election: Election,
  vote: ElectionVote,
  index: number,
  total: number,
): Promise<Section> {
  if (vote.vote.mode !== "combined") {
    return { ...(await resultSection(world, election, vote, index, total)), fields: [verdictOn(vote)] };
  }
  return ballotSection(world, election, vote, index, total);
}

/** A vote itself, as it is put by letter: the text or the candidates, and the same options as in the session. */
export async function ballotSection(
  world: World,
  election: Election,
  vote: ElectionVote,
  index: number,
  total: number,
): Promise<Section> {
  const names = await candidateNames(world, election.network, vote.vote);
  const stand = namesIn([...names.keys()], names);
  return {
    ...heading(vote, index, total),
    ...(names.size > 0 && { note: message("ballot.stand", { names: stand }) }),
    ...(vote.vote.kind === "adopt" && { text: vote.vote.text }),
    fields: ballotFields(vote.vote, names),
  };
}

type Field = Section["fields"][number];

/** What is asked about the session's result: to confirm it, or whether one agrees with it. */
function verdictOn({ id, vote }: ElectionVote): Field {
  const isInformed = vote.mode === "informed";
  const confirm =
    vote.kind === "elect" ? "election.ask.absentee.confirmElection" : "election.ask.absentee.confirmAdoption";
  const reason = {
    required: false,
    label: message("election.ask.absentee.reason"),
    hint: message("election.ask.absentee.reasonHint", { limit: OBJECTION_MOST }),
    limit: OBJECTION_MOST,
  };
  return {
    ...{ id, kind: "choice", label: message("common.yourAnswer"), required: true },
    options: [
      { value: "confirm", label: message(isInformed ? "ballot.informed.agree" : confirm) },
      {
        value: "object",
        label: message(isInformed ? "ballot.informed.disagree" : "election.ask.absentee.object"),
        reason,
      },
      { value: "abstain", label: message("election.ask.absentee.abstain") },
    ],
  };
}

/** The candidates of a vote, or its text, as a letter names them. */
export async function putLine(world: World, network: string, { vote }: ElectionVote): Promise<Text> {
  if (vote.kind === "adopt") return plain(vote.text.title);
  const names = await candidateNames(world, network, vote);
  return namesIn([...names.keys()], names);
}

/** What the candidates of a vote said when they accepted, each by her name. */
export async function candidatesWords(world: World, network: string, vote: ElectionVote) {
  const nominations = await nominationsOf(world.table, vote.election);
  const members = nominations.map(({ member }) => member);
  const names = await namesOf(world, network, members);
  return statementsIn(nominations, vote, (member) => names.get(member) ?? "");
}
