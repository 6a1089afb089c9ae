import { defineConfig } from "vitest/config";
import { temporary } from "./tests/support/temporary.ts";

export default defineConfig({
  test: {
    env: temporary(),
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    exclude: ["tests/browser/**"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "forks",
    // Files share what they import (a third less work): state of a file is set up in its hooks, never beside them.
    isolate: false,
    setupFiles: ["tests/support/every-file.ts"],
    maxWorkers: 2,
  },
});
