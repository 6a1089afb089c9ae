export * from "./parked.ts";
