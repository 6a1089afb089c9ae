export * from "./acts.ts";
export * from "./records.ts";
export * from "./rules.ts";
