/** Code that is mutated together, and the tests that must kill the mutants. Paths are relative to the workspace. */
export interface Area {
  readonly name: string;
  readonly mutate: readonly string[];
  /** Globs. Slow tests that cover much more than this code are left out: each mutant would run them. */
  readonly tests: readonly string[];
}

const codegen = "packages/codegen/src";

export const AREAS: readonly Area[] = [
  { name: "validation", mutate: ["packages/validation/src"], tests: ["packages/validation/src/**/*.test.ts"] },
  { name: "openapi", mutate: ["packages/openapi/src"], tests: ["packages/openapi/src/**/*.test.ts"] },
  { name: "diff", mutate: ["packages/openapi-diff/src"], tests: ["packages/openapi-diff/src/**/*.test.ts"] },
  { name: "http", mutate: ["packages/http/src"], tests: ["packages/http/src/**/*.test.ts"] },
  {
    name: "workspace",
    mutate: [`${codegen}/workspace`],
    tests: [
      `${codegen}/workspace/*.test.ts`,
      `${codegen}/commands/{add,generate}.test.ts`,
      `${codegen}/standalone.test.ts`,
    ],
  },
  {
    name: "changesets",
    mutate: [`${codegen}/release/changeset`, `${codegen}/release/usage`],
    tests: [`${codegen}/release/{changeset,usage}/**/*.test.ts`, `${codegen}/commands/{changeset*,version}.test.ts`],
  },
  { name: "cli", mutate: ["apps/cli/src/output"], tests: ["apps/cli/src/**/*.test.ts"] },
];

const NO_MUTANTS = /\.test(-d)?\.ts$|\/testing\//;

/** Whether a file belongs to an area: its code, without tests and their helpers. */
export function isIn({ mutate }: Area, file: string): boolean {
  return file.endsWith(".ts") && !NO_MUTANTS.test(file) && mutate.some((folder) => file.startsWith(`${folder}/`));
}
