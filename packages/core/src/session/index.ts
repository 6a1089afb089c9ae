export * from "./acts.ts";
export * from "./kind.ts";
export * from "./letters.ts";
export * from "./presence.ts";
export * from "./process.ts";
export * from "./records.ts";
export * from "./rules.ts";
export * from "./tasks.ts";
