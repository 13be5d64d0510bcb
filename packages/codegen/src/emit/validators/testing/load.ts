import type { Validator } from "@earmark/validation";
import type { Lines } from "../../source/index.ts";

/** Runs an emitted module in this process and returns its exports. Its one import is given by `imports`. */
export function load(lines: Lines, imports: object): Record<string, Validator<unknown>> {
  const names: string[] = [];
  const code = lines
    .join("\n")
    .replace(/^import \{ (.*) \} from .*;$/m, (_, list: string) => `const { ${list} } = imports;`)
    .replace(/^export const (\S+)/gm, (_, name: string) => {
      names.push(`${name}`);
      return `const ${name}`;
    })
    .replace(/^export \{ (\S+) as (\S+) \};$/gm, (_, local: string, name: string) => {
      names.push(`${name}: ${local}`);
      return "";
    });
  return new Function("imports", `"use strict";\n${code}\nreturn { ${names.join(", ")} };`)(imports) as Record<
    string,
    Validator<unknown>
  >;
}
