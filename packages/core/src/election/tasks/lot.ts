import { awaitSignal } from "../../ask/index.ts";
import { replace, secondsBetween, type World } from "../../kit/index.ts";
import { checkStep, required, say, stepAnswers, type Task, turnOf } from "../../process/index.ts";
import { drawersOf, passDuties } from "../duties.ts";
import { type Drawn, drawForm, drawHash, drawn, lotDue, lotsIn, valuesIn, witnessForm } from "../lot.ts";
import { type Election, ElectionVote, type Objection, readElection, votesOf } from "../records.ts";
import { deadlinesForDraw } from "../rules.ts";
import { approvedStep, askPeople, askToApprove, awaitAnswers, objectionFacts } from "../steps.ts";
import { move } from "../transition.ts";

/** Whether the value of every lot may be published by now: then somebody is asked for it (votes R11). */
export const CheckLot: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  if (election.stage !== "lot") return say("published");
  const now = world.clock.now();
  const due = await lotDue(world, election, await votesOf(world.table, process));
  if (now < due) return { word: "wait", seconds: Math.max(1, secondsBetween(now, due)) };
  await move(world, process, async ({ stage, deadlines }) => {
    if (stage !== "lot") return undefined;
    return { changes: { stage: "draw", deadlines: deadlinesForDraw(deadlines, now) }, act: "lot.due" };
  });
  return say("published");
};

export const AwaitLot: Task = async (world, { network, process, token }) => {
  await awaitSignal(world, process, required(token), async () => {
    return (await CheckLot(world, { network, process })).word !== "wait";
  });
  return say("waiting");
};

/** Asks one person for the value as it was published: the recorder, or the next one who does not stand. */
export const AskDraw: Task = async (world, { process }) => {
  await passDuties(world, process);
  const election = await readElection(world, process);
  const lots = await lotsIn(world, election, await votesOf(world.table, process));
  const [enters] = await drawersOf(world, election);
  if (enters === undefined)
    throw new Error(`nobody who does not stand is left to enter the value of a lot in ${process}`);
  if (!(await askPeople(world, election, "draw", await drawForm(world, election, lots), [enters])))
    return say("lapsed");
  return CheckDraw(world, { network: election.network, process });
};

export const AwaitDraw: Task = (world, input) => awaitAnswers(world, input, "draw");

/** The value is entered: two others are asked next whether it is right. */
export const CheckDraw: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  if (election.stage !== "draw") return say("entered");
  const check = await checkStep(world, election, "draw");
  if (check.word !== "closed") return check;
  const [answer] = await stepAnswers(world, election, "draw");
  if (!answer) return say("lapsed");
  const found = await drawnIn(world, election);
  const facts = { hash: drawHash(found) };
  await move(world, process, async ({ stage }) => {
    if (stage !== "draw") return undefined;
    return { changes: { stage: "witness" }, act: "lot.entered", actor: answer.member, facts };
  });
  return say("entered");
};

/** What the value that was entered draws. */
async function drawnIn(
  world: World,
  election: Election,
): Promise<Drawn<Awaited<ReturnType<typeof votesOf>>[number]>[]> {
  const lots = await lotsIn(world, election, await votesOf(world.table, election.id));
  const [answer] = await stepAnswers(world, election, "draw");
  if (!answer) throw new Error(`no value of a lot was entered in ${election.id}`);
  return drawn(election, lots, valuesIn(lots, answer.content));
}

/** Asks two others, each alone, whether the value is the one that was published (votes R11). */
export const AskWitness: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const found = await drawnIn(world, election);
  const [entered] = await stepAnswers(world, election, "draw");
  const witnesses = (await drawersOf(world, election)).filter((member) => member !== entered?.member).slice(0, 2);
  if (witnesses.length < 2) throw new Error(`nobody who does not stand is left to attest the lot of ${process}`);
  const form = await witnessForm(world, election, found);
  const isAsked = await askToApprove(world, process, "witness", form, witnesses, { subject: drawHash(found) });
  if (!isAsked) return say("lapsed");
  return CheckWitness(world, { network: election.network, process });
};

export const AwaitWitness: Task = (world, input) => awaitAnswers(world, input, "witness");

/** Both agree: the lot has decided. One objects: the value is entered again. */
export const CheckWitness: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  if (election.stage !== "witness") return say(election.stage === "draw" ? "returned" : "attested");
  const check = await checkStep(world, election, "witness");
  if (check.word !== "closed") return check;
  const approved = await approvedStep(world, election, "witness", drawHash(await drawnIn(world, election)));
  switch (approved.kind) {
    case "returned":
      await returnValue(world, process, approved.objections);
      return say("returned");
    case "lapsed":
      return say("lapsed");
    case "approved": {
      const [entered] = await stepAnswers(world, election, "draw");
      const attested = (await stepAnswers(world, election, "witness")).map(({ member, at }) => ({ member, at }));
      if (!entered) throw new Error(`no value of a lot was entered in ${process}`);
      await move(world, process, async (now) => {
        if (now.stage !== "witness") return undefined;
        const found = await drawnIn(world, now);
        const people = { entered: { member: entered.member, at: entered.at }, attested };
        const draws = found.map(({ vote, outcome, lot }) =>
          replace(ElectionVote, vote, { ...vote, outcome, lot: { ...lot, ...people } }),
        );
        return {
          changes: { stage: "declaration" },
          act: "lot.drawn",
          facts: Object.fromEntries(found.map(({ vote, lot }) => [vote.id, lot.seed])),
          writes: [...approved.effect, ...draws],
        };
      });
      return say("attested");
    }
  }
};

async function returnValue(world: World, process: string, objections: readonly Objection[]): Promise<void> {
  await move(world, process, async (election) => {
    if (election.stage !== "witness") return undefined;
    const { turns, deadlines, objections: earlier } = election;
    return {
      changes: {
        stage: "draw",
        turns: { ...turns, draw: turnOf(election, "draw") + 1, witness: turnOf(election, "witness") + 1 },
        deadlines: deadlinesForDraw(deadlines, world.clock.now()),
        objections: [...earlier, ...objections],
      },
      ...{ act: "lot.returned", facts: objectionFacts(objections) },
    };
  });
}
