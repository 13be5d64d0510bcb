import { isUtf8 } from "node:buffer";
import { readFile, stat } from "node:fs/promises";
import { relative, resolve } from "node:path";
import type { HasPlaces, Place } from "../diagnostics/diagnostic.ts";
import type { JsonObject } from "../json/json.ts";

/** Where the files of a document are read from. */
export interface Files {
  /**
   * The text of a file.
   *
   * @throws {MissingFile} when there is none to read.
   */
  read(path: string): Promise<string>;
  /** The path as the user would write it. */
  display(path: string): string;
  /** A file whose content is not what its author wrote, as that of a document after overlays; undefined for any other. */
  edited?(path: string): Source | undefined;
}

/** A file of YAML or JSON that holds an object. */
export interface Source extends HasPlaces {
  /** Path as the user would write it. */
  readonly file: string;
  /** As its author wrote it; of an edited one, with all that its edits come from. */
  readonly text: string;
  readonly root: JsonObject;
  /** Where a JSON Pointer is; the nearest thing around it where nothing is there. */
  placeOf(pointer: string): Place;
}

/** Thrown when there is no such file, or something else of that name. */
export class MissingFile extends Error {
  override readonly name = "MissingFile";
  readonly code: "not-found" | "not-a-file" | "not-text";

  constructor(code: MissingFile["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** The files on disk. */
export const DISK: Files = {
  async read(path) {
    const found = await stat(path).catch(() => undefined);
    // What a URL becomes when it is taken for a path.
    const isUrl = /[/\\]https?:[/\\]/i.test(path);
    if (found === undefined)
      throw new MissingFile("not-found", isUrl ? "no such file, and no URL is fetched" : "no such file");
    if (!found.isFile()) throw new MissingFile("not-a-file", "not a file");
    const bytes = await readFile(path);
    if (!isUtf8(bytes)) throw new MissingFile("not-text", "expected text in UTF-8, received other bytes");
    return bytes.toString();
  },
  display: displayPath,
};

/** A path relative to the working directory, unless that leads out of it. */
export function displayPath(file: string): string {
  const path = relative(process.cwd(), resolve(file));
  return path.startsWith("..") || path === "" ? file : path;
}
