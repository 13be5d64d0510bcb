import { type Finding, type PathOf, shortened } from "./finding.ts";

const HEAD = /^(\S+?)(?::(\d+):\d+)? (\w+(?:\/\w+)*)(?: +[A-Z]+)* +━+$/;

/** Of Biome: `src/main.ts:1:2 lint/suspicious/noVar  FIXABLE  ━━━` or `src/main.ts format ━━━`, and below it `× …`. */
export function linterErrors(lines: readonly string[], pathOf: PathOf): readonly Finding[] {
  return lines.flatMap((line, index): Finding[] => {
    const [, path, row, rule = ""] = HEAD.exec(line) ?? [];
    if (path === undefined) return [];
    const rest = lines.slice(index + 1);
    const next = rest.findIndex((other) => HEAD.test(other));
    const body = rest.slice(0, next === -1 ? undefined : next);
    const [message = ""] = body.flatMap((other) => /^\s*[×!] (.*)$/.exec(other)?.[1] ?? []);
    const isFixed = rule === "format" || body.some((other) => other.trimStart().startsWith("i Safe fix"));
    return [
      {
        place: row === undefined ? pathOf(path) : `${pathOf(path)}:${row}`,
        subjects: [rule],
        message: [shortened(message), ...(isFixed ? ["`pnpm format` corrects it"] : [])],
      },
    ];
  });
}
