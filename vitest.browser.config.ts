import { defineConfig } from "vitest/config";
import { temporary } from "./tests/support/temporary.ts";

/** The stories in Chromium; needs Debian's `chromium`, which `.ci/run` installs. */
export default defineConfig({
  test: {
    env: temporary(),
    include: ["tests/browser/**/*.test.ts", "tests/browser/**/*.test.tsx"],
    testTimeout: 180_000,
    hookTimeout: 60_000,
    pool: "forks",
    isolate: false,
    setupFiles: ["tests/support/every-file.ts"],
    maxWorkers: 2,
  },
});
