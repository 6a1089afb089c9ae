/**
 * The letters. `what` is the noun of the subject, `heading` the h1, `lead` the first sentences. Every sentence begins with
 * a capital: after a greeting or a reminder word the letter itself goes on in lower case where the language does.
 */
export const en = {
  "letters.subject.again": "{network}: new link, {what} – {by}",
  "letters.subject.extension": "{network}: new deadline, {what} – {by}",
  "letters.heading.reminder": "Reminder: {heading}",
  "letters.heading.extension": "New deadline: {heading}",
  "letters.openPage": "Open the page",
  "letters.questions": "Send questions as a reply to this letter.",
  "letters.for": "This letter is for",
  "letters.personal": "The link is personal; do not forward it.",

  "letters.signIn.what": "sign-in",
  "letters.signIn.valid": "Use it",
  "letters.signIn.personal": "The link and the code are personal; do not forward them.",

  "letters.lost.heading": "Your open forms",
  "letters.lost.none": "No form is waiting for your answer at the moment.",
  "letters.lost.personal": "The links are personal; do not forward them.",

  "letters.receipt.heading": "Your answer came in on {at}",
  "letters.receipt.canChange": "You can change it {by}, by the link in the letter that asked for your answer.",
  "letters.receipt.final": "This answer can no longer be changed.",
  "letters.receipt.hidden": "This letter does not show the answer: a mailbox may be shared.",
  "letters.receipt.notYou": "Was it not you?",
  "letters.receipt.reply": "Reply to this letter.",

  "letters.figures.heading": "Enter the figures of the session of {day}",
  "letters.figures.lead": "You keep the minutes. Please enter how many hands there were in each vote.",
  "letters.figures.votes": "Votes",
  "letters.figures.objection": "Objection",

  "letters.attestation.heading": "Attest the figures of the session of {day}",
  "letters.attestation.official":
    "The figures become official when the recorder and both verifiers attest them, each alone.",

  "letters.confirmation.lead":
    "You were absent from the session. Please confirm the result of {n, plural, =1 {one vote} =2 {two votes} =3 {three votes} =4 {four votes} one {# vote} other {# votes}}, or object.",
  "letters.confirmation.leadPart":
    "You were not there for {n, plural, one {# vote} other {# votes}} of the session. Please confirm the result or object.",
  "letters.confirmation.preview":
    "{n, plural, =1 {One result} =2 {Two results} =3 {Three results} =4 {Four results} one {# result} other {# results}} of the session of {day} {n, plural, one {waits} other {wait}} for your confirmation.",

  "letters.waiver.what": "undelivered letters",
  "letters.waiver.heading": "Decide about the undelivered letters",
  "letters.waiver.lead":
    "Some members were not reached, and their answers could change the outcome. The result is therefore not declared yet. On the form, say how to go on and why.",
  "letters.waiver.list": "Not reached",

  "letters.result.lead": "Here are the outcomes, with the figures of the session and of the letters.",

  "letters.parked.heading": "The election has stopped",
  "letters.parked.why": "Why",
  "letters.parked.lead": "The election waits for you. All answers are kept; on the page you can set it going again.",
};
