import { defineConfig } from "vitest/config";

// The measurement has tests of its own, which need no server: `pnpm test`. The suite that it measures is `pnpm contract`.
export default defineConfig({
  test: {
    include: ["src/coverage/**/*.test.ts"],
    isolate: false,
    taskTitleValueFormatTruncate: 0,
    // A browser is slow to start where others are at work.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
