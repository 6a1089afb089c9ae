/** How a tie is decided by whoever presides, or by lot. */
export const en = {
  "ties.field.title": "If votes are tied",
  "ties.field.presiding": "Who presides",
  "ties.field.hint":
    "Needed where the rules leave a tie to whoever presides. Nobody decides a tie that she is in herself.",
  "ties.tied": "Tied",
  "ties.chair.what": "decide a tie",
  "ties.chair.title": "The votes are tied: your vote decides",
  "ties.chair.lead":
    "You preside, and the rules leave this tie to you. Your vote is open: it stands in the minutes with your name.",
  "ties.chair.vote": "My vote goes to",
  "ties.chair.seats": "{n, plural, one {Choose # candidate} other {Choose # candidates}}.",
  "ties.minutes.chair": "The deciding vote: {name}, {when}.",
  "ties.undecided.chair": "Whoever presides is among the tied or has left the network, so nobody decided the tie.",
  "election.stage.chair": "Vote of whoever presides",
  "election.standing.chair": "A tie waits for the vote of whoever presides. Closes {when}.",
  "election.journal.tie.decided": "Whoever presides decided the tie",
};
