import { openScratchStore, type Store } from "@quorate/local/store";
import { afterAll } from "vitest";

let running: Promise<Store> | undefined;

/** The store of the test file that runs; the first who asks starts it. */
export function storeOfFile(): Promise<Store> {
  running ??= openScratchStore();
  return running;
}

// Vitest runs its setup files again for every test file, though files share their modules: so the last store is gone.
afterAll(async () => {
  const store = await running;
  running = undefined;
  await store?.close();
});
