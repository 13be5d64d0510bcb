import ts from "typescript";
import { compilationsOf, compile } from "./compile.ts";

/** What TypeScript says about every file in a folder: the version that this package builds with, then the workspace's. */
export function typeErrors(folder: string): { readonly ours: string; readonly workspace: string } {
  return { ours: withOurs(folder), workspace: compile(folder) };
}

function withOurs(folder: string): string {
  const diagnostics = compilationsOf(folder).flatMap((compilation) => {
    const { options, fileNames } = ts.parseJsonConfigFileContent(compilation, ts.sys, folder);
    return ts.getPreEmitDiagnostics(ts.createProgram(fileNames, options));
  });
  return ts.formatDiagnostics(diagnostics, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => folder,
    getNewLine: () => "\n",
  });
}
