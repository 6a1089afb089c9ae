export * from "./render.tsx";
