import { configDefaults, defineConfig } from "vitest/config";

// What the suite is made of has tests of its own, beside it: `pnpm test`. The suite itself is `pnpm contract`.
export default defineConfig({
  test: {
    include: ["src/*/**/*.test.ts"],
    // A task of its own: `pnpm mutation`.
    exclude: [...configDefaults.exclude, "src/mutation/mutation.test.ts"],
    isolate: false,
    taskTitleValueFormatTruncate: 0,
    // A browser is slow to start where others are at work.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
