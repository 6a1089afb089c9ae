export * from "./invitation.ts";
export * from "./parked.ts";
