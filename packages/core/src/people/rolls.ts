import type { JournalEntry } from "../journal/index.ts";
import type { World, Write } from "../kit/index.ts";

/** What the people of a network need to know of the processes in which they stand on a roll. */
export type Rolls = {
  /** Whether the process has not ended: its roll is open. */
  isOpen(world: World, process: string): Promise<boolean>;
  /** The members who answer for it, by what they are there: they may be the second person of a change. */
  answerable(world: World, process: string): Promise<string[]>;
  /** The writes that put an entry into its journal: part of the transaction of what it says. */
  note(world: World, process: string, entry: Pick<JournalEntry, "actor" | "act" | "facts">): Promise<Write[]>;
  /**
   * The writes by which a member who leaves the network leaves its roll, part of the transaction of her leaving (votes R7): who
   * has not voted counts no more, and her links end. Refuses who answers for the process (`member.asked`) or stands in it
   * (`member.stands`).
   */
  leave(world: World, process: string, of: Leaving): Promise<Write[]>;
};

/** Who leaves, on whose record, and why. */
export type Leaving = { member: string; by: string; reason: string };

/** The writes by which the mandates of a member become hers who she turns out to be: part of the transaction of the merge. */
export type CarryMandates = (world: World, of: { network: string; from: string; to: string }) => Promise<Write[]>;

/** The writes by which the mandates of a member end who leaves her network: part of the transaction of her leaving. */
export type Mandates = (world: World, of: { network: string; id: string }) => Promise<Write[]>;
