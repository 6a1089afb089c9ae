const SERVICE = "arn:aws:states:local:000000000000";

export const REGION = "local";

export function machineArn(name: string): string {
  return `${SERVICE}:stateMachine:${name}`;
}

export function executionArn(machineName: string, name: string): string {
  return `${SERVICE}:execution:${machineName}:${name}`;
}

/** The name of a function given as such, as an ARN, or either with a qualifier after it. */
export function functionNameOf(nameOrArn: string): string {
  const own = nameOrArn.split(":function:").at(-1) ?? nameOrArn;
  return own.split(":")[0] ?? own;
}
