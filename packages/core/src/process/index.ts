export * from "./approvals.ts";
export * from "./kind.ts";
export * from "./news.ts";
export * from "./park.ts";
export * from "./row.ts";
export * from "./steps.ts";
export * from "./task.ts";
export * from "./transition.ts";
