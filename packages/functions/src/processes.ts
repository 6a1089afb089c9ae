import * as Election from "@quorate/core/election";
import type { ProcessKind } from "@quorate/core/process";

/** Every kind of process there is. */
export const processes: readonly ProcessKind[] = [Election.kind];
