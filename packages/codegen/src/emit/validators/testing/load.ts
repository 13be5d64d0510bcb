import type { Check } from "@earmark/validation";
import type { Lines } from "../../source.ts";

/** Runs an emitted module of checks in this process and returns its functions. Its one import is given by `runtime`. */
export function load(lines: Lines, runtime: object): Record<string, Check> {
  const code = lines
    .join("\n")
    .replace(/^import \{([^}]*)\} from .*;$/m, (_, names: string) => `const { ${names} } = runtime;`)
    .replace(/^export /gm, "");
  const names = [...code.matchAll(/^function (\w+)/gm)].map(([, name]) => name);
  return new Function("runtime", `"use strict";\n${code}\nreturn { ${names.join(", ")} };`)(runtime) as Record<
    string,
    Check
  >;
}
