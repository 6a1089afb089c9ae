import { type Instant, toMilliseconds } from "@quorate/core/kit";
import jsonata from "jsonata";
import { queryEvaluationFailed, type StateFailed } from "../failure.ts";
import { type Json, type JsonObject, toJson } from "../json.ts";
import { addedFunctions } from "./functions.ts";

/** What an expression may see: workflow variables as `$name`, and `$states`. */
export type Scope = {
  variables: Readonly<Record<string, Json>>;
  states: JsonObject;
  now: Instant;
};

/** What AWS takes away from JSONata. */
const notSupported = /\$(eval)\s*\(/;

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
    const bindings = { ...addedFunctions, ...timeOf(scope), ...scope.variables, states: scope.states };
    value = await compile(source).evaluate(undefined, bindings);
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

/** What a field's value has to be, in AWS's word for it. */
type Kind<T extends Json> = { name: string; is: (value: Json) => value is T };

export const text: Kind<string> = { name: "string", is: (value) => typeof value === "string" };
export const truth: Kind<boolean> = { name: "boolean", is: (value) => typeof value === "boolean" };
export const list: Kind<Json[]> = { name: "array", is: (value) => Array.isArray(value) };

export function wholeNumber(least: number, most: number): Kind<number> {
  return {
    name: `integer from ${least} to ${most}`,
    is: (value): value is number =>
      typeof value === "number" && Number.isInteger(value) && value >= least && value <= most,
  };
}

/** The value of a field that is of one kind, such as `Seconds`; any other is an error, as on AWS. */
export async function evaluateAs<T extends Json>(
  kind: Kind<T>,
  template: Json,
  location: string,
  scope: Scope,
): Promise<T> {
  const value = await evaluate(template, location, scope);
  if (kind.is(value)) return value;
  throw unexpectedResult(template, location, kind.name, value);
}

export function unexpectedResult(template: Json, location: string, expected: string, value: Json): StateFailed {
  const source = typeof template === "string" ? sourceOf(template) : undefined;
  const what = source === undefined ? "The value" : `The JSONata expression '${source}'`;
  const kind = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  const cause = `${what} specified for the field '${location}' returned an unexpected result type.`;
  return queryEvaluationFailed(
    location,
    `${cause} Expected '${expected}', but was '${kind}' for value: ${JSON.stringify(value)}`,
  );
}
