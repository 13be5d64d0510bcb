import { existsSync, readFileSync } from "node:fs";
import { isJsonObject, type JsonObject } from "@earmark/openapi";

/** A JSON object from its text; undefined for any other text. */
export function jsonObject(text: string): JsonObject | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isJsonObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** The text of a file; undefined where there is none. */
export function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** A path with forward slashes, as manifests, globs and messages have it on every system. */
export function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}
