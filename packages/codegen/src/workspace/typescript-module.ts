import { readFileSync } from "node:fs";
import nodeModule, { createRequire, type LoadFnOutput, type LoadHookContext } from "node:module";
import { fileURLToPath } from "node:url";
import { displayPath } from "@earmark/openapi";
import type typescript from "typescript";
import { UsageError } from "./usage-error.ts";

/**
 * Imports a module of TypeScript, and those that it imports, as ES modules. Node by itself can do that from 22.18 on, and
 * not in a package that is CommonJS; in one that does not say what it is, it warns.
 *
 * @throws {UsageError} at what is no TypeScript, with its place.
 */
export async function importTypeScript(url: string): Promise<{ readonly default?: unknown }> {
  // From 22.15 on.
  if (typeof nodeModule.registerHooks === "function") {
    const hooks = nodeModule.registerHooks({ load });
    try {
      return await import(url);
    } finally {
      hooks.deregister();
    }
  }
  try {
    // This module again, in a thread that loads modules; it stays for the rest of the process.
    nodeModule.register(import.meta.url);
    return await import(url);
  } catch (error) {
    // An error of another thread is a copy, of no class of ours.
    if (error instanceof Error && "code" in error && error.code === "usage") throw new UsageError(error.message);
    throw error;
  }
}

/**
 * A hook of Node, for its thread or for another one.
 *
 * @public
 */
export function load<Loaded>(
  module: string,
  context: LoadHookContext,
  next: (module: string, context: LoadHookContext) => Loaded,
): Loaded | LoadFnOutput {
  if (!/^file:.*\.m?ts(\?|$)/.test(module)) return next(module, context);
  const ts = createRequire(import.meta.url)("typescript") as typeof typescript; // what `require` gives is untyped
  const file = fileURLToPath(module);
  const text = readFileSync(file, "utf8");
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  const [problem] = diagnostics;
  if (problem === undefined) return { format: "module", shortCircuit: true, source: outputText };
  const before = text.slice(0, problem.start).split("\n");
  const place = `${displayPath(file)}:${before.length}:${(before.at(-1) ?? "").length + 1}`;
  throw new UsageError(`${place}: ${ts.flattenDiagnosticMessageText(problem.messageText, " ")}`);
}
