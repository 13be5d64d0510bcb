import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isJsonObject, type Model, markdown } from "@earmark/openapi";
import { clientName, exampleCall, type GeneratedKind } from "../emit/index.ts";
import { type Conventions, conventionsOf } from "./conventions.ts";
import type { WorkspaceDocument } from "./documents.ts";
import type { Edits } from "./edits.ts";
import { packageJsonOf, pathBetween, textOf } from "./files.ts";
import { channelsOf, entriesOf, GENERATED_KINDS, type Output } from "./layout.ts";
import { type WorkspacePackage, workspacePackages } from "./packages.ts";
import type { NewContent } from "./staged-file.ts";
import { pathsIn, type Target } from "./target.ts";
import { UsageError } from "./usage-error.ts";
import { scopeIn } from "./workspace.ts";

/**
 * What the packages of a document need besides generated files: for each file that does not exist, its text. So a second
 * run completes what a first one began.
 *
 * @param edits What the other files of the workspace will be.
 */
export async function scaffold(
  root: string,
  document: WorkspaceDocument,
  { model, targets }: { readonly model: Model; readonly targets: readonly Target[] },
  edits: Edits,
): Promise<readonly NewContent[]> {
  const packages = await workspacePackages(root);
  const facts: ScaffoldFacts = {
    ...document,
    root,
    model,
    targets,
    conventions: await conventionsOf(root, edits),
    members: new Map(packages.map(({ name, path }) => [name, path])),
    runtime: await runtimeVersions(),
    workspace: workspaceFacts(root),
    publishing: publishingOf(packages),
  };
  const licence = textOf(join(root, "LICENSE"));
  const generated = document.outputs.filter((output) => output.package !== undefined);
  return generated.flatMap((output) =>
    Object.entries(filesOf(output, facts, licence))
      .map(([path, content]) => ({ path: join(output.owner, path), content }))
      .filter(({ path }) => !existsSync(path)),
  );
}

/**
 * @throws {UsageError} where generated packages would have no scope: anyone could publish packages of these names.
 */
export async function requireScope(root: string, { outputs }: WorkspaceDocument): Promise<void> {
  const [unscoped] = outputs.flatMap(({ package: name }) => (name === undefined || name.startsWith("@") ? [] : [name]));
  if (unscoped === undefined) return;
  const scopes = (await workspacePackages(root)).flatMap(({ name }) => scopeIn(name) ?? []);
  const [scope = "@acme"] = scopes;
  throw new UsageError(
    `${unscoped} needs a scope, and the name of the root package has none; pass --scope ${scope} to \`codegen init\`, or write \`scope: "${scope}"\` into earmark.config.ts`,
  );
}

/** The packages that generated code runs on, and their versions: those that it is made for. */
export async function runtimeVersions(): Promise<Readonly<Record<RuntimePackage, string>>> {
  const versions = RUNTIME_PACKAGES.map(async (name) => {
    const manifest = new URL("../package.json", import.meta.resolve(name));
    const { version } = JSON.parse(await readFile(manifest, "utf8")) as { readonly version: string }; // as every package has it
    return [name, version] as const;
  });
  return Object.fromEntries(await Promise.all(versions)) as Record<RuntimePackage, string>; // of `RUNTIME_PACKAGES`
}

/** What more than half of the published packages have; restricted, without a word of theirs. */
function publishingOf(packages: readonly WorkspacePackage[]): ScaffoldFacts["publishing"] {
  const published = packages.filter(({ isPrivate }) => !isPrivate);
  const isMost = (has: (publishing: WorkspacePackage["publishing"]) => boolean): boolean =>
    published.filter(({ publishing }) => has(publishing)).length * 2 > published.length;
  return {
    access: isMost(({ access }) => access === "public") ? "public" : "restricted",
    ...(isMost(({ provenance }) => provenance === true) && { provenance: true }),
  };
}

function workspaceFacts(root: string): ScaffoldFacts["workspace"] {
  const { license, repository } = packageJsonOf(root);
  const url = isJsonObject(repository) ? repository.url : repository;
  return {
    ...(typeof license === "string" && { license }),
    ...(typeof url === "string" && { repository: url }),
  };
}

/** Checks come along where the workspace has what they need: its base of compiler options, Vitest, and Node's types, which that imports. */
function filesOf(output: Output, facts: ScaffoldFacts, licence: string | undefined): Record<string, string> {
  const { kinds } = output;
  const { conventions, root } = facts;
  const isChecked = existsSync(join(root, COMPILER_OPTIONS));
  const has = (...tools: readonly string[]): boolean =>
    tools.every((tool) => conventions.knownRange(tool) !== undefined);
  const isTested = isChecked && has("vitest", "@types/node");
  const tests = {
    ...(isTested && kinds.includes("validators") && { "src/validators.test.ts": VALIDATORS_TEST }),
    ...(isTested &&
      kinds.includes("client") &&
      has("esbuild") && { "src/bundle.test.ts": clientTest(clientName(facts.model)) }),
  };
  const hasTests = Object.keys(tests).length > 0;
  return {
    "package.json": packageManifest(output, facts, isChecked, hasTests),
    ...(isChecked && { "tsconfig.json": tsconfig(output, root, hasTests) }),
    "README.md": readme(output, facts),
    ...(licence !== undefined && { LICENSE: licence }),
    ...tests,
  };
}

const COMPILER_OPTIONS = "tsconfig.base.json";

/** The packages that generated code runs on. */
const RUNTIME_PACKAGES = ["@earmark/http", "@earmark/validation"] as const;
type RuntimePackage = (typeof RUNTIME_PACKAGES)[number];

/** What scaffolded packages are written with. */
interface ScaffoldFacts extends Pick<WorkspaceDocument, "origin" | "outputs"> {
  readonly root: string;
  readonly model: Model;
  readonly targets: readonly Target[];
  readonly conventions: Conventions;
  /** Folders of the packages of the workspace, by name. */
  readonly members: ReadonlyMap<string, string>;
  readonly runtime: Readonly<Record<RuntimePackage, string>>;
  /** Licence and address of the repository, which are the workspace's, as far as its own manifest says so. */
  readonly workspace: { readonly license?: string; readonly repository?: string };
  /** How most packages of the workspace are published. */
  readonly publishing: { readonly access: "public" | "restricted"; readonly provenance?: true };
}

/** `package.json` of a generated package: its exports point at generated files, and nothing has to be built. */
function packageManifest(output: Output, facts: ScaffoldFacts, isChecked: boolean, hasTests: boolean): string {
  const { model, origin, workspace, publishing, targets, root } = facts;
  const { kinds, owner, folder } = output;
  // No one else may use it, so it is not to be published.
  const isPrivate = workspace.license === "UNLICENSED";
  const scripts = { ...(isChecked && { typecheck: "tsc" }), ...(hasTests && { test: "vitest run" }) };
  const manifest = {
    name: output.package,
    version: "0.0.0",
    private: isPrivate || undefined,
    description: `${DESCRIPTIONS[mainKind(output)]} ${model.title}, generated from ${origin}.`,
    license: workspace.license,
    repository: workspace.repository && {
      type: "git",
      url: workspace.repository,
      directory: pathBetween(root, owner),
    },
    type: "module",
    sideEffects: false,
    engines: { node: ">=20" },
    exports: entriesOf(output, pathsIn(folder, targets)),
    files: ["src/generated"],
    publishConfig: isPrivate ? undefined : publishing,
    earmark: { channels: channelsOf(kinds) },
    scripts: Object.keys(scripts).length > 0 ? scripts : undefined,
    ...dependenciesOf(output, facts, hasTests),
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
function dependenciesOf({ kinds }: Output, facts: ScaffoldFacts, hasTests: boolean): object {
  const { outputs, runtime, conventions, members } = facts;
  const main = GENERATED_KINDS.findLastIndex((kind) => kinds.includes(kind));
  const siblings = GENERATED_KINDS.slice(0, main).flatMap((kind) => {
    const other = outputs.find((output) => output.kinds.includes(kind) && !kinds.includes(kind));
    return other?.package === undefined ? [] : [[other.package, conventions.siblingRange("0.0.0")] as const];
  });
  const used = RUNTIME_PACKAGES.filter(
    (name) => kinds.includes("client") || (name === "@earmark/validation" && kinds.includes("validators")),
  );
  const runtimes = used.map((name) => {
    const range = members.has(name) ? conventions.siblingRange(runtime[name]) : conventions.knownRange(name);
    return [name, range ?? `^${runtime[name]}`] as const;
  });
  const tools = hasTests ? ["vitest", "@types/node", ...(kinds.includes("client") ? ["esbuild"] : [])] : [];
  const known = tools.flatMap((name) => {
    const range = conventions.knownRange(name);
    return range === undefined ? [] : [[name, range] as const];
  });
  const dependencies = Object.fromEntries([...siblings, ...runtimes]);
  const devDependencies = Object.fromEntries(known.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return {
    ...(Object.keys(dependencies).length > 0 && { dependencies }),
    ...(known.length > 0 && { devDependencies }),
  };
}

function tsconfig({ owner }: Output, root: string, hasTests: boolean): string {
  const types = hasTests ? ', "types": ["node"]' : "";
  return `{
  "extends": "${pathBetween(owner, join(root, COMPILER_OPTIONS))}",
  "compilerOptions": { "noEmit": true${types} },
  "include": ["src"]
}
`;
}

function readme(output: Output, facts: ScaffoldFacts): string {
  const { model, origin, targets, root, members } = facts;
  const { specifierOf, kinds, owner } = output;
  const title = markdown(model.title);
  const hasWebhooks = targets.some(({ files }) => files.some(({ path }) => path === "webhooks.gen.d.ts"));
  const linkTo = (file: string): string => pathBetween(owner, file);
  const source = `[\`${origin}\`](${linkTo(join(root, origin))})`;
  const http = members.get("@earmark/http");
  const guide = http === undefined ? "https://www.npmjs.com/package/@earmark/http" : linkTo(join(http, "README.md"));
  const sections = {
    types: `TypeScript types of ${title}, generated from ${source}. Declarations only: nothing of them exists at run time. \`${specifierOf("types", "./strict")}\` has the document to the letter.\n`,
    validators: `Validators for ${title}, one per schema, generated from ${source}: \`X.is(value)\`, \`X.parse(value)\`, \`X.safeParse(value)\`, \`X.issues(value)\`, and each is a [Standard Schema](https://standardschema.dev). \`${specifierOf("validators", "./strict")}\` is the document to the letter; \`${specifierOf("validators", "./checks")}\` has the bare functions.\n`,
    client: `A typed, resilient client for ${title}, generated from ${source}.\n\n\`\`\`ts\n${exampleCall(model, specifierOf("client", ".")).join("\n")}\n\`\`\`\n\nOptions, errors and retries: [@earmark/http](${guide}). \`…/operations\` is the operation table as data, \`…/schemas\` every schema as JSON Schema.${hasWebhooks ? " `…/webhooks` handles what the API sends." : ""}\n`,
  } as const;
  return `# ${output.package}\n\n${kinds.map((kind) => sections[kind]).join("\n")}`;
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
