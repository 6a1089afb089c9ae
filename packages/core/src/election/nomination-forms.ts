import { verdict } from "../ask/index.ts";
import type { Form } from "../form/index.ts";
import { message, plain, type Text } from "../i18n/index.ts";
import type { World } from "../kit/index.ts";
import type { ElectVote } from "../vote/index.ts";
import { heading, namesOf } from "./forms.ts";
import { NOBODY, type Nomination, standingIn, statementOf } from "./nominations.ts";
import type { Election, ElectionVote } from "./records.ts";

const STATEMENT_MOST = 600;

type Section = Form["sections"][number];

/** The offices that are filled: only they have candidates. */
export function officesIn<V extends ElectionVote>(votes: readonly V[]): (V & { vote: ElectVote })[] {
  return votes.flatMap((one) => (one.vote.kind === "elect" ? [{ ...one, vote: one.vote }] : []));
}

/** The members' form: for each office one of the roll, or nobody. */
export async function nominationsForm(
  world: World,
  election: Election,
  votes: readonly ElectionVote[],
  roll: readonly string[],
): Promise<Form> {
  const names = await namesOf(world, election.network, roll);
  const people = [...names].toSorted(([, a], [, b]) => a.localeCompare(b, "sr"));
  const options = [
    ...people.map(([value, name]) => ({ value, label: plain(name) })),
    { value: NOBODY, label: message("nominations.ask.nobody") },
  ];
  const offices = officesIn(votes);
  const sections = offices.map((vote, index): Section => {
    const label = message("nominations.ask.whom");
    return {
      ...heading(vote, index, offices.length),
      fields: [{ id: vote.id, kind: "person", label, required: true, options }],
    };
  });
  return form("nominations", sections, { editable: true, silence: message("nominations.ask.silence") });
}

/** The nominee's form: for each office she is proposed for, accept with a few words, or decline (votes R12). */
export function acceptanceForm(votes: readonly ElectionVote[]): Form {
  const offices = officesIn(votes);
  const sections = offices.map(
    (vote, index): Section => ({
      ...heading(vote, index, offices.length),
      fields: [
        {
          ...{ id: vote.id, kind: "choice", label: message("common.yourAnswer"), required: true },
          options: [
            { value: "accept", label: message("nominations.accept.accept") },
            { value: "decline", label: message("nominations.accept.decline") },
          ],
        },
        {
          ...{ id: statementOf(vote.id), kind: "long", label: message("nominations.accept.statement") },
          hint: message("nominations.accept.statementHint", { limit: STATEMENT_MOST }),
          ...{ required: false, limit: STATEMENT_MOST },
        },
      ],
    }),
  );
  return form("acceptance", sections, {
    editable: true,
    silence: message(`nominations.accept.silence.${silenceIn(offices)}`),
  });
}

export type Silence = "out" | "stands" | "mixed";

/** What the silence of a nominee means in these votes: she is out, she stands, or each vote's rules say so (votes R12). */
export function silenceIn(offices: readonly ElectionVote[]): Silence {
  const [first, ...others] = new Set(offices.map(({ vote }) => vote.profile.silentNominee));
  return others.length > 0 ? "mixed" : (first ?? "out");
}

/** The coordinator's form: who stands for each office, then approve the list or return it. */
export async function candidatesForm(
  world: World,
  election: Election,
  votes: readonly ElectionVote[],
  nominations: readonly Nomination[],
): Promise<Form> {
  const members = [...new Set(nominations.map(({ member }) => member))];
  const names = await namesOf(world, election.network, members);
  const offices = officesIn(votes);
  const sections = offices.map((vote, index): Section => {
    const own = nominations.filter((one) => one.vote === vote.id);
    const nameOf = (member: string) => names.get(member) ?? "";
    const accepted = own.filter(({ state }) => state === "accepted");
    const standing = standingIn(nominations, vote).map(nameOf);
    const silent = own.filter(({ state, member }) => state === "silent" && standing.includes(nameOf(member)));
    const silentNames = plain(silent.map(({ member }) => nameOf(member)).join(", "));
    const notes = silent.length > 0 ? { notes: [message("nominations.list.silent", { names: silentNames })] } : {};
    const statements = own.flatMap(({ member, statement, state }) =>
      statement && state === "accepted" ? [{ name: nameOf(member), words: statement }] : [],
    );
    const name = standing.length > 0 ? plain(standing.join(", ")) : message("nominations.list.nobody");
    const figures = [
      { label: message("nominations.state.accepted"), value: accepted.length },
      { label: message("nominations.state.declined"), value: own.filter(({ state }) => state === "declined").length },
      { label: message("nominations.state.silent"), value: own.filter(({ state }) => state === "silent").length },
    ];
    const result = { kicker: message("nominations.list.kicker"), name, figures, ...notes };
    return {
      ...heading(vote, index, offices.length),
      result,
      ...(statements.length > 0 && { statements }),
      fields: [],
    };
  });
  sections.push(
    verdict(message("nominations.list.title"), {
      agree: message("nominations.list.approve"),
      object: message("nominations.list.return"),
      reason: message("nominations.list.reason"),
    }),
  );
  const lead = message(silenceIn(offices) === "out" ? "nominations.list.lead" : "nominations.list.lead.stands");
  return { ...form("candidates", sections, { editable: false, silence: message("election.ask.ifSilent") }), lead };
}

type Words = { title: Text; lead: Text };

const words: Readonly<Record<"nominations" | "acceptance" | "candidates", Words>> = {
  nominations: { title: message("nominations.ask.title"), lead: message("nominations.ask.lead") },
  acceptance: { title: message("nominations.accept.title"), lead: message("nominations.accept.lead") },
  candidates: { title: message("nominations.list.title"), lead: message("nominations.list.lead") },
};

function form(step: keyof typeof words, sections: Section[], more: Pick<Form, "editable" | "silence">): Form {
  return { id: `election.${step}`, ...words[step], confidential: false, checkAnswers: false, sections, ...more };
}
