import { localDate } from "../i18n/index.ts";
import { create, type Instant, replace, sha256, untilWritten, type World, type Write } from "../kit/index.ts";
import type { OfficeToFill } from "../vote/index.ts";
import { readOffice } from "./acts.ts";
import { noteInNetwork } from "./journal.ts";
import { Holding, holdingsOf } from "./records.ts";
import { dayBefore, endOfMandate, reminderOf, whoGivesWay } from "./rules.ts";

/** Which election it was: its id, what it is called, and when its result was declared. */
type ElectionOf = { network: string; election: string; title: string; zone: string; declaredAt: Instant };

/** Who was elected in one of its votes, and the office that this vote fills. */
export type Elected = { vote: string; office: OfficeToFill; members: readonly string[] };

/**
 * Whoever was elected holds the office (votes R12): from the day of the declaration and as long as the office says, where the
 * set-up does not say otherwise; whoever gives way holds it until the day before. Done again, it has the same effect.
 */
export async function seatElected(world: World, of: ElectionOf, elected: readonly Elected[]): Promise<void> {
  for (const one of elected) if (one.members.length > 0) await seatOfVote(world, of, one);
}

function seatOfVote(world: World, of: ElectionOf, { vote, office: filled, members }: Elected): Promise<void> {
  const { network, election, title, zone, declaredAt } = of;
  return untilWritten(async () => {
    const office = await readOffice(world, network, filled.id);
    const from = filled.from ?? localDate(declaredAt, zone);
    const until = filled.until ?? endOfMandate(from, office.months);
    const facts = { election, vote, office: office.id, from, until, members: members.length };
    const journal = await noteInNetwork(world, network, { actor: "quorate", act: "mandate.set", facts });
    const all = await holdingsOf(world.table, network);
    if (all.some(({ source }) => source.kind === "election" && source.election === election && source.vote === vote))
      return;
    const at = world.clock.now();
    const isOver = until < localDate(at, zone);
    const mandates = all.filter((holding) => holding.office === office.id);
    await world.table.write([
      ...members.map((member) =>
        create(Holding, {
          ...{ network, id: holdingId(election, vote, member), office: office.id, member, from, until },
          source: { kind: "election", election, vote, title },
          ...(!isOver && { remindAt: reminderOf(until, office.remindDays, zone) }),
        }),
      ),
      ...whoGivesWay(office, mandates, members, from).map((holding) =>
        replace(Holding, holding, { ...holding, ended: { why: "succeeded", on: dayBefore(from), at, election } }),
      ),
      ...journal,
    ]);
  });
}

/**
 * The write by which a mandate from an election never begins, because whoever was elected does not take the office: it is vacant,
 * and nobody before her stands again (votes R12). Nothing where the vote has set none.
 */
export async function mandateDeclined(
  world: World,
  { network, election, vote, member }: { network: string; election: string; vote: string; member: string },
): Promise<Write[]> {
  const holding = await world.table.get(Holding, { network, id: holdingId(election, vote, member) });
  if (!holding || holding.ended) return [];
  const ended = { why: "declined" as const, on: dayBefore(holding.from), at: world.clock.now(), election };
  return [replace(Holding, holding, { ...holding, ended })];
}

/** One mandate from one vote: setting it twice is setting it once. */
function holdingId(election: string, vote: string, member: string): string {
  return `hld_${sha256([election, vote, member].join("\n")).slice(0, 20)}`;
}

/**
 * The mandates from an annulled election are void (votes R15), and whoever gave way to them stands again, unless a later
 * election has filled the office meanwhile. Done again, it has the same effect.
 */
export function unseatElected(
  world: World,
  { network, election, zone }: Pick<ElectionOf, "network" | "election" | "zone">,
): Promise<void> {
  return untilWritten(async () => {
    const journal = await noteInNetwork(world, network, {
      ...{ actor: "quorate", act: "mandate.annulled", facts: { election } },
    });
    const at = world.clock.now();
    const holdings = await holdingsOf(world.table, network);
    const from = holdings.filter(({ source }) => source.kind === "election" && source.election === election);
    const valid = from.filter(({ ended }) => ended?.why !== "annulled");
    const [first] = valid;
    if (!first) return;
    // One office at a time, as they were set: so that no transaction is too large.
    const { office } = first;
    const theirs = valid.filter((holding) => holding.office === office);
    const later = theirs.map(({ ended }) => ended).find((ended) => ended?.why === "succeeded");
    const gaveWay = holdings.filter(
      ({ office: of, ended }) => of === office && ended?.why === "succeeded" && ended.election === election,
    );
    const ended = { why: "annulled" as const, on: localDate(at, zone), at, election };
    await world.table.write([
      ...theirs.map((holding) => replace(Holding, holding, { ...holding, ended })),
      ...gaveWay.map((holding) => replace(Holding, holding, { ...holding, ended: later })),
      ...journal,
    ]);
    if (valid.length > theirs.length) await unseatElected(world, { network, election, zone });
  });
}
