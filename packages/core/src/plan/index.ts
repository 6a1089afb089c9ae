export * from "./acts.ts";
export * from "./diff.ts";
export * from "./outline.ts";
export * from "./records.ts";
export * from "./rules.ts";
export * from "./versions.ts";
export * from "./word-diff.ts";
