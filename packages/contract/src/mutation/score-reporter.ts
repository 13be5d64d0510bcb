import type { Reporter, TestModule } from "vitest/node";

/** What a test of a fault has found out. */
export interface FaultResult {
  /** What the fault is in: `sandbox`, `document`. */
  readonly of: string;
  readonly name: string;
  /** Whether any request met what it has changed. What was not applied is neither noticed nor missed. */
  readonly isApplied: boolean;
  /** The group of cases that noticed it; `undefined` when none did. */
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

/** The mutation score, in total and by what noticed the faults, of those that were applied; the others are named. */
export function scoreOf(faults: readonly FaultResult[]): string {
  const lines = [...Map.groupBy(faults, ({ of }) => of)].map(([of, all]) => {
    const noticed = all.filter(isNoticed);
    const groups = [...Map.groupBy(noticed, ({ noticedBy = "" }) => noticedBy)].map(
      ([group, { length }]) => `${group} ${length}`,
    );
    return `  ${of.padEnd(8)} ${share(all)} noticed, first by ${groups.join(", ") || "none"}`;
  });
  const idle = faults.filter(({ isApplied }) => !isApplied);
  return [
    ` Mutation score ${share(faults)}, ${idle.length} not applied`,
    ...lines,
    ...idle.map(({ of, name }) => `  not applied: ${of} ${name}`),
  ].join("\n");
}

function share(faults: readonly FaultResult[]): string {
  return `${faults.filter(isNoticed).length}/${faults.filter(({ isApplied }) => isApplied).length}`;
}

function isNoticed({ isApplied, noticedBy }: FaultResult): boolean {
  return isApplied && noticedBy !== undefined;
}
