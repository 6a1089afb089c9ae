/** The roll: who leaves it, and who came too late for it. */
export const en = {
  "roll.left": "Left during the election",
  "roll.left.voted": "{name} left the network; her or his vote stays counted. Recorded by {by} on {when}: “{reason}”",
  "roll.left.removed":
    "{name} left the network before voting and was removed from the roll. Recorded by {by} on {when}: “{reason}”",
  "roll.leave.reason": "Why",
  "roll.leave.hint":
    "At least 10 characters, where an election is running: it stands in the minutes. Who has not voted yet is removed from the roll, and the links end.",
  "roll.noVote": "You have no vote in this election.",
  "roll.noVote.lead":
    "The roll was frozen on {date}, before you were admitted. You can read everything here, and you are on the next roll.",
  "election.journal.roll.removed": "A member left the network before voting and was removed from the roll",
  "election.journal.roll.left": "A member left the network; the vote stays counted",
};
