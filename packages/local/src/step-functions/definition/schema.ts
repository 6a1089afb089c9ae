import * as v from "valibot";
import { Json } from "../json.ts";

export const LONGEST_SECONDS = 99_999_999;
const LONGEST_DELAY = 31_622_400;

const StateName = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const VariableName = v.pipe(
  v.string(),
  v.maxLength(80),
  v.regex(/^[\p{ID_Start}_][\p{ID_Continue}]*$/u, "A variable's name is an identifier"),
  v.check((name) => name !== "states", "The variable name 'states' is reserved"),
);
const Expression = v.pipe(v.string(), v.regex(/^\{%.*%\}$/s, "Expected a JSONata expression in {% %}"));

const seconds = (least: number) =>
  v.union([v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(LONGEST_SECONDS)), Expression]);

const every = { Comment: v.optional(v.string()), QueryLanguage: v.optional(v.string()) };
const assigning = { Assign: v.optional(v.record(VariableName, Json)), Output: v.optional(Json) };
const leading = { Next: v.optional(StateName), End: v.optional(v.boolean()) };

export const Retrier = v.strictObject({
  ErrorEquals: v.pipe(v.array(v.string()), v.minLength(1)),
  IntervalSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_SECONDS)), 1),
  MaxAttempts: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST_SECONDS)), 3),
  BackoffRate: v.optional(v.pipe(v.number(), v.minValue(1)), 2),
  MaxDelaySeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_DELAY))),
  JitterStrategy: v.optional(v.picklist(["FULL", "NONE"]), "NONE"),
  Comment: v.optional(v.string()),
});
export type Retrier = v.InferOutput<typeof Retrier>;

export const Catcher = v.strictObject({
  ErrorEquals: v.pipe(v.array(v.string()), v.minLength(1)),
  Next: StateName,
  ...assigning,
  Comment: v.optional(v.string()),
});
export type Catcher = v.InferOutput<typeof Catcher>;

const recovering = { Retry: v.optional(v.array(Retrier), []), Catch: v.optional(v.array(Catcher), []) };

/** What a task may be. A new resource is added here, in `interpreter/task.ts` and in `engine/invocations.ts`. */
const Resource = v.picklist(
  ["arn:aws:states:::lambda:invoke", "arn:aws:states:::lambda:invoke.waitForTaskToken"],
  ({ received }) => `The resource ${received} is not supported`,
);

export const TaskState = v.strictObject({
  Type: v.literal("Task"),
  ...every,
  ...assigning,
  ...leading,
  Resource,
  Arguments: v.optional(Json),
  TimeoutSeconds: v.optional(seconds(1)),
  HeartbeatSeconds: v.optional(seconds(1)),
  ...recovering,
});
export type TaskState = v.InferOutput<typeof TaskState>;

export const PassState = v.strictObject({ Type: v.literal("Pass"), ...every, ...assigning, ...leading });
export type PassState = v.InferOutput<typeof PassState>;

export const ChoiceState = v.strictObject({
  Type: v.literal("Choice"),
  ...every,
  ...assigning,
  Choices: v.pipe(
    v.array(
      v.strictObject({
        Condition: v.union([v.boolean(), Expression]),
        Next: StateName,
        ...assigning,
        Comment: v.optional(v.string()),
      }),
    ),
    v.minLength(1),
  ),
  Default: v.optional(StateName),
});
export type ChoiceState = v.InferOutput<typeof ChoiceState>;

export const WaitState = v.strictObject({
  Type: v.literal("Wait"),
  ...every,
  ...assigning,
  ...leading,
  Seconds: v.optional(seconds(0)),
  Timestamp: v.optional(v.string()),
});
export type WaitState = v.InferOutput<typeof WaitState>;

export const SucceedState = v.strictObject({
  Type: v.literal("Succeed"),
  ...every,
  Output: v.optional(Json),
});
export type SucceedState = v.InferOutput<typeof SucceedState>;

export const FailState = v.strictObject({
  Type: v.literal("Fail"),
  ...every,
  Error: v.optional(v.string()),
  Cause: v.optional(v.string()),
});
export type FailState = v.InferOutput<typeof FailState>;

const AnyProcess = v.lazy((): v.GenericSchema<unknown, Process> => Process);

/** An inline Map. A distributed one is refused, and with it the fields that only that one has. */
export const MapState = v.strictObject({
  Type: v.literal("Map"),
  ...every,
  ...assigning,
  ...leading,
  ...recovering,
  Items: v.optional(v.union([v.array(Json), Expression])),
  ItemSelector: v.optional(Json),
  ItemProcessor: v.lazy((): v.GenericSchema<unknown, Process> => ItemProcessor),
  MaxConcurrency: v.optional(v.union([v.pipe(v.number(), v.integer(), v.minValue(0)), Expression])),
});
export type MapState = v.InferOutput<typeof MapState>;

export const ParallelState = v.strictObject({
  Type: v.literal("Parallel"),
  ...every,
  ...assigning,
  ...leading,
  ...recovering,
  Arguments: v.optional(Json),
  Branches: v.pipe(v.array(AnyProcess), v.minLength(1)),
});
export type ParallelState = v.InferOutput<typeof ParallelState>;

export const State = v.variant("Type", [
  TaskState,
  PassState,
  ChoiceState,
  WaitState,
  SucceedState,
  FailState,
  MapState,
  ParallelState,
]);
export type State = v.InferOutput<typeof State>;

/** States that lead from one to the other: a branch of a Parallel, or what a Map does with each item. */
export interface Process {
  StartAt: string;
  States: Record<string, State>;
}

const states = { Comment: v.optional(v.string()), StartAt: StateName, States: v.record(StateName, State) };

const Process = v.strictObject(states);

const ItemProcessor = v.strictObject({
  ...states,
  ProcessorConfig: v.optional(
    v.strictObject({
      Mode: v.optional(v.literal("INLINE", ({ received }) => `The Mode ${received} of a Map is not supported`)),
    }),
  ),
});

/** A state machine in the Amazon States Language, as far as it is supported: a field that is not here is refused. */
export const Definition = v.strictObject({
  ...states,
  QueryLanguage: v.optional(v.picklist(["JSONata", "JSONPath"])),
  Version: v.optional(v.literal("1.0")),
  TimeoutSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_SECONDS))),
});
export type Definition = v.InferOutput<typeof Definition>;
