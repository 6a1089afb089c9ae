import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "./open.ts";

/** An empty store of its own on a free port, for one test file; closing it leaves nothing behind. */
export async function openScratchStore(options: { searchPath?: string | undefined } = {}): Promise<Store> {
  const dataPath = await mkdtemp(join(tmpdir(), "quorate-store-"));
  const remove = () => rm(dataPath, { recursive: true, force: true });
  try {
    const store = await openStore({ ...options, dataPath });
    return {
      ...store,
      close: async () => {
        await store.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
