import type { TestModule, Vitest } from "vitest/node";

/** Whether every test file was run, with every test in it. */
export async function isWholeSuite(vitest: Vitest, modules: readonly TestModule[]): Promise<boolean> {
  const { testNamePattern, tagsFilter, shard } = vitest.config;
  const all = await vitest.globTestSpecifications([]);
  const run = new Set(modules.map(({ moduleId }) => moduleId));
  const filters: readonly unknown[] = [testNamePattern, shard, tagsFilter?.length ? tagsFilter : undefined];
  return filters.every((filter) => filter === undefined) && all.every(({ moduleId }) => run.has(moduleId));
}
