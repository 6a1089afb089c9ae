import {
  CreateStateMachineCommand,
  ListStateMachinesCommand,
  SFNClient,
  UpdateStateMachineCommand,
} from "@aws-sdk/client-sfn";
import { processes } from "@quorate/functions/processes";
import { localService } from "@quorate/functions/world";

/** Makes or updates the state machine of each process; their ARNs by name. Running executions keep their definition. */
export async function ensureStateMachines(endpoint: string): Promise<Record<string, string>> {
  const client = new SFNClient(localService(endpoint));
  const { stateMachines } = await client.send(new ListStateMachinesCommand({}));
  const arns: Record<string, string> = {};
  for (const { name, definition: asl } of processes) {
    const definition = bind(JSON.stringify(asl), name);
    const roleArn = "arn:aws:iam::000000000000:role/local";
    const known = stateMachines?.find((machine) => machine.name === name)?.stateMachineArn;
    if (known) await client.send(new UpdateStateMachineCommand({ stateMachineArn: known, definition }));
    const made = known ? undefined : await client.send(new CreateStateMachineCommand({ name, definition, roleArn }));
    const arn = known ?? made?.stateMachineArn;
    if (!arn) throw new Error(`the state machine ${name} was not made`);
    arns[name] = arn;
  }
  client.destroy();
  return arns;
}

/** Puts the name of the function into the definition's one placeholder. */
function bind(definition: string, functionName: string): string {
  return definition.replaceAll("$" + "{tasks}", functionName);
}
