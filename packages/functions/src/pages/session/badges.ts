import type { BadgeKind } from "../look/index.ts";

/** How a session's state looks. */
export const badges = { planned: "none", open: "wait", closed: "done", cancelled: "bad" } as const satisfies Record<
  string,
  BadgeKind
>;
