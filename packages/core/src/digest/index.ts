export * from "./content.ts";
export * from "./kind.ts";
export * from "./letters.ts";
export * from "./records.ts";
export * from "./rules.ts";
export * from "./subscribe.ts";
