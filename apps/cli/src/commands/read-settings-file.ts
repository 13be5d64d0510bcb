import { readFile } from "node:fs/promises";
import { SettingsError } from "@earmark/sandbox";
import { UsageError } from "../errors/usage-error.ts";
import type { GivenOptions } from "../options/option.ts";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "you may not read it",
  EISDIR: "it is a folder",
};

/**
 * Reads the file that an option names; `undefined` when it is not given.
 *
 * @param parse is told the name of the file, for its messages.
 * @throws {UsageError} when it cannot be read, or for everything that `parse` finds wrong
 */
export async function readSettingsFile<T>(
  option: string,
  given: GivenOptions,
  parse: (text: string, file: string) => T,
): Promise<T | undefined> {
  const value = given[option];
  if (value === undefined) return undefined;
  const file = String(value);
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--${option} ${file} cannot be read: ${reasons[error.code ?? ""] ?? error.message}`);
  });
  try {
    // Editors on Windows may put a byte order mark in front.
    return parse(text.replace(/^\uFEFF/, ""), file);
  } catch (error) {
    throw error instanceof SettingsError ? new UsageError(...error.problems) : error;
  }
}
