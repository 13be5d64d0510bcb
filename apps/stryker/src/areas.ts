/** Code that is mutated together, and the folder whose tests have to notice. Paths are relative to the workspace. */
export interface Area {
  readonly name: string;
  readonly tests: string;
  readonly mutate: readonly string[];
}

export const AREAS: readonly Area[] = [
  { name: "validation", tests: "packages/validation", mutate: ["packages/validation/src"] },
  { name: "http", tests: "packages/http", mutate: ["packages/http/src"] },
  { name: "output", tests: "packages/codegen", mutate: ["packages/codegen/src/output"] },
  {
    name: "changesets",
    tests: "packages/codegen",
    mutate: ["packages/codegen/src/release/changeset", "packages/codegen/src/release/usage"],
  },
  // Thousands of mutants; the tests of commands would take days.
  { name: "diff", tests: "packages/codegen/src/release/diff", mutate: ["packages/codegen/src/release/diff"] },
  { name: "cli", tests: "apps/cli", mutate: ["apps/cli/src/output"] },
];

const NO_MUTANTS = /\.test(-d)?\.ts$|\/testing\//;

/** Whether a file belongs to an area: its own code, not its tests and what these need. */
export function isIn({ mutate }: Area, file: string): boolean {
  return file.endsWith(".ts") && !NO_MUTANTS.test(file) && mutate.some((folder) => file.startsWith(`${folder}/`));
}
