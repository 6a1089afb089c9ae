import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** Bundles one command: ours inside, dependencies from node_modules. The path of the file to run. */
export async function buildCommand(command) {
  const outfile = join(root, "node_modules/.cache/quorate", `${command}.mjs`);
  await build({
    entryPoints: [join(root, "packages/local/src/commands", `${command}.ts`)],
    outfile,
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    sourcemap: "linked",
    logLevel: "warning",
    plugins: [
      {
        name: "ours-only",
        setup: ({ onResolve }) => {
          onResolve({ filter: /^[^./]/ }, ({ path }) =>
            path.startsWith("@quorate/") ? undefined : { external: true },
          );
        },
      },
    ],
  });
  return outfile;
}
