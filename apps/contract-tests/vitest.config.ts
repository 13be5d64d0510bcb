import { basename } from "node:path";
import { CoverageReporter } from "@earmark/contract/coverage";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { ROOT } from "./src/contracts/documents.ts";
import { contracts } from "./src/contracts/index.ts";
import { nightlyEnvironment } from "./src/nightly-environment.ts";
import { NoticeReporter } from "./src/notice-reporter.ts";

/** The canary first: when it fails, the rest need not be read. Then those that take long, so that none is left alone. */
const FIRST = ["canary", "prism", "sandbox"].map((name) => `${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const index = FIRST.indexOf(basename(moduleId));
      return index === -1 ? FIRST.length : index;
    };
    return files.toSorted((a, b) => place(a) - place(b) || a.moduleId.localeCompare(b.moduleId));
  }
}

export default defineConfig(({ mode }) => ({
  test: {
    // Below are tests of what the suite is made of, which `pnpm test` runs.
    include: ["src/*.test.ts"],
    // Importing Prism takes a second: files share two workers. While one waits for a server, the other one works.
    isolate: false,
    maxWorkers: 2,
    env: nightlyEnvironment(mode, process.env),
    reporters: [
      "default",
      new NoticeReporter(),
      new CoverageReporter({
        documents: contracts.map(({ name }) => name),
        workspace: ROOT,
        output: `${import.meta.dirname}/coverage`,
        // Points of our documents that are not covered, with the reason.
        gaps: [],
      }),
    ],
    sequence: { sequencer: LongestFirst },
    // The names of violations are how to find one.
    taskTitleValueFormatTruncate: 0,
    testTimeout: mode === "nightly" ? 3_600_000 : 180_000,
    hookTimeout: 180_000,
  },
}));
