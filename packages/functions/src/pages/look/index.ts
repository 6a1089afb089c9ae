export * from "./form.tsx";
export * from "./marks.tsx";
export * from "./page.tsx";
export * from "./parts.tsx";
export * from "./rings.tsx";
export * from "./stylesheet.ts";
