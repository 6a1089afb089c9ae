export { readDefinition } from "./read.ts";
export {
  type Catcher,
  type ChoiceState,
  type Definition,
  type FailState,
  LONGEST_SECONDS,
  type PassState,
  type Retrier,
  type State,
  type SucceedState,
  type TaskState,
  type WaitState,
} from "./schema.ts";
