import { enrol } from "@quorate/core/digest";
import { after, create, issueLink, Link, type LinkScope, linkToken } from "@quorate/core/kit";
import { HandOver } from "@quorate/core/offices";
import type { Association, Story } from "./association.ts";

/** The token of a new link, as a letter of hers would have it. */
async function linkOf({ machine: { world } }: Story, scope: LinkScope): Promise<string> {
  const link = issueLink(world, scope);
  await world.table.write([create(Link, link)]);
  return linkToken(world.keys, link);
}

/** Where a member sees the offices of her network. */
export async function officesLink(story: Story, { network, memberAt }: Association, index: number): Promise<string> {
  const { id: member, person } = memberAt(index);
  return `/offices/${await linkOf(story, { act: "offices", network, person, member })}`;
}

/** Where she says how often her digest comes. */
export async function digestLink(story: Story, { network, memberAt }: Association, index: number): Promise<string> {
  const { person } = memberAt(index);
  await enrol(story.machine.world, { network, person });
  return `/digest/${await linkOf(story, { act: "digest", person })}`;
}

/** Where one of the two is asked to state that a coordinator's rights pass to somebody who was elected. */
export async function handOverLink(
  story: Story,
  { network, memberAt }: Association,
  of: { office: string; to: number; asked: readonly [number, number] },
): Promise<string> {
  const { world } = story.machine;
  const asked = of.asked.map((index) => memberAt(index));
  const [first] = asked;
  if (!first) throw new Error("nobody is asked");
  const now = world.clock.now();
  const handOver: HandOver = {
    ...{ network, id: `hov_${first.id}`, to: memberAt(of.to).id, office: of.office, outgoing: [], candidates: [] },
    ...{ takes: "two", asked: asked.map(({ id }) => id), statements: [], state: "pending", ended: [] },
    ...{ at: now, until: after(now, { days: 14 }) },
  };
  await world.table.write([create(HandOver, handOver)]);
  const { person, id: member } = first;
  return `/hand-over/${await linkOf(story, { act: "approve", network, person, member, process: handOver.id })}`;
}
