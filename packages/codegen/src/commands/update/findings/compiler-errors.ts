import { type Finding, type PathOf, shortened } from "./finding.ts";

/** Of TypeScript: `src/main.ts(1,2): error TS2741: Property …`. */
export function compilerErrors(lines: readonly string[], pathOf: PathOf): readonly Finding[] {
  return lines.flatMap((line): Finding[] => {
    const [, path, row, message] = /^(\S.*?)\((\d+),\d+\): error TS\d+: (.*)$/.exec(line) ?? [];
    return path === undefined || message === undefined
      ? []
      : [{ place: `${pathOf(path)}:${row}`, subjects: [], message: [shortened(readable(message))] }];
  });
}

/** Without the types that are written out: whoever goes to the place sees them. */
function readable(message: string): string {
  return message.replaceAll(/'(?:(\w+)<)?\{[^']{40,}'/g, (_, name?: string) =>
    name === undefined ? "'{ … }'" : `'${name}<…>'`,
  );
}
