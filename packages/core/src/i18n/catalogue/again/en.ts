/** An election that repeats one that was annulled or cancelled. */
export const en = {
  "again.act": "Hold it again with fresh links",
  "again.taken":
    "Taken over from “{title}”: its votes, rules and people. The roll is taken anew and everybody gets a new link; the earlier answers stay sealed and are kept.",
  "again.stands": "Who stands again: {office}",
  "again.stands.hint": "Untick whoever has withdrawn. To have candidates proposed anew instead, tick the box below.",
  "again.earlier.annulled": "This election repeats one that was annulled {when}:",
  "again.earlier.cancelled": "This election repeats one that was cancelled {when}:",
  "again.later": "It is held again:",
  "election.journal.repeated": "The election is held again",
};
