import type { Text } from "../i18n/index.ts";
import type { Instant } from "../kit/index.ts";

/** What a digest tells of one process: what is coming, or what was decided, in words. */
export type News = { section: "coming" | "decided"; at: Instant; title: Text; lines: Text[] };

/** What a digest reaches over: decided after `since` and up to `until`; coming after `until` and up to `ahead`. */
export type NewsWindow = { since: Instant; until: Instant; ahead: Instant };
