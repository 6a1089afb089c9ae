import { openScratchStore, type Store } from "@quorate/local/store";

let running: Promise<Store> | undefined;

/** The store of the test file that runs; the first who asks starts it. */
export function storeOfFile(): Promise<Store> {
  running ??= openScratchStore();
  return running;
}

export async function closeStoreOfFile(): Promise<void> {
  const store = await running;
  running = undefined;
  await store?.close();
}
