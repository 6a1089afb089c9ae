/** The row of a member in the presence list. */
export const memberAnchor = (member: string) => `m-${member}`;

/** The card of a vote on its session's page. */
export const voteAnchor = (election: string, number: number) => `vote-${election}-${number}`;

/** What is sent instead of a candidate when nobody stands. */
export const NOBODY = "nobody";
