import { dirname } from "node:path";
import ts from "typescript";
import { compilationsOf, compile } from "./compile.ts";

/** What TypeScript says about every file in a folder: the version that this package builds with, then the workspace's. */
export function typeErrors(folder: string): { readonly ours: string; readonly workspace: string } {
  return { ours: withOurs(folder), workspace: compile(folder) };
}

function withOurs(folder: string): string {
  const checked = new Set<string>();
  const diagnostics = compilationsOf(folder).flatMap((compilation) => {
    const { options, fileNames } = ts.parseJsonConfigFileContent(compilation, ts.sys, folder);
    return diagnosticsIn(folder, fileNames, options, checked);
  });
  return ts.formatDiagnostics(diagnostics, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => folder,
    getNewLine: () => "\n",
  });
}

/** What TypeScript says about a file that uses an installed client, in a browser; empty when it has nothing to say. */
export function errorsOfUse(file: string): readonly string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: [],
    noEmit: true,
  };
  return diagnosticsIn(dirname(file), [file], options).map(({ file: where, start = 0, messageText }) => {
    const line = (where?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
    return `${where?.fileName ?? ""}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

/** Declarations of the language and of packages, by how they are read: no test writes them, so they are read once. */
const outside = new Map<string, Map<string, ts.SourceFile | undefined>>();

/**
 * What a program says about the files in a folder: declarations outside of it have tests of their own.
 *
 * @param checked files that have been checked before, to which those of the program are added.
 */
function diagnosticsIn(
  folder: string,
  names: readonly string[],
  options: ts.CompilerOptions,
  checked: Set<string> = new Set(),
): readonly ts.Diagnostic[] {
  const disk = ts.createCompilerHost(options);
  const isInside = (path: string): boolean => path.startsWith(`${folder}/`);
  const host: ts.CompilerHost = {
    ...disk,
    getSourceFile: (path, language, ...rest) => {
      if (isInside(path)) return disk.getSourceFile(path, language, ...rest);
      const key = JSON.stringify([options.lib, language]);
      const known = outside.get(key) ?? new Map<string, ts.SourceFile | undefined>();
      outside.set(key, known);
      if (!known.has(path)) known.set(path, disk.getSourceFile(path, language, ...rest));
      return known.get(path);
    },
  };
  const program = ts.createProgram(names, options, host);
  const files = program.getSourceFiles().filter(({ fileName }) => isInside(fileName) && !checked.has(fileName));
  for (const { fileName } of files) checked.add(fileName);
  return ts.sortAndDeduplicateDiagnostics(files.flatMap((file) => ts.getPreEmitDiagnostics(program, file)));
}
