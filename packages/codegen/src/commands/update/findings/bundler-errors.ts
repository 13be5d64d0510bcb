import { type Finding, type PathOf, shortened } from "./finding.ts";

/** Of esbuild: `✘ [ERROR] Could not resolve …`, and below it `src/main.ts:1:57:`. */
export function bundlerErrors(lines: readonly string[], pathOf: PathOf): readonly Finding[] {
  return lines.flatMap((line, index): Finding[] => {
    const [, message] = /^✘ \[ERROR\] (.*)$/.exec(line) ?? [];
    if (message === undefined) return [];
    const below = lines.slice(index + 1, index + 4).flatMap((next) => /^\s+(\S+?):(\d+):\d+:$/.exec(next) ?? []);
    const [, path = "", row = ""] = below;
    return [{ place: path === "" ? "esbuild" : `${pathOf(path)}:${row}`, subjects: [], message: [shortened(message)] }];
  });
}
