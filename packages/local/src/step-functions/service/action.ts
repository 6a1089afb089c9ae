import type { Clock } from "@quorate/core/kit";
import * as v from "valibot";
import type { Engine } from "../engine/engine.ts";
import type { ExecutionStore } from "../store/executions.ts";
import type { MachineStore } from "../store/machines.ts";
import { ServiceException } from "./exceptions.ts";

export type Service = { clock: Clock; machines: MachineStore; executions: ExecutionStore; engine: Engine };

/** One operation of the service: takes the request's body and answers with the response's. */
export type Action = (service: Service, body: unknown) => object;

/** An action that parses its request first. */
export function action<S extends v.GenericSchema>(
  schema: S,
  run: (service: Service, request: v.InferOutput<S>) => object,
): Action {
  return (service, body) => {
    const request = v.safeParse(schema, body);
    if (request.success) return run(service, request.output);
    const [issue] = request.issues;
    throw new ServiceException(
      "ValidationException",
      `1 validation error detected: Value at '${v.getDotPath(issue) ?? ""}' failed to satisfy constraint: ${issue.message}`,
    );
  };
}

/** Seconds since 1970, as AWS's JSON has moments. */
export function inSeconds(milliseconds: number): number {
  return milliseconds / 1000;
}

/** Refuses a name that AWS refuses. */
export function checkName(name: string): void {
  const forbidden = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]/u;
  if (forbidden.test(name)) throw new ServiceException("InvalidName", `Invalid Name: '${name}'`);
}
