import { type Finding, type PathOf, shortened } from "./finding.ts";

/** Of Biome: `src/main.ts:1:2 lint/suspicious/noVar FIXABLE ━━━` or `src/main.ts format ━━━`, and below it `× …`. */
export function linterErrors(lines: readonly string[], pathOf: PathOf): readonly Finding[] {
  return lines.flatMap((line, index): Finding[] => {
    const [, path, row, rule = ""] = /^(\S+?)(?::(\d+):\d+)? (\w+(?:\/\w+)*)(?: +[A-Z]+)* ━+$/.exec(line) ?? [];
    const [, message] = /^\s*[×!] (.*)$/.exec(lines.slice(index + 1).find((next) => next.trim() !== "") ?? "") ?? [];
    if (path === undefined || message === undefined || !/[./]/.test(path)) return [];
    const isFixable = line.includes("FIXABLE") || rule === "format" || rule.startsWith("assist");
    return [
      {
        place: row === undefined ? pathOf(path) : `${pathOf(path)}:${row}`,
        subjects: [rule],
        message: [shortened(message), ...(isFixable ? ["`pnpm format` corrects it"] : [])],
      },
    ];
  });
}
