import type { Clock, Log } from "@quorate/core/kit";

/** One line of JSON an event. A fault is logged by its name, message and stack: our messages hold ids, never data of people. */
export function jsonLog(clock: Clock, write: (line: string) => void): Log {
  const line = (level: string, event: string, fields: object) =>
    write(JSON.stringify({ at: clock.now(), level, event, ...fields }));
  return {
    info: (event, fields = {}) => line("info", event, fields),
    error: (event, fault, fields = {}) => line("error", event, { ...fields, ...described(fault) }),
  };
}

function described(fault: unknown): { fault: string; message?: string; stack?: string; cause?: string } {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  return {
    fault: fault.name,
    message: fault.message,
    ...(fault.stack && { stack: fault.stack }),
    ...(fault.cause instanceof Error && { cause: `${fault.cause.name}: ${fault.cause.message}` }),
  };
}
