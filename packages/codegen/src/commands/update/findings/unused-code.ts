import type { Finding, PathOf } from "./finding.ts";

/** Of knip: a heading `Unused exports (1)`, and below it `name  [kind]  src/main.ts:1:2`. */
export function unusedCode(lines: readonly string[], pathOf: PathOf): readonly Finding[] {
  let heading = "";
  return lines.flatMap((line): Finding[] => {
    const [, title] = /^((?:Unused|Unlisted|Unresolved|Duplicate) [\w ]+?) +\(\d+\)$/.exec(line) ?? [];
    if (title !== undefined) heading = title;
    const [, name = "", path, row] = /^(?:(\S+) .*?)?(\S+?\.\w+)(?::(\d+):\d+)?\s*$/.exec(line) ?? [];
    if (heading === "" || path === undefined) return [];
    const place = row === undefined ? pathOf(path) : `${pathOf(path)}:${row}`;
    return [
      { place, subjects: name === "" ? [] : [name], message: [`${heading.toLowerCase()}: use it, or remove it`] },
    ];
  });
}
