import { execFileSync } from "node:child_process";
import { delimiter, dirname, join } from "node:path";

/** The Node that runs this test, and the one that the machine has without it: often an older one. */
export function nodes(): readonly [version: string, path: string][] {
  const own = dirname(process.execPath);
  const found: [string, string][] = [[process.version, process.execPath]];
  const outside = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.includes("node_modules") && folder !== own);
  for (const folder of outside) {
    try {
      const node = join(folder, "node");
      const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();
      if (!found.some(([known]) => known === version)) found.push([version, node]);
    } catch {
      // No Node there.
    }
  }
  return found;
}
