export * from "./lost-letter.ts";
export * from "./sign-in.ts";
