import { envelopeOf, type Skip } from "../ask/index.ts";
import { Link, linkToken, type World } from "../kit/index.ts";
import type { Envelope, Letter } from "../letter/index.ts";
import { Member } from "../people/index.ts";
import { readPlan } from "./acts.ts";
import { PlanAuthor } from "./authors.ts";

/** The letters to those who write a plan. */
export type AuthorLetters = {
  /** An author: the plan is to be written by this link, for as long as it takes. */
  "plan.writing": Envelope & { plan: string; by: string; url: string };
};

/** A letter to an author, ready for its words, with the address it goes to. */
export type AuthorLetter = { kind: "plan.writing"; props: AuthorLetters["plan.writing"]; address: string };

/** Puts names and the link into a letter to an author; skipped once she is none any more; undefined for any other kind. */
export async function authorLetter(world: World, letter: Letter): Promise<AuthorLetter | Skip | undefined> {
  const { kind, network = "", process, member = "", facts } = letter;
  if (kind !== "plan.writing") return undefined;
  const [author, link, by, plan] = await Promise.all([
    world.table.get(PlanAuthor, { plan: process, member }),
    world.table.get(Link, { id: letter.link ?? "" }),
    world.table.get(Member, { network, id: String(facts.by) }),
    readPlan(world, network, process),
  ]);
  if (!author || !link) throw new Error(`the records of ${letter.id} are not whole`);
  if (author.ended || author.epoch !== link.scope.epoch) return { skip: "ended" };
  const { envelope, address } = await envelopeOf(world, letter);
  const url = `${world.url}/write/${linkToken(world.keys, link)}`;
  return { kind, address, props: { ...envelope, plan: plan.title, by: by?.name ?? "", url } };
}
