import { type Instant, toMilliseconds } from "@quorate/core/kit";
import jsonata from "jsonata";
import { queryEvaluationFailed, type StateFailed } from "../failure.ts";
import { type Json, type JsonObject, toJson } from "../json.ts";

/** What an expression may see: workflow variables as `$name`, and `$states`. */
export type Scope = {
  variables: Readonly<Record<string, Json>>;
  states: JsonObject;
  now: Instant;
};

/** Functions that AWS adds to JSONata, or takes away from it, and that this service does not have. */
const notSupported = /\$(eval|partition|range|hash|uuid|parse)\s*\(/;

const compiled = new Map<string, jsonata.Expression>();

function compile(source: string): jsonata.Expression {
  const known = compiled.get(source);
  if (known) return known;
  const expression = jsonata(source);
  compiled.set(source, expression);
  return expression;
}

function sourceOf(text: string): string | undefined {
  return text.startsWith("{%") && text.endsWith("%}") && text.length >= 4 ? text.slice(2, -2).trim() : undefined;
}

/** Every expression in a field, with its place in the state: `Arguments/Payload/id`. */
export function expressionsIn(template: Json | undefined, location: string): { source: string; location: string }[] {
  if (typeof template === "string") {
    const source = sourceOf(template);
    return source === undefined ? [] : [{ source, location }];
  }
  if (Array.isArray(template)) {
    return template.flatMap((item, index) => expressionsIn(item, `${location}[${index}]`));
  }
  if (typeof template !== "object" || template === null) return [];
  return Object.entries(template).flatMap(([key, value]) => expressionsIn(value, `${location}/${key}`));
}

/** Why an expression is refused when a machine is made; undefined if it is not. */
export function problemOf(source: string): string | undefined {
  const found = notSupported.exec(source)?.[1];
  if (found) return `The function $${found} is not supported`;
  try {
    compile(source);
    return undefined;
  } catch (error) {
    return `The JSONata expression '${source}' is not valid: ${messageOf(error)}`;
  }
}

/** A field's value: every `{% %}` in it evaluated, all else as it stands. Nothing (undefined) is an error, as on AWS. */
export async function evaluate(template: Json, location: string, scope: Scope): Promise<Json> {
  if (typeof template === "string") {
    const source = sourceOf(template);
    return source === undefined ? template : await evaluateSource(source, location, scope);
  }
  if (Array.isArray(template)) {
    const items: Json[] = [];
    for (const [index, item] of template.entries()) items.push(await evaluate(item, `${location}[${index}]`, scope));
    return items;
  }
  if (typeof template !== "object" || template === null) return template;
  const members: [string, Json][] = [];
  for (const [key, value] of Object.entries(template)) {
    members.push([key, await evaluate(value, `${location}/${key}`, scope)]);
  }
  return Object.fromEntries(members);
}

async function evaluateSource(source: string, location: string, scope: Scope): Promise<Json> {
  const about = `The JSONata expression '${source}' specified for the field '${location}'`;
  let value: unknown;
  try {
    value = await compile(source).evaluate(undefined, { ...scope.variables, states: scope.states, ...timeOf(scope) });
  } catch (error) {
    throw queryEvaluationFailed(location, `${about} threw an error during evaluation. ${messageOf(error)}`);
  }
  if (value === undefined) throw queryEvaluationFailed(location, `${about} returned nothing (undefined).`);
  if (isFunction(value)) {
    throw queryEvaluationFailed(location, `${about} returned an unsupported result type.`);
  }
  return toJson(value);
}

function isFunction(value: unknown): boolean {
  if (typeof value === "function") return true;
  return typeof value === "object" && value !== null && ("_jsonata_lambda" in value || "_jsonata_function" in value);
}

/** JSONata's own `$now` and `$millis` read the system's time. */
function timeOf({ now }: Scope) {
  const at = toMilliseconds(now);
  return {
    millis: () => at,
    now: async (picture?: unknown, zone?: unknown): Promise<unknown> =>
      await compile("$fromMillis($at, $picture, $zone)").evaluate(undefined, { at, picture, zone }),
  };
}

function messageOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  const message = "message" in error ? String(error.message) : "";
  return "code" in error ? `${error.code}: ${message}` : message;
}

/** For a field whose value is of one kind, such as `Seconds`. */
export function unexpectedResult(location: string, expected: string, value: Json): StateFailed {
  return queryEvaluationFailed(
    location,
    `The value of the field '${location}' is of an unexpected kind. Expected ${expected}, but was: ${JSON.stringify(value)}`,
  );
}
