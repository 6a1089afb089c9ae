export * from "./content.ts";
export * from "./envelope.ts";
export * from "./letter.tsx";
export * from "./plain.ts";
export { goOn } from "./sentence.ts";
