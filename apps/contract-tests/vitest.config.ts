import { basename } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { contracts } from "./src/contracts/index.ts";
import { CoverageReporter } from "./src/coverage/coverage-reporter.ts";
import { nightlyEnvironment } from "./src/nightly-environment.ts";
import { NoticeReporter } from "./src/notice-reporter.ts";

/**
 * The canary first: when it fails, the rest need not be read. Then those that take long, so that none is left alone;
 * what asks Prism in its own process last, in the worker that has started one for the proxy.
 */
const FIRST = ["canary", "proxy", "sandbox", "answers", "client", "document", "generated", "port", "live"];
const PLACES: ReadonlyMap<string, number> = new Map(FIRST.map((name, place) => [`${name}.test.ts`, place]));

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => PLACES.get(basename(moduleId)) ?? PLACES.size;
    return files.toSorted((a, b) => place(a) - place(b) || a.moduleId.localeCompare(b.moduleId));
  }
}

export default defineConfig(({ mode }) => ({
  test: {
    // Below are tests of what the suite is made of, which `pnpm test` runs.
    include: ["src/*.test.ts"],
    // Importing Prism takes a second, here and in its host: files share two workers, and each of them one host. While
    // one waits for a server, the other one works.
    isolate: false,
    maxWorkers: 2,
    env: nightlyEnvironment(mode, process.env),
    reporters: [
      "default",
      new NoticeReporter(),
      new CoverageReporter({ documents: contracts.map(({ name }) => name) }),
    ],
    sequence: { sequencer: LongestFirst },
    // The names of violations are how to find one.
    taskTitleValueFormatTruncate: 0,
    testTimeout: mode === "nightly" ? 3_600_000 : 60_000,
    hookTimeout: 60_000,
  },
}));
