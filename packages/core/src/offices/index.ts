export * from "./acts.ts";
export * from "./elected.ts";
export * from "./journal.ts";
export * from "./letters.ts";
export * from "./records.ts";
export * from "./reminders.ts";
export * from "./rules.ts";
export * from "./view.ts";
