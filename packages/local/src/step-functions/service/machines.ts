import { toMilliseconds } from "@quorate/core/kit";
import { machineArn } from "../arn.ts";
import { readDefinition } from "../definition/index.ts";
import type { Machine, MachineStore } from "../store/machines.ts";
import { action, checkName, inSeconds } from "./action.ts";
import { ServiceException } from "./exceptions.ts";
import { readPage } from "./paging.ts";
import * as Request from "./requests.ts";

export function findMachine(machines: MachineStore, arn: string): Machine {
  if (!/^arn:[^:]+:states:[^:]*:\d*:stateMachine:[^:]+$/.test(arn)) {
    throw new ServiceException("InvalidArn", `Invalid Arn: 'Invalid ARN: ${arn}'`);
  }
  const machine = machines.find(arn);
  if (!machine) throw new ServiceException("StateMachineDoesNotExist", `State Machine Does Not Exist: '${arn}'`);
  return machine;
}

export const createStateMachine = action(Request.CreateStateMachine, ({ machines, clock }, request) => {
  const { name, definition, roleArn, type } = request;
  checkName(name);
  if (type !== "STANDARD") {
    throw new ServiceException("StateMachineTypeNotSupported", `State machines of type ${type} are not supported`);
  }
  readDefinition(definition);
  const arn = machineArn(name);
  const known = machines.find(arn);
  if (known && (known.definition !== definition || known.roleArn !== roleArn)) {
    throw new ServiceException("StateMachineAlreadyExists", `State Machine Already Exists: '${arn}'`);
  }
  const createdAt = known?.createdAt ?? toMilliseconds(clock.now());
  if (!known) machines.create({ arn, name, definition, roleArn, createdAt });
  return { stateMachineArn: arn, creationDate: inSeconds(createdAt) };
});

export const updateStateMachine = action(Request.UpdateStateMachine, ({ machines, clock }, request) => {
  const machine = findMachine(machines, request.stateMachineArn);
  if (request.definition === undefined && request.roleArn === undefined) {
    throw new ServiceException("MissingRequiredParameter", "Either the definition or the role ARN must be specified");
  }
  const definition = request.definition ?? machine.definition;
  const roleArn = request.roleArn ?? machine.roleArn;
  readDefinition(definition);
  const isSame = definition === machine.definition && roleArn === machine.roleArn;
  const revision = isSame ? machine.definitionId : machines.update(machine.arn, { definition, roleArn });
  return { updateDate: inSeconds(toMilliseconds(clock.now())), revisionId: String(revision) };
});

export const describeStateMachine = action(Request.DescribeStateMachine, ({ machines }, { stateMachineArn }) => {
  const machine = findMachine(machines, stateMachineArn);
  return {
    ...described(machine),
    status: "ACTIVE",
    definition: machine.definition,
    roleArn: machine.roleArn,
    loggingConfiguration: { level: "OFF", includeExecutionData: false },
    revisionId: String(machine.definitionId),
  };
});

export const listStateMachines = action(Request.ListStateMachines, ({ machines }, request) => {
  const { items, nextToken } = readPage(request, ({ limit, offset }) => machines.list(limit, offset));
  return { stateMachines: items.map(described), nextToken };
});

function described({ arn, name, createdAt }: Machine) {
  return { stateMachineArn: arn, name, type: "STANDARD", creationDate: inSeconds(createdAt) };
}
