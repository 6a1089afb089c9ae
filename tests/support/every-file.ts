import { afterAll } from "vitest";
import { closeStoreOfFile } from "./store-of-file.ts";

// Vitest runs this file again for every test file; the modules it imports are the ones the tests share.
afterAll(closeStoreOfFile);
