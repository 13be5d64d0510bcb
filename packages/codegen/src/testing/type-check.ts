import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { writeFiles } from "./temp-folder.ts";

const OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  module: "nodenext",
  target: "es2022",
  lib: ["es2022"],
  types: [],
  skipLibCheck: false,
  noEmit: true,
};

/** What TypeScript says about every file in a folder: the version that this package builds with, then the workspace's. */
export async function typeErrors(folder: string): Promise<{ readonly ours: string; readonly workspace: string }> {
  await writeFiles(folder, { "tsconfig.json": JSON.stringify({ compilerOptions: OPTIONS, include: ["**/*.ts"] }) });
  return { ours: withOurs(folder), workspace: withWorkspace(folder) };
}

function withOurs(folder: string): string {
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    { compilerOptions: OPTIONS, include: ["**/*.ts"] },
    ts.sys,
    folder,
  );
  return ts.formatDiagnostics(ts.getPreEmitDiagnostics(ts.createProgram(fileNames, options)), {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => folder,
    getNewLine: () => "\n",
  });
}

function withWorkspace(folder: string): string {
  const root = createRequire(join(import.meta.dirname, "../../../../package.json"));
  const tsc = join(root.resolve("typescript/package.json"), "..", "bin", "tsc");
  try {
    return execFileSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], { encoding: "utf8" });
  } catch (error) {
    // A failed run carries what it said.
    return String((error as { stdout?: unknown }).stdout ?? error);
  }
}
