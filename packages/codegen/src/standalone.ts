import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceFile } from "./emit/index.ts";

/** Where a standalone folder keeps what generated files import. */
export const STANDALONE = {
  validation: "./validation/index.js",
  runtime: "./validation/runtime.js",
  operation: "./http/operation.js",
} as const;

/** What generated files import, so that their folder works by itself: the validation runtime and the type of an operation. */
export async function standaloneFiles(): Promise<SourceFile[]> {
  const validation = packageFolder("@earmark/validation");
  const names = await readdir(validation, { recursive: true });
  const runtime = names.filter((name) => /\.(js|d\.ts)$/.test(name)).sort();
  const http = packageFolder("@earmark/http");
  return [
    {
      path: "package.json",
      text: `${JSON.stringify({ private: true, type: "module", sideEffects: false }, null, 2)}\n`,
    },
    ...(await Promise.all(runtime.map((name) => copy(validation, name, "validation")))),
    await copy(http, "operation.d.ts", "http"),
  ];
}

function packageFolder(name: string): string {
  return dirname(fileURLToPath(import.meta.resolve(name)));
}

async function copy(folder: string, name: string, into: string): Promise<SourceFile> {
  const file = join(folder, name);
  const text = (await readFile(file, "utf8")).replace(/\n\/\/# sourceMappingURL=.*\n?$/, "\n");
  return { path: `${into}/${relative(folder, file).replaceAll(sep, "/")}`, text };
}
