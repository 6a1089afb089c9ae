import { canonical, create, replace, sha256, untilWritten, type World } from "../../kit/index.ts";
import { askedMembers, askStep, checkStep, say, stepAnswers, stepReturns, type Task } from "../../process/index.ts";
import { holdersOf, passDuties } from "../duties.ts";
import { acceptanceForm, candidatesForm, nominationsForm, officesIn } from "../nomination-forms.ts";
import { Nomination, nominationsIn, nominationsOf, repliedTo, standingIn } from "../nominations.ts";
import { readElection, votesOf } from "../records.ts";
import { firstVoting } from "../rules.ts";
import {
  approvedStep,
  askedOnRoll,
  asking,
  askToApprove,
  awaitAnswers,
  finishAsking,
  replaceVotes,
  returnStep,
  rollAsks,
} from "../steps.ts";
import { move } from "../transition.ts";

/** Asks everybody on the roll whom they propose for each office; or reminds those who are due. */
export const AskNominations: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const votes = await votesOf(world.table, process);
  const roll = await rollAsks(world, election);
  const form = await nominationsForm(
    world,
    election,
    votes,
    roll.map(({ member }) => member),
  );
  const parts = officesIn(votes).map(({ id }) => id);
  const people = askedOnRoll(election, "nominations", roll, parts);
  const step = asking(election, "nominations", form);
  const done = await askStep(world, election, "nominations", step, people, (collection) =>
    finishAsking(world, election, collection, { act: "nominations.opened", asked: people.length }),
  );
  if (done !== "asked") return say(done === "more" ? "remind" : "lapsed");
  return CheckNominations(world, { network: election.network, process });
};

export const AwaitNominations: Task = (world, input) => awaitAnswers(world, input, "nominations");

/** Keeps each nomination; nobody nominated: there is nobody to ask, and the list is put to approval as it is. */
export const CheckNominations: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  if (election.stage === "nominations") {
    const check = await checkStep(world, election, "nominations");
    if (check.word !== "closed") return check;
    const votes = officesIn(await votesOf(world.table, process));
    const proposals = await stepAnswers(world, election, "nominations");
    const roll = (await rollAsks(world, election)).map(({ member }) => member);
    const made = nominationsIn(votes, proposals, roll);
    for (const nomination of made) await keepNomination(world, nomination);
    const facts = Object.fromEntries(votes.map(({ id }) => [id, made.filter(({ vote }) => vote === id).length]));
    await move(world, process, async ({ stage }) => {
      if (stage !== "nominations") return undefined;
      const next = made.length > 0 ? ("acceptance" as const) : ("candidates" as const);
      return { changes: { stage: next }, act: "nominations.closed", facts };
    });
  }
  return say((await readElection(world, process)).stage === "candidates" ? "nobody" : "nominated");
};

/** A nomination as it was made; one that is there already stays as it is. */
async function keepNomination(world: World, nomination: Nomination): Promise<void> {
  await untilWritten(async () => {
    if (!(await world.table.get(Nomination, nomination))) await world.table.write([create(Nomination, nomination)]);
  });
}

/** Asks each nominee, for every office she is proposed for, whether she stands (votes R12). */
export const AskAcceptance: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const form = acceptanceForm(await votesOf(world.table, process));
  const parts = new Map<string, string[]>();
  for (const { member, vote } of await nominationsOf(world.table, process)) {
    parts.set(member, [...(parts.get(member) ?? []), vote]);
  }
  const nominees = [...parts].map(([member, of]) => ({ member, parts: of }));
  const people = await askedMembers(world, election, "acceptance", form, nominees);
  const done = await askStep(world, election, "acceptance", asking(election, "acceptance", form), people);
  if (done !== "asked") return say(done === "more" ? "remind" : "lapsed");
  return CheckAcceptance(world, { network: election.network, process });
};

export const AwaitAcceptance: Task = (world, input) => awaitAnswers(world, input, "acceptance");

/** What each nominee said, or that she said nothing, goes onto her nominations. */
export const CheckAcceptance: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  if (election.stage !== "acceptance") return say("answered");
  const check = await checkStep(world, election, "acceptance");
  if (check.word !== "closed") return check;
  const { asks, answers } = await stepReturns(world, election, "acceptance");
  const contents = new Map(asks.map((ask) => [ask.member, answers.get(ask.id)?.content]));
  const facts: Record<string, number> = { accepted: 0, declined: 0, silent: 0 };
  for (const { election: of, vote, member } of await nominationsOf(world.table, process)) {
    const { state } = await changeNomination(world, { election: of, vote, member }, (nomination) =>
      nomination.state === "pending" ? repliedTo(nomination, contents.get(member)) : nomination,
    );
    facts[state] = (facts[state] ?? 0) + 1;
  }
  await move(world, process, async ({ stage }) => {
    return stage === "acceptance" ? { changes: { stage: "candidates" }, act: "nominees.answered", facts } : undefined;
  });
  return say("answered");
};

function changeNomination(
  world: World,
  of: Pick<Nomination, "election" | "vote" | "member">,
  change: (nomination: Nomination) => Nomination,
): Promise<Nomination> {
  return untilWritten(async () => {
    const nomination = await world.table.get(Nomination, of);
    if (!nomination) throw new Error(`no nomination of ${of.member} for ${of.vote}`);
    const next = change(nomination);
    if (next.state !== nomination.state) await world.table.write([replace(Nomination, nomination, next)]);
    return next;
  });
}

/** The list that is approved: who is proposed for which office, and what each has said. */
const listHash = (nominations: readonly Nomination[]) => sha256(canonical(nominations));

/** Asks the coordinator to approve the list of candidates; where she stands, who has her duties (votes R13). */
export const AskCandidates: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const votes = await votesOf(world.table, process);
  const nominations = await nominationsOf(world.table, process);
  const form = await candidatesForm(world, election, votes, nominations);
  const approvers = holdersOf(await passDuties(world, process));
  if (approvers.length === 0) throw new Error(`nobody who does not stand is left to approve the list of ${process}`);
  const isAsked = await askToApprove(world, process, "candidates", form, approvers, {
    subject: listHash(nominations),
  });
  if (!isAsked) return say("lapsed");
  return CheckCandidates(world, { network: election.network, process });
};

export const AwaitCandidates: Task = (world, input) => awaitAnswers(world, input, "candidates");

/** Approved: the candidates of each vote are fixed. Returned: the election is parked with the reason. */
export const CheckCandidates: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  if (election.stage !== "candidates") return say(election.session === undefined ? "letters" : "approved");
  const check = await checkStep(world, election, "candidates");
  if (check.word !== "closed") return check;
  const nominations = await nominationsOf(world.table, process);
  const approved = await approvedStep(world, election, "candidates", listHash(nominations));
  switch (approved.kind) {
    case "approved":
      break;
    case "returned":
      await returnStep(world, process, "candidates", approved.objections);
      return say("returned");
    case "lapsed":
      return say("lapsed");
  }
  const next = firstVoting(election.session);
  await move(world, process, async ({ stage }) => {
    if (stage !== "candidates") return undefined;
    const votes = officesIn(await votesOf(world.table, process)).map((office) => {
      const candidates = standingIn(nominations, office).map((member, index) => ({ id: `c${index + 1}`, member }));
      return { ...office, vote: { ...office.vote, candidates } };
    });
    return {
      changes: { stage: next },
      ...{
        act: "candidates.approved",
        facts: Object.fromEntries(votes.map(({ id, vote }) => [id, vote.candidates.length])),
      },
      writes: [...approved.effect, ...replaceVotes(votes)],
    };
  });
  return say(next === "marks" ? "letters" : "approved");
};
