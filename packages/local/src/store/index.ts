export { findDynoxide, StoreMissing } from "./binary.ts";
export { FolderInUse, lockFolder } from "./lock.ts";
export { openStore, type Store, type StoreExit, type StoreOptions } from "./open.ts";
export { openScratchStore } from "./scratch.ts";
