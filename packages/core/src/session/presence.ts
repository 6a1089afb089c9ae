import * as v from "valibot";
import {
  command,
  create,
  mac,
  Refusal,
  replace,
  type Stored,
  sameBytes,
  toMilliseconds,
  untilWritten,
  type World,
} from "../kit/index.ts";
import { Member } from "../people/index.ts";
import { MemberPresence, readSession, type Session } from "./records.ts";
import { arrive, isThere, leave } from "./rules.ts";

const Movement = v.object({
  session: v.string(),
  member: v.string(),
  there: v.boolean(),
  /** Who enters it, the recorder if not given. */
  actor: v.optional(v.string()),
});

/**
 * Records that a member came or left, at this moment. The same twice changes nothing. Refuses while the session is not open,
 * and people who are not members of its network.
 */
export const recordPresence = command(Movement, (world, { session: id, member, there, actor }) =>
  untilWritten(async () => {
    const session = await openMeeting(world, id);
    await enter(world, session, { member, there, by: actor ?? session.recorder });
  }),
);

const OwnMovement = v.object({
  session: v.string(),
  member: v.string(),
  there: v.boolean(),
  /** What the room shows at this moment; leaving needs none. */
  code: v.optional(v.string(), ""),
});

/**
 * A member says by her own link that she is here, or that she leaves. Being here takes the code that the room shows: refuses
 * any other (`room.wrong-code`), and refuses while the session is not open.
 */
export const recordOwnPresence = command(OwnMovement, (world, { session: id, member, there, code }) =>
  untilWritten(async () => {
    const session = await openMeeting(world, id);
    if (there && !isRoomCode(world, id, code.replaceAll(/\s/g, ""))) throw new Refusal("room.wrong-code");
    await enter(world, session, { member, there, by: member });
  }),
);

async function openMeeting(world: World, id: string): Promise<Stored<Session>> {
  const session = await readSession(world, id);
  if (session.meeting !== "open") throw new Refusal("session.closed");
  return session;
}

type Entered = { member: string; there: boolean; by: string };

async function enter(world: World, { id, network }: Session, { member, there, by }: Entered): Promise<void> {
  if (!(await world.table.get(Member, { network, id: member }))) {
    throw new Refusal("input.invalid", { problems: [{ field: "member", code: "not-a-member" }] });
  }
  const known = await world.table.get(MemberPresence, { session: id, member });
  const now = world.clock.now();
  const before = known?.stays ?? [];
  if (isThere(before) === there) return;
  const stays = there ? arrive(before, now) : leave(before, now);
  const entered = [...(known?.entered ?? []), { at: now, there, by }];
  const next = { session: id, member, stays, entered };
  await world.table.write([known ? replace(MemberPresence, known, next) : create(MemberPresence, next)]);
}

/** How long one code is shown; the one before it is still taken, for who reads slowly. */
export const CODE_SECONDS = 60;
const DIGITS = 6;

/** The code that the room shows at this moment, six digits: made from a key, the session and the minute, and kept nowhere. */
export function roomCode(world: Pick<World, "keys" | "clock">, session: string): string {
  return codeOf(world, session, minuteOf(world));
}

function isRoomCode(world: Pick<World, "keys" | "clock">, session: string, code: string): boolean {
  const minute = minuteOf(world);
  const given = Buffer.from(code);
  // Both are compared whatever the first says, so that the time tells nothing.
  return [minute, minute - 1].map((one) => sameBytes(Buffer.from(codeOf(world, session, one)), given)).includes(true);
}

function minuteOf({ clock }: Pick<World, "clock">): number {
  return Math.floor(toMilliseconds(clock.now()) / (CODE_SECONDS * 1000));
}

function codeOf({ keys }: Pick<World, "keys">, session: string, minute: number): string {
  const bytes = mac(keys.current("sign").key, `room code\n${session}\n${minute}`);
  return String(Buffer.from(bytes).readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, "0");
}
