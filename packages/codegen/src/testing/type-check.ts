import ts from "typescript";
import { compile, STRICTEST } from "./compile.ts";

/** What TypeScript says about every file in a folder: the version that this package builds with, then the workspace's. */
export function typeErrors(folder: string): { readonly ours: string; readonly workspace: string } {
  return { ours: withOurs(folder), workspace: compile(folder) };
}

function withOurs(folder: string): string {
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    { compilerOptions: STRICTEST, include: ["**/*.ts"] },
    ts.sys,
    folder,
  );
  return ts.formatDiagnostics(ts.getPreEmitDiagnostics(ts.createProgram(fileNames, options)), {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => folder,
    getNewLine: () => "\n",
  });
}
