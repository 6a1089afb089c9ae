export * from "./open.ts";
export * from "./wipe.ts";
