export {
  FieldRow,
  type Filled,
  TextField,
  type TextFieldProps,
  type Typed,
} from "./fields.tsx";
export * from "./figures.tsx";
export * from "./form.tsx";
export * from "./form-content.tsx";
export * from "./marks.tsx";
export * from "./page.tsx";
export * from "./parts.tsx";
export * from "./privacy-page.tsx";
export * from "./rings.tsx";
export * from "./stylesheet.ts";
export * from "./summary.tsx";
