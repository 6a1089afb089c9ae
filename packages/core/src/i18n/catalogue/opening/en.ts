/** Setting an election up: what each part of the page asks, and what follows from it. */
export const en = {
  "opening.vote.another": "Vote {n}, if there is one",
  "opening.vote.office": "Office, seats and mandate",
  "opening.vote.seats": "Seats and way of voting",
  "opening.nominations.wanted": "Members propose candidates by letter before the vote",
  "opening.nominations.letter":
    "Without a session nobody can be named on the floor: an election to an office needs this.",
  "opening.nominations.needed": "Tick this: without a session, candidates are proposed by letter",
  "opening.declarers.one": "By your rules one person is enough, and the minutes say so.",
  "opening.rules.network": "The rules of the network apply. Elections that are already open keep theirs.",
  "opening.rules.other": "Other rules for this election",
  "opening.letters.by": "Members vote by",
  "opening.deadlines.other": "The other deadlines, already proposed",
  "opening.next.session":
    "With the button the list of those entitled to vote is fixed, and the election runs by itself. Letters go out once there is something to answer.",
  "opening.next.letter":
    "With the button the list of those entitled to vote is fixed, and the first letters go out at once.",
  "opening.try.hint":
    "The test is the first letter of this election. It comes to your own address alone, and nothing is opened by it.",
  "opening.try.sent": "The test letter is on its way to you. The election is not opened yet.",
  "opening.try.nobody":
    "Nobody is written to before the session, so there is no letter to test yet. A rehearsal of the whole election shows all letters.",
};
