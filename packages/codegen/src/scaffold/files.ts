import { markdown } from "@earmark/openapi";
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

export function tsconfig(kind: GeneratedKind): string {
  const types = kind === "client" ? ', "types": ["node"]' : "";
  return `{
  "extends": "../../tsconfig.base.json",
  "compilerOptions": { "noEmit": true${types} },
  "include": ["src"]
}
`;
}

export function readme(kind: GeneratedKind, { name, title, origin }: ScaffoldNames, clientName: string): string {
  const head = `# @earmark/${name}-${kind}\n\n`;
  const source = `[\`${origin}\`](../../${origin})`;
  switch (kind) {
    case "types":
      return `${head}TypeScript types of ${markdown(title)}, generated from ${source}. Declarations only: nothing of this package exists at run time. \`@earmark/${name}-types/strict\` has the document to the letter.\n`;
    case "validators":
      return `${head}Validators for ${markdown(title)}, one per schema, generated from ${source}: \`X.is(value)\`, \`X.parse(value)\`, \`X.safeParse(value)\`, \`X.issues(value)\`, and each is a [Standard Schema](https://standardschema.dev). \`…/strict\` is the document to the letter; \`…/checks\` has the bare functions.\n`;
    case "client":
      return `${head}A typed, resilient client for ${markdown(title)}, generated from ${source}.\n\n\`\`\`ts\nimport { create${clientName} } from "@earmark/${name}-client";\n\`\`\`\n\nOptions, errors and retries: [@earmark/http](../http/README.md). \`…/operations\` is the operation table as data, \`…/schemas\` every schema as JSON Schema.\n`;
  }
}

/** Both modes of every validator have to agree, whatever they are given. */
export const VALIDATORS_TEST = `import { describe, expect, it } from "vitest";
import * as validators from "./generated/validators.gen.js";
import * as strict from "./generated/validators.strict.gen.js";

const odd: unknown = JSON.parse('{"__proto__":1}');
const values: readonly unknown[] = [undefined, null, true, 0, -1, 2.5, "", "text", [], [null], {}, { a: 1 }, odd];

describe.each([
  ["a client's", validators],
  ["a server's", strict],
])("%s view", (_view, module) => {
  it.each(Object.entries(module))("%s answers and explains alike", (_name, validator) => {
    for (const value of values) {
      const isValid = validator.is(value);
      expect(validator.issues(value).length === 0).toBe(isValid);
      expect(validator.safeParse(value).ok).toBe(isValid);
      if (!isValid) expect(() => validator.parse(value)).toThrow("not a valid");
    }
  });
});
`;

/** A client must load where there is no Node, and must not carry the schemas with their descriptions. */
export function clientTest(clientName: string): string {
  return `import { build } from "esbuild";

it("runs where there is no Node", { timeout: 60_000 }, async () => {
  const { metafile } = await build({
    stdin: {
      contents: 'export { create${clientName} } from "./generated/client.gen.js";',
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
    metafile: true,
    // A Node built-in cannot be resolved for a browser: the build would fail.
    logLevel: "silent",
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.filter((path) => path.endsWith("client.gen.js"))).toHaveLength(1);
  expect(inputs.filter((path) => path.includes("schemas.gen"))).toEqual([]);
});
`;
}
