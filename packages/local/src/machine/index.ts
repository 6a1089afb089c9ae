export { type Machine, type MachineOptions, startMachine } from "./start.ts";
