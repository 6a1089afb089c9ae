import type { Locale, Text, Zone } from "../i18n/index.ts";
import type { Instant } from "../kit/index.ts";

/** What every letter knows: its reader's language and zone, who writes and to whom. */
export type Envelope = {
  locale: Locale;
  zone: Zone;
  network: { name: string; shortName: string };
  to: { name: string; institution?: string | undefined };
  /** It is sent to be looked at: its subject and its first line say so. */
  isTest?: boolean | undefined;
  /** It belongs to a rehearsal, which is wiped afterwards: marked in the same places. */
  isRehearsal?: boolean | undefined;
};

/** Why an ask's letter goes out: the first time, as a reminder, again because it was lost, or with a later deadline. */
export type Turn = "first" | "reminder" | "again" | "extension";

/** A letter that asks: one link, one deadline, who asks. Questions go to `asker.address` as a reply. */
export type AskEnvelope = Envelope & {
  turn: Turn;
  url: string;
  deadline: Instant;
  asker: { name: string; address: string };
  /** What the whole process is called: `Election of the president and the deputy`. */
  process: string;
  /** The member in whose place she is asked. */
  insteadOf?: string | undefined;
  /** The head of the process's journal, readable: `c81d 02f4 7e95 b3aa`. */
  journal: string;
  /** She has saved an answer and not sent it. */
  hasDraft?: boolean | undefined;
};

/** A vote with the figures of the session. */
export type VoteLine = {
  title: Text;
  result: Text;
  figures: { label: Text; value: number }[];
  /** What the candidates say in their own words. */
  statements?: { name: string; words: string }[];
};

/** A vote with its outcome and, in one or two sentences, all the figures behind it. */
export type OutcomeLine = { title: Text; outcome: Text; figures: Text[] };

/** What waits for somebody's answer, in one of her networks, as a letter lists it. */
export type ListedAsk = { network: string; title: string; deadline: Instant; zone: Zone; url: string };

/** The letters that belong to no process. */
export type CommonLetters = {
  "people.sign-in": Envelope & { url: string; code: string; expiresAt: Instant };
  "people.lost-letter": Envelope & { asks: ListedAsk[] };
  /** To the old address: letters go elsewhere from now on. `to` is masked: the reader may be somebody else. */
  "people.address-changed": Envelope & {
    change: { to: string; by: string; decidedBy?: string | undefined; at: Instant };
  };
  /** To each who may be the second person. */
  "people.address-request": Envelope & { member: string; by: string; url: string; expiresAt: Instant };
  /** To the one who asked: the second person has refused. */
  "people.address-refused": Envelope & { member: string; by: string; reason: string; url: string };
  "ask.receipt": Envelope & {
    title: Text;
    reference: string;
    at: Instant;
    journal: string;
    replaces?: string | undefined;
    /** Until when the answer may be changed, by the link of the letter that asked; absent where the form forbids it. */
    changeUntil?: Instant | undefined;
    /** The link by which the addressee takes back what somebody else has sent, and until when it works. */
    withdraw?: { url: string; until: Instant } | undefined;
  };
  /** Somebody who was asked: her answer is no longer needed, and why. */
  "ask.recalled": Envelope & {
    why: "changed" | "recalled";
    title: Text;
    by?: string | undefined;
    reason: string;
  };
  /** Who asked for an approval: what has become of it, and a reason word for word. */
  "ask.settled": Envelope & {
    state: "approved" | "returned" | "expired" | "revoked";
    title: Text;
    by?: string | undefined;
    reason?: string | undefined;
  };
  /** The form closed while something saved had not been sent. `reference`: the earlier answer, which stays in force. */
  "ask.unsent": Envelope & { title: Text; at: Instant; journal: string; reference?: string | undefined };
  /** The addressee: the answer under this reference is taken back; by the link she may answer again. */
  "ask.withdrawn": Envelope & {
    title: Text;
    reference: string;
    at: Instant;
    journal: string;
    url?: string | undefined;
  };
  /** Whoever asked: somebody's answer was taken back. */
  "ask.withdrawal": Envelope & { title: Text; name: string; reference: string; at: Instant; journal: string };
  /** Six digits that open a form in one more browser. */
  "ask.code": Envelope & { title: Text; code: string; expiresAt: Instant; journal: string };
  /** A letter that was to reach this member came back: the coordinator is to find out. */
  "ask.undelivered": Envelope & { name: string; process: string; url: string; journal: string };
};
