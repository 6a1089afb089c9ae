import type * as v from "valibot";
import { Ask, askId, sendTest } from "../ask/index.ts";
import { command, create, Refusal, sha256, untilWritten, type World } from "../kit/index.ts";
import { Member, membersOf, Network } from "../people/index.ts";
import { beginStep, stepCollection } from "../process/index.ts";
import { noSession } from "../vote/index.ts";
import { lettersForm } from "./absentees.ts";
import { nominationsForm } from "./nomination-forms.ts";
import { planElection, SetUp } from "./opening.ts";
import { Election, ElectionVote } from "./records.ts";
import { isNominated } from "./rules.ts";
import { asking } from "./steps.ts";

/** What became of a try: the letter is on its way, or nobody would be written to before the session. */
export type Tried = "sent" | "nobody-yet";

/**
 * Sends the coordinator, and nobody else, the letter that everybody would get first if this set-up were opened, marked as a test; its
 * form stores nothing (asks 16). The election itself is in no list and never runs, and the next try of hers takes its place. Refuses
 * what opening would refuse, and a rehearsal, whose every letter is a test.
 */
export const tryElection = command(SetUp, async (world, set): Promise<Tried> => {
  const network = await world.table.get(Network, { id: set.network });
  if (network?.rehearsal) throw new Refusal("rehearsal.twice");
  const { election: planned, votes: put } = await planElection(world, set, trialOf(set));
  const step = firstAsked(planned);
  if (!step) return "nobody-yet";
  const votes = step === "confirmation" ? put.map(withoutSession) : put;
  const { network: of, actor } = set;
  const roll = (await membersOf(world.table, of)).filter(({ standing }) => standing === "active").map(({ id }) => id);
  const collection = stepCollection(planned, step);
  const election: Election = {
    ...{ ...planned, state: "ended", isTrial: true },
    roll: { collection, shards: 1, size: roll.length, hash: "", at: planned.openedAt },
  };
  const form =
    step === "nominations"
      ? await nominationsForm(world, election, votes, roll)
      : await lettersForm(world, election, votes, roll.length);
  await untilWritten(async () => {
    await world.table.clear([`election#${election.id}`, `collection#${collection}`, `asks#${collection}#00`]);
    await world.table.write([create(Election, election), ...votes.map((vote) => create(ElectionVote, vote))]);
    await beginStep(world, election, step, { ...asking(election, step, form), shards: 1 });
    await world.table.write([create(Ask, await sampleFor(world, election, { collection, step, actor }, form))]);
  });
  await sendTest(world, { collection, network: of, actor });
  return "sent";
});

/** A vote as it stands when nobody has voted live, for there was no session. */
function withoutSession(vote: ElectionVote): ElectionVote {
  const { live: figures, attendance } = noSession(vote.vote);
  return { ...vote, live: { figures, attendance } };
}

/** The coordinator's own ask: closed, so that it is on no list of what she owes. */
async function sampleFor(
  world: World,
  { id: process, network, zone, deadlines }: Election,
  { collection, step, actor }: { collection: string; step: FirstStep; actor: string },
  { sections }: { sections: readonly { id: string }[] },
): Promise<Ask> {
  const member = await world.table.get(Member, { network, id: actor });
  if (!member) throw new Refusal("not-found");
  return {
    ...{ collection, id: askId(collection, actor, 1), network, process, member: actor, person: member.person, zone },
    ...{ state: "closed", undelivered: false, epoch: 0, reissues: 0, extensions: 0, reminded: [] },
    ...{ parts: sections.map(({ id }) => id), deadline: deadlines[step] },
  };
}

type FirstStep = "nominations" | "confirmation";

/** What members are asked before anything has happened; undefined where the session comes first. */
function firstAsked(election: Election): FirstStep | undefined {
  if (isNominated(election)) return "nominations";
  return election.session === undefined ? "confirmation" : undefined;
}

/** The one try that a coordinator has in a network. */
function trialOf({ network, actor }: Pick<v.InferOutput<typeof SetUp>, "network" | "actor">): string {
  return `elc_trial${sha256(`${network}\n${actor}`).slice(0, 20)}`;
}
