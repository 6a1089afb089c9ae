import * as Election from "@quorate/core/election";
import type { ProcessKind } from "@quorate/core/process";
import * as Session from "@quorate/core/session";

/** Every kind of process there is. */
export const processes: readonly ProcessKind[] = [Session.kind, Election.kind];
