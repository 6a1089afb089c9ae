export * from "./columns.ts";
export { Condition, dayParts, Field, Option, optionsOf, reasonOf } from "./field.ts";
export * from "./form.ts";
export {
  asTyped,
  changedFields,
  type DraftReading,
  dayText,
  draftContent,
  type Problem,
  type Raw,
  type Reading,
  readAnswer,
  readDraft,
} from "./read.ts";
export { type AnswerRow, answerRows } from "./rows.ts";
export { answerSchema, Content, limitOf, ProblemCode } from "./schema.ts";
