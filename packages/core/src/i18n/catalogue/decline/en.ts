/** Whoever was elected does not take the office. */
export const en = {
  "decline.title": "You were elected",
  "decline.lead": "Should you not take the office, say so here {by}. It then stays vacant, and nobody moves up.",
  "decline.field": "I do not take this office: {office}",
  "decline.send": "Decline the office",
  "decline.sent": "It is kept that you do not take the office. The coordinator has been told.",
  "decline.needed": "Tick the box if you do not take the office",
  "decline.letter.title": "Whoever was elected does not take the office",
  "decline.letter.lead":
    "The office is not taken by {name}, who was elected: {office}. It is vacant, and nobody moves up. A new election may be opened for it.",
  "decline.minutes":
    "{name} was elected and does not take the office, as stated {when}. The office is vacant, and nobody moves up.",
  "decline.news": "{office}: {name} does not take the office. It is vacant.",
  "offices.why.declined": "Did not take the office",
  "election.journal.office.declined": "Whoever was elected did not take the office",
};
