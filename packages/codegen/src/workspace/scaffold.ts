import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { markdown, pascalCase } from "@earmark/openapi";
import { exportsOf, GENERATED_CHANNELS, GENERATED_KINDS, type GeneratedKind } from "./generated-packages.ts";
import { type WorkspacePackage, workspacePackages } from "./packages.ts";
import { readText, type Target } from "./target.ts";

/**
 * Writes what the packages of a document need besides generated files, and returns what it wrote. A file that exists
 * stays as it is, so a second run completes what a first one began.
 */
export async function scaffold(
  root: string,
  document: Pick<ScaffoldNames, "name" | "title" | "origin" | "targets">,
): Promise<readonly string[]> {
  const names: ScaffoldNames = {
    ...document,
    workspace: await workspaceFacts(root),
    runtime: await runtimeRanges(root),
    publishing: publishingOf(await workspacePackages(root)),
  };
  const licence = await readText(join(root, "LICENSE"));
  const written: string[] = [];
  for (const kind of GENERATED_KINDS) {
    const folder = join(root, "packages", `${names.name}-${kind}`);
    for (const [path, text] of Object.entries(filesOf(kind, names, licence))) {
      const file = join(folder, path);
      if (existsSync(file)) continue;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
      written.push(file);
    }
  }
  return written;
}

/**
 * Packages of this workspace are taken from it. Others have to have the interface that generated code is made for
 * ({@link INTERFACE_VERSION}), which the versions compatible with those beside this generator have.
 */
async function runtimeRanges(root: string): Promise<ScaffoldNames["runtime"]> {
  const members = new Set((await workspacePackages(root)).map(({ name }) => name));
  const ranges = RUNTIME_PACKAGES.map(async (name) => {
    if (members.has(name)) return [name, "workspace:^"] as const;
    const manifest = new URL("../package.json", import.meta.resolve(name));
    const { version } = JSON.parse(await readFile(manifest, "utf8")) as { readonly version: string };
    return [name, `^${version}`] as const;
  });
  // The entries are those of `RUNTIME_PACKAGES`.
  return Object.fromEntries(await Promise.all(ranges)) as ScaffoldNames["runtime"];
}

/** What more than half of the published packages have; restricted, without a word of theirs. */
function publishingOf(packages: readonly WorkspacePackage[]): ScaffoldNames["publishing"] {
  const published = packages.filter(({ isPrivate }) => !isPrivate);
  const isMost = (has: (publishing: WorkspacePackage["publishing"]) => boolean): boolean =>
    published.filter(({ publishing }) => has(publishing)).length * 2 > published.length;
  return {
    access: isMost(({ access }) => access === "public") ? "public" : "restricted",
    ...(isMost(({ provenance }) => provenance === true) && { provenance: true }),
  };
}

async function workspaceFacts(root: string): Promise<ScaffoldNames["workspace"]> {
  const { license, repository } = JSON.parse((await readText(join(root, "package.json"))) ?? "{}") as {
    readonly license?: string;
    readonly repository?: string | { readonly url?: string };
  };
  const url = typeof repository === "string" ? repository : repository?.url;
  return { ...(license === undefined ? {} : { license }), ...(url === undefined ? {} : { repository: url }) };
}

function filesOf(kind: GeneratedKind, names: ScaffoldNames, licence: string | undefined): Record<string, string> {
  const clientName = `${pascalCase(names.name)}Client`;
  return {
    "package.json": packageManifest(kind, names),
    "tsconfig.json": tsconfig(kind),
    "README.md": readme(kind, names, clientName),
    ...(licence === undefined ? {} : { LICENSE: licence }),
    ...(kind === "validators" ? { "src/validators.test.ts": VALIDATORS_TEST } : {}),
    ...(kind === "client" ? { "src/bundle.test.ts": clientTest(clientName) } : {}),
  };
}

/** The packages that generated code runs on. */
const RUNTIME_PACKAGES = ["@earmark/http", "@earmark/validation"] as const;
type RuntimePackage = (typeof RUNTIME_PACKAGES)[number];

/** What a scaffolded package is written with. */
interface ScaffoldNames {
  /** `annotation` for `openapi/annotation.yaml`. */
  readonly name: string;
  /** What is generated from the document. */
  readonly targets: readonly Target[];
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
function packageManifest(kind: GeneratedKind, names: ScaffoldNames): string {
  const { name, title, origin, workspace, publishing } = names;
  // No one else may use it, so it is not to be published.
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
    exports: exportsOf(kind, names.targets),
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

function tsconfig(kind: GeneratedKind): string {
  const types = kind === "client" ? ', "types": ["node"]' : "";
  return `{
  "extends": "../../tsconfig.base.json",
  "compilerOptions": { "noEmit": true${types} },
  "include": ["src"]
}
`;
}

function readme(kind: GeneratedKind, names: ScaffoldNames, clientName: string): string {
  const { name, title, origin, targets } = names;
  const hasWebhooks = exportsOf("client", targets)["./webhooks"] !== undefined;
  const head = `# @earmark/${name}-${kind}\n\n`;
  const source = `[\`${origin}\`](../../${origin})`;
  switch (kind) {
    case "types":
      return `${head}TypeScript types of ${markdown(title)}, generated from ${source}. Declarations only: nothing of this package exists at run time. \`@earmark/${name}-types/strict\` has the document to the letter.\n`;
    case "validators":
      return `${head}Validators for ${markdown(title)}, one per schema, generated from ${source}: \`X.is(value)\`, \`X.parse(value)\`, \`X.safeParse(value)\`, \`X.issues(value)\`, and each is a [Standard Schema](https://standardschema.dev). \`…/strict\` is the document to the letter; \`…/checks\` has the bare functions.\n`;
    case "client":
      return `${head}A typed, resilient client for ${markdown(title)}, generated from ${source}.\n\n\`\`\`ts\nimport { create${clientName} } from "@earmark/${name}-client";\n\`\`\`\n\nOptions, errors and retries: [@earmark/http](../http/README.md). \`…/operations\` is the operation table as data, \`…/schemas\` every schema as JSON Schema.${hasWebhooks ? " `…/webhooks` handles what the API sends." : ""}\n`;
  }
}

/** Both modes of every validator have to agree about every value. */
const VALIDATORS_TEST = `import { describe, expect, it } from "vitest";
import * as validators from "./generated/validators.gen.js";
import * as strict from "./generated/validators.strict.gen.js";

const odd: unknown = JSON.parse('{"__proto__":1}');
const values: readonly unknown[] = [undefined, null, true, 0, -1, 2.5, "", "text", [], [null], {}, { a: 1 }, odd];

describe.each([
  ["a client's", validators],
  ["a server's", strict],
])("%s view", (_view, module) => {
  it.each(Object.entries(module))("%s decides and explains alike", (_name, validator) => {
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
function clientTest(clientName: string): string {
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
