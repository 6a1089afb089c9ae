import { FlowingClock } from "../clock/index.ts";
import { ClockControl, clockPages } from "../demo/clock-control.tsx";
import { keepOffset, type MachineOptions, readOffset, startMachine } from "../machine/index.ts";
import { readSettings } from "./settings.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
const tell = (line: string) => process.stderr.write(`${line}\n`);

/** With `--moving-clock` the mailbox has a control that moves the time ahead: for demos only. */
function movingClock(dataPath: string): Pick<MachineOptions, "clock" | "more" | "mail"> {
  const clock = new FlowingClock(readOffset(dataPath), (offset) => keepOffset(dataPath, offset));
  return { clock, more: clockPages(clock), mail: { controls: () => ClockControl({ clock }) } };
}

try {
  const settings = readSettings(process.env);
  const machine = await startMachine({
    ...settings,
    ...(process.argv.includes("--moving-clock") ? movingClock(settings.dataPath) : {}),
    write: tell,
    onStoreLost: () => {
      tell("The embedded store has ended. Nothing that was acknowledged is lost; start Quorate again.");
      process.exit(1);
    },
  });
  say(`Quorate runs at ${machine.url}`);
  if (machine.mailSink) say(`Letters are at   ${machine.url}/mailbox`);
  if (machine.setUpUrl) say(`\nSet up your network (this link works once, for 7 days):\n${machine.setUpUrl}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, async () => {
      await machine.close();
      process.exit(0);
    });
  }
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
