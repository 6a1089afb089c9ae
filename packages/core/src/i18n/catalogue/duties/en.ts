/** A coordinator who stands herself: what she may not do, and who does it instead. */
export const en = {
  "duties.refused.lead": "While you stand, this is for: {names}.",
  "duties.refused.nobody":
    "Everybody who could do it stands as well. Two members who do not stand sign what has to be decided.",
  "duties.stands": "You stand in this election.",
  "duties.stands.lead":
    "Who has answered, deadlines, links, approvals and the declaration are for others until the result is declared.",
  "duties.now": "Now for: {names}.",
  "duties.field.title": "If you stand yourself",
  "duties.field.substitute": "Who takes over your duties",
  "duties.field.hint":
    "The deputy, for example. If you become a candidate, approvals, deadlines and links, and the letters about them, go to this person.",
  "duties.field.nobody": "Nobody is named",
  "duties.minutes": "Coordinator’s duties",
  "duties.minutes.passed": "Taken over on {when} by: {names}, because the coordinator stood or was to stand.",
  "duties.minutes.back": "Back with {names} since {when}.",
  "election.journal.duties.passed": "The coordinator’s duties passed on",
  "election.journal.declarers.replaced": "Others declare in the place of candidates",
};
