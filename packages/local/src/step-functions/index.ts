export type { Handler } from "./engine/invocations.ts";
export { type StepFunctions, type StepFunctionsOptions, startStepFunctions } from "./start.ts";
