import { isUtf8 } from "node:buffer";
import { readFile, stat } from "node:fs/promises";
import { relative, resolve } from "node:path";

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
    if (found === undefined) throw new MissingFile("not-found", "no such file");
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
