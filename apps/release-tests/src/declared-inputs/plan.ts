import { WORKSPACE } from "../workspace/packages.ts";
import { run } from "../workspace/run.ts";

/** A task of turbo's plan. */
export interface PlannedTask {
  /** `@earmark/http#test`; `//#lint` for one of the workspace itself. */
  readonly taskId: string;
  /** The script, or `<NONEXISTENT>` where a package has none of that name. */
  readonly command: string;
  /** Path from the root of the workspace; empty for the root itself. */
  readonly directory: string;
  /** Hashes of files, by their path from `directory`. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Tasks that run before. */
  readonly dependencies: readonly string[];
}

export interface Plan {
  readonly tasks: readonly PlannedTask[];
  /** Files that are inputs of every task, from the root of the workspace. */
  readonly globalFiles: readonly string[];
}

/** Turbo's plan for the tasks with these names, in all packages; runs nothing. */
export async function planOf(names: readonly string[]): Promise<Plan> {
  const text = await run(["turbo", "run", ...names, "--dry=json"], { cwd: WORKSPACE });
  const { tasks, globalCacheInputs } = JSON.parse(text) as {
    tasks: readonly PlannedTask[];
    globalCacheInputs: { files: Readonly<Record<string, string>> };
  };
  return { tasks, globalFiles: Object.keys(globalCacheInputs.files) };
}

/** Packages whose `dist/` a task may read: those that are built before it, its own included. */
export function builtBefore({ tasks }: Plan, task: PlannedTask): readonly string[] {
  const known = new Map(tasks.map((each) => [each.taskId, each]));
  const before = new Set<PlannedTask>();
  const visit = (id: string): void => {
    const found = known.get(id);
    if (found === undefined || before.has(found)) return;
    before.add(found);
    found.dependencies.forEach(visit);
  };
  task.dependencies.forEach(visit);
  return [...before].filter(({ taskId }) => taskId.endsWith("#build")).map(({ directory }) => directory);
}
