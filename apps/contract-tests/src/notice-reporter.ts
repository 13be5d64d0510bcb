import type { Reporter, TestModule } from "vitest/node";

declare module "vitest" {
  interface TaskMeta {
    /** What to know after a run, although nothing has failed. */
    notice?: string;
  }
}

/** Prints what tests have to say about themselves: above all, why they were skipped. */
export class NoticeReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    for (const { notice } of tests.map((test) => test.meta())) if (notice) process.stdout.write(` ${notice}\n`);
  }
}
