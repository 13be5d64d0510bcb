import { configDefaults, defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { contracts } from "./src/contracts/index.ts";
import { CoverageReporter } from "./src/coverage/coverage-reporter.ts";
import { ScoreReporter } from "./src/mutation/score-reporter.ts";

/** By name, which puts the canary first: when it fails, the rest need not be read. */
class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => a.moduleId.localeCompare(b.moduleId));
  }
}

export default defineConfig({
  test: {
    // The measurement has tests of its own, which `pnpm test` runs.
    exclude: [...configDefaults.exclude, "src/coverage/**"],
    // Importing Prism takes more than a second, here and in its host: files share one worker, and so both.
    isolate: false,
    fileParallelism: false,
    reporters: ["default", new ScoreReporter(), new CoverageReporter({ documents: contracts.map(({ name }) => name) })],
    sequence: { sequencer: ByName },
    // The names of violations are how to find one.
    taskTitleValueFormatTruncate: 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
