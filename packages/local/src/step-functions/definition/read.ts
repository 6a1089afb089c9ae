import * as v from "valibot";
import { parseJson } from "../json.ts";
import { ServiceException } from "../service/exceptions.ts";
import { problemsOf } from "./check.ts";
import { Definition } from "./schema.ts";

type Issue = v.InferIssue<typeof Definition>;

/** Where an issue is, as AWS writes it: `/States/AskPresident/Retry[0]/MaxAttempts`. */
function placeOf(issue: Issue, isParent: boolean): string {
  const keys = (issue.path ?? []).map(({ key }) => (typeof key === "number" ? `[${key}]` : `/${String(key)}`));
  return keys.slice(0, isParent ? -1 : undefined).join("") || "/";
}

function wordingOf(issue: Issue): string {
  const key = String(issue.path?.at(-1)?.key ?? "");
  if (issue.type === "strict_object" && issue.expected === "never") {
    return `Field '${key}' is not supported at ${placeOf(issue, true)}`;
  }
  if (issue.type === "strict_object" && issue.received === "undefined") {
    return `Missing field '${key}' at ${placeOf(issue, true)}`;
  }
  if (issue.type === "variant") {
    return `The state type ${issue.received} is not supported at ${placeOf(issue, false)}`;
  }
  return `${issue.message} at ${placeOf(issue, false)}`;
}

function refused(problems: readonly string[]): ServiceException {
  return new ServiceException(
    "InvalidDefinition",
    `Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: ${problems.join(", ")}'`,
  );
}

/** A definition from its text. Refuses what is not the Amazon States Language, and what of it is not supported here. */
export function readDefinition(text: string): Definition {
  let json: unknown;
  try {
    json = parseJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ServiceException(
      "InvalidDefinition",
      `Invalid State Machine Definition: 'INVALID_JSON_DESCRIPTION: ${error.message}'`,
    );
  }
  const read = v.safeParse(Definition, json);
  if (!read.success) throw refused(read.issues.map(wordingOf));
  const problems = problemsOf(read.output);
  if (problems.length > 0) throw refused(problems);
  return read.output;
}
