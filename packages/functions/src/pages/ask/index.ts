export { askPages } from "./ask-pages.ts";
export { one, rawFields } from "./raw.ts";
