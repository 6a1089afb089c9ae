/** Words of every letter and page that asks a person for an answer. */
export const en = {
  "ask.greeting": "Hello,",
  "ask.subject": "{network}: {what} – {by}",
  "ask.subject.plain": "{network}: {what}",
  "ask.reminder.subject": "Reminder: {what} – {by}",
  "ask.openForm": "Open the form",
  "ask.youAnswerAs": "You answer as: {name}",
  "ask.youAnswerAs.from": "You answer as: {name}, {institution}",
  "ask.ifSilent": "If you do not answer: {what}",
  "ask.ifSilent.recorded":
    "If you do not answer: we record “no answer”. That is neither a confirmation nor an objection.",
  "ask.ifSilent.waits": "If you do not answer: the process waits, and the coordinator is told.",
  "ask.buttonFails": "If the button does not work: {link}",
  "ask.personal": "The link is personal and works until the deadline; please do not pass it on.",
  "ask.journalHead": "Fingerprint of the journal: {hash}.",

  "ask.reminder.lead": "We have no answer from you yet.",
  "ask.reminder.again": "The links in earlier letters still work.",
  "ask.draft.kept": "You saved an answer but did not send it. It is not sent for you at the deadline.",

  "ask.receipt.subject": "{network}: your answer came in",
  "ask.receipt.title": "Your answer is in",
  "ask.receipt.reference": "Reference: {reference}",
  "ask.receipt.changed": "Your answer was changed. Earlier reference: {earlier}, new reference: {reference}",
  "ask.receipt.mailed": "The receipt comes to you by e-mail.",
  "ask.receipt.whatYouSent": "What you sent",
  "ask.receipt.withdraw": "Withdraw the answer",
  "ask.withdraw.title": "Withdraw the answer",
  "ask.withdraw.lead": "The answer is removed, and the form waits for you again. Please check whose answer it is:",
  "ask.withdraw.done": "The answer is withdrawn",
  "ask.editable": "You can change your answer until the deadline. A receipt comes to you by e-mail.",
  "ask.notEditable": "An answer that was sent cannot be changed. A receipt comes to you by e-mail.",
  "ask.kept.title": "Your draft is saved",
  "ask.kept.lead": "It is not sent yet. Open the same link to go on.",

  "ask.about": "About",
  "ask.draft.here": "This is what you saved {when}. It is not sent yet.",
  "ask.draft.elsewhere":
    "An answer is saved in another browser and shown only there. What you save here takes its place.",
  "ask.draft.newer": "You saved changes that are not sent. What was sent before stays in force.",
  "ask.draft.goOn": "Continue with what you saved",
  "ask.draft.left": "Saved and not sent",
  "ask.draft.leftLead":
    "We send nothing in your place. It can be seen here for 30 days after the close, and then it is deleted.",
  "ask.check.button": "Check the answers",
  "ask.check.lead": "Nothing is sent yet. If all is right, send it with the button at the end.",
  "ask.withdraw.confirm": "Yes, take this answer back",
  "ask.withdraw.again": "The form waits for your answer again. A letter with a new link is on its way to you.",
  "ask.withdraw.noMore": "The deadline has passed, so no other answer can be sent.",
  "ask.withdraw.replaced.title": "Another answer came after this one",
  "ask.withdraw.replaced.lead": "It can be withdrawn by the link in its own receipt.",
  "ask.withdraw.closed.title": "This answer can no longer be withdrawn",
  "ask.withdraw.closed.lead":
    "An answer can be withdrawn within 24 hours and while its form is open. Please write to the person who asked: {name}.",
  "ask.withdrawn.subject": "{network}: the answer is withdrawn",
  "ask.withdrawn.lead":
    "The answer was taken back on {at}, by the link in its receipt. It is deleted and does not count.",
  "ask.withdrawn.open": "The form waits for your answer again.",
  "ask.withdrawal.subject": "{network}: an answer is withdrawn",
  "ask.withdrawal.title": "Answer withdrawn: {name}",
  "ask.withdrawal.lead":
    "The answer was taken back on {at}, by the link in its receipt. It does not count. Until the deadline another one may come.",
  "ask.unsent.subject": "{network}: what you saved was not sent",
  "ask.unsent.title": "What you saved was not sent",
  "ask.unsent.lead":
    "The form is closed, and an answer saved on {at} had not been sent. We send nothing in your place.",
  "ask.unsent.inForce": "The answer that was sent before stays in force. Reference: {reference}",
  "ask.unsent.kept": "By the link in the earlier letter it can be seen for 30 days. Then it is deleted.",
  "ask.code.title": "This form opens with a code",
  "ask.code.lead":
    "We send six digits to the address that your network knows. They are asked for once in each browser.",
  "ask.code.send": "Send me the code",
  "ask.code.sent.title": "Enter the code",
  "ask.code.sent.lead":
    "The letter with the code arrives in a few minutes. The code works for {minutes, plural, one {# minute} other {# minutes}}.",
  "ask.code.open": "Open the form",
  "ask.code.subject": "{network}: code for your form",
  "ask.code.letter.title": "The code for your form",
  "ask.code.letter.lead": "Enter it on the page where you asked for it. If you did not ask, do nothing.",
  "ask.code.label": "Code",
  "ask.passOn.link": "Pass it on to a colleague",
  "ask.passOn.title": "Pass it on to a colleague",
  "ask.passOn.lead":
    "The colleague is asked in your place and gets a letter of her or his own. Both names are kept. What you have saved here is deleted.",
  "ask.passOn.colleague": "Colleague",
  "ask.passOn.button": "Pass on",
  "ask.passOn.nobody": "Everybody in the network has been asked already.",
  "ask.passOn.done.title": "Passed on to: {name}",
  "ask.passOn.done.lead": "This was done {when}. Nothing more is needed from you.",
  "ask.passOn.from": "Passed on by",
  "ask.receipt.withdrawUntil": "Within 24 hours, {by}, the answer can be withdrawn.",

  "ask.extension.title": "The deadline is moved",
  "ask.extension.new": "New deadline: {by}",

  "ask.reissue.title": "Here is a new link",
  "ask.reissue.earlier": "Earlier links of this form still work.",


  "ask.state.waiting": "Waiting",
  "ask.state.answered": "In",
  "ask.state.undelivered": "Undelivered",
  "ask.state.late": "Late",
  "ask.state.silent": "No answer",
  "ask.state.draft": "Saved, not sent",
  "ask.state.waived": "Goes on without it",
  "ask.reminderAt": "reminder {when}",

  "ask.approval.reasonHint":
    "At least {limit, plural, one {# character} other {# characters}}. It reaches the person who asks.",
};
