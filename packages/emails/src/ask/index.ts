export * from "./recalled.ts";
export * from "./receipt.ts";
export * from "./settled.ts";
export * from "./undelivered.ts";
