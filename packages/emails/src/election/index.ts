export * from "./attestation.ts";
export * from "./confirmation.ts";
export * from "./declaration.ts";
export * from "./figures.ts";
export * from "./nominations.ts";
export * from "./parked.ts";
export * from "./result.ts";
export * from "./waiver.ts";
