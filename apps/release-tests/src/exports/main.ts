import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publishedPackages, WORKSPACE } from "../workspace/packages.ts";
import { printExports } from "./print-exports.ts";

// Writes `exports.md` of every published package; with --check, names those that are stale and exits with 1.
const isCheck = process.argv.includes("--check");
const stale = publishedPackages().flatMap(({ folder, manifest }) => {
  const path = join(WORKSPACE, folder, "exports.md");
  const before = existsSync(path) ? readFileSync(path, "utf8").replaceAll("\r\n", "\n") : undefined;
  const after = printExports(join(WORKSPACE, folder), manifest);
  if (before === after) return [];
  if (!isCheck && after === undefined) rmSync(path);
  else if (!isCheck && after !== undefined) writeFileSync(path, after);
  return [`${folder}/exports.md`];
});
for (const path of stale) process.stdout.write(`${path}\n`);
if (isCheck && stale.length > 0) {
  process.stderr.write("Other public declarations than those that are committed: run `pnpm exports`, and read them.\n");
  process.exitCode = 1;
}
