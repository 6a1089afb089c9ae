import * as v from "valibot";
import { command, create, Refusal, replace, untilWritten } from "../kit/index.ts";
import { Member } from "../people/index.ts";
import { MemberPresence, readSession } from "./records.ts";
import { arrive, isThere, leave } from "./rules.ts";

const Movement = v.object({ session: v.string(), member: v.string(), there: v.boolean() });

/**
 * Records that a member came or left, at this moment. The same twice changes nothing. Refuses while the session is not open,
 * and people who are not members of its network.
 */
export const recordPresence = command(Movement, (world, { session: id, member, there }) =>
  untilWritten(async () => {
    const session = await readSession(world, id);
    if (session.meeting !== "open") throw new Refusal("session.closed");
    if (!(await world.table.get(Member, { network: session.network, id: member }))) {
      throw new Refusal("input.invalid", { problems: [{ field: "member", code: "not-a-member" }] });
    }
    const known = await world.table.get(MemberPresence, { session: id, member });
    const now = world.clock.now();
    const before = known?.stays ?? [];
    if (isThere(before) === there) return;
    const stays = there ? arrive(before, now) : leave(before, now);
    const next = { session: id, member, stays };
    await world.table.write([known ? replace(MemberPresence, known, next) : create(MemberPresence, next)]);
  }),
);
