import { resolve } from "node:path";
import { DocumentError, diagnoseFile, type Place } from "../diagnostics/diagnostic.ts";
import { isJsonObject, type JsonObject } from "../json/json.ts";
import { DISK, type Files, MissingFile } from "./files.ts";
import { parse, SyntaxProblem } from "./parse.ts";
import { Positions } from "./position.ts";

/** A file of YAML or JSON that holds an object. */
export interface Source {
  /** Path as the user would write it. */
  readonly file: string;
  readonly text: string;
  readonly root: JsonObject;
  /** Where a JSON Pointer is; the nearest thing around it where nothing is there. */
  placeOf(pointer: string): Place;
}

/** What to say about a file that is not what was expected. */
export interface Expected {
  /** What to do when there is no such file. */
  readonly file: string;
  /** What should be in it. */
  readonly root: string;
}

/** @throws {DocumentError} when there is no such file, or something else than an object in it. */
export async function readSource(path: string, expected: Expected, files: Files = DISK): Promise<Source> {
  const file = files.display(path);
  const text = await readText(path, file, expected, files);
  const { root, readable } = parseRoot(text, file, expected);
  const positions = new Positions(readable);
  return { file, text, root, placeOf: (pointer) => ({ file, ...positions.at(pointer) }) };
}

async function readText(path: string, file: string, expected: Expected, files: Files): Promise<string> {
  try {
    // Another way to end lines is not another document.
    return (await files.read(resolve(path))).replaceAll("\r\n", "\n");
  } catch (error) {
    if (!(error instanceof MissingFile)) throw error;
    throw new DocumentError([diagnoseFile(error.code, { file }, `${error.message}; ${expected.file}`)]);
  }
}

/** What the text says, and the text as it could be parsed. */
function parseRoot(
  text: string,
  file: string,
  expected: Expected,
): { readonly root: JsonObject; readonly readable: string } {
  try {
    const { value, text: readable } = parse(text);
    if (isJsonObject(value)) return { root: value, readable };
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    const { line, column } = error;
    throw new DocumentError([diagnoseFile("syntax", { file, line, column }, error.message)]);
  }
  throw new DocumentError([diagnoseFile("structure", { file }, `expected ${expected.root}`)]);
}
