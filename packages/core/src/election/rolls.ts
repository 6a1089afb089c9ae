import { Ask, askId, asksOfMember, Collection, Draft } from "../ask/index.ts";
import { appendEntry } from "../journal/index.ts";
import { Refusal, remove, replace, type Stored, sha256, type World, type Write } from "../kit/index.ts";
import type { Leaving, Rolls } from "../people/index.ts";
import { candidatesOf } from "./duties.ts";
import { Nomination, nominationsOf } from "./nominations.ts";
import { Election, presenceIn, readElection, votesOf } from "./records.ts";
import { hasVoted, mayLeaveRoll } from "./rules.ts";

/** The rolls of elections, as the pages about people ask for them. */
export const rolls: Rolls = {
  async isOpen(world, process) {
    const election = await world.table.get(Election, { id: process });
    return election !== undefined && election.state !== "ended";
  },

  async answerable(world, process) {
    const { declarers, verifiers } = await readElection(world, process);
    return [...new Set([...declarers, ...verifiers])];
  },

  async note(world, process, entry) {
    const election = await readElection(world, process);
    const { head, write } = appendEntry(election.journal, { ...entry, process, at: world.clock.now() });
    return [replace(Election, election, { ...election, journal: head }), write];
  },

  async leave(world, process, leaving) {
    const election = await readElection(world, process);
    const { opener, recorder, declarers, verifiers } = election;
    const { member } = leaving;
    if ([opener, recorder, ...declarers, ...verifiers].includes(member)) throw new Refusal("member.asked");
    if (!mayLeaveRoll(election)) return [];
    if ((await candidatesOf(world, election)).includes(member)) throw new Refusal("member.stands");
    return leaveRoll(world, election, leaving);
  },
};

/** Her place and her links end; whether her place still counts is decided by whether she has voted, in one transaction. */
async function leaveRoll(world: World, election: Stored<Election>, leaving: Leaving): Promise<Write[]> {
  const { id: process, roll } = election;
  const { member, by, reason } = leaving;
  const key = roll && { collection: roll.collection, id: askId(roll.collection, member, roll.shards) };
  const place = key && (await world.table.get(Ask, key));
  if (!place || place.removed) return [];
  const at = world.clock.now();
  const votes = await votesOf(world.table, process);
  const stays = (await presenceIn(world, election))[member] ?? [];
  const isCounted = hasVoted(place, votes, stays, at);
  const closed: Ask = { ...place, state: "closed", epoch: place.epoch + 1, ...(!isCounted && { removed: true }) };
  const { head, write } = appendEntry(election.journal, {
    ...{ process, at, actor: by, act: isCounted ? "roll.left" : "roll.removed" },
    facts: { member, reason: sha256(reason) },
  });
  const left = [...election.left, { ...leaving, at, hasVoted: isCounted }];
  return [
    replace(Ask, place, closed),
    replace(Election, election, { ...election, left, journal: head, nudges: election.nudges + 1 }),
    write,
    ...(await endAsks(world, place)),
    ...(await withdrawNominations(world, process, member)),
  ];
}

/** What else the election asks her ends with it; the steps that waited for her look again. */
async function endAsks(world: World, place: Stored<Ask>): Promise<Write[]> {
  const hers = await asksOfMember(world.table, place);
  const writes: Write[] = [];
  for (const ask of hers.filter(({ state }) => state === "open" || state === "answered")) {
    const collection = await world.table.get(Collection, { id: ask.collection });
    const draft = await world.table.get(Draft, { ask: ask.id });
    if (collection?.signals === "each") throw new Refusal("member.asked");
    if (ask.id !== place.id) writes.push(replace(Ask, ask, { ...ask, state: "closed", epoch: ask.epoch + 1 }));
    if (collection) writes.push(replace(Collection, collection, { ...collection, nudges: collection.nudges + 1 }));
    if (draft) writes.push(remove(Draft, draft));
  }
  return writes;
}

/** Who has left is proposed for nothing: silence would else let her stand where the rules say so. */
async function withdrawNominations(world: World, process: string, member: string): Promise<Write[]> {
  const own = (await nominationsOf(world.table, process)).filter((one) => one.member === member);
  return own
    .filter(({ state }) => state === "pending" || state === "silent")
    .map((one) => replace(Nomination, one, { ...one, state: "withdrawn" }));
}
