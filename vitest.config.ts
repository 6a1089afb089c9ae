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
    maxWorkers: 2,
  },
});
