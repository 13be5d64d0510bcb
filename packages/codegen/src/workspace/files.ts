import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { isJsonObject, type JsonObject } from "@earmark/openapi";
import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";
import { UsageError } from "./usage-error.ts";

/** What editors on Windows begin a file with. */
const BOM = /^\uFEFF/;

/** A JSON object from its text; undefined for any other text. */
export function jsonObject(text: string): JsonObject | undefined {
  try {
    const parsed: unknown = JSON.parse(text.replace(BOM, ""));
    return isJsonObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Where the text of a file stops being a JSON object, and why; undefined where it is one.
 *
 * @param isLenient Whether comments and trailing commas may be in it, as in settings of tools.
 */
export function jsonMistake(file: string, text: string, isLenient = false): string | undefined {
  const errors: ParseError[] = [];
  const value: unknown = parse(text.replace(BOM, ""), errors, {
    disallowComments: !isLenient,
    allowTrailingComma: isLenient,
  });
  const [first] = errors;
  if (first === undefined) return isJsonObject(value) ? undefined : `${file} is not a JSON object; correct it`;
  const before = text.slice(0, first.offset).split("\n");
  const reason = printParseErrorCode(first.error).replaceAll(/\B[A-Z]/g, (letter) => ` ${letter}`);
  return `${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1} is not JSON: ${reason.toLowerCase()}; correct it`;
}

/** The `package.json` in a folder; an empty object where there is none, or it is no JSON object. */
export function packageJsonOf(folder: string): JsonObject {
  return jsonObject(textOf(join(folder, "package.json")) ?? "") ?? {};
}

/** The text of a file; undefined where there is none. */
export function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/**
 * The same as a promise; also undefined where a file is in the place of a folder around it.
 *
 * @throws {UsageError} for a folder.
 */
export async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // as errors of files are
    // Of `a/b`, where `a` is a file.
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    // Node does not say of what.
    if (code === "EISDIR") throw new UsageError(`${file}: expected a file, found a folder; remove it`);
    throw error;
  }
}

/** Whether a file says what it should, however its lines end: git may have changed that. */
export function isSameText(found: string | undefined, text: string): boolean {
  return found === text || found?.replaceAll("\r\n", "\n") === text;
}

/** A path with forward slashes, as manifests, globs, messages and the TypeScript compiler have it on every system. */
export function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}

/** The relative path from one absolute path to another, {@link slashed}. */
export function pathBetween(from: string, to: string): string {
  return slashed(relative(from, to));
}

/** Whether a path leads below its folder, has forward slashes, and no part that Windows, macOS or Linux cannot have. */
export function isPortable(path: string): boolean {
  return path.split("/").every(isPortableName);
}

/** @see https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
function isPortableName(name: string): boolean {
  return (
    name !== "" &&
    // Room for what a file is called before it is moved to its place, of 255 bytes.
    Buffer.byteLength(name) <= 200 &&
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no name has them.
    !/[\u0000-\u001f<>:"|?*\\]|[. ]$/.test(name) &&
    !/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name)
  );
}
