export { FieldRow } from "./field-row.tsx";
export { FileField } from "./file-field.tsx";
export {
  controlOf,
  describedBy,
  type Filled,
  isGroup,
  onlyIfMarks,
  problemAt,
  type Typed,
  whenAsked,
} from "./filled.ts";
export { GroupContent } from "./group.tsx";
export { FieldError, Hint, TextField } from "./text-field.tsx";
