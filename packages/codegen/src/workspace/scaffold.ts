import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { markdown, pascalCase } from "@earmark/openapi";
import type { GeneratedKind } from "../emit/index.ts";
import { channelsOf, entriesOf, GENERATED_KINDS, type Output } from "./layout.ts";
import { type WorkspacePackage, workspacePackages } from "./packages.ts";
import { readText, type Target } from "./target.ts";

/**
 * Writes what the packages of a document need besides generated files, and returns what it wrote. A file that exists
 * stays as it is, so a second run completes what a first one began.
 */
export async function scaffold(
  root: string,
  document: Pick<ScaffoldNames, "name" | "title" | "origin" | "targets" | "outputs">,
): Promise<readonly string[]> {
  const names: ScaffoldNames = {
    ...document,
    root,
    workspace: await workspaceFacts(root),
    runtime: await runtimeRanges(root),
    publishing: publishingOf(await workspacePackages(root)),
  };
  const licence = await readText(join(root, "LICENSE"));
  const written: string[] = [];
  for (const output of document.outputs) {
    for (const [path, text] of Object.entries(filesOf(output, names, licence))) {
      const file = join(output.owner, path);
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

function filesOf(output: Output, names: ScaffoldNames, licence: string | undefined): Record<string, string> {
  const { kinds } = output;
  return {
    "package.json": packageManifest(output, names),
    "tsconfig.json": tsconfig(output),
    "README.md": readme(output, names),
    ...(licence === undefined ? {} : { LICENSE: licence }),
    ...(kinds.includes("validators") ? { "src/validators.test.ts": VALIDATORS_TEST } : {}),
    ...(kinds.includes("client") ? { "src/bundle.test.ts": clientTest(clientTypeOf(names)) } : {}),
  };
}

/** The packages that generated code runs on. */
const RUNTIME_PACKAGES = ["@earmark/http", "@earmark/validation"] as const;
type RuntimePackage = (typeof RUNTIME_PACKAGES)[number];

/** What a scaffolded package is written with. */
interface ScaffoldNames {
  /** `annotation` for `openapi/annotation.yaml`. */
  readonly name: string;
  /** What is generated from the document, and where it goes. */
  readonly targets: readonly Target[];
  readonly outputs: readonly Output[];
  /** Title of the document. */
  readonly title: string;
  /** Path of the document from the root of the workspace. */
  readonly origin: string;
  readonly root: string;
  /** Version ranges of the packages that generated code runs on, by name. */
  readonly runtime: Readonly<Record<RuntimePackage, string>>;
  /** Licence and address of the repository, which are the workspace's, as far as its own manifest says so. */
  readonly workspace: { readonly license?: string; readonly repository?: string };
  /** How most packages of the workspace are published. */
  readonly publishing: { readonly access: "public" | "restricted"; readonly provenance?: true };
}

function clientTypeOf({ name }: ScaffoldNames): string {
  return `${pascalCase(name)}Client`;
}

/** `package.json` of a generated package: its exports point at generated files, and nothing has to be built. */
function packageManifest(output: Output, names: ScaffoldNames): string {
  const { title, origin, workspace, publishing, targets, root } = names;
  const { kinds, owner, folder } = output;
  // No one else may use it, so it is not to be published.
  const isPrivate = workspace.license === "UNLICENSED";
  const files = targets.find((target) => target.folder === folder)?.files.map(({ path }) => path);
  const isTested = kinds.includes("validators") || kinds.includes("client");
  const manifest = {
    name: output.package,
    version: "0.0.0",
    private: isPrivate || undefined,
    description: `${DESCRIPTIONS[mainKind(output)]} ${title}, generated from ${origin}.`,
    license: workspace.license,
    repository: workspace.repository && {
      type: "git",
      url: workspace.repository,
      directory: relative(root, owner).replaceAll("\\", "/"),
    },
    type: "module",
    sideEffects: false,
    engines: { node: ">=20" },
    exports: entriesOf(output, new Set(files)),
    files: ["src/generated"],
    publishConfig: isPrivate ? undefined : publishing,
    earmark: { channels: channelsOf(kinds) },
    scripts: isTested ? { typecheck: "tsc", test: "vitest run" } : { typecheck: "tsc" },
    ...dependenciesOf(output, names),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** What a package is called after: the most that is in it. */
function mainKind({ kinds }: Output): GeneratedKind {
  return kinds.at(-1) ?? "types";
}

const DESCRIPTIONS: Readonly<Record<GeneratedKind, string>> = {
  types: "TypeScript types of",
  validators: "Validators, one per schema, of",
  client: "A typed, resilient client of",
};

/** What generated files import: packages of the same document, and those that generated code runs on. */
function dependenciesOf({ kinds }: Output, { outputs, runtime }: ScaffoldNames): object {
  const main = GENERATED_KINDS.findLastIndex((kind) => kinds.includes(kind));
  const siblings = GENERATED_KINDS.slice(0, main).flatMap((kind) => {
    const other = outputs.find((output) => output.kinds.includes(kind) && !kinds.includes(kind));
    return other?.package === undefined ? [] : [[other.package, "workspace:^"]];
  });
  const { "@earmark/validation": validation } = runtime;
  const used = kinds.includes("client")
    ? runtime
    : kinds.includes("validators")
      ? { "@earmark/validation": validation }
      : {};
  const dependencies = { ...Object.fromEntries(siblings), ...used };
  const devDependencies = {
    ...(kinds.includes("client") && { "@types/node": "catalog:", esbuild: "catalog:" }),
    ...(kinds.some((kind) => kind !== "types") && { vitest: "catalog:" }),
  };
  return {
    ...(Object.keys(dependencies).length > 0 && { dependencies }),
    ...(Object.keys(devDependencies).length > 0 && { devDependencies }),
  };
}

function tsconfig({ kinds }: Output): string {
  const types = kinds.includes("client") ? ', "types": ["node"]' : "";
  return `{
  "extends": "../../tsconfig.base.json",
  "compilerOptions": { "noEmit": true${types} },
  "include": ["src"]
}
`;
}

function readme(output: Output, names: ScaffoldNames): string {
  const { title, origin, targets, root } = names;
  const { specifierOf, kinds, owner } = output;
  const name = output.package;
  const hasWebhooks = targets.some(({ files }) => files.some(({ path }) => path === "webhooks.gen.d.ts"));
  const place = relative(owner, join(root, origin)).replaceAll("\\", "/");
  const source = `[\`${origin}\`](${place})`;
  const sections = {
    types: `TypeScript types of ${markdown(title)}, generated from ${source}. Declarations only: nothing of them exists at run time. \`${specifierOf("types", "./strict")}\` has the document to the letter.\n`,
    validators: `Validators for ${markdown(title)}, one per schema, generated from ${source}: \`X.is(value)\`, \`X.parse(value)\`, \`X.safeParse(value)\`, \`X.issues(value)\`, and each is a [Standard Schema](https://standardschema.dev). \`${specifierOf("validators", "./strict")}\` is the document to the letter; \`${specifierOf("validators", "./checks")}\` has the bare functions.\n`,
    client: `A typed, resilient client for ${markdown(title)}, generated from ${source}.\n\n\`\`\`ts\nimport { create${clientTypeOf(names)} } from "${specifierOf("client", ".")}";\n\`\`\`\n\nOptions, errors and retries: [@earmark/http](../http/README.md). \`…/operations\` is the operation table as data, \`…/schemas\` every schema as JSON Schema.${hasWebhooks ? " `…/webhooks` handles what the API sends." : ""}\n`,
  } as const;
  return `# ${name}\n\n${kinds.map((kind) => sections[kind]).join("\n")}`;
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
import { expect, it } from "vitest";

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
