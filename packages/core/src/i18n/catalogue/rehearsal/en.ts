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
  "rehearsal.run.letter": "This is a rehearsal: nothing is decided, and everything is deleted afterwards.",
  "rehearsal.run.title": "Rehearsal",
  "rehearsal.run.lead":
    "A network of its own with the same members by name. Whatever is held in it runs as for real, but every letter comes to your address and is marked as a test.",
  "rehearsal.run.start": "Begin a rehearsal",
  "rehearsal.run.now":
    "You are in a rehearsal. Every letter comes to your address. When you have seen enough, delete it with everything in it.",
  "rehearsal.run.wipe": "Delete the rehearsal",
  "rehearsal.run.open": "Open the rehearsal",
  "rehearsal.run.wiped": "The rehearsal is deleted, with everything in it.",
};
