/** Who is elected to several offices takes one of them. */
export const en = {
  "choice.what": "choice of an office",
  "choice.title": "You are elected to several offices: which one do you take?",
  "choice.lead": "You can hold one of them. The vote on every other one is repeated without you.",
  "choice.which": "The office that you take",
  "election.stage.choice": "Choice of an office",
  "election.standing.choice": "{n} of {total} have chosen an office. Closes {when}.",
  "election.journal.offices.several": "A member is elected to several offices and is asked which one to take",
  "election.journal.offices.chosen": "The offices were chosen; the other votes are repeated",
  "choice.vacant": "{office}: the office is vacant",
  "choice.minutes": "{name} was elected here and took another office: {office}. Nobody moves up.",
};
