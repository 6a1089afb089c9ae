export { askPages } from "./ask-pages.tsx";
