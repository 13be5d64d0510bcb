import type { Reporter, TestModule } from "vitest/node";

/** What a test of a fault has found out. */
export interface FaultResult {
  /** What the fault is in: `sandbox`, `document`. */
  readonly of: string;
  /** The layer that noticed it; `undefined` when none did. */
  readonly noticedBy: string | undefined;
}

declare module "vitest" {
  interface TaskMeta {
    fault?: FaultResult;
  }
}

/** Prints how many of the faults were noticed, and by what. */
export class ScoreReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const faults = modules.flatMap((module) =>
      [...module.children.allTests()].flatMap((test) => test.meta().fault ?? []),
    );
    if (faults.length > 0) process.stdout.write(`${scoreOf(faults)}\n`);
  }
}

/** The mutation score, in total and by what noticed the faults. */
export function scoreOf(faults: readonly FaultResult[]): string {
  const lines = [...Map.groupBy(faults, ({ of }) => of)].map(([of, all]) => {
    const noticed = all.filter(({ noticedBy }) => noticedBy !== undefined);
    const layers = [...Map.groupBy(noticed, ({ noticedBy = "" }) => noticedBy)].map(
      ([layer, { length }]) => `${layer} ${length}`,
    );
    return `  ${of.padEnd(8)} ${noticed.length}/${all.length} noticed, first by ${layers.join(", ") || "nobody"}`;
  });
  const noticed = faults.filter(({ noticedBy }) => noticedBy !== undefined).length;
  return [` Mutation score ${noticed}/${faults.length}`, ...lines].join("\n");
}
