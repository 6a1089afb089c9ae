import { Ask, Collection } from "@quorate/core/ask";
import {
  candidateNames,
  dutiesIn,
  type Election,
  type ElectionVote,
  electionsOf,
  mayDo,
  meetingOf,
  parkedReason,
  votesOf,
} from "@quorate/core/election";
import type { Text } from "@quorate/core/i18n";
import { type Instant, Link, linkToken, type World } from "@quorate/core/kit";
import { unsentLetters } from "@quorate/core/letter";
import { Member, membersOf } from "@quorate/core/people";
import { type Session, sessionsOf } from "@quorate/core/session";
import type { Console } from "../people/index.ts";
import { type AskedStep, currentStep, lastLetter, undeliveredIn } from "./standing.ts";

/** Something that waits for the coordinator herself. */
export type Waiting =
  | { kind: "ask"; title: Text; process: string; deadline: Instant; zone: string; url: string | undefined }
  | { kind: "undelivered"; name: string; election: Election; ask: Ask; step: AskedStep }
  | { kind: "parked"; election: Election; reason: Text }
  | { kind: "unsent"; count: number };

export type Running = {
  election: Election;
  session: Session | undefined;
  step: AskedStep | undefined;
  undelivered: number;
};
export type Declared = { election: Election; vote: ElectionVote; name: string | undefined };

/** What a coordinator's home shows. */
export type Home = {
  waiting: readonly Waiting[];
  running: readonly Running[];
  coming: readonly Session[];
  declared: readonly Declared[];
  members: number;
  elections: number;
};

/** Results of so many elections are recent. */
const RECENT = 3;

export async function homeOf(world: World, { network, member }: Console): Promise<Home> {
  const elections = await electionsOf(world.table, network.id);
  const sessions = await sessionsOf(world.table, network.id);
  const running = await Promise.all(
    elections.filter(({ state }) => state !== "ended").map((election) => runningOf(world, election, member.id)),
  );
  const declared: Declared[] = [];
  for (const election of elections.filter(({ state }) => state === "ended").slice(0, RECENT)) {
    for (const vote of await votesOf(world.table, election.id)) {
      declared.push({ election, vote, name: await winnerOf(world, election, vote) });
    }
  }
  const unsent = (await unsentLetters(world.table, network.id)).length;
  const members = (await membersOf(world.table, network.id)).filter(({ standing }) => standing === "active");
  return {
    waiting: [
      ...(await undeliveredOf(world, running)),
      ...(await ownAsks(world, network.id, member.person, elections)),
      ...running.flatMap(({ election }): Waiting[] =>
        election.state === "parked" ? [{ kind: "parked", election, reason: parkedReason(election) }] : [],
      ),
      ...(unsent > 0 ? [{ kind: "unsent" as const, count: unsent }] : []),
    ],
    ...{ running, declared, members: members.length, elections: elections.length },
    coming: sessions.filter(({ meeting }) => ["planned", "open"].includes(meeting)).toReversed(),
  };
}

/** How far an election has come; to a coordinator who stands in it, without who has answered (votes R13). */
export async function runningOf(world: World, election: Election, reader: string): Promise<Running> {
  const isHidden = election.state !== "ended" && !mayDo(await dutiesIn(world, election), reader, "turnout");
  const step = isHidden ? undefined : await currentStep(world, election);
  const session = await meetingOf(world, election);
  const isRunning = election.state === "running" && step !== undefined;
  return { election, session, step, undelivered: isRunning ? undeliveredIn(step).length : 0 };
}

async function undeliveredOf(world: World, running: readonly Running[]): Promise<Waiting[]> {
  const found: Waiting[] = [];
  for (const { election, step } of running) {
    if (!step || election.state !== "running") continue;
    for (const ask of undeliveredIn(step)) {
      const member = await world.table.get(Member, { network: election.network, id: ask.member });
      found.push({ kind: "undelivered", name: member?.name ?? "", election, ask, step });
    }
  }
  return found;
}

/** Her own open asks in this network, the next deadline first; each with the address of its form. */
async function ownAsks(
  world: World,
  network: string,
  person: string,
  elections: readonly Election[],
): Promise<Waiting[]> {
  const asks = (await world.table.find(Ask, "lookup", `asks#${person}`)).filter(
    (ask) => ask.network === network && ask.state === "open",
  );
  const found = await Promise.all(
    asks.map(async (ask): Promise<Waiting[]> => {
      const collection = await world.table.get(Collection, { id: ask.collection });
      if (!collection) return [];
      const { form, zone } = collection;
      const process = elections.find(({ id }) => id === ask.process)?.title ?? "";
      const deadline = ask.deadline ?? collection.deadline;
      return [{ kind: "ask", title: form.title, process, deadline, zone, url: await formUrl(world, ask, collection) }];
    }),
  );
  const moment = (one: Waiting) => (one.kind === "ask" ? one.deadline : "");
  return found.flat().toSorted((a, b) => (moment(a) < moment(b) ? -1 : 1));
}

/** The link of the letter that asked her: she is signed in as herself, so the page may hand it to her. */
async function formUrl(world: World, ask: Ask, collection: Collection): Promise<string | undefined> {
  const letter = await lastLetter(world, ask, collection);
  const link = letter?.link === undefined ? undefined : await world.table.get(Link, { id: letter.link });
  return link && link.scope.epoch === ask.epoch ? `/a/${linkToken(world.keys, link)}` : undefined;
}

async function winnerOf(
  world: World,
  election: Election,
  { vote, outcome }: ElectionVote,
): Promise<string | undefined> {
  if (outcome?.kind !== "declared" || outcome.elected.length === 0) return undefined;
  const names = await candidateNames(world, election.network, vote);
  return outcome.elected.map((id) => names.get(id) ?? "").join(", ");
}
