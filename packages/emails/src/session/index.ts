export * from "./invitation.ts";
export * from "./parked.ts";
export * from "./told.ts";
