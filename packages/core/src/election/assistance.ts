import {
  Ask,
  type AskKey,
  type AskView,
  assistAsk,
  type Means,
  type Raw,
  type Sent,
  viewAssisted,
} from "../ask/index.ts";
import { Refusal, type World } from "../kit/index.ts";
import { Member } from "../people/index.ts";
import { nominationsOf } from "./nominations.ts";
import { type Election, votesOf } from "./records.ts";

/**
 * The form of a member whom no letter reaches, for a coordinator who records her answer. Refuses as `viewAssisted` does, an ask
 * of another election, and a coordinator who stands in this one (`assist.candidate`).
 */
export async function viewAssistedAnswer(
  world: World,
  election: Election,
  of: AskKey,
  actor: string,
): Promise<AskView> {
  await refuseCandidate(world, election, actor);
  const ask = await world.table.get(Ask, of);
  if (ask?.process !== election.id) throw new Refusal("not-found");
  return viewAssisted(world, of, actor);
}

/** Records the answer that a member has given to a coordinator. Refuses as `viewAssistedAnswer` does. */
export async function recordAssistedAnswer(
  world: World,
  election: Election,
  of: AskKey,
  by: { actor: string; means: Means },
  sent: { page: string; raw: Raw },
): Promise<Sent> {
  await viewAssistedAnswer(world, election, of, by.actor);
  return assistAsk(world, of, by, sent);
}

/** Who stands in the election writes down nobody's answer, under whatever membership (votes R13). */
async function refuseCandidate(world: World, { id, network }: Election, actor: string): Promise<void> {
  const votes = await votesOf(world.table, id);
  const named = votes.flatMap(({ vote }) => (vote.kind === "elect" ? vote.candidates.map(({ member }) => member) : []));
  const nominated = (await nominationsOf(world.table, id))
    .filter(({ state }) => state === "pending" || state === "accepted")
    .map(({ member }) => member);
  const keys = [actor, ...named, ...nominated].map((member) => ({ network, id: member }));
  const found = await Promise.all(keys.map((key) => world.table.get(Member, key)));
  const [own, ...standing] = found.map((member) => member?.person);
  if (standing.includes(own)) throw new Refusal("assist.candidate");
}
