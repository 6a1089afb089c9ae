import { recordUndelivered } from "@quorate/core/ask";
import { readElection } from "@quorate/core/election";
import { Refusal, type World } from "@quorate/core/kit";
import { Letter, letterId, recordFate, writeLetter } from "@quorate/core/letter";
import { Member } from "@quorate/core/people";
import type { ProcessRow } from "@quorate/core/process";
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
 * bounce makes the ask undelivered and tells the coordinator once.
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
}

/**
 * A letter that asks did not reach its reader: the ask is undelivered, and the coordinator is told once. It may come again
 * when it failed half way: what is written already stays as it is.
 */
export async function tellUndelivered(world: World, letter: Letter): Promise<void> {
  // A test goes to its coordinator: that it came back says nothing of whom the form is for.
  if (!letter.ask || !letter.member || letter.facts.test) return;
  const row = await processOf(world, letter);
  if (!row) return;
  await recordUndelivered(world, letter.ask);
  const opener = await world.table.get(Member, { network: row.network, id: row.opener });
  if (!opener) return;
  const told = { process: letter.process, kind: "ask.undelivered", person: opener.person, version: letter.ask.id };
  if (await world.table.get(Letter, { id: letterId(told) })) return;
  const facts = { member: letter.member };
  await world.table.write(writeLetter(world, { ...told, member: opener.id, network: row.network, facts }));
}

/** The process that asks by this letter; undefined for a letter that asks nothing. */
async function processOf(world: World, { kind, process }: Letter): Promise<ProcessRow | undefined> {
  if (kind.startsWith("election.")) return readElection(world, process);
  return kind.startsWith("session.") ? readSession(world, process) : undefined;
}
