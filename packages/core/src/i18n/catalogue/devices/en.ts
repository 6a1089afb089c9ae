/** Where a coordinator is signed in. */
export const en = {
  "devices.title": "Where you are signed in",
  "devices.lead":
    "Each browser stays signed in for 12 hours. If you do not know one of them, sign it out and ask for a new sign-in letter.",
  "devices.this": "This browser",
  "devices.other": "Another browser",
  "devices.since": "Signed in",
  "devices.seen": "Last used",
  "devices.until": "Ends",
  "devices.signOut": "Sign out there",
  "devices.all": "Sign out everywhere",
  "devices.done": "It is signed out there.",
};
