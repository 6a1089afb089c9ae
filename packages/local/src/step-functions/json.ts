import * as v from "valibot";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** What was parsed from JSON text already, and so is JSON. */
export const Json = v.custom<Json>((value) => value !== undefined);

export type JsonObject = { [name: string]: Json };

/** The most that an input, an output or a task's arguments may take, in bytes of JSON. */
export const PAYLOAD_LIMIT = 262_144;

/** Parses JSON text; throws a SyntaxError if it is none. */
export function parseJson(text: string): Json {
  const value: Json = JSON.parse(text);
  return value;
}

/** What JSON makes of a value that a handler or an expression has answered: `undefined` becomes null. */
export function toJson(value: unknown): Json {
  const text: string | undefined = JSON.stringify(value);
  return text === undefined ? null : parseJson(text);
}

export function isTooLarge(value: Json): boolean {
  return Buffer.byteLength(JSON.stringify(value)) > PAYLOAD_LIMIT;
}

export function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
