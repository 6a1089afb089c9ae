import * as v from "valibot";
import { command, create, defineRecord, Instant, replace, type Table, untilWritten } from "../kit/index.ts";
import { plainProfile, RulesProfile } from "./profile.ts";
import { VoteKind } from "./profiles.ts";

/** The rules that a network has set for one kind of vote: what its next elections take over. Theirs are their own from then on. */
export const NetworkRules = defineRecord({
  kind: "network-rules",
  schema: v.object({ network: v.string(), kind: VoteKind, profile: RulesProfile, setBy: v.string(), setAt: Instant }),
  key: ({ network, kind }: { network: string; kind: VoteKind }) => ({ pk: `network#${network}`, sk: `rules#${kind}` }),
});
export type NetworkRules = v.InferOutput<typeof NetworkRules.schema>;

/** The rules of each kind of vote in a network: its own where it has set them, else the plain ones. */
export async function profilesOf(table: Table, network: string): Promise<Record<VoteKind, RulesProfile>> {
  const { elect, adopt } = await rulesOf(table, network);
  return { elect: elect?.profile ?? plainProfile, adopt: adopt?.profile ?? plainProfile };
}

/** What a network has set itself, with who did and when. */
export async function rulesOf(table: Table, network: string): Promise<Record<VoteKind, NetworkRules | undefined>> {
  const keys = VoteKind.options.map((kind) => NetworkRules.key({ network, kind }));
  const found = await table.getMany(keys);
  const of = (kind: VoteKind) => found.get(NetworkRules, { network, kind });
  return { elect: of("elect"), adopt: of("adopt") };
}

const Setting = v.object({ network: v.string(), kind: VoteKind, profile: RulesProfile, actor: v.string() });

/** Sets a network's rules for one kind of vote. Elections that are open keep theirs. */
export const setProfile = command(Setting, (world, { network, kind, profile, actor }) =>
  untilWritten(async () => {
    const known = await world.table.get(NetworkRules, { network, kind });
    const rules: NetworkRules = { network, kind, profile, setBy: actor, setAt: world.clock.now() };
    await world.table.write([known ? replace(NetworkRules, known, rules) : create(NetworkRules, rules)]);
  }),
);
