import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { CoverageReporter } from "../../coverage-reporter.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

/** A suite of two files, for the test of the reporter. `DOCUMENT` is measured, and `OUTPUT` is where the reports go. */
export default defineConfig({
  test: {
    root: here,
    include: ["*.suite.ts"],
    reporters: [
      new CoverageReporter({
        documents: [process.env.DOCUMENT ?? ""],
        workspace: here,
        output: process.env.OUTPUT ?? "",
        gaps: [{ points: "things/ListThings/200/**!", reason: "No server has responded wrongly." }],
      }),
    ],
  },
});
