import { awaitSignal } from "../../ask/index.ts";
import { canonical, secondsBetween, sha256 } from "../../kit/index.ts";
import { checkStep, endRow, required, say, type Task } from "../../process/index.ts";
import { annulmentForm } from "../annulment.ts";
import { seconderOf } from "../duties.ts";
import { vacateOffices } from "../offices.ts";
import { Election, readElection } from "../records.ts";
import { approvedStep, askToApprove, awaitAnswers, objectionFacts, tellRoll } from "../steps.ts";
import { enter, move } from "../transition.ts";

/** Whether the window for objections is over, or somebody asks to annul the result. */
export const CheckObjections: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const now = world.clock.now();
  if (election.stage === "annulment") return say("annulment");
  if (election.objectionsUntil !== undefined && now < election.objectionsUntil) {
    return { word: "wait", seconds: Math.max(1, secondsBetween(now, election.objectionsUntil)) };
  }
  await enter(world, process, "declared", "final", "result.final");
  if ((await readElection(world, process)).stage === "annulment") return say("annulment");
  await endRow(world, Election, process);
  return say("final");
};

export const AwaitObjections: Task = async (world, { network, process, token }) => {
  await awaitSignal(world, process, required(token), async () => {
    return (await CheckObjections(world, { network, process })).word !== "wait";
  });
  return say("waiting");
};

/** What is approved: this request and no other. */
const annulmentHash = (annulment: NonNullable<Election["annulment"]>) => sha256(canonical(annulment));

/** Asks a second person, who did not ask for it, whether the result is to be annulled (votes R13, R15). */
export const AskAnnulment: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const { annulment } = election;
  const second = annulment && (await seconderOf(world, election, annulment.actor));
  if (!annulment || second === undefined) throw new Error(`nobody asked to annul ${process}`);
  const form = await annulmentForm(world, election, annulment);
  const about = { subject: annulmentHash(annulment), requester: annulment.actor };
  await askToApprove(world, process, "annulment", form, [second], about);
  return CheckAnnulment(world, { network: election.network, process });
};

export const AwaitAnnulment: Task = (world, input) => awaitAnswers(world, input, "annulment");

/** Approved: annulled. Refused, or not answered in time: what was declared stands, and the window goes on. */
export const CheckAnnulment: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  if (election.stage !== "annulment") return say(election.stage === "annulled" ? "approved" : "stands");
  const check = await checkStep(world, election, "annulment");
  if (check.word !== "closed" || !election.annulment) return check;
  const approved = await approvedStep(world, election, "annulment", annulmentHash(election.annulment));
  await move(world, process, async ({ stage, objections: earlier, turns, annulment }) => {
    if (stage !== "annulment" || !annulment) return undefined;
    if (approved.kind === "approved") {
      const facts = { asked: annulment.actor, approved: approved.by[0] ?? "" };
      return { changes: { stage: "annulled" }, act: "result.annulled", facts, writes: approved.effect };
    }
    const objections = approved.kind === "returned" ? approved.objections : [];
    return {
      changes: {
        stage: "declared",
        objections: [...earlier, ...objections],
        turns: { ...turns, annulment: (turns.annulment ?? 1) + 1 },
        annulment: undefined,
      },
      act: "annulment.refused",
      facts: objectionFacts(objections),
    };
  });
  return say(approved.kind === "approved" ? "approved" : "stands");
};

/**
 * The mandates from it are void, and earlier ones stand again; everybody on the roll is told that the result is annulled, each
 * once; then the election has ended.
 */
export const Annul: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  await vacateOffices(world, election);
  if (!(await tellRoll(world, election, "election.annulled"))) return say("more");
  await endRow(world, Election, process);
  return say("annulled");
};
