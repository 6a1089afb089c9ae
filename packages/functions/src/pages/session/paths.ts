/** Where the pages of sessions are. */
export const sessionsPath = (network: string) => `/n/${network}/sessions`;

export const sessionPath = (network: string, session: string) => `/n/${network}/s/${session}`;

/** The row of a member in the presence list. */
export const memberAnchor = (member: string) => `m-${member}`;

/** The card of a vote on its session's page. */
export const voteAnchor = (election: string, number: number) => `vote-${election}-${number}`;

/** What is sent instead of a candidate when nobody stands. */
export const NOBODY = "nobody";
