import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runProcess } from "./run-process.ts";

/** What a whole process took, and the most memory that it had at once. */
export interface Cost {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/**
 * Runs Node to its end.
 *
 * @param folder Where it runs; a file `peak` is written there.
 * @param limit Milliseconds after which it is ended.
 * @throws {ProcessError} unless it succeeds.
 */
export async function costOf(args: readonly string[], folder: string, limit?: number): Promise<Cost> {
  const file = join(folder, "peak");
  const probe = `import{writeFileSync}from"node:fs";process.on("exit",()=>writeFileSync(${JSON.stringify(file)},String(process.resourceUsage().maxRSS)))`;
  const { milliseconds } = await runProcess(
    [`--import=data:text/javascript,${encodeURIComponent(probe)}`, ...args],
    folder,
    limit,
  );
  return { milliseconds, megabytes: Number(await readFile(file, "utf8")) / 1_024 };
}
