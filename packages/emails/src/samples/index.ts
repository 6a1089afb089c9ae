export * from "./samples.ts";
