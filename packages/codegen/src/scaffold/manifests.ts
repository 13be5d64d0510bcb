import { GENERATED_CHANNELS, type GeneratedKind } from "../release/channels.ts";

/** The packages that generated code runs on. */
export const RUNTIME_PACKAGES = ["@earmark/http", "@earmark/validation"] as const;
type RuntimePackage = (typeof RUNTIME_PACKAGES)[number];

/** What a scaffolded package is written with. */
export interface ScaffoldNames {
  /** `annotation` for `openapi/annotation.yaml`. */
  readonly name: string;
  /** Title of the document. */
  readonly title: string;
  /** Path of the document from the root of the workspace. */
  readonly origin: string;
  /** Version ranges of the packages that generated code runs on, by name. */
  readonly runtime: Readonly<Record<RuntimePackage, string>>;
  /** Licence and address of the repository, which are the workspace's, as far as its own manifest says so. */
  readonly workspace: { readonly license?: string; readonly repository?: string };
  /** How most packages of the workspace are published. */
  readonly publishing: { readonly access: "public" | "restricted"; readonly provenance?: true };
}

/** `package.json` of a generated package: its exports point at generated files, and nothing has to be built. */
export function packageManifest(kind: GeneratedKind, names: ScaffoldNames): string {
  const { name, title, origin, workspace, publishing } = names;
  // Nobody else may use it, so it is not to be published.
  const isPrivate = workspace.license === "UNLICENSED";
  const manifest = {
    name: `@earmark/${name}-${kind}`,
    version: "0.0.0",
    private: isPrivate || undefined,
    description: `${DESCRIPTIONS[kind]} ${title}, generated from ${origin}.`,
    license: workspace.license,
    repository: workspace.repository && {
      type: "git",
      url: workspace.repository,
      directory: `packages/${name}-${kind}`,
    },
    type: "module",
    sideEffects: false,
    engines: { node: ">=20" },
    exports: EXPORTS[kind],
    files: ["src/generated"],
    publishConfig: isPrivate ? undefined : publishing,
    earmark: { channels: GENERATED_CHANNELS[kind] },
    scripts: kind === "types" ? { typecheck: "tsc" } : { typecheck: "tsc", test: "vitest run" },
    ...DEPENDENCIES[kind](names),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

const DESCRIPTIONS: Readonly<Record<GeneratedKind, string>> = {
  types: "TypeScript types of",
  validators: "Validators, one per schema, of",
  client: "A typed, resilient client of",
};

function generated(file: string): { readonly types: string; readonly default: string } {
  return { types: `./src/generated/${file}.d.ts`, default: `./src/generated/${file}.js` };
}

/** Entry points of generated packages, and the generated files that they are. */
export const EXPORTS: Readonly<
  Record<GeneratedKind, Readonly<Record<string, { readonly types: string; readonly default?: string }>>>
> = {
  types: {
    ".": { types: "./src/generated/types.gen.d.ts" },
    "./strict": { types: "./src/generated/types.strict.gen.d.ts" },
  },
  validators: {
    ".": generated("validators.gen"),
    "./strict": generated("validators.strict.gen"),
    "./checks": generated("checks.gen"),
  },
  client: {
    ".": generated("client.gen"),
    "./operations": generated("operations.gen"),
    "./schemas": generated("schemas.gen"),
  },
};

const DEPENDENCIES: Readonly<Record<GeneratedKind, (names: ScaffoldNames) => object>> = {
  types: () => ({}),
  validators: ({ name, runtime }) => ({
    dependencies: {
      [`@earmark/${name}-types`]: "workspace:^",
      "@earmark/validation": runtime["@earmark/validation"],
    },
    devDependencies: { vitest: "catalog:" },
  }),
  client: ({ name, runtime }) => ({
    dependencies: {
      [`@earmark/${name}-types`]: "workspace:^",
      [`@earmark/${name}-validators`]: "workspace:^",
      ...runtime,
    },
    devDependencies: { "@types/node": "catalog:", esbuild: "catalog:", vitest: "catalog:" },
  }),
};
