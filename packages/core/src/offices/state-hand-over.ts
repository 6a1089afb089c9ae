import * as v from "valibot";
import {
  after,
  command,
  create,
  newId,
  Refusal,
  replace,
  type Stored,
  untilWritten,
  type World,
  type Write,
} from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import { Member, membersOf, newSignIn, Person, rosterTurn } from "../people/index.ts";
import { DAYS_TO_STATE, HandOver, handOverHash, handOversOf, readHandOver } from "./hand-over.ts";
import { noteInNetwork } from "./journal.ts";

/** So long works the link by which the new coordinator signs in for the first time. */
const DAYS_TO_SIGN_IN = 7;
/** A transaction holds 100 writes. */
const MOST_TOLD = 40;

const Statement = v.object({
  ...{ network: v.string(), handOver: v.string(), by: v.string(), hash: v.string(), keeps: v.boolean() },
});

/**
 * One who is asked states that the rights pass on, by the hash of what she has seen. By the word of whoever has them, or of the
 * second of two others, they have passed. Refuses what is over (`hand-over.over`), who is not asked or no longer has the
 * rights (`not-yours`), a second word of one person (`approval.same-person`), and a hash of something else (`page.stale`).
 */
export const stateHandOver = command(Statement, (world, { network, handOver: id, by, hash, keeps }) =>
  untilWritten(async (): Promise<HandOver> => {
    const handOver = await readHandOver(world, network, id);
    const members = await membersOf(world.table, network);
    const stater = members.find((member) => member.id === by && member.standing === "active");
    if (!stater || !handOver.asked.includes(by)) throw new Refusal("not-yours");
    const at = world.clock.now();
    if (handOver.state !== "pending" || handOver.until <= at) throw new Refusal("hand-over.over");
    if (handOverHash(handOver) !== hash) throw new Refusal("page.stale");
    if (handOver.takes === "one" && !stater.coordinator) throw new Refusal("not-yours");
    if (handOver.statements.some(({ member }) => member === by)) throw new Refusal("approval.same-person");
    const isTwo = handOver.takes === "two";
    const statements = [...handOver.statements, { member: by, at, keeps: isTwo || keeps }];
    const stated: HandOver = { ...handOver, statements };
    if (isTwo && statements.length < 2) {
      const facts = { handOver: id, to: handOver.to };
      const journal = await noteInNetwork(world, network, { actor: by, act: "rights.stated", facts });
      await world.table.write([replace(HandOver, handOver, stated), ...journal]);
      return stated;
    }
    const goes = isTwo ? handOver.outgoing : keeps ? [] : [by];
    const { made, writes } = await passing(world, stated, members, goes);
    await world.table.write([replace(HandOver, handOver, made), ...writes]);
    return made;
  }),
);

const Passing = v.object({ network: v.string(), by: v.string(), to: v.string(), keeps: v.boolean() });

/**
 * A coordinator states by herself that a member coordinates from now on, and whether she goes on too. Refuses herself, under
 * whatever membership, who is no active member, and who has no address to sign in with (`input.invalid`); and who does not
 * coordinate the network (`not-yours`).
 */
export const passRights = command(Passing, (world, { network, by, to, keeps }) =>
  untilWritten(async (): Promise<HandOver> => {
    const members = await membersOf(world.table, network);
    const own = members.find(({ id, coordinator, standing }) => id === by && coordinator && standing === "active");
    if (!own) throw new Refusal("not-yours");
    const next = members.find(({ id, standing }) => id === to && standing === "active");
    if (!next) throw wrong("not-a-member");
    if (next.person === own.person) throw wrong("same-person");
    if (!(await world.table.get(Person, { id: next.person }))?.address) throw wrong("no-address");
    const at = world.clock.now();
    const handOver: HandOver = {
      ...{ network, id: newId(world.random, "handOver"), to, outgoing: [], candidates: [], takes: "one", asked: [by] },
      ...{ statements: [{ member: by, at, keeps }], state: "pending", ended: [], at },
      until: after(at, { days: DAYS_TO_STATE }),
    };
    const { made, writes } = await passing(world, handOver, members, keeps ? [] : [by]);
    const settled = (await handOversOf(world.table, network)).filter((one) => one.to === to && one.state === "pending");
    await world.table.write([
      create(HandOver, made),
      ...settled.map((one) => replace(HandOver, one, { ...one, state: "withdrawn" })),
      ...writes,
    ]);
    return made;
  }),
);

/**
 * The writes by which the rights pass on: the members' records, the network's journal, the new coordinator's letter with her
 * way in, and a letter to everybody who coordinated until now. The network is never without a coordinator.
 */
async function passing(
  world: World,
  stated: HandOver,
  members: readonly Stored<Member>[],
  goes: readonly string[],
): Promise<{ made: HandOver; writes: Write[] }> {
  const { network, id } = stated;
  const to = members.find((member) => member.id === stated.to && member.standing === "active");
  if (!to) throw new Refusal("hand-over.over");
  const coordinators = members.filter(({ coordinator, standing }) => coordinator && standing === "active");
  const leaving = coordinators.filter((one) => goes.includes(one.id) && one.person !== to.person);
  const ended = leaving.map((one) => one.id);
  const expiresAt = after(world.clock.now(), { days: DAYS_TO_SIGN_IN });
  const signIn = newSignIn(world, { request: id, person: to.person, expiresAt });
  const [first] = stated.statements;
  const letter = { process: network, version: id, network, facts: { handOver: id } };
  const told = coordinators.filter(
    ({ person }, index) => person !== to.person && coordinators.findIndex((one) => one.person === person) === index,
  );
  return {
    made: { ...stated, state: "made", ended },
    writes: [
      replace(Member, to, { ...to, coordinator: true }),
      ...leaving.map((one) => replace(Member, one, { ...one, coordinator: false })),
      await rosterTurn(world, network),
      ...(await noteInNetwork(world, network, {
        ...{ actor: stated.statements.at(-1)?.member ?? "quorate", act: "rights.passed" },
        facts: {
          ...{ handOver: id, to: to.id, first: first?.member ?? "", statements: stated.statements.length },
          ...Object.fromEntries(ended.map((member, index) => [`ended-${index + 1}`, member])),
        },
      })),
      signIn.write,
      ...writeLetter(world, {
        ...{ ...letter, kind: "offices.rights", person: to.person, member: to.id },
        ...{ link: signIn.link, linkExpiresAt: expiresAt },
      }),
      ...told
        .slice(0, MOST_TOLD)
        .flatMap(({ id: member, person }) => writeLetter(world, { ...letter, kind: "offices.passed", person, member })),
    ],
  };
}

function wrong(code: string): Refusal {
  return new Refusal("input.invalid", { problems: [{ field: "to", code }] });
}
