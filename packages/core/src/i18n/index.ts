export { isMessageKey, type MessageKey, refusalKey } from "./catalogue/index.ts";
export * from "./dates/phrases.ts";
export * from "./latin.ts";
export * from "./locale.ts";
export * from "./numbers.ts";
export * from "./say.ts";
export * from "./text.ts";
export * from "./zone.ts";
