/** Decisions that others wait for: who was first, what was taken back, and what has become of a request. */
export const en = {
  "approvals.decided.title": "This was decided before you",
  "approvals.decided.approve": "Approved {when}: {name}",
  "approvals.decided.return": "Returned with a reason {when}: {name}",
  "approvals.insteadOf": "In the place of",
  "approvals.revoke.title": "Take the approval back",
  "approvals.revoke.lead": "As long as it has not been carried out. Those who wait for it are told why.",
  "approvals.revoke.reason": "Why you take it back",
  "approvals.revoked.title": "The approval is taken back",
  "approvals.revoked.lead": "It no longer counts. Those who wait for it are told why.",

  "approvals.recalled.cancelled": "This was cancelled",
  "approvals.recalled.changed": "What was to be approved has changed",
  "approvals.recalled.recalled": "This request was taken back",
  "approvals.recalled.lead": "Your answer is no longer needed. It was about: {subject}",
  "approvals.recalled.changedLead": "A new letter asks about what it says now. It was about: {subject}",
  "approvals.recalled.by": "By whom",

  "approvals.letter.recalled.subject": "{network}: your answer is no longer needed",
  "approvals.letter.settled.subject": "{network}: decision on your request",
  "approvals.letter.settled.approved": "Your request is approved: {title}",
  "approvals.letter.settled.returned": "Your request came back with a reason: {title}",
  "approvals.letter.settled.expired": "Your request was not decided in time: {title}",
  "approvals.letter.settled.revoked": "An approval of your request was taken back: {title}",
  "approvals.letter.settled.expiredLead": "Nothing is approved by silence. You may ask again.",
  "approvals.letter.settled.lead": "The decision was made by: {name}.",
};
