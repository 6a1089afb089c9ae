import { replace, type Stored, untilWritten, type World } from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import { type Member, membersOf } from "../people/index.ts";
import { Holding } from "./records.ts";

/** A transaction holds 100 writes, two of them for each letter. */
const MOST_TOLD = 40;

/**
 * Tells the holder and every coordinator of each mandate whose end comes near, once: a run that was missed is made up for by
 * the next one. Who has resigned, or gave way to somebody else, is told nothing.
 */
export async function remindOfMandates(world: World): Promise<void> {
  const due = await world.table.find(Holding, "due", "mandates", { until: world.clock.now() });
  for (const { network, id } of due) {
    try {
      await remind(world, { network, id });
    } catch (fault) {
      // One that fails holds up no other.
      world.log.error("mandate.not-announced", fault, { holding: id });
    }
  }
}

function remind(world: World, of: Pick<Holding, "network" | "id">): Promise<void> {
  return untilWritten(async () => {
    const holding = await world.table.get(Holding, of);
    if (!holding?.remindAt || holding.ended || holding.remindAt > world.clock.now()) return;
    const { remindAt: _, ...announced } = holding;
    const told = await toldOf(world, holding);
    await world.table.write([
      replace(Holding, holding, announced),
      ...told.flatMap(({ id: member, person }) =>
        writeLetter(world, {
          ...{ process: of.network, kind: "offices.mandate", version: of.id, network: of.network, member, person },
          ...{ facts: { holding: of.id }, link: { act: "offices", network: of.network, person, member } },
        }),
      ),
    ]);
  });
}

/** The holder first, then the coordinators, each person once. */
async function toldOf(world: World, holding: Holding): Promise<Stored<Member>[]> {
  const active = (await membersOf(world.table, holding.network)).filter(({ standing }) => standing === "active");
  const holder = active.filter(({ id }) => id === holding.member);
  const told = [...holder, ...active.filter(({ coordinator }) => coordinator)];
  const isFirst = ({ person }: Member, index: number) => told.findIndex((one) => one.person === person) === index;
  return told.filter(isFirst).slice(0, MOST_TOLD);
}
