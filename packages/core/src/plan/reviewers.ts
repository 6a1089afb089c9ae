import type { World } from "../kit/index.ts";
import { listAll } from "../kit/index.ts";
import { Member } from "../people/index.ts";
import { authorsOf } from "./authors.ts";
import { NodeVersion, type Plan } from "./records.ts";

/** A place in the network, as far as it says who may not review. */
type Place = Pick<Member, "id" | "person"> & { institution?: string | undefined };

/** Why somebody cannot be asked to review (plan-review 3). */
export type Barred = "author" | "institution" | "approver";

/**
 * Why this member cannot review what these authors have written: she is one of them, by whichever of her places; she is of an
 * institution of theirs; or she decides on it afterwards. Undefined where nothing stands against her.
 */
export function barredFrom(member: Place, authors: readonly Place[], approver: Place | undefined): Barred | undefined {
  if (authors.some((author) => isSame(author, member))) return "author";
  if (approver && isSame(approver, member)) return "approver";
  const own = institutionOf(member);
  return own !== "" && authors.some((author) => institutionOf(author) === own) ? "institution" : undefined;
}

function isSame(a: Place, b: Place): boolean {
  return a.id === b.id || a.person === b.person;
}

/** The name of an institution as two people may write it. */
function institutionOf({ institution = "" }: Place): string {
  return institution
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Everybody who writes or has written in the plan: who began it, who is named an author, and who has saved anything in it. */
export async function writersOf(world: World, { id, network, createdBy }: Plan): Promise<Member[]> {
  const named = await authorsOf(world.table, id);
  const saved = await listAll(world.table, NodeVersion, `plan-history#${id}`);
  const members = [...new Set([createdBy, ...named.map(({ member }) => member), ...saved.map(({ by }) => by)])];
  const authors: Member[] = [];
  for (let from = 0; from < members.length; from += 100) {
    const some = members.slice(from, from + 100);
    const found = await world.table.getMany(some.map((member) => Member.key({ network, id: member })));
    authors.push(...some.flatMap((member) => found.get(Member, { network, id: member }) ?? []));
  }
  return authors;
}
