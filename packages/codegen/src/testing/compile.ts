import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { slashed } from "../workspace/files.ts";

/** What generated code must compile under. */
export const STRICTEST: Readonly<Record<string, boolean | string | string[]>> = {
  strict: true,
  exactOptionalPropertyTypes: true,
  module: "nodenext",
  target: "es2022",
  lib: ["es2022"],
  types: [],
  // Of declarations, all but those of the language.
  skipLibCheck: false,
  skipDefaultLibCheck: true,
  noEmit: true,
};

/** What the compiler is told of a folder. */
export interface Compilation {
  readonly compilerOptions: Readonly<Record<string, boolean | string | readonly string[]>>;
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
}

const CLIENT = [
  "client.mts",
  "client.gen.d.ts",
  "functions.gen.d.ts",
  "operations.gen.d.ts",
  "webhooks.gen.d.ts",
  "webhooks.mts",
  "http",
  "openapi-fetch",
];

/**
 * How a folder is compiled: types and validators without a library but that of the language; clients, which speak of
 * requests, with the types of Node.
 */
export function compilationsOf(folder: string): readonly Compilation[] {
  const nodeTypes = createRequire(import.meta.filename).resolve("@types/node/package.json");
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" }).map(slashed);
  const parts = [...new Set(all.filter((name) => /\.m?ts$/.test(name)).map((name) => dirname(name)))];
  const clients = parts.flatMap((part) => CLIENT.map((name) => join(part, name))).filter((name) => all.includes(name));
  const include = ["**/*.ts", "**/*.mts"];
  return [
    { compilerOptions: STRICTEST, include, exclude: clients },
    ...(clients.length === 0
      ? []
      : [{ compilerOptions: { ...STRICTEST, typeRoots: [join(nodeTypes, "../..")], types: ["node"] }, include }]),
  ];
}

/** What the workspace's TypeScript says about every file in a folder; empty when it has nothing to say. */
export function compile(folder: string): string {
  const root = createRequire(join(import.meta.dirname, "../../../../package.json"));
  const tsc = join(root.resolve("typescript/package.json"), "..", "bin", "tsc");
  return compilationsOf(folder)
    .map((compilation) => {
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(compilation));
      try {
        return execFileSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], { encoding: "utf8" });
      } catch (error) {
        // A failed run carries what it said.
        return String((error as { stdout?: unknown }).stdout ?? error);
      }
    })
    .join("");
}
