import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** What generated code must compile under. */
export const STRICTEST: Readonly<Record<string, boolean | string | string[]>> = {
  strict: true,
  exactOptionalPropertyTypes: true,
  module: "nodenext",
  target: "es2022",
  lib: ["es2022"],
  types: [],
  // Of declarations, all but those of the language.
  skipLibCheck: false,
  skipDefaultLibCheck: true,
  noEmit: true,
};

/** What the workspace's TypeScript says about every file in a folder; empty when it has nothing to say. */
export function compile(folder: string, more: typeof STRICTEST = {}): string {
  const root = createRequire(join(import.meta.dirname, "../../../../package.json"));
  const tsc = join(root.resolve("typescript/package.json"), "..", "bin", "tsc");
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { ...STRICTEST, ...more }, include: ["**/*.ts"] }),
  );
  try {
    return execFileSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], { encoding: "utf8" });
  } catch (error) {
    // A failed run carries what it said.
    return String((error as { stdout?: unknown }).stdout ?? error);
  }
}
