import * as v from "valibot";
import type { World } from "./ports.ts";
import { type Problem, Refusal } from "./refusal.ts";

/** Parses what came from outside; anything else than the schema is the refusal `input.invalid`, naming each field. */
export function parseInput<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const problems = result.issues.map(
    (issue): Problem => ({ field: v.getDotPath(issue) ?? "", code: issue.type, details: { message: issue.message } }),
  );
  throw new Refusal("input.invalid", { problems });
}

/** An act: it parses its input at its door and runs with the world passed in. */
export function command<S extends v.GenericSchema, R>(
  schema: S,
  run: (world: World, input: v.InferOutput<S>) => Promise<R>,
): (world: World, input: v.InferInput<S>) => Promise<R> {
  return (world, input) => run(world, parseInput(schema, input));
}
