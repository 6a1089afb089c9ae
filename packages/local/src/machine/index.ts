export { keepOffset, readOffset } from "./folder.ts";
export { type Machine, type MachineOptions, startMachine } from "./start.ts";
