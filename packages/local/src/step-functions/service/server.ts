import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { parseJson } from "../json.ts";
import type { Action, Service } from "./action.ts";
import * as Callbacks from "./callbacks.ts";
import { ServiceException } from "./exceptions.ts";
import * as Executions from "./executions.ts";
import * as Machines from "./machines.ts";

const MOST_BYTES = 4_000_000;

const actions: Readonly<Record<string, Action>> = {
  CreateStateMachine: Machines.createStateMachine,
  UpdateStateMachine: Machines.updateStateMachine,
  DescribeStateMachine: Machines.describeStateMachine,
  ListStateMachines: Machines.listStateMachines,
  StartExecution: Executions.startExecution,
  DescribeExecution: Executions.describeExecution,
  ListExecutions: Executions.listExecutions,
  RedriveExecution: Executions.redriveExecution,
  StopExecution: Executions.stopExecution,
  GetExecutionHistory: Executions.getExecutionHistory,
  SendTaskSuccess: Callbacks.sendTaskSuccess,
  SendTaskFailure: Callbacks.sendTaskFailure,
  SendTaskHeartbeat: Callbacks.sendTaskHeartbeat,
};

type Answered = { status: number; body: object };

/** Serves AWS's JSON 1.0 protocol on the loopback address; `onFault` is told of faults of the service itself. */
export async function serveActions(
  service: Service,
  port: number,
  onFault: (fault: unknown) => void,
): Promise<{ endpoint: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    void answer(service, request, onFault).then(({ status, body }) => {
      response.writeHead(status, { "content-type": "application/x-amz-json-1.0", "x-amzn-requestid": randomUUID() });
      response.end(JSON.stringify(body));
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return { endpoint: `http://127.0.0.1:${portOf(server)}`, close: () => closeServer(server) };
}

async function answer(
  service: Service,
  request: IncomingMessage,
  onFault: (fault: unknown) => void,
): Promise<Answered> {
  try {
    return { status: 200, body: actionOf(request)(service, await readBody(request)) };
  } catch (error) {
    if (error instanceof ServiceException) {
      return { status: 400, body: { __type: error.name, message: error.message } };
    }
    if (request.errored === null) onFault(error);
    return { status: 500, body: { __type: "InternalServerError", message: "The service failed; its log says why." } };
  }
}

function actionOf({ headers, method }: IncomingMessage): Action {
  const target = String(headers["x-amz-target"] ?? "");
  const name = target.replace(/^AWSStepFunctions\./, "");
  const found = method === "POST" && name !== target && Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!found) throw new ServiceException("UnknownOperationException", `The operation ${target} is not supported`);
  return found;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MOST_BYTES) throw new ServiceException("ValidationException", "The request is too large");
    chunks.push(bytes);
  }
  try {
    return parseJson(Buffer.concat(chunks).toString());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ServiceException("SerializationException", error.message);
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  return address.port;
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
