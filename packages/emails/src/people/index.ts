export * from "./address.ts";
export * from "./lost-letter.ts";
export * from "./sign-in.ts";
