import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: "src/global-setup.ts",
    // Files share nothing but what the set-up made, and need not each load what they import.
    isolate: false,
    testTimeout: 180_000,
    // The release that all files try, and the installation of it.
    hookTimeout: 600_000,
  },
});
