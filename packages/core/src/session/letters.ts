import { envelopeOf, type Skip } from "../ask/index.ts";
import { message, type Text } from "../i18n/index.ts";
import { readableHash } from "../journal/index.ts";
import type { World } from "../kit/index.ts";
import type { Envelope, Letter } from "../letter/index.ts";
import { readSession, type Session } from "./records.ts";

/** The session's letters: who gets each, and what is put into it when it is rendered. */
export type SessionLetters = {
  /** The coordinator: the session has stopped and waits for an act of hers. */
  "session.parked": Envelope & { process: string; reason: Text; url: string; journal: string };
};

/** A letter with the address it goes to and the one that answers reach. */
type Addressed<K extends string, P> = { kind: K; props: P; address: string; replyTo?: string | undefined };

type SessionLetter = { [K in keyof SessionLetters]: Addressed<K, SessionLetters[K]> }[keyof SessionLetters];

/** Puts names, addresses and links into one of the session's letters; undefined for a kind that is not its own. */
export async function sessionLetter(world: World, letter: Letter): Promise<SessionLetter | Skip | undefined> {
  switch (letter.kind) {
    case "session.parked":
      return parkedLetter(world, letter);
    default:
      return undefined;
  }
}

async function parkedLetter(world: World, letter: Letter): Promise<SessionLetter> {
  const session = await readSession(world, letter.process);
  const { envelope, address } = await envelopeOf(world, letter);
  const props = { process: session.title, url: homeOf(world, session), journal: readableHash(session.journal.hash) };
  return { kind: "session.parked", address, props: { ...envelope, ...props, reason: stoppedReason(session) } };
}

/** The coordinator's page of a session. */
function homeOf(world: World, { network, id }: Session): string {
  return `${world.url}/n/${network}/s/${id}`;
}

/** Why a session has stopped, in words for its coordinator. */
export function stoppedReason({ parked }: Session): Text {
  if (parked?.fault === "lapsed") return message("meeting.parked.lapsed");
  return message("meeting.parked.fault", { fault: parked?.fault ?? "unknown" });
}
