import {
  type Answer,
  Ask,
  type Ask as AskRecord,
  askId,
  asksOf,
  awaitSignal,
  collectionId,
  shardsFor,
} from "../../ask/index.ts";
import { canonical, create, replace, secondsBetween, sha256, untilWritten, type World } from "../../kit/index.ts";
import { membersOf, Person } from "../../people/index.ts";
import {
  checkStep,
  deadlineOf,
  PAGE,
  required,
  say,
  stepAnswers,
  type Task,
  type TaskOutput,
  type Transition,
} from "../../process/index.ts";
import { checkFigures, noSession } from "../../vote/index.ts";
import { passDuties } from "../duties.ts";
import { figuresForm, figuresIn } from "../figures.ts";
import { attestationForm } from "../forms.ts";
import {
  type Election,
  type ElectionVote,
  type Objection,
  presenceIn,
  readElection,
  type Stage,
  sessionOf,
  votesOf,
} from "../records.ts";
import { attendanceAt, deadlinesAfterObjection, firstVoting, liveVotesOf, partsByMember } from "../rules.ts";
import {
  approvedStep,
  askPeople,
  askToApprove,
  awaitAnswers,
  journalFigures,
  objectionFacts,
  replaceVotes,
  rollAsks,
  rollOf,
} from "../steps.ts";
import { enter, move } from "../transition.ts";

/** Takes the roll: the members active at the opening of the election, each with a place, hashed as a whole (votes R7). */
export const FreezeRoll: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const entitled = (await membersOf(world.table, election.network))
    .filter((member) => member.standing === "active" && member.since <= election.openedAt)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const collection = collectionId(process, "confirmation");
  const shards = shardsFor(entitled.length);
  const known = new Set((await asksOf(world.table, collection, shards)).map((ask) => ask.member));
  const missing = entitled.filter((member) => !known.has(member.id));
  const marks = Object.fromEntries(election.votes.map((vote) => [vote, "none" as const]));
  for (const member of missing.slice(0, PAGE)) {
    const person = await readPerson(world, member.person);
    const place: AskRecord = {
      ...{ collection, id: askId(collection, member.id, shards), network: election.network, process },
      ...{ member: member.id, person: member.person, zone: person.zone, state: "unasked", parts: [], marks },
      ...{ undelivered: false, epoch: 0, reissues: 0, extensions: 0, reminded: [] },
    };
    await untilWritten(async () => {
      if (!(await world.table.get(Ask, place))) await world.table.write([create(Ask, place)]);
    });
  }
  if (missing.length > PAGE) return say("more");
  const hash = sha256(canonical(entitled.map((member) => member.id)));
  const size = entitled.length;
  const { stage: next } = await move(world, process, async ({ roll, stage, openedAt, deadlines, session }) => {
    if (roll || stage !== "roll") return undefined;
    return {
      changes: {
        roll: { collection, shards, size, hash, at: openedAt },
        stage: deadlines.nominations ? "nominations" : firstVoting(session),
      },
      act: "roll.frozen",
      facts: { size, hash },
    };
  });
  return say(next);
};

async function readPerson(world: World, id: string): Promise<Person> {
  const person = await world.table.get(Person, { id });
  if (!person) throw new Error(`no person ${id}`);
  return person;
}

/** Whether the recorder has closed the session. */
export const CheckSession: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const session = await sessionOf(world, election);
  const now = world.clock.now();
  if (session.meeting === "closed") {
    await enter(world, process, "session", "figures", "session.closed");
    return say("closed");
  }
  if (session.meeting === "cancelled" || now >= deadlineOf(election, "figures")) return say("lapsed");
  return { word: "wait", seconds: Math.max(1, secondsBetween(now, deadlineOf(election, "figures"))) };
};

export const AwaitSession: Task = async (world, { process, token }) => {
  await awaitSignal(world, process, required(token), async () => {
    return (await CheckSession(world, { network: "", process })).word !== "wait";
  });
  return say("waiting");
};

/** Asks the recorder for the figures, with what an objection said of the earlier ones. */
export const AskFigures: Task = async (world, { process }) => {
  await passDuties(world, process);
  const election = await readElection(world, process);
  const votes = await votesOf(world.table, process);
  const roll = await rollOf(world, election);
  const presence = await presenceIn(world, election);
  const form = await figuresForm(world, election, votes, (vote) => attendanceAt(vote, roll, presence)?.duringVote ?? 0);
  if (!(await askPeople(world, election, "figures", form, [election.recorder]))) return say("lapsed");
  return CheckFigures(world, { network: election.network, process });
};

export const AwaitFigures: Task = (world, input) => awaitAnswers(world, input, "figures");

/** Keeps the recorder's figures on each vote, with who was present at it; they are not yet attested. */
export const CheckFigures: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  if (election.stage !== "figures") return say("recorded");
  const check = await checkStep(world, election, "figures");
  if (check.word !== "closed") return check;
  const [answer] = await stepAnswers(world, election, "figures");
  if (!answer) return say("lapsed");
  const { stage } = await move(world, process, async (now) => {
    const isOfThisTurn = now.stage === "figures" && now.turns.figures === election.turns.figures;
    return isOfThisTurn ? recorded(world, now, answer) : undefined;
  });
  // Still at the figures, by this look or by one that was sooner: they are asked for again.
  return say(stage === "figures" ? "impossible" : "recorded");
};

/** The recorder's figures on every vote as a step towards their attestation; or back to her, where they cannot be. */
async function recorded(world: World, election: Election, answer: Answer): Promise<Transition<Election>> {
  const { turns, deadlines, recorder: actor } = election;
  const roll = await rollOf(world, election);
  const presence = await presenceIn(world, election);
  const votes = (await votesOf(world.table, election.id)).map((vote) => {
    const attendance = attendanceAt(vote, roll, presence);
    if (!attendance) throw new Error(`vote ${vote.id} was not put`);
    return { ...vote, live: { figures: figuresIn(vote.vote, answer.content), attendance } };
  });
  const wrong = votes.filter(({ vote, live }) => {
    return checkFigures(vote, live.figures, live.attendance.duringVote).length > 0;
  });
  if (wrong.length > 0) {
    const again = deadlinesAfterObjection(deadlines, world.clock.now());
    const changes = { turns: { ...turns, figures: turns.figures + 1 }, deadlines: again, impossible: true };
    return { changes, act: "figures.impossible", actor, facts: { votes: wrong.length } };
  }
  return {
    changes: { stage: "attestation", impossible: undefined },
    ...{ act: "figures.recorded", actor, writes: replaceVotes(votes) },
    facts: Object.fromEntries(votes.map(({ id, live }) => [id, journalFigures(live.figures)])),
  };
}

/** The figures that are attested, of every vote. */
const figuresHash = (votes: readonly ElectionVote[]) => sha256(canonical(votes.map((vote) => vote.live ?? null)));

/** Asks the recorder and the verifiers, each alone, whether the figures are right (votes R14). */
export const AskAttestation: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const votes = await votesOf(world.table, process);
  const form = await attestationForm(world, election, votes);
  const attesters = [election.recorder, ...election.verifiers];
  const isAsked = await askToApprove(world, process, "attestation", form, attesters, { subject: figuresHash(votes) });
  if (!isAsked) return say("lapsed");
  return CheckAttestation(world, { network: election.network, process });
};

export const AwaitAttestation: Task = (world, input) => awaitAnswers(world, input, "attestation");

/** All three agree: the figures are final. One objects: they go back to the recorder with the objection. */
export const CheckAttestation: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  if (election.stage !== "attestation") return say(election.stage === "figures" ? "returned" : "attested");
  const check = await checkStep(world, election, "attestation");
  if (check.word !== "closed") return check;
  const approved = await approvedStep(world, election, "attestation", figuresHash(await votesOf(world.table, process)));
  switch (approved.kind) {
    case "returned":
      await returnFigures(world, process, approved.objections);
      return say("returned");
    case "lapsed":
      return say("lapsed");
    case "approved": {
      const answers = await stepAnswers(world, election, "attestation");
      const facts = Object.fromEntries(answers.map((answer, index) => [`attester-${index + 1}`, answer.member]));
      const writes = approved.effect;
      await enter(world, process, "attestation", "marks", "figures.attested", { facts, writes });
      return say("attested");
    }
  }
};

async function returnFigures(world: World, process: string, objections: readonly Objection[]): Promise<void> {
  await move(world, process, async ({ stage, turns, deadlines, objections: earlier }) => {
    if (stage !== "attestation") return undefined;
    const changes = {
      stage: "figures" as const,
      turns: { ...turns, figures: turns.figures + 1, attestation: turns.attestation + 1 },
      deadlines: deadlinesAfterObjection(deadlines, world.clock.now()),
      objections: [...earlier, ...objections],
    };
    return { changes, act: "figures.returned", facts: objectionFacts(objections) };
  });
}

/** Writes a live mark for everybody who was present while a vote was open, the abstaining included (votes R3). */
export const MarkPresent: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  if (election.session === undefined) return giveToAll(world, election);
  const roll = await rollAsks(world, election);
  const members = roll.map((ask) => ask.member);
  const presence = await presenceIn(world, election);
  const votes = await votesOf(world.table, process);
  const parts = partsByMember(votes, members, presence);
  const present = new Map(members.map((member) => [member, liveVotesOf(votes, presence[member] ?? [])]));
  const isBehind = (ask: AskRecord) => (present.get(ask.member) ?? []).some((vote) => ask.marks?.[vote] === "none");
  const behind = roll.filter(isBehind);
  for (const { collection, id } of behind.slice(0, PAGE)) {
    await untilWritten(async () => {
      const ask = await world.table.get(Ask, { collection, id });
      if (!ask || !isBehind(ask)) return;
      const live = Object.fromEntries((present.get(ask.member) ?? []).map((vote) => [vote, "live" as const]));
      await world.table.write([replace(Ask, ask, { ...ask, marks: { ...ask.marks, ...live } })]);
    });
  }
  if (behind.length > PAGE) return say("more");
  const isAsked = parts.size > 0 && election.mode !== "none" && election.mode !== "informed";
  const next: Stage = isAsked ? "confirmation" : "reconciliation";
  await enter(world, process, "marks", next, "present.marked");
  return say(isAsked ? "absentees" : "everybody");
};

/** All by letter: no vote has a session part, and everybody on the roll gets each by letter. */
async function giveToAll(world: World, election: Election): Promise<TaskOutput> {
  await move(world, election.id, async ({ stage }) => {
    if (stage !== "marks") return undefined;
    const votes = (await votesOf(world.table, election.id)).map((vote) => {
      const { attendance, live: figures } = noSession(vote.vote);
      return { ...vote, live: { figures, attendance } };
    });
    return { changes: { stage: "confirmation" }, act: "votes.given", writes: replaceVotes(votes) };
  });
  return say("absentees");
}
