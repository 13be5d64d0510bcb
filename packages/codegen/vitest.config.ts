import { defineConfig } from "vitest/config";

export default defineConfig({
  // The first use of a compiler takes longer than all others, and a machine may have more to do.
  test: { testTimeout: 120_000, hookTimeout: 120_000 },
});
