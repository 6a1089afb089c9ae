/** Cancelling an election before its result is declared: the request, the second person, and what everybody is told. */
export const en = {
  "cancelling.act": "Cancel the election",
  "cancelling.act.lead":
    "Nothing of it can be answered from then on. Everybody who was asked anything is told why. It cannot be undone.",
  "cancelling.act.second":
    "A second person has to agree: another of those who declare, or a verifier. Until then the election runs on.",
  "cancelling.act.reason": "Why it is cancelled",
  "cancelling.act.reasonHint":
    "At least {limit, plural, one {# character} other {# characters}}. Everybody who was asked reads it.",
  "cancelling.act.asked": "A second person has been asked whether the election is to be cancelled.",
  "cancelling.act.done": "The election is cancelled.",
  "cancelling.pending": "{name} asks to cancel the election. A second person decides.",
  "cancelling.recall": "Take the request back",
  "cancelling.recalled": "The request is taken back. The election runs on.",
  "cancelling.ask.what": "cancelling the election",
  "cancelling.ask.title": "Is the election to be cancelled?",
  "cancelling.ask.lead":
    "Somebody asks for this election to be cancelled. Your decision is needed: a second person has to agree.",
  "cancelling.ask.why": "Why",
  "cancelling.ask.approve": "I cancel the election",
  "cancelling.ask.refuse": "The election goes on",
  "cancelling.ask.reason": "Why it goes on",
  "cancelling.ask.silence": "the election goes on.",
  "cancelling.cancelled.title": "The election is cancelled",
  "cancelling.cancelled.lead": "Your answer is no longer needed. Links in earlier letters no longer open a form.",
  "cancelling.cancelled.minutes": "It ended without a result. What had been recorded until then is kept.",
  "election.stage.cancelled": "Cancelled",
  "election.standing.cancelled": "The election is cancelled.",
  "election.journal.cancellation.requested": "It was asked to cancel the election",
  "election.journal.cancellation.refused": "The election was not cancelled",
  "election.journal.cancelled": "The election was cancelled",
};
