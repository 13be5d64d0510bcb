import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { generatedFile, type Imports, type SourceFile } from "./emit/index.ts";
import { isSameText, jsonObject, packageJsonOf, readText, slashed } from "./workspace/files.ts";
import type { Output } from "./workspace/layout.ts";
import { UsageError } from "./workspace/usage-error.ts";

/** Where a folder that works by itself keeps what generated files import. */
export const STANDALONE: Imports = {
  validation: "./validation/index.js",
  runtime: "./validation/runtime.js",
  http: "./http/index.js",
  checks: "./checks.gen.js",
  types: "./types.gen.js",
  strictTypes: "./types.strict.gen.js",
};

/** What makes a folder of generated files work by itself: the runtime packages, what they import, and ES modules. */
export async function standaloneFiles(folder: string): Promise<SourceFile[]> {
  const copies = new Map<string, string>();
  for (const entry of ["@earmark/http", "@earmark/validation", "@earmark/validation/runtime"])
    await copy(entry, import.meta.filename, copies);
  const files = [...copies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => ({ path, text }));
  return [...(await packageJson(folder)), ...files];
}

/**
 * What marks a folder of generated files as ES modules where the package around it is not one; nothing where it is.
 */
export function moduleMarker({ owner, package: generated }: Output): readonly SourceFile[] {
  if (generated !== undefined) return [];
  const { type } = packageJsonOf(owner);
  return type === "module" ? [] : [{ path: "package.json", text: MARKER }];
}

const MARKER = `${JSON.stringify({ private: true, type: "module", sideEffects: false }, null, 2)}\n`;

/** Without `"type": "module"`, older Node takes the files for CommonJS. A `package.json` that is not ours is not touched. */
async function packageJson(folder: string): Promise<SourceFile[]> {
  const path = "package.json";
  const found = await readText(join(folder, path));
  if (found !== undefined && !isSameText(found, MARKER)) {
    if (jsonObject(found)?.type === "module") return [];
    throw new UsageError(
      `${join(folder, path)} has no "type": "module", which generated files need; add it, or choose another folder`,
    );
  }
  return [{ path, text: MARKER }];
}

/**
 * Copies the module that a specifier leads to, its declarations, and everything that they import, into `copies` by path.
 * The first line of each is that of generated files, by which they are known when they are replaced or deleted. Code of
 * other authors comes with its licence.
 *
 * @param from the file that imports it.
 * @returns where the module is.
 */
async function copy(specifier: string, from: string, copies: Map<string, string>): Promise<string> {
  const [scope = "", second = ""] = specifier.split("/");
  const name = scope.startsWith("@") ? `${scope}/${second}` : scope;
  const into = name.replace("@earmark/", "");
  const isOurs = into !== name;
  // Other packages are imported by ours, from which they are found.
  const module = isOurs
    ? fileURLToPath(import.meta.resolve(specifier))
    : createRequire(from)
        .resolve(specifier)
        .replace(/\.cjs$/, ".mjs");
  const folder = dirname(module);
  const target = (file: string): string => copyPath(into, folder, file);
  const licence = isOurs ? "" : comment(await readFile(join(folder, "..", "LICENSE"), "utf8"));

  const visit = async (file: string): Promise<void> => {
    const path = target(file);
    if (copies.has(path)) return;
    copies.set(path, "");
    const text = (await readFile(file, "utf8")).replace(/\n\/\/# sourceMappingURL=.*\n?$/, "\n");
    const replaced = new Map<string, string>();
    for (const [, imported = ""] of text.matchAll(/ from ["']([^"']+)["']/g)) {
      if (imported.startsWith(".")) {
        // Declarations keep the extension that the source was written with.
        const extension = isDeclaration(file) ? ".d.ts" : ".js";
        await visit(join(dirname(file), imported.replace(/\.[jt]s$/, extension)));
      } else {
        const other = await copy(imported, file, copies);
        replaced.set(imported, `./${posix.relative(posix.dirname(path), other)}`.replace("./../", "../"));
      }
    }
    const located = text.replace(/ from (["'])([^"']+)\1/g, (whole, _quote, imported: string) =>
      replaced.has(imported) ? ` from ${JSON.stringify(replaced.get(imported))}` : whole,
    );
    copies.set(path, generatedFile(path, `${name} by \`codegen generate\`. Do not edit.`, `${licence}${located}`).text);
    if (!isDeclaration(file)) await visit(file.replace(/js$/, "ts").replace(/\.(m?ts)$/, ".d.$1"));
  };
  await visit(module);
  return target(module);
}

/**
 * Where the copy of a package's file is: with forward slashes on every system, as every path of a generated file.
 *
 * @param folder the file is below it.
 */
export function copyPath(into: string, folder: string, file: string): string {
  const path = slashed(file.slice(folder.length + 1));
  return posix.join(into, path.replace(/\.(d\.)?m([jt]s)$/, ".$1$2"));
}

function isDeclaration(file: string): boolean {
  return /\.d\.m?ts$/.test(file);
}

function comment(text: string): string {
  return `/*\n${text.trim().replaceAll("*/", "* /")}\n*/\n`;
}
