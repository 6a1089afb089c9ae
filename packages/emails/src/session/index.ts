export * from "./invitation.ts";
export * from "./minutes.ts";
export * from "./overdue.ts";
export * from "./parked.ts";
export * from "./told.ts";
