export * from "./form.ts";
export * from "./read.ts";
export * from "./rows.ts";
