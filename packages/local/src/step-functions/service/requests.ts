import * as v from "valibot";
import { PAYLOAD_LIMIT } from "../json.ts";

const Arn = v.pipe(v.string(), v.minLength(1), v.maxLength(256));
const Data = v.pipe(v.string(), v.maxBytes(PAYLOAD_LIMIT));
const Token = v.pipe(v.string(), v.minLength(1), v.maxLength(2048));
const Why = {
  error: v.optional(v.pipe(v.string(), v.maxLength(256))),
  cause: v.optional(v.pipe(v.string(), v.maxLength(32_768))),
};
const paging = {
  maxResults: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)), 0),
  nextToken: v.optional(v.string()),
};

/** Of AWS's names: what may not be in one. */
const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const DefinitionText = v.pipe(v.string(), v.minLength(1), v.maxBytes(1_048_576));

export const CreateStateMachine = v.object({
  name: Name,
  definition: DefinitionText,
  roleArn: Arn,
  type: v.optional(v.picklist(["STANDARD", "EXPRESS"]), "STANDARD"),
  publish: v.optional(v.literal(false)),
});
export const UpdateStateMachine = v.object({
  stateMachineArn: Arn,
  definition: v.optional(DefinitionText),
  roleArn: v.optional(Arn),
  publish: v.optional(v.literal(false)),
});
export const DescribeStateMachine = v.object({ stateMachineArn: Arn });
export const ListStateMachines = v.object(paging);

export const StartExecution = v.object({
  stateMachineArn: Arn,
  name: v.optional(Name),
  input: v.optional(Data, "{}"),
});
export const DescribeExecution = v.object({ executionArn: Arn });
export const ListExecutions = v.object({
  stateMachineArn: Arn,
  /** Of map runs alone, which there are none of. */
  redriveFilter: v.optional(v.never()),
  statusFilter: v.optional(v.picklist(["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"])),
  ...paging,
});
export const RedriveExecution = v.object({
  executionArn: Arn,
  clientToken: v.optional(v.pipe(v.string(), v.regex(/^[!-~]{1,64}$/))),
});
export const StopExecution = v.object({ executionArn: Arn, ...Why });
export const GetExecutionHistory = v.object({
  executionArn: Arn,
  reverseOrder: v.optional(v.boolean(), false),
  includeExecutionData: v.optional(v.boolean(), true),
  ...paging,
});

export const SendTaskSuccess = v.object({ taskToken: Token, output: Data });
export const SendTaskFailure = v.object({ taskToken: Token, ...Why });
export const SendTaskHeartbeat = v.object({ taskToken: Token });
