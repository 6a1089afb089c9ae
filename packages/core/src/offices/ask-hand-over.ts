import { localDate } from "../i18n/index.ts";
import { after, create, Refusal, replace, type Stored, untilWritten, type World, type Write } from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import { type Member, membersOf, Person } from "../people/index.ts";
import { readOffice, zoneOf } from "./acts.ts";
import { DAYS_TO_STATE, HandOver, handOversOf, whoElseMayState, whoHasTheRights } from "./hand-over.ts";
import { noteInNetwork } from "./journal.ts";
import { holdingsOf } from "./records.ts";
import { mandateStanding } from "./rules.ts";

/** A transaction holds 100 writes, two of them for each letter. */
const MOST_ASKED = 40;

type ElectionOf = { network: string; election: string };

/**
 * Whoever was elected to an office that coordinates gets no rights by that: whoever has them is asked to state that they pass
 * on. Nobody is asked twice, and nobody about a member who coordinates already.
 */
export async function askHandOvers(
  world: World,
  { network, election }: ElectionOf,
  candidates: readonly string[],
): Promise<void> {
  const holdings = await holdingsOf(world.table, network);
  for (const { id, office, member, source, ended } of holdings) {
    if (source.kind !== "election" || source.election !== election || ended) continue;
    if (!(await readOffice(world, network, office)).coordinates) continue;
    const outgoing = holdings
      .filter((one) => one.office === office && one.ended?.why === "succeeded" && one.ended.election === election)
      .map((one) => one.member);
    await askHandOver(world, {
      ...{ network, id: `hov_${id}`, to: member, office, election, candidates: [...candidates] },
      outgoing: outgoing.filter((one) => one !== member),
    });
  }
}

/**
 * The election is annulled: what waits for a statement is withdrawn; and where rights have passed on already, whoever got them
 * is asked to state that they go back, for an annulment takes them from nobody either.
 */
export async function takeBackHandOvers(world: World, { network, election }: ElectionOf): Promise<void> {
  const brought = (await handOversOf(world.table, network)).filter((one) => one.election === election);
  for (const one of brought) {
    if (one.state === "pending") await withdraw(world, one);
    if (one.state !== "made" || one.id.endsWith("_back")) continue;
    for (const to of one.ended) {
      await askHandOver(world, {
        ...{ network, id: `${one.id}_${to}_back`, to, office: one.office, election },
        ...{ candidates: one.candidates, outgoing: [one.to] },
      });
    }
  }
}

/** Whoever is asked and has not stated it in time is followed by two others; where those do not either, nothing passes on. */
export async function sweepHandOvers(world: World): Promise<void> {
  const due = await world.table.find(HandOver, "due", "hand-overs", { until: world.clock.now() });
  for (const one of due) {
    try {
      await followUp(world, one);
    } catch (fault) {
      // One that fails holds up no other.
      world.log.error("hand-over.not-followed-up", fault, { handOver: one.id });
    }
  }
}

type Asking = Pick<HandOver, "network" | "id" | "to" | "office" | "election" | "outgoing" | "candidates">;

function askHandOver(world: World, asking: Asking): Promise<void> {
  const { network, id, to: toId } = asking;
  return untilWritten(async () => {
    if (await world.table.get(HandOver, { network, id })) return;
    const members = await membersOf(world.table, network);
    const to = members.find((member) => member.id === toId);
    if (!to || to.coordinator || to.standing !== "active") return;
    // Who has no address cannot sign in.
    if (!(await world.table.get(Person, { id: to.person }))?.address) return;
    const outgoing = asking.outgoing.filter((id) => members.some((one) => one.id === id && one.coordinator));
    const one = whoHasTheRights({ ...asking, outgoing, members, to });
    const asked = one.length > 0 ? one : await othersOf(world, asking, members, to);
    const now = world.clock.now();
    const handOver: HandOver = {
      ...{
        ...asking,
        outgoing,
        takes: one.length > 0 ? "one" : "two",
        asked: asked.slice(0, MOST_ASKED),
        statements: [],
      },
      ...{ state: asked.length > 0 ? "pending" : "lapsed", ended: [], at: now, until: untilOf(now) },
    };
    await world.table.write([
      create(HandOver, handOver),
      ...letters(world, handOver, members),
      ...(await noted(world, handOver, "rights.asked")),
    ]);
  });
}

function followUp(world: World, of: Pick<HandOver, "network" | "id">): Promise<void> {
  return untilWritten(async () => {
    const now = world.clock.now();
    const handOver = await world.table.get(HandOver, of);
    if (handOver?.state !== "pending" || handOver.until > now) return;
    const members = await membersOf(world.table, of.network);
    const to = members.find(({ id, standing }) => id === handOver.to && standing === "active");
    const others = to && handOver.takes === "one" ? await othersOf(world, handOver, members, to) : [];
    if (others.length === 0) return end(world, handOver, "lapsed");
    const next: HandOver = {
      ...{ ...handOver, takes: "two", asked: others.slice(0, MOST_ASKED), statements: [], until: untilOf(now) },
    };
    await world.table.write([
      replace(HandOver, handOver, next),
      ...letters(world, next, members),
      ...(await noted(world, next, "rights.asked")),
    ]);
  });
}

function withdraw(world: World, of: Pick<HandOver, "network" | "id">): Promise<void> {
  return untilWritten(async () => {
    const handOver = await world.table.get(HandOver, of);
    if (handOver?.state === "pending") await end(world, handOver, "withdrawn");
  });
}

async function end(world: World, handOver: Stored<HandOver>, state: "lapsed" | "withdrawn"): Promise<void> {
  const ended: HandOver = { ...handOver, state };
  await world.table.write([replace(HandOver, handOver, ended), ...(await noted(world, ended, `rights.${state}`))]);
}

async function othersOf(world: World, asking: Asking, members: readonly Member[], to: Member): Promise<string[]> {
  const today = localDate(world.clock.now(), await zoneOf(world, asking.network));
  const holdings = await holdingsOf(world.table, asking.network);
  const holders = holdings.filter((holding) => mandateStanding(holding, today) === "held");
  return whoElseMayState({ ...asking, members, to, holders });
}

const untilOf = (now: string) => after(now, { days: DAYS_TO_STATE });

function noted(world: World, { network, id, to, takes, asked }: HandOver, act: string): Promise<Write[]> {
  const facts = { handOver: id, to, takes, asked: asked.length };
  return noteInNetwork(world, network, { actor: "quorate", act, facts });
}

/** To everybody who is asked, with a link of her own. */
function letters(world: World, handOver: HandOver, members: readonly Member[]): Write[] {
  const { network, id, takes, asked, until } = handOver;
  return asked.flatMap((member) => {
    const person = members.find((one) => one.id === member)?.person;
    if (person === undefined) throw new Refusal("not-found");
    return writeLetter(world, {
      ...{ process: network, kind: "offices.statement", version: `${id} ${takes}`, network, person, member },
      ...{ facts: { handOver: id, takes }, linkExpiresAt: until },
      link: { act: "approve", network, person, member, process: id },
    });
  });
}
