export * from "./hand-over.ts";
export * from "./mandate.ts";
