export * from "./acts.ts";
export * from "./elected.ts";
export * from "./journal.ts";
export * from "./records.ts";
export * from "./rules.ts";
export * from "./view.ts";
