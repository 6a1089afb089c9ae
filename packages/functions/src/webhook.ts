import { recordUndelivered } from "@quorate/core/ask";
import { stopDigest } from "@quorate/core/digest";
import { answeringFor, readElection } from "@quorate/core/election";
import { Refusal, type World } from "@quorate/core/kit";
import { Letter, letterId, recordFate, writeLetter } from "@quorate/core/letter";
import { Member } from "@quorate/core/people";
import { readReview } from "@quorate/core/plan";
import { readSession } from "@quorate/core/session";
import { Hono } from "hono";
import { Resend } from "resend";
import * as v from "valibot";

const MailEvent = v.object({
  type: v.string(),
  data: v.object({
    tags: v.optional(
      v.union([v.record(v.string(), v.string()), v.array(v.object({ name: v.string(), value: v.string() }))]),
    ),
    bounce: v.optional(v.object({ type: v.string() })),
  }),
});
type MailEvent = v.InferOutput<typeof MailEvent>;

function letterIn({ data: { tags } }: MailEvent): string | undefined {
  if (Array.isArray(tags)) return tags.find((tag) => tag.name === "letter")?.value;
  return tags?.letter;
}

function fateIn({ type, data }: MailEvent): "delivered" | "bounced" | "complained" | undefined {
  switch (type) {
    case "email.delivered":
      return "delivered";
    case "email.bounced":
      return data.bounce?.type === "Transient" ? undefined : "bounced";
    case "email.complained":
      return "complained";
    default:
      return undefined;
  }
}

/**
 * What the mail service says of a letter, by signed webhook (letters 3): late, twice and in any order are the same. A hard
 * bounce makes the ask undelivered and tells the coordinator once; after a complaint no more digests come.
 */
export function mailWebhook(world: World, secret: string): Hono {
  return new Hono().post("/webhooks/mail", async (c) => {
    const event = verified(await c.req.text(), secret, (name) => c.req.header(name) ?? "");
    const letter = letterIn(event);
    const fate = fateIn(event);
    if (letter && fate) await keepFate(world, letter, fate);
    return c.body(null, 204);
  });
}

function verified(payload: string, webhookSecret: string, header: (name: string) => string): MailEvent {
  const headers = { id: header("svix-id"), timestamp: header("svix-timestamp"), signature: header("svix-signature") };
  try {
    return v.parse(MailEvent, new Resend("re_unused").webhooks.verify({ payload, headers, webhookSecret }));
  } catch {
    throw new Refusal("not-yours");
  }
}

async function keepFate(world: World, id: string, fate: "delivered" | "bounced" | "complained"): Promise<void> {
  const letter = await recordFate(world, id, fate);
  if (fate === "bounced" && letter) await tellUndelivered(world, letter);
  if (fate === "complained" && letter) await stopDigest(world, letter.person);
}

/**
 * A letter that asks did not reach its reader: the ask is undelivered, and the coordinator, or who has her
 * duties, is told once. It may come again
 * when it failed half way: what is written already stays as it is.
 */
export async function tellUndelivered(world: World, letter: Letter): Promise<void> {
  // A test goes to its coordinator: that it came back says nothing of whom the form is for.
  if (!letter.ask || !letter.member || letter.facts.test) return;
  const asking = await askingOf(world, letter);
  if (!asking) return;
  await recordUndelivered(world, letter.ask);
  const { network, told } = asking;
  for (const id of told) {
    const member = await world.table.get(Member, { network, id });
    if (!member) continue;
    const { process, ask } = letter;
    const of = { process, kind: "ask.undelivered", person: member.person, version: ask.id };
    if (await world.table.get(Letter, { id: letterId(of) })) continue;
    await world.table.write(writeLetter(world, { ...of, member: id, network, facts: { member: letter.member } }));
  }
}

/** The network that asks by this letter, and who is told that it came back; undefined for a letter that asks nothing. */
async function askingOf(
  world: World,
  { kind, process }: Letter,
): Promise<{ network: string; told: string[] } | undefined> {
  if (kind.startsWith("election.")) {
    const election = await readElection(world, process);
    return { network: election.network, told: await answeringFor(world, election) };
  }
  if (kind.startsWith("plan.")) {
    const { network, opener } = await readReview(world, process);
    return { network, told: [opener] };
  }
  if (!kind.startsWith("session.")) return undefined;
  const { network, opener } = await readSession(world, process);
  return { network, told: [opener] };
}
