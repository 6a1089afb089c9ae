export * from "./code.ts";
export * from "./recalled.ts";
export * from "./receipt.ts";
export * from "./settled.ts";
export * from "./undelivered.ts";
export * from "./unsent.ts";
export * from "./withdrawn.ts";
