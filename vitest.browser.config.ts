import { defineConfig } from "vitest/config";

/** The stories in Chromium; needs Debian's `chromium`, which `.ci/run` installs. */
export default defineConfig({
  test: {
    include: ["tests/browser/**/*.test.ts", "tests/browser/**/*.test.tsx"],
    testTimeout: 180_000,
    hookTimeout: 60_000,
    pool: "forks",
    maxWorkers: 1,
  },
});
