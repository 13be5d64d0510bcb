import { configDefaults, defineConfig } from "vitest/config";

// What the suites are made of here has tests of its own: `pnpm test`. The suites themselves are `pnpm contract`.
export default defineConfig({
  test: {
    include: ["src/*/**/*.test.ts"],
    // A task of its own: `pnpm mutation`.
    exclude: [...configDefaults.exclude, "src/mutation/mutation.test.ts"],
    isolate: false,
    taskTitleValueFormatTruncate: 0,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
