export * from "./form.ts";
export * from "./read.ts";
export * from "./rows.ts";
export { answerSchema, Content, limitOf, ProblemCode } from "./schema.ts";
