import { randomUUID } from "node:crypto";
import { toMilliseconds } from "@quorate/core/kit";
import { executionArn } from "../arn.ts";
import { BranchDraft } from "../branch.ts";
import { type Execution, TRUNK, timeoutOf } from "../execution.ts";
import { asInput } from "../history.ts";
import { type Json, parseJson } from "../json.ts";
import { grantedAt, redrive, whyNotRedrivable } from "../redrive.ts";
import type { ExecutionStore, StoredEvent } from "../store/executions.ts";
import { action, checkName, inSeconds } from "./action.ts";
import { ServiceException } from "./exceptions.ts";
import { findMachine } from "./machines.ts";
import { readPage } from "./paging.ts";
import * as Request from "./requests.ts";

function findExecution(executions: ExecutionStore, arn: string): Execution {
  if (!/^arn:[^:]+:states:[^:]*:\d*:execution:[^:]+:[^:]+$/.test(arn)) {
    throw new ServiceException("InvalidArn", `Invalid Arn: 'Invalid ARN: ${arn}'`);
  }
  const execution = executions.find({ arn });
  if (!execution) throw new ServiceException("ExecutionDoesNotExist", `Execution Does Not Exist: '${arn}'`);
  return execution;
}

/** Starting again what runs already, by the same name with the same input, answers as the first time. */
export const startExecution = action(Request.StartExecution, (service, request) => {
  const { machines, executions, engine, clock } = service;
  const machine = findMachine(machines, request.stateMachineArn);
  const name = request.name ?? randomUUID();
  checkName(name);
  const input = readInput(request.input);
  const arn = executionArn(machine.name, name);
  const known = executions.find({ arn });
  if (known?.outcome.status === "RUNNING" && known.input === request.input) return started(known);
  if (known) throw new ServiceException("ExecutionAlreadyExists", `Execution Already Exists: '${arn}'`);
  const definition = machines.definition(machine.definitionId);
  const startedAt = toMilliseconds(clock.now());
  const position = { at: "entry", state: definition.StartAt, input } as const;
  const execution: Execution = {
    ...{ id: 0, arn, name, machineArn: machine.arn, machineName: machine.name, roleArn: machine.roleArn },
    ...{ definitionId: machine.definitionId, input: request.input },
    ...{ startedAt, timeoutAt: timeoutOf(definition, startedAt, startedAt) },
    ...{ version: 0, lastEventId: 0, redrives: { count: 0, requests: [] }, outcome: { status: "RUNNING" } },
    branches: new Map([[TRUNK, { id: TRUNK, variables: {}, position, previousEventId: 0 }]]),
  };
  engine.start(execution, (draft) =>
    BranchDraft.trunk(draft).note({
      type: "ExecutionStarted",
      executionStartedEventDetails: { ...asInput(request.input), roleArn: machine.roleArn },
    }),
  );
  return started(execution);
});

function readInput(text: string): Json {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ServiceException("InvalidExecutionInput", `Invalid State Machine Execution Input: '${error.message}'`);
  }
}

function started({ arn, startedAt }: Execution) {
  return { executionArn: arn, startDate: inSeconds(startedAt) };
}

export const describeExecution = action(Request.DescribeExecution, ({ executions, clock }, request) => {
  const execution = findExecution(executions, request.executionArn);
  const { outcome } = execution;
  const redriveStatusReason = whyNotRedrivable(execution, toMilliseconds(clock.now()));
  return {
    ...listed(execution),
    input: execution.input,
    inputDetails: { included: true },
    redriveStatus: redriveStatusReason === undefined ? "REDRIVABLE" : "NOT_REDRIVABLE",
    redriveStatusReason,
    ...(outcome.status === "SUCCEEDED" ? { output: outcome.output, outputDetails: { included: true } } : {}),
    ...("error" in outcome ? { error: outcome.error } : {}),
    ...("cause" in outcome ? { cause: outcome.cause } : {}),
  };
});

export const listExecutions = action(Request.ListExecutions, ({ machines, executions }, request) => {
  const machine = findMachine(machines, request.stateMachineArn);
  const { items, nextToken } = readPage(request, (page) => executions.list(machine.arn, request.statusFilter, page));
  return { executions: items.map(listed), nextToken };
});

function listed({ arn, machineArn, name, startedAt, outcome, redrives }: Execution) {
  return {
    executionArn: arn,
    stateMachineArn: machineArn,
    name,
    status: outcome.status,
    startDate: inSeconds(startedAt),
    redriveCount: redrives.count,
    ...(redrives.at === undefined ? {} : { redriveDate: inSeconds(redrives.at) }),
    ...(outcome.status === "RUNNING" ? {} : { stopDate: inSeconds(outcome.at) }),
  };
}

/** Aborts the execution; one that has ended stays as it is. */
export const stopExecution = action(Request.StopExecution, ({ executions, engine }, request) => {
  const { id } = findExecution(executions, request.executionArn);
  return engine.move(id, (draft) => {
    draft.abort(request);
    const { outcome } = draft.execution;
    return { stopDate: inSeconds(outcome.status === "RUNNING" ? draft.now : outcome.at) };
  });
});

/** Takes up an unsuccessful execution where it stood; refuses one that AWS refuses. */
export const redriveExecution = action(Request.RedriveExecution, ({ machines, executions, engine }, request) => {
  const { id, definitionId } = findExecution(executions, request.executionArn);
  const { clientToken } = request;
  return engine.move(id, (draft) => {
    const granted = clientToken === undefined ? undefined : grantedAt(draft.execution, clientToken, draft.now);
    if (granted !== undefined) return { redriveDate: inSeconds(granted) };
    const reason = whyNotRedrivable(draft.execution, draft.now);
    if (reason !== undefined) throw new ServiceException("ExecutionNotRedrivable", reason);
    redrive(draft, machines.definition(definitionId), clientToken);
    return { redriveDate: inSeconds(draft.now) };
  });
});

export const getExecutionHistory = action(Request.GetExecutionHistory, ({ executions }, request) => {
  const { id } = findExecution(executions, request.executionArn);
  const { items, nextToken } = readPage(request, (page) => executions.history(id, request.reverseOrder, page));
  const events = request.includeExecutionData ? items : items.map(withoutData);
  return { events: events.map((event) => ({ ...event, timestamp: inSeconds(event.timestamp) })), nextToken };
});

const data = new Set(["input", "inputDetails", "output", "outputDetails", "parameters"]);

function withoutData(event: StoredEvent): StoredEvent {
  const members = Object.entries(event).map(([name, details]): [string, unknown] => {
    if (typeof details !== "object" || details === null) return [name, details];
    return [name, Object.fromEntries(Object.entries(details).filter(([field]) => !data.has(field)))];
  });
  return { ...event, ...Object.fromEntries(members) };
}
