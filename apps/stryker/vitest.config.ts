import { defineConfig } from "vitest/config";

/** Runs the tests of an area of `src/areas.ts`, which src/main.ts names; by itself, those of this package. */
export default defineConfig({
  test: {
    include: JSON.parse(process.env.MUTANTS_TESTS ?? '["src/**/*.test.ts"]'),
    exclude: ["**/node_modules/**", "**/*.contract.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
