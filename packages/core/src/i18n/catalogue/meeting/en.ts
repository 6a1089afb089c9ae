/** A session as a process: invitations, the room, the minutes and their correction. */
export const en = {
  "meeting.parked.heading": "The session has stopped",
  "meeting.parked.lead": "The session waits for you. Everything is kept; on the page you can set it going again.",
  "meeting.parked.lapsed": "The time for this step ran out. Resume the session with a new deadline.",
  "meeting.parked.fault": "A fault stopped the session ({fault}). Nothing is lost; resume it when the fault is mended.",
};
