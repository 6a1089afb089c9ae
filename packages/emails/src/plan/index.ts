export * from "./parked.ts";
export * from "./round.ts";
export * from "./writing.ts";
