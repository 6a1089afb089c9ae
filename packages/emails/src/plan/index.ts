export * from "./writing.ts";
