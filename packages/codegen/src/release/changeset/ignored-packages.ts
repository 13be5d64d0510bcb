import { join } from "node:path";
import { isJsonObject, type Json } from "@earmark/openapi";
import { readText } from "../../output/index.ts";
import { UsageError } from "../../workspace.ts";

/** Which packages `.changeset/config.json` leaves out of releases: their names, or patterns with `*`. */
export async function ignoredPackages(root: string): Promise<(name: string) => boolean> {
  const file = join(root, ".changeset/config.json");
  const text = (await readText(file)) ?? "{}";
  let config: unknown;
  try {
    config = JSON.parse(text);
  } catch {
    throw new UsageError(`${file} is not JSON; correct it`);
  }
  const ignored = isJsonObject(config) && Array.isArray(config.ignore) ? config.ignore : [];
  const patterns = ignored.map(
    (pattern: Json) => new RegExp(`^${literally(String(pattern)).replaceAll("\\*", ".*")}$`),
  );
  return (name) => patterns.some((pattern) => pattern.test(name));
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
