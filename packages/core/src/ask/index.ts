export * from "./answer.ts";
export * from "./collection.ts";
export * from "./letters.ts";
export * from "./records.ts";
export * from "./rules.ts";
export * from "./states.ts";
