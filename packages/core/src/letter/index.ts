export * from "./delivery.ts";
export * from "./fate.ts";
export * from "./outbox.ts";
export * from "./props.ts";
export * from "./records.ts";
export * from "./unsent.ts";
export * from "./write.ts";
