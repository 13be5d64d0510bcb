import { ScoreReporter } from "@earmark/contract/mutation";
import { defineConfig } from "vitest/config";
import { nightlyEnvironment } from "../nightly-environment.ts";

// The suite is put to servers with a fault, all of them in this process.
export default defineConfig(({ mode }) => ({
  test: {
    include: ["src/mutation/mutation.test.ts"],
    isolate: false,
    env: nightlyEnvironment(mode, process.env),
    reporters: ["default", new ScoreReporter()],
    // The place in the document is how to find a fault.
    taskTitleValueFormatTruncate: 0,
    testTimeout: 180_000,
  },
}));
