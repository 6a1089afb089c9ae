export * from "./receipt.ts";
export * from "./undelivered.ts";
