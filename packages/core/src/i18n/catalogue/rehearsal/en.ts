/** Letters and forms that are tried out. */
export const en = {
  "rehearsal.subject": "Test: {subject}",
  "rehearsal.letter": "This is a test. Nothing that is sent from its form is stored.",
  "rehearsal.form": "This is a test. Nothing that you send from here is stored.",
  "rehearsal.tried.title": "The test worked",
  "rehearsal.tried.lead": "The form would have been taken. Nothing was stored.",
  "rehearsal.again": "Try the form again",
  "rehearsal.list.title": "Send me a test",
  "rehearsal.list.lead": "The letter comes to your own address alone, marked as a test. Its form stores nothing.",
  "rehearsal.list.empty": "Nobody has been asked anything yet.",
  "rehearsal.send": "Send me a test",
  "rehearsal.sent": "The test letter is on its way to you.",
};
