import * as v from "valibot";
import { verdict } from "../ask/index.ts";
import type { Form } from "../form/index.ts";
import { message, plain } from "../i18n/index.ts";
import { after, command, Refusal, type Span, sha256, type World } from "../kit/index.ts";
import { authorise, seconderOf } from "./duties.ts";
import { candidateNames } from "./forms.ts";
import { type Election, votesOf } from "./records.ts";
import { move } from "./transition.ts";
import { outcomeLine } from "./words.ts";

/** How long the second person has; what was declared stands when it passes. */
const TO_DECIDE: Span = { days: 3 };

const Request = v.object({
  election: v.string(),
  actor: v.string(),
  reason: v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(1000)),
});

/**
 * Asks for a declared result to be annulled: a second person decides (votes R13, R15). Refuses outside the window for
 * objections, where it was asked for already, and where there is no second person.
 */
export const requestAnnulment = command(Request, async (world, { election: id, actor, reason }) => {
  await move(world, id, async (election) => {
    const now = world.clock.now();
    const isOpen = election.objectionsUntil !== undefined && now < election.objectionsUntil;
    if (election.stage !== "declared" || !isOpen) throw new Refusal("election.stage");
    await authorise(world, election, actor, "annul");
    if ((await seconderOf(world, election, actor)) === undefined) throw new Refusal("election.stage");
    return {
      changes: {
        stage: "annulment",
        annulment: { actor, reason, at: now },
        deadlines: { ...election.deadlines, annulment: after(now, TO_DECIDE) },
        nudges: election.nudges + 1,
      },
      ...{ act: "annulment.requested", actor, facts: { reason: sha256(reason) } },
    };
  });
});

/** The second person's form: what was declared, why it is to be annulled, then one verdict. */
export async function annulmentForm(
  world: World,
  election: Election,
  { reason }: NonNullable<Election["annulment"]>,
): Promise<Form> {
  const votes = await votesOf(world.table, election.id);
  const sections: Form["sections"] = [];
  for (const vote of votes) {
    const line = outcomeLine(vote, await candidateNames(world, election.network, vote.vote), true);
    const result = { kicker: message("common.result"), name: line.outcome, notes: line.figures, figures: [] };
    sections.push({ id: vote.id, title: plain(vote.vote.title), result, fields: [] });
  }
  sections.push({ id: "why", title: message("objections.annul.why"), note: plain(reason), fields: [] });
  sections.push(
    verdict(message("objections.annul.title"), {
      agree: message("objections.annul.approve"),
      object: message("objections.annul.refuse"),
      reason: message("objections.annul.reason"),
    }),
  );
  return {
    ...{ id: "election.annulment", title: message("objections.annul.title"), lead: message("objections.annul.lead") },
    silence: message("objections.annul.silence"),
    ...{ confidential: false, editable: false, checkAnswers: false, sections },
  };
}
