import { resolve } from "node:path";
import { type Diagnostic, diagnoseFile, type Place } from "../diagnostics/diagnostic.ts";
import { isJsonObject } from "../json/json.ts";
import { DISK, type Files, MissingFile, type Source } from "./files.ts";
import { parse } from "./parse.ts";
import { Positions } from "./position.ts";
import { SyntaxProblem } from "./syntax-problem.ts";

/** What to say about a file that is not what was expected. */
export interface Expected {
  /** What to do when there is no such file. */
  readonly file: string;
  /** What should be in it. */
  readonly root: string;
}

/** A file as far as it could be read: without a source, the diagnostics say why there is none. */
export interface SourceReading {
  readonly source: Source | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export async function readSource(path: string, expected: Expected, files: Files = DISK): Promise<SourceReading> {
  const edited = files.edited?.(resolve(path));
  if (edited !== undefined) return { source: edited, diagnostics: [] };
  const file = files.display(path);
  const without = (diagnostic: Diagnostic): SourceReading => ({ source: undefined, diagnostics: [diagnostic] });
  try {
    // Another way to end lines is not another document.
    const text = (await files.read(resolve(path))).replaceAll("\r\n", "\n");
    const { value: root, text: readable, isJson } = parse(text);
    if (!isJsonObject(root)) return without(diagnoseFile("structure", { file }, `expected ${expected.root}`));
    const positions = new Positions(readable, isJson);
    const placeOf = (pointer: string): Place => ({ file, ...positions.at(pointer) });
    return { source: { file, text, root, placeOf }, diagnostics: [] };
  } catch (error) {
    if (error instanceof MissingFile)
      return without(diagnoseFile(error.code, { file }, `${error.message}; ${expected.file}`));
    if (!(error instanceof SyntaxProblem)) throw error;
    const { line, column } = error;
    return without(diagnoseFile("syntax", { file, line, column }, error.message));
  }
}
