export { en } from "./en.ts";
export { lt } from "./lt.ts";
export { pl } from "./pl.ts";
export { sr } from "./sr.ts";
