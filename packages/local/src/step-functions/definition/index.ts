export { stateOf } from "./processes.ts";
export { readDefinition } from "./read.ts";
export {
  type Catcher,
  type ChoiceState,
  type Definition,
  type FailState,
  LONGEST_SECONDS,
  type MapState,
  type ParallelState,
  type PassState,
  type Process,
  type Retrier,
  type State,
  type SucceedState,
  type TaskState,
  type WaitState,
} from "./schema.ts";
