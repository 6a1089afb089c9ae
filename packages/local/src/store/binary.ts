import { accessSync, constants, statSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";

const PACKAGE = "@dynoxide/linux-x64";

/** There is no store to start on this machine; the message says what to do. */
export class StoreMissing extends Error {
  override readonly name = "StoreMissing";
}

/** The program that keeps the table: the packaged one, else the first `dynoxide` in the search path. Throws `StoreMissing`. */
export function findDynoxide(places: { packaged?: string | undefined; searchPath?: string | undefined }): string {
  const folders = (places.searchPath ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = [
    ...(places.packaged ? [places.packaged] : []),
    ...folders.map((folder) => join(folder, "dynoxide")),
  ];
  const found = candidates.find(isProgram);
  if (found) return found;
  throw new StoreMissing(
    `No store to start: ${PACKAGE} is not installed and there is no dynoxide on the PATH. On Linux (x64) run "npm ci" ` +
      `without --omit=optional. Elsewhere put a dynoxide on the PATH, or start DynamoDB Local and give its address, ` +
      `for example QUORATE_DYNAMODB_ENDPOINT=http://127.0.0.1:8000.`,
  );
}

/** The program in the npm package; undefined where npm did not install it. */
export function packagedDynoxide(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`);
    return join(dirname(manifest), "dynoxide");
  } catch {
    return undefined;
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
