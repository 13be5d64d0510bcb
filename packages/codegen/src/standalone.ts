import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isJsonObject } from "@earmark/openapi";
import { BANNER, type SourceFile } from "./emit/index.ts";
import { isSameText, readText } from "./output/target.ts";
import { UsageError } from "./workspace.ts";

/** Where a standalone folder keeps what generated files import. */
export const STANDALONE = {
  validation: "./validation/index.js",
  runtime: "./validation/runtime.js",
  operation: "./http/operation.js",
} as const;

/** What makes a folder of generated files work by itself: the validation runtime, the type of an operation, ES modules. */
export async function standaloneFiles(folder: string): Promise<SourceFile[]> {
  return [
    ...(await packageJson(folder)),
    ...(await closure(packageFolder("@earmark/validation"), ["index.js", "runtime.js"], "validation")),
    ...(await closure(packageFolder("@earmark/http"), ["operation.d.ts"], "http")),
  ];
}

/** Without `"type": "module"`, older Node takes the files for CommonJS. A `package.json` of somebody else's is not touched. */
async function packageJson(folder: string): Promise<SourceFile[]> {
  const path = "package.json";
  const text = `${JSON.stringify({ private: true, type: "module", sideEffects: false }, null, 2)}\n`;
  const found = await readText(join(folder, path));
  if (found !== undefined && !isSameText(found, text)) {
    if (typeOf(found) === "module") return [];
    throw new UsageError(
      `${join(folder, path)} has no "type": "module", which generated files need; add it, or choose another folder`,
    );
  }
  return [{ path, text }];
}

/** Undefined, too, of what is no manifest. */
function typeOf(manifest: string): unknown {
  try {
    const parsed: unknown = JSON.parse(manifest);
    return isJsonObject(parsed) ? parsed.type : undefined;
  } catch {
    return undefined;
  }
}

function packageFolder(name: string): string {
  return dirname(fileURLToPath(import.meta.resolve(name)));
}

/**
 * The given modules of a built package and everything that they import, with declarations. Their first line is that of
 * generated files, by which they are known when they are replaced or deleted.
 */
async function closure(folder: string, entries: readonly string[], into: string): Promise<SourceFile[]> {
  const files = new Map<string, string>();
  const visit = async (name: string): Promise<void> => {
    if (files.has(name)) return;
    const text = (await readFile(join(folder, name), "utf8")).replace(/\n\/\/# sourceMappingURL=.*\n?$/, "\n");
    files.set(name, text);
    for (const [, specifier = ""] of text.matchAll(/from "(\.[^"]+)"/g)) {
      const imported = join(dirname(name), specifier).replaceAll("\\", "/");
      // Declarations keep the extension that the source was written with.
      await visit(imported.replace(/\.[jt]s$/, name.endsWith(".d.ts") ? ".d.ts" : ".js"));
    }
    if (name.endsWith(".js")) await visit(name.replace(/\.js$/, ".d.ts"));
  };
  for (const entry of entries) await visit(entry);
  const banner = `${BANNER}@earmark/${into} by \`codegen generate\`. Do not edit.\n`;
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => ({ path: `${into}/${name}`, text: banner + text }));
}
