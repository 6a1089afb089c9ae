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
import { authorise } from "./duties.ts";
import type { Election } from "./records.ts";

/**
 * The form of a member whom no letter reaches, for a coordinator who records her answer. Refuses as `viewAssisted` does, an ask
 * of another election, and a coordinator who stands in this one (`duty.candidate`).
 */
export async function viewAssistedAnswer(
  world: World,
  election: Election,
  of: AskKey,
  actor: string,
): Promise<AskView> {
  await authorise(world, election, actor, "assist");
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
