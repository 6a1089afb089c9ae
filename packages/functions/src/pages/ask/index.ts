export { askPages } from "./ask-pages.ts";
