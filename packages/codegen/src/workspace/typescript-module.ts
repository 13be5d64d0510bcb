import { readFileSync } from "node:fs";
import nodeModule from "node:module";
import { fileURLToPath } from "node:url";
import { displayPath } from "@earmark/openapi";
import { UsageError } from "./usage-error.ts";

/**
 * Imports a module of TypeScript, and those that it imports, as ES modules. Node by itself can do that from 22.18 on, and
 * not in a package that is CommonJS; in one that does not say what it is, it warns.
 *
 * @throws {UsageError} at what is no TypeScript, with its place, and on a Node without hooks.
 */
export async function importTypeScript(url: string): Promise<{ readonly default?: unknown }> {
  // From 22.15 on.
  if (typeof nodeModule.registerHooks !== "function") {
    const advice = "update Node, or call the file .mjs";
    throw new UsageError(
      `${displayPath(fileURLToPath(url))}: TypeScript needs Node 22.15 or later, and this is ${process.versions.node}; ${advice}`,
    );
  }
  const { default: ts } = await import("typescript");
  const hooks = nodeModule.registerHooks({
    load(module, context, next) {
      if (!/^file:.*\.m?ts(\?|$)/.test(module)) return next(module, context);
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
    },
  });
  try {
    return await import(url);
  } finally {
    hooks.deregister();
  }
}
