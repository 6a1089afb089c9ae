export * from "./mandate.ts";
