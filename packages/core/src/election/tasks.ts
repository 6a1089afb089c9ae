import {
  Ask,
  type Asked,
  type Ask as AskRecord,
  answersOf,
  askId,
  asksOf,
  awaitSignal,
  Collection,
  collectionId,
  openAsks,
  readCollection,
  remindAsks,
  shardsFor,
} from "../ask/index.ts";
import { canonical, create, replace, secondsBetween, sha256, untilWritten, type World } from "../kit/index.ts";
import { Letter, letterId, writeLetter } from "../letter/index.ts";
import { membersOf, Person } from "../people/index.ts";
import {
  awaitStep,
  beginStep,
  checkStep,
  endRow,
  parkRow,
  required,
  say,
  stepAnswers,
  stepCollection,
  type Task,
  type TaskInput,
  type TaskOutput,
} from "../process/index.ts";
import { presenceOf, readSession } from "../session/index.ts";
import { attestationForm, confirmationForm, declarationForm, figuresForm, figuresIn, waiverForm } from "./forms.ts";
import { type AskingStep, Election, readElection, type Stage, votesOf } from "./records.ts";
import {
  attendanceAt,
  countConfirmations,
  counted,
  deadlinesAfterObjection,
  liveVotesOf,
  partsByMember,
  settle,
} from "./rules.ts";
import {
  asking,
  askPeople,
  changeVote,
  decidedBy,
  journalFigures,
  objectionFacts,
  objectionsIn,
  outcomesHash,
  rollAsks,
  rollOf,
} from "./steps.ts";
import { enter, move } from "./transition.ts";

/** How many people one task deals with before it gives the machine a turn. */
const PAGE = 200;

/** Waits for the answers to a step. */
async function awaitAnswers(world: World, input: TaskInput, step: AskingStep): Promise<TaskOutput> {
  return awaitStep(world, await readElection(world, input.process), step, input, decidedBy(world));
}

/** Where to go on, after a failure, a restore, or a year. */
export const Resume: Task = async (world, { process }) => say((await readElection(world, process)).stage);

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
  await move(world, process, async ({ roll, stage, openedAt }) => {
    if (roll || stage !== "roll") return undefined;
    return {
      changes: { roll: { collection, shards, size, hash, at: openedAt }, stage: "session" },
      act: "roll.frozen",
      facts: { size, hash },
    };
  });
  return say("frozen");
};

async function readPerson(world: World, id: string): Promise<Person> {
  const person = await world.table.get(Person, { id });
  if (!person) throw new Error(`no person ${id}`);
  return person;
}

/** Whether the recorder has closed the session. */
export const CheckSession: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const session = await readSession(world, election.session);
  const now = world.clock.now();
  if (session.state === "closed") {
    await enter(world, process, "session", "figures", "session.closed");
    return say("closed");
  }
  if (now >= election.deadlines.figures) return say("lapsed");
  return { word: "wait", seconds: Math.max(1, secondsBetween(now, election.deadlines.figures)) };
};

export const AwaitSession: Task = async (world, { process, token }) => {
  await awaitSignal(world, process, required(token), async () => {
    return (await CheckSession(world, { network: "", process })).word !== "wait";
  });
  return say("waiting");
};

/** Asks the recorder for the figures, with what an objection said of the earlier ones. */
export const AskFigures: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const session = await readSession(world, election.session);
  const votes = await votesOf(world.table, process);
  const roll = await rollOf(world, election);
  const presence = await presenceOf(world.table, session.id);
  const form = await figuresForm(world, election, votes, (vote) => attendanceAt(vote, roll, presence)?.duringVote ?? 0);
  if (!(await askPeople(world, election, "figures", form, [election.recorder]))) return say("lapsed");
  return CheckFigures(world, { network: election.network, process });
};

export const AwaitFigures: Task = (world, input) => awaitAnswers(world, input, "figures");

/** Keeps the recorder's figures on each vote, with who was present at it; they are not yet attested. */
export const CheckFigures: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  if (election.stage !== "figures") return say("recorded");
  const check = await checkStep(world, election, "figures", decidedBy(world));
  if (check.word !== "closed") return check;
  const [answer] = await stepAnswers(world, election, "figures");
  if (!answer) return say("lapsed");
  const roll = await rollOf(world, election);
  const presence = await presenceOf(world.table, election.session);
  const votes = await votesOf(world.table, process);
  const facts: Record<string, Record<string, number>> = {};
  for (const vote of votes) {
    const attendance = attendanceAt(vote, roll, presence);
    if (!attendance) throw new Error(`vote ${vote.id} was not put`);
    const figures = figuresIn(vote.vote, answer.content);
    facts[vote.id] = journalFigures(figures);
    await changeVote(world, vote, { live: { figures, attendance } });
  }
  await move(world, process, async ({ stage }) => {
    if (stage !== "figures") return undefined;
    const changes = {
      stage: "attestation" as const,
      turns: { ...election.turns, attestation: election.turns.figures },
    };
    return { changes, act: "figures.recorded", actor: election.recorder, facts };
  });
  return say("recorded");
};

/** Asks the recorder and the verifiers, each alone, whether the figures are right (votes R14). */
export const AskAttestation: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const votes = await votesOf(world.table, process);
  const form = await attestationForm(world, election, votes);
  const subject = sha256(canonical(votes.map((vote) => vote.live ?? null)));
  const attesters = [election.recorder, ...election.verifiers];
  if (!(await askPeople(world, election, "attestation", form, attesters, subject))) return say("lapsed");
  return CheckAttestation(world, { network: election.network, process });
};

export const AwaitAttestation: Task = (world, input) => awaitAnswers(world, input, "attestation");

/** All three agree: the figures are final. One objects: they go back to the recorder with the objection. */
export const CheckAttestation: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const check = await checkStep(world, election, "attestation", decidedBy(world));
  if (check.word !== "closed") return check;
  const answers = await stepAnswers(world, election, "attestation");
  const objections = objectionsIn(election, "attestation", answers);
  if (objections.length > 0) {
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
    return say("returned");
  }
  if (answers.length < 1 + election.verifiers.length) return say("lapsed");
  await move(world, process, async ({ stage }) => {
    if (stage !== "attestation") return undefined;
    const facts = Object.fromEntries(answers.map((answer, index) => [`attester-${index + 1}`, answer.member]));
    return { changes: { stage: "marks" }, act: "figures.attested", facts };
  });
  return say("attested");
};

/** Writes a live mark for everybody who was present while a vote was open, the abstaining included (votes R3). */
export const MarkPresent: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const roll = await rollAsks(world, election);
  const members = roll.map((ask) => ask.member);
  const presence = await presenceOf(world.table, election.session);
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
  const next: Stage = parts.size > 0 && election.mode === "ratified" ? "confirmation" : "reconciliation";
  await enter(world, process, "marks", next, "present.marked");
  return say(next === "confirmation" ? "absentees" : "everybody");
};

/** Asks each absentee about the votes without a mark of hers: one letter, one form. Or reminds those who are due. */
export const AskConfirmation: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const roll = await rollAsks(world, election);
  const presence = await presenceOf(world.table, election.session);
  const votes = await votesOf(world.table, process);
  const members = roll.map((ask) => ask.member);
  const parts = partsByMember(votes, members, presence);
  const form = await confirmationForm(world, election, votes, members.length);
  const asked = roll.flatMap((ask): Asked[] => {
    const of = parts.get(ask.member);
    return of ? [{ id: ask.id, member: ask.member, person: ask.person, zone: ask.zone, parts: of }] : [];
  });
  const collection = await beginStep(world, election, "confirmation", asking(election, "confirmation", form));
  if (!collection) return say("lapsed");
  const waiting = asked.filter(({ id }) => roll.some((ask) => ask.id === id && ask.state === "unasked"));
  if (collection.state === "opening") {
    await openAsks(world, collection, waiting.slice(0, PAGE));
    if (waiting.length > PAGE) return say("remind");
    await move(world, process, async () => {
      const now = await readCollection(world, collection.id);
      if (now.state !== "opening") return undefined;
      const writes = [replace(Collection, now, { ...now, state: "open" })];
      return { changes: {}, act: "letters.opened", facts: { asked: asked.length }, writes };
    });
  }
  await remindAsks(world, collection.id);
  return CheckConfirmation(world, { network: election.network, process });
};

export const AwaitConfirmation: Task = (world, input) => awaitAnswers(world, input, "confirmation");

export const CheckConfirmation: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const check = await checkStep(world, election, "confirmation", decidedBy(world));
  if (check.word === "closed") await enter(world, process, "confirmation", "reconciliation", "letters.closed");
  return check;
};

/** Counts hands and letters together, and says whether somebody undelivered could change an outcome (votes R4). */
export const Reconcile: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  if (election.stage !== "reconciliation") return say(election.stage === "waiver" ? "undelivered" : "settled");
  const roll = await rollAsks(world, election);
  const answers = await answersOf(world.table, roll);
  const votes = await votesOf(world.table, process);
  const facts: Record<string, Record<string, number>> = {};
  let isHeld = false;
  for (const vote of votes) {
    const letters = countConfirmations(vote, roll, answers);
    const { outcome, undeliveredMatter } = settle(counted(vote, roll.length, letters));
    const open = roll.filter((ask) => ask.undelivered && !ask.answer && ask.parts.includes(vote.id) && !ask.waiver);
    isHeld ||= undeliveredMatter && open.length > 0;
    facts[vote.id] = { ...letters };
    await changeVote(world, vote, { letters, outcome });
  }
  const next: Stage = isHeld ? "waiver" : "declaration";
  await move(world, process, async ({ stage }) => {
    if (stage !== "reconciliation") return undefined;
    return { changes: { stage: next }, act: "letters.counted", facts };
  });
  return say(isHeld ? "undelivered" : "settled");
};

/** Asks the coordinator to record why the election goes on without those whose letters came back. */
export const AskWaiver: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const undelivered = (await rollAsks(world, election)).filter((ask) => ask.undelivered && !ask.answer);
  const form = await waiverForm(world, election, undelivered);
  if (!(await askPeople(world, election, "waiver", form, [election.opener]))) return say("lapsed");
  return CheckWaiver(world, { network: election.network, process });
};

export const AwaitWaiver: Task = (world, input) => awaitAnswers(world, input, "waiver");

export const CheckWaiver: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const check = await checkStep(world, election, "waiver", decidedBy(world));
  if (check.word !== "closed") return check;
  const [answer] = await stepAnswers(world, election, "waiver");
  if (!answer) return say("lapsed");
  const reason = String(answer.content.reason ?? "");
  const waiver = { actor: answer.member, reason, at: answer.at };
  for (const { collection, id } of await rollAsks(world, election)) {
    await untilWritten(async () => {
      const ask = await world.table.get(Ask, { collection, id });
      if (!ask?.undelivered || ask.answer || ask.waiver) return;
      await world.table.write([replace(Ask, ask, { ...ask, waiver })]);
    });
  }
  await move(world, process, async ({ stage }) => {
    if (stage !== "waiver") return undefined;
    const facts = { reason: sha256(reason) };
    return { changes: { stage: "reconciliation" }, act: "undelivered.waived", actor: answer.member, facts };
  });
  return say("waived");
};

/** Asks the declarers to approve these very outcomes, by their hash. */
export const AskDeclaration: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const votes = await votesOf(world.table, process);
  const form = await declarationForm(world, election, votes);
  const isAsked = await askPeople(world, election, "declaration", form, election.declarers, outcomesHash(votes));
  if (!isAsked) return say("lapsed");
  return CheckDeclaration(world, { network: election.network, process });
};

export const AwaitDeclaration: Task = (world, input) => awaitAnswers(world, input, "declaration");

/** All approve: declared. One returns: the election is parked with the reason. */
export const CheckDeclaration: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const check = await checkStep(world, election, "declaration", decidedBy(world));
  if (check.word !== "closed") return check;
  const answers = await stepAnswers(world, election, "declaration");
  const objections = objectionsIn(election, "declaration", answers);
  if (objections.length > 0) {
    await move(world, process, async ({ stage, objections: earlier, turns }) => {
      if (
        stage !== "declaration" ||
        earlier.some((one) => one.step === "declaration" && one.turn === turns.declaration)
      ) {
        return undefined;
      }
      const changes = { objections: [...earlier, ...objections] };
      return { changes, act: "result.returned", facts: objectionFacts(objections) };
    });
    return say("returned");
  }
  if (answers.length < election.declarers.length) return say("lapsed");
  const { subject } = await readCollection(world, stepCollection(election, "declaration"));
  if (subject !== outcomesHash(await votesOf(world.table, process))) throw new Error("other outcomes were approved");
  await enter(world, process, "declaration", "result", "result.approved");
  return say("approved");
};

/** The result is declared by a conditional write; then everybody on the roll is told, each once; then it has ended. */
export const Declare: Task = async (world, { process }) => {
  const votes = await votesOf(world.table, process);
  const election = await move(world, process, async ({ stage, declarers }) => {
    if (stage !== "result") return undefined;
    const outcomes = votes.map((vote) => [vote.id, vote.outcome?.kind ?? "none"] as const);
    const people = declarers.map((member, index) => [`declarer-${index + 1}`, member] as const);
    return {
      changes: { stage: "declared", declaredAt: world.clock.now() },
      act: "result.declared",
      facts: { ...Object.fromEntries(outcomes), ...Object.fromEntries(people), hash: outcomesHash(votes) },
    };
  });
  let told = 0;
  for (const { member, person } of await rollAsks(world, election)) {
    if (told >= PAGE) return say("more");
    if (await tellResult(world, election, member, person)) told += 1;
  }
  await endRow(world, Election, process);
  return say("declared");
};

/** The letter with the result to one member; false when it was written before. */
function tellResult(world: World, { id, network }: Election, member: string, person: string): Promise<boolean> {
  const of = { process: id, kind: "election.result", person, version: member };
  return untilWritten(async () => {
    if (await world.table.get(Letter, { id: letterId(of) })) return false;
    const link = { act: "minutes" as const, network, person, member, process: id };
    await world.table.write(writeLetter(world, { ...of, network, member, link }));
    return true;
  });
}

/** The election's row says that it has stopped and why; the coordinator is told, once for each stop. */
export const Park: Task = async (world, { process, fault, at }) => {
  await parkRow(world, Election, process, { state: at ?? "unknown", fault: fault ?? "unknown" });
  return say("parked");
};

/** Every task by the name of its state. */
export const tasks: Readonly<Record<string, Task>> = {
  Resume,
  FreezeRoll,
  CheckSession,
  AwaitSession,
  AskFigures,
  AwaitFigures,
  CheckFigures,
  AskAttestation,
  AwaitAttestation,
  CheckAttestation,
  MarkPresent,
  AskConfirmation,
  AwaitConfirmation,
  CheckConfirmation,
  Reconcile,
  AskWaiver,
  AwaitWaiver,
  CheckWaiver,
  AskDeclaration,
  AwaitDeclaration,
  CheckDeclaration,
  Declare,
  Park,
};
