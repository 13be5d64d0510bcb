import type { Path } from "@earmark/validation";
import type { Check } from "./check.ts";
import { type JsonNode, JsonSyntaxError, parseJson } from "./json.ts";
import { SettingsError } from "./settings-error.ts";

/** A longer list does not help. */
const MAX_PROBLEMS = 10;

/**
 * Checks a setting of a program.
 *
 * @param name of the option, for the messages.
 * @throws {SettingsError}
 */
export function checkSettings(value: unknown, check: Check, name: string): void {
  const problems = check(value, []).slice(0, MAX_PROBLEMS);
  if (problems.length === 0) return;
  throw new SettingsError(problems.map(({ path, message }) => `${name}${formatPath(path)} ${message}`));
}

/**
 * Reads a setting from the source of a JSON file.
 *
 * @param file its name, for the messages.
 * @throws {SettingsError} with `file:line:column` before each problem
 */
export function parseSettings(source: string, check: Check, file: string): unknown {
  const root = parseFile(source, file);
  const problems = check(root.value, []).slice(0, MAX_PROBLEMS);
  if (problems.length === 0) return root.value;
  throw new SettingsError(
    problems.map(({ path, message }) => {
      const subject = path.length === 0 ? "the file" : formatPath(path).replace(/^\./, "");
      return `${formatPosition(source, offsetOf(root, path), file)} ${subject} ${message}`;
    }),
  );
}

function parseFile(source: string, file: string): JsonNode {
  try {
    return parseJson(source);
  } catch (cause) {
    if (!(cause instanceof JsonSyntaxError)) throw cause;
    throw new SettingsError([`${formatPosition(source, cause.offset, file)} the file is not JSON: ${cause.message}`], {
      cause,
    });
  }
}

/** The offset of the value at a path, or of the nearest one above it. */
function offsetOf({ offset, children }: JsonNode, [first, ...rest]: Path): number {
  const child = first === undefined ? undefined : children.get(first);
  return child === undefined ? offset : offsetOf(child, rest);
}

/** Line and column from 1, columns in UTF-16 code units, as editors count. */
function formatPosition(source: string, offset: number, file: string): string {
  const lines = source.slice(0, offset).split("\n");
  return `${file}:${lines.length}:${(lines.at(-1) ?? "").length + 1}:`;
}

/** `.calls[0].call_sid` */
function formatPath(path: Path): string {
  return path
    .map((key) => (typeof key === "string" && /^\w+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`))
    .join("");
}
