import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    isolate: false,
    taskTitleValueFormatTruncate: 0,
    // A browser is slow to start where others are at work.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
