import * as v from "valibot";
import {
  askApprovers,
  beginApproval,
  beginCollection,
  Collection,
  checkCollection,
  collectionId,
  decisionsIn,
  finishOpening,
  readApproval,
  readCollection,
  recallApproval,
  recallCollection,
  recalled,
  remindAsks,
  takeEffect,
  verdict,
} from "../ask/index.ts";
import type { Form } from "../form/index.ts";
import { message, plain } from "../i18n/index.ts";
import {
  after,
  canonical,
  command,
  Refusal,
  replace,
  type Span,
  sha256,
  type World,
  type Write,
} from "../kit/index.ts";
import { Member } from "../people/index.ts";
import { returnsIn, stepCollection } from "../process/index.ts";
import { Session } from "../session/index.ts";
import { authorise, dutiesIn, holdersOf } from "./duties.ts";
import { AskingStep, type Election, meetingOf, readElection } from "./records.ts";
import { mayCancel } from "./rules.ts";
import { move } from "./transition.ts";

/** How long the second person has; the election runs on when it passes. */
const TO_DECIDE: Span = { days: 3 };

type Request = NonNullable<Election["cancellation"]>;

const Asking = v.object({
  election: v.string(),
  actor: v.string(),
  reason: v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(1000)),
});

/**
 * Asks for an election to be cancelled before its result is declared. Where two people declare, another of them or a verifier
 * has to agree (votes R13), and until then it runs on; where one does, it is cancelled. Refuses a declared election, one whose
 * cancellation is asked for already, and where there is no second person.
 */
export const requestCancellation = command(Asking, async (world, { election: id, actor, reason }) => {
  const { profile } = await move(world, id, async (election) => {
    if (!mayCancel(election) || election.cancellation) throw new Refusal("election.stage");
    await authorise(world, election, actor, "cancel");
    const needsSecond = election.profile.twoPeopleDeclare;
    if (needsSecond && (await seconders(world, election, actor)).length === 0)
      throw new Refusal("approval.own-request");
    const collection = collectionId(id, "cancellation", election.journal.seq);
    const cancellation = { actor, reason, at: world.clock.now(), collection };
    return {
      changes: { cancellation },
      ...{ act: "cancellation.requested", actor, facts: { reason: sha256(reason) } },
    };
  });
  if (profile.twoPeopleDeclare) await tendCancellation(world, id);
  else await cancel(world, id);
});

/** Takes the request to cancel back, as long as nobody has decided. Refuses anybody but who asked (`not-yours`). */
export const recallCancellation = command(
  v.object({ election: v.string(), actor: v.string() }),
  async (world, { election: id, actor }) => {
    const { cancellation } = await readElection(world, id);
    if (!cancellation) throw new Refusal("approval.over");
    await recallApproval(world, { collection: cancellation.collection, actor, reason: "" });
    await tendCancellation(world, id);
  },
);

/**
 * Who may agree to a cancellation: the declarers, the verifiers and who has the coordinator's duties, each person once; not who
 * asks for it, nor who stands (votes R13).
 */
async function seconders(world: World, election: Election, actor: string) {
  const { network, declarers, verifiers } = election;
  const duties = await dutiesIn(world, election);
  const found = await Promise.all(
    [actor, ...declarers, ...verifiers, ...holdersOf(duties)].map((id) => world.table.get(Member, { network, id })),
  );
  const members = found.flatMap((member) => member ?? []);
  const own = members.find(({ id }) => id === actor)?.person;
  const others = members.filter(
    ({ id, person, standing }) => person !== own && standing === "active" && !duties.standing.includes(id),
  );
  return others.filter(({ person }, index) => others.findIndex((one) => one.person === person) === index);
}

/**
 * Does what is due about a cancellation that was asked for: asks, reminds, and carries out what was decided. The election's
 * machine waits elsewhere, so the relay and the sweep call this; it may be done again.
 */
export async function tendCancellation(world: World, id: string): Promise<void> {
  const election = await readElection(world, id);
  const { cancellation } = election;
  if (!cancellation || election.stage === "cancelled") return;
  if (!election.profile.twoPeopleDeclare) return cancel(world, id);
  if (!mayCancel(election)) return overtaken(world, id, cancellation);
  const collection = await beginAsking(world, election, cancellation);
  for (;;) {
    const { word } = await checkCollection(world, collection);
    if (word === "wait") return;
    if (word === "closed") break;
    if (word === "remind") {
      await askApprovers(world, await readCollection(world, collection));
      await remindAsks(world, collection);
    }
  }
  const approval = await readApproval(world, collection);
  if (approval.state === "approved") return cancel(world, id);
  const returns = returnsIn(approval);
  await move(world, id, async (now) => {
    if (now.cancellation?.collection !== collection || now.stage === "cancelled") return undefined;
    const facts = Object.fromEntries(returns.map(({ member, reason }) => [member, sha256(reason)]));
    return { changes: { cancellation: undefined }, act: "cancellation.refused", facts };
  });
}

async function beginAsking(world: World, election: Election, request: Request): Promise<string> {
  const { network, id: process, zone } = election;
  const asker = await world.table.get(Member, { network, id: request.actor });
  if (!asker) throw new Error(`no member ${request.actor}`);
  const collection = await beginCollection(world, {
    ...{ id: request.collection, network, process, step: "cancellation", letter: "election.cancellation", zone },
    ...{ form: cancellationForm(election, request), asker: { member: asker.id, name: asker.name }, shards: 1 },
    ...{ deadline: after(request.at, TO_DECIDE), signals: "each", subject: sha256(canonical(request)), approval: true },
  });
  const people = await seconders(world, election, request.actor);
  await beginApproval(world, collection, sha256(canonical(request)), {
    rule: { kind: "any-one" },
    seats: people.map(({ id: member, person }) => ({ member, person, substitutes: [] })),
    requester: { member: asker.id, person: asker.person },
    carriedOutBy: "election",
  });
  if (collection.state === "opening") {
    await askApprovers(world, collection);
    await finishOpening(world, collection.id);
  }
  return collection.id;
}

/** The second person's form: what is to be cancelled, and why. */
function cancellationForm({ title }: Election, { reason }: Request): Form {
  return {
    ...{ id: "election.cancellation", title: message("cancelling.ask.title"), lead: message("cancelling.ask.lead") },
    silence: message("cancelling.ask.silence"),
    ...{ confidential: false, editable: false, checkAnswers: false },
    sections: [
      { id: "what", title: plain(title), note: plain(reason), fields: [] },
      verdict(message("cancelling.ask.title"), {
        agree: message("cancelling.ask.approve"),
        object: message("cancelling.ask.refuse"),
        reason: message("cancelling.ask.reason"),
      }),
    ],
  };
}

/** The result was declared before anybody decided: there is nothing left to cancel. */
async function overtaken(world: World, id: string, { collection }: Request): Promise<void> {
  if (await world.table.get(Collection, { id: collection })) {
    const recall = { why: "changed", reason: "", at: world.clock.now() } as const;
    while ((await recallCollection(world, collection, recall)).word !== "closed");
  }
  await move(world, id, async (now) => {
    if (now.cancellation?.collection !== collection) return undefined;
    return { changes: { cancellation: undefined }, act: "cancellation.refused" };
  });
}

/**
 * The election is cancelled: nothing of it can be answered from now on, and its machine, woken or begun anew where it was
 * parked, goes on to tell everybody.
 */
async function cancel(world: World, id: string): Promise<void> {
  await move(world, id, async (election) => {
    const { cancellation, state, execution, nudges } = election;
    if (!cancellation || !mayCancel(election)) return undefined;
    const { actor, reason } = cancellation;
    const approval = election.profile.twoPeopleDeclare ? await readApproval(world, cancellation.collection) : undefined;
    const [second] = approval ? decisionsIn(approval) : [];
    return {
      changes: {
        stage: "cancelled",
        state: "running",
        execution: state === "parked" ? execution + 1 : execution,
        nudges: nudges + 1,
      },
      ...(state === "parked" && { unparked: true as const }),
      ...{ act: "cancelled", actor, facts: { reason: sha256(reason), ...(second && { approved: second.member }) } },
      writes: [
        ...(approval ? [takeEffect(approval)] : []),
        ...(await stopAsking(world, election, cancellation)),
        ...(await freeSession(world, election)),
      ],
    };
  });
}

/** The step that asks at this moment takes no answer more; its close follows. */
async function stopAsking(world: World, election: Election, { actor, reason, at }: Request): Promise<Write[]> {
  const step = v.safeParse(AskingStep, election.stage);
  const id = step.success ? stepCollection(election, step.output) : undefined;
  const collection = id === undefined ? undefined : await world.table.get(Collection, { id });
  if (!collection || collection.recalled) return [];
  return [replace(Collection, collection, recalled(collection, { why: "cancelled", by: actor, reason, at }))];
}

/** A session is not held open by a vote of an election that is no more. */
async function freeSession(world: World, election: Election): Promise<Write[]> {
  const session = await meetingOf(world, election);
  if (!session) return [];
  const { id } = election;
  const elections = session.elections.filter((one) => one !== id);
  const { openVote, ...rest } = session;
  const isOpen = openVote && openVote.election !== id;
  return [replace(Session, session, { ...rest, elections, ...(isOpen && { openVote }) })];
}
