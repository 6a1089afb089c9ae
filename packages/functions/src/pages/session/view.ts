import {
  candidateNames,
  type Election,
  type ElectionVote,
  mayCloseSession,
  namesOf,
  readElection,
  rollOf,
  votesOf,
} from "@quorate/core/election";
import { Refusal, type Stored, type World } from "@quorate/core/kit";
import { roster } from "@quorate/core/people";
import {
  attended,
  type ComingReminder,
  comingReminders,
  isThere,
  type LiveQuorum,
  presenceOf,
  quorumAt,
  type Reply,
  readSession,
  repliesTo,
  type Session,
  type SessionText,
  textsOf,
} from "@quorate/core/session";
import { type Presence, plainProfile, type Stay } from "@quorate/core/vote";

/** One line of the presence list. */
export type PresenceRow = {
  member: string;
  name: string;
  institution?: string | undefined;
  stays: readonly Stay[];
  isThere: boolean;
  /** Not on the roll: present in the minutes, without a vote (votes R7). */
  hasVote: boolean;
  /** Listed in the minutes, never counted. */
  isGuest: boolean;
};

/** One vote as it stands, with the quorum at the moments that count (votes R6). */
export type VoteView = {
  election: Election;
  vote: ElectionVote;
  /** How many votes the election puts. */
  total: number;
  candidates: string[];
  atOpening?: LiveQuorum | undefined;
  atClosing?: LiveQuorum | undefined;
};

export type SessionView = {
  session: Stored<Session>;
  /** Who does what in it: names by member. */
  names: ReadonlyMap<string, string>;
  rows: PresenceRow[];
  quorum: LiveQuorum;
  votes: VoteView[];
  /** The elections whose roll is still being taken: their votes cannot be opened yet. */
  isRollPending: boolean;
  mayClose: boolean;
  /** What the invited have said; undefined where nobody was invited. */
  replies: Reply[] | undefined;
  /** The reminders that will still go out to those who have not said. */
  reminders: readonly ComingReminder[];
  texts: readonly SessionText[];
};

type Meeting = { election: Stored<Election>; roll: string[]; votes: Stored<ElectionVote>[] };

/** The session; refuses `not-found` where it is another network's. */
export async function sessionIn(world: World, network: string, id: string): Promise<Stored<Session>> {
  const session = await readSession(world, id);
  if (session.network !== network) throw new Refusal("not-found");
  return session;
}

/** Everything that the recorder's page shows of a session, at this moment. Writes nothing. */
export async function viewSession(world: World, network: string, id: string): Promise<SessionView> {
  const session = await sessionIn(world, network, id);
  const presence = await presenceOf(world.table, id);
  const meetings = await meetingsOf(world, session);
  const members = (await roster(world, network)).map(({ member }) => member);
  const known = new Set(members.map((member) => member.id));
  const guests = new Set(session.guestMembers);
  const gone = Object.keys(presence).filter((member) => !known.has(member) && !guests.has(member));
  const others = [session.recorder, ...session.verifiers, ...gone, ...guests];
  const names = await namesOf(world, network, others);
  const isOnRoll = new Set(
    meetings.length > 0 ? meetings.flatMap(({ roll }) => roll) : members.map((member) => member.id),
  );
  const row = (member: string, name: string, institution?: string): PresenceRow => {
    const stays = attended(presence[member] ?? [], session);
    const isGuest = guests.has(member);
    return { member, name, institution, stays, isThere: isThere(stays), hasVote: isOnRoll.has(member), isGuest };
  };
  return {
    session,
    names,
    rows: [
      ...members.map((member) => row(member.id, member.name, member.institution)),
      ...[...gone, ...guests].map((member) => row(member, names.get(member) ?? "")),
    ],
    quorum: liveQuorum(
      world,
      meetings,
      members.map((member) => member.id),
      presence,
    ),
    votes: await votesIn(world, network, meetings, presence),
    isRollPending: meetings.some(({ election }) => !election.roll),
    replies: session.deadlines.invitation ? await repliesTo(world, session) : undefined,
    reminders: session.stage === "invitation" ? await comingReminders(world, session) : [],
    texts: await textsOf(world.table, id),
    mayClose: session.meeting === "open" && (await mayClose(world, session)),
  };
}

async function meetingsOf(world: World, session: Session): Promise<Meeting[]> {
  return Promise.all(
    session.elections.map(async (id) => {
      const election = await readElection(world, id);
      const roll = election.roll ? await rollOf(world, election) : [];
      return { election, roll, votes: await votesOf(world.table, id) };
    }),
  );
}

/** The quorum of the election whose votes are put now, else of the last one; while none meets here, of the active members. */
function liveQuorum(world: World, meetings: readonly Meeting[], active: readonly string[], presence: Presence) {
  const taken = meetings.filter(({ election }) => election.roll);
  const meeting = taken.find(({ votes }) => votes.some((vote) => !vote.closedAt)) ?? taken.at(-1);
  const next = meeting?.votes.find((vote) => !vote.closedAt) ?? meeting?.votes.at(-1);
  return quorumAt(meeting?.roll ?? active, presence, next?.vote.profile ?? plainProfile, world.clock.now());
}

async function votesIn(
  world: World,
  network: string,
  meetings: readonly Meeting[],
  presence: Presence,
): Promise<VoteView[]> {
  const views = meetings.flatMap(({ election, roll, votes }) =>
    votes.map(async (vote): Promise<VoteView> => {
      const at = (moment: string | undefined) =>
        moment === undefined ? undefined : quorumAt(roll, presence, vote.vote.profile, moment);
      const candidates = [...(await candidateNames(world, network, vote.vote)).values()];
      const [atOpening, atClosing] = [at(vote.openedAt), at(vote.closedAt)];
      return { election, vote, total: votes.length, candidates, atOpening, atClosing };
    }),
  );
  return Promise.all(views);
}

async function mayClose(world: World, session: Session): Promise<boolean> {
  try {
    await mayCloseSession(world, session);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return false;
  }
}
