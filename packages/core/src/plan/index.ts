export * from "./acts.ts";
export * from "./outline.ts";
export * from "./records.ts";
export * from "./rules.ts";
