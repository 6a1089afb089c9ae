export { rehearsalPages } from "./rehearsal-pages.tsx";
