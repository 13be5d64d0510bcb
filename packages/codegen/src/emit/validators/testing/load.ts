import type { Check } from "@earmark/validation";
import type { Lines, SourceFile } from "../../source.ts";

/** Runs an emitted module of checks in this process and returns its functions. Its one import is given by `runtime`. */
export function load(lines: Lines, runtime: object): Record<string, Check> {
  const code = lines
    .join("\n")
    .replace(/^import \{([^}]*)\} from .*;$/m, (_, names: string) => `const { ${names} } = runtime;`)
    .replace(/^export \{[^}]*\};/gm, "")
    .replace(/^export /gm, "");
  const names = [...code.matchAll(/^function (\w+)/gm)].map(([, name]) => name);
  return new Function("runtime", `"use strict";\n${code}\nreturn { ${names.join(", ")} };`)(runtime) as Record<
    string,
    Check
  >;
}

/** The checks of one view among emitted files: what its validators wrap, by their names. */
export function loadChecks(
  files: readonly SourceFile[],
  view: "client" | "strict",
  runtime: object,
): Readonly<Record<string, Check | undefined>> {
  const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? "";
  const functions = load(textOf("checks.gen.js").split("\n"), runtime);
  // Validators to the letter that are those of the client's view are exported from there.
  const modules = view === "client" ? ["validators.gen.js"] : ["validators.gen.js", "validators.strict.gen.js"];
  const wrapped = modules.flatMap((path) => [...textOf(path).matchAll(/Validator\("([^"]+)", \$checks\.(\w+)/g)]);
  return Object.fromEntries(wrapped.map(([, name = "", check = ""]) => [name, functions[check]]));
}
