import { digestKind } from "@quorate/core/digest";
import * as Election from "@quorate/core/election";
import * as Plan from "@quorate/core/plan";
import type { ProcessKind } from "@quorate/core/process";
import * as Session from "@quorate/core/session";

/** The processes of networks: their members' digests tell of them. */
export const networkProcesses: readonly ProcessKind[] = [Session.kind, Election.kind, Plan.kind];

/** Every kind of process there is. */
export const processes: readonly ProcessKind[] = [...networkProcesses, digestKind(networkProcesses)];
