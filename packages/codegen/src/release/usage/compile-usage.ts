import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { WorkspaceDocument } from "../../workspace/documents.ts";
import { slashed } from "../../workspace/files.ts";
import { ENTRIES } from "../../workspace/layout.ts";
import type { Target } from "../../workspace/target.ts";

/** A statement of a usage sample that does not compile. */
export interface UsageError {
  /** 1-based. */
  readonly line: number;
  readonly statement: string;
  readonly message: string;
}

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  types: [],
  skipLibCheck: true,
  // The declarations of the language are never replaced: they are not looked for in every folder above.
  libReplacement: false,
  noEmit: true,
};

/** What generated types name of the platform. Its own declarations are large, and take longer to read than all the rest. */
const PLATFORM =
  "interface Blob { readonly size: number; readonly type: string; arrayBuffer(): Promise<ArrayBuffer>; text(): Promise<string> }\n";

/** Compiles a usage sample with generated packages, and gives the errors of the sample, in its order. */
export type CompileUsage = (
  sample: string,
  targets: readonly Target[],
  document: WorkspaceDocument,
) => readonly UsageError[];

/** A compiler that reads what is on disk, such as the declarations of the platform, once. It writes nothing. */
export function usageCompiler(): CompileUsage {
  const onDisk = new Map<string, ts.SourceFile | undefined>();
  return (sample, targets, { outputs }) => {
    // Beside the generated files, so that what these import is found as it is from there; the file does not exist.
    const beside = outputs[0]?.folder ?? "";
    const [root, platform] = [slashed(join(beside, "usage.ts")), slashed(join(beside, "platform.d.ts"))];
    const files = new Map([
      [root, sample],
      [platform, PLATFORM],
    ]);
    for (const { folder, files: generated } of targets)
      for (const { path, text } of generated) if (path.endsWith(".d.ts")) files.set(slashed(join(folder, path)), text);
    const host = hostOf(files, entryPoints(outputs), onDisk);
    const program = ts.createProgram({ rootNames: [root, platform], options: OPTIONS, host });
    const source = program.getSourceFile(root);
    const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    const lines = sample.split("\n");
    return diagnostics.map(({ start = 0, messageText }) => {
      const line = source?.getLineAndCharacterOfPosition(start).line ?? 0;
      const [message = ""] = ts.flattenDiagnosticMessageText(messageText, "\n").split("\n");
      return { line: line + 1, statement: (lines[line] ?? "").trim(), message };
    });
  };
}

/** The declarations behind every import specifier. */
function entryPoints(outputs: WorkspaceDocument["outputs"]): ReadonlyMap<string, string> {
  const generated = outputs.flatMap(({ kinds, folder, specifierOf }) =>
    kinds.flatMap((kind) =>
      Object.entries(ENTRIES[kind]).map(([entry, { file }]): [string, string] => [
        specifierOf(kind, entry),
        join(folder, `${file}.d.ts`),
      ]),
    ),
  );
  const shared = ["@earmark/http", "@earmark/validation"].map((specifier): [string, string] => [
    specifier,
    fileURLToPath(import.meta.resolve(specifier)).replace(/\.js$/, ".d.ts"),
  ]);
  return new Map([...generated, ...shared].map(([specifier, path]) => [specifier, slashed(path)]));
}

/** The disk, with some files that are not on it, and some packages that are not installed. */
function hostOf(
  files: ReadonlyMap<string, string>,
  entries: ReadonlyMap<string, string>,
  onDisk: Map<string, ts.SourceFile | undefined>,
): ts.CompilerHost {
  const disk = ts.createCompilerHost(OPTIONS);
  const folders = new Set([...files.keys()].map(posix.dirname));
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => files.has(path) || disk.fileExists(path),
    // Nothing is looked for in a folder that does not exist.
    directoryExists: (path) => folders.has(path) || disk.directoryExists?.(path) === true,
    readFile: (path) => files.get(path) ?? disk.readFile(path),
    getSourceFile: (path, language) => {
      const text = files.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, language);
      if (!onDisk.has(path)) onDisk.set(path, disk.getSourceFile(path, language));
      return onDisk.get(path);
    },
    resolveModuleNameLiterals: (literals, containing, _redirected, options, sourceFile) =>
      literals.map((node) => {
        const found = entries.get(node.text);
        if (found !== undefined)
          return {
            resolvedModule: { resolvedFileName: found, extension: ts.Extension.Dts, isExternalLibraryImport: false },
          };
        const mode = ts.getModeForUsageLocation(sourceFile, node, options);
        return ts.resolveModuleName(node.text, containing, options, host, undefined, undefined, mode);
      }),
  };
  return host;
}
