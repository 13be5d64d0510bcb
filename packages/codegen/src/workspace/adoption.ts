import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { conventionsOf, rangesOf } from "./conventions.ts";
import type { WorkspaceDocument } from "./documents.ts";
import type { Edits } from "./edits.ts";
import { packageJsonOf, pathBetween } from "./files.ts";
import { entriesOf, type Output } from "./layout.ts";
import { generatorVersion } from "./manifest.ts";
import { installCall, packageManagerOf } from "./package-manager.ts";
import { runtimeVersions } from "./scaffold.ts";
import { pathsIn, type Target } from "./target.ts";
import { packageGlobs } from "./workspace.ts";

/** What people have to do that cannot be done for them, one line each. */
export type Advice = readonly string[];

/** Scripts that a repository gets, and the commands that they run. */
const SCRIPTS: Readonly<Record<string, string>> = {
  generate: "codegen generate",
  "check:generated": "codegen generate --check",
  "api:update": "codegen api-update",
};

/**
 * Edits that make a repository know the generator: scripts and dependencies of its root, folders of packages, and the
 * files of git, formatters and linters. What is there already stays.
 */
export async function adopt(
  root: string,
  documents: readonly WorkspaceDocument[],
  targets: readonly Target[],
  edits: Edits,
): Promise<Advice> {
  const outputs = documents.flatMap((document) => document.outputs);
  // pnpm needs none in the root of a workspace.
  edits.create("package.json", '{\n  "private": true\n}\n');
  await addDependency(root, "package.json", "devDependencies", "@earmark/codegen", generatorVersion(), edits);
  const advice = [
    ...(await connectOutputs(root, outputs, targets, edits)),
    ...addScripts(edits),
    ...addIgnores(root, outputs, edits),
  ];
  edits.appendLines(".gitattributes", attributesOf(root, outputs));
  return advice;
}

/** Adds a dependency in the way that the repository names versions. */
async function addDependency(
  root: string,
  manifest: string,
  field: "dependencies" | "devDependencies",
  name: string,
  version: string,
  edits: Edits,
): Promise<void> {
  const has = (other: string): boolean => edits.valueIn(manifest, [other, name]) !== undefined;
  if (has("dependencies") || has("devDependencies")) return;
  edits.setDefault(manifest, [field, name], await rangeFor(root, name, version, edits));
}

/** What the repository has for a package already, else its version, which goes to the catalog where there is one. */
async function rangeFor(root: string, name: string, version: string, edits: Edits): Promise<string> {
  const { knownRange, hasCatalog } = await conventionsOf(root, edits);
  const known = knownRange(name);
  if (known !== undefined) return known;
  const isInCatalog = hasCatalog && edits.insertYaml("pnpm-workspace.yaml", "catalog", `"${name}": ^${version}`);
  return isInCatalog ? "catalog:" : `^${version}`;
}

/** A script of the same name that does something else is left alone. */
function addScripts(edits: Edits): Advice {
  return Object.entries(SCRIPTS).flatMap(([name, command]) => {
    const found = edits.valueIn("package.json", ["scripts", name]);
    edits.setDefault("package.json", ["scripts", name], command);
    if (found === undefined || found === command || String(found).includes(command.replace("codegen ", ""))) return [];
    return [`the script ${name} is yours already; \`${command}\` is what it would have been`];
  });
}

/** Makes the repository know what is generated: new packages, and folders in packages that exist. */
export async function connectOutputs(
  root: string,
  outputs: readonly Output[],
  targets: readonly Target[],
  edits: Edits,
): Promise<Advice> {
  const versions = Object.entries(await runtimeVersions());
  // Before packages are scaffolded, which take what is in the catalog from there.
  for (const [name, version] of versions) await rangeFor(root, name, version, edits);
  await addFolders(root, outputs, targets, versions, edits);
  return addPackages(root, outputs, edits);
}

/** Folders in packages that exist: what they import, and how it is found. */
async function addFolders(
  root: string,
  outputs: readonly Output[],
  targets: readonly Target[],
  versions: readonly (readonly [name: string, version: string])[],
  edits: Edits,
): Promise<void> {
  for (const output of outputs.filter((one) => one.package === undefined)) {
    const manifest = pathBetween(root, join(output.owner, "package.json"));
    for (const [name, version] of versions) await addDependency(root, manifest, "dependencies", name, version, edits);
    for (const [entry, wanted] of Object.entries(entriesOf(output, pathsIn(output.folder, targets))))
      edits.setDefault(manifest, ["imports", entry], wanted);
  }
}

/** New packages have to be packages of the workspace: by a glob, or one by one where it names the others so. */
function addPackages(root: string, outputs: readonly Output[], edits: Edits): Advice {
  const globs = packageGlobs(root) ?? [];
  const missing = outputs
    .filter((output) => output.package !== undefined)
    .map(({ owner }) => pathBetween(root, owner))
    .filter((owner) => !globs.some((glob) => covers(glob, owner)));
  const named = globs.filter((glob) => !glob.startsWith("!") && glob !== ".");
  const isExplicit = named.length > 0 && named.every((glob) => !/[*?{[]/.test(glob));
  const wanted = new Set(isExplicit ? missing : missing.map((owner) => `${parentOf(owner)}*`));
  return [...wanted].flatMap((glob) => {
    if (existsSync(join(root, "pnpm-workspace.yaml"))) {
      const isDone = edits.insertYaml("pnpm-workspace.yaml", "packages", `- ${JSON.stringify(glob)}`);
      const install = installCall(packageManagerOf(root));
      return isDone ? [] : [`add ${glob} to \`packages\` of pnpm-workspace.yaml, and run \`${install}\``];
    }
    const workspaces = edits.valueIn("package.json", ["workspaces"]);
    const at = Array.isArray(workspaces) || workspaces === undefined ? ["workspaces"] : ["workspaces", "packages"];
    if (edits.valueIn("package.json", at) === undefined) edits.setDefault("package.json", at, [glob]);
    else edits.setDefault("package.json", [...at, -1], glob);
    return [];
  });
}

/** `libs/` of `libs/orders-client`; nothing of a package directly in the root. */
function parentOf(owner: string): string {
  return owner.replace(/[^/]*$/, "");
}

/** Whether a glob of a workspace finds a package. */
function covers(glob: string, owner: string): boolean {
  const pattern = glob.replace(/^\.\//, "").replace(/\/$/, "");
  const parent = parentOf(owner);
  return (
    [owner, `${parent}*`, `${parent}**`, "**", "*/*"].includes(pattern) ||
    (pattern.endsWith("/**") && parent.startsWith(pattern.slice(0, -2)))
  );
}

/** The folders of generated files, as patterns from the root that later documents fall under as well. */
function generatedPatterns(root: string, outputs: readonly Output[]): readonly string[] {
  const patterns = outputs.map(({ folder, package: generated }) => {
    const path = pathBetween(root, folder);
    // What is generated into packages of its own lies in `src/generated` of each.
    return generated === undefined ? `${path.split("/").slice(0, -1).join("/")}/**` : "**/src/generated/**";
  });
  return [...new Set(patterns)].sort();
}

function attributesOf(root: string, outputs: readonly Output[]): readonly string[] {
  return [
    "# Generated by `codegen generate`.",
    ...generatedPatterns(root, outputs).map((pattern) => `${pattern} text eol=lf linguist-generated=true`),
  ];
}

/** Formatters and linters that a repository has must not touch generated files. */
function addIgnores(root: string, outputs: readonly Output[], edits: Edits): Advice {
  const patterns = generatedPatterns(root, outputs);
  const { present, dependencies } = toolsOf(root);
  const advice: string[] = [];
  if (present(/^\.?prettier(rc|\.config|ignore)/) || dependencies.has("prettier"))
    edits.appendLines(".prettierignore", patterns);
  if (existsSync(join(root, ".eslintignore"))) edits.appendLines(".eslintignore", patterns);
  else if (present(/^eslint\.config\./))
    advice.push(`let ESLint ignore generated files: { ignores: ${JSON.stringify(patterns)} } in eslint.config`);
  for (const file of ["biome.json", "biome.jsonc"].filter((name) => existsSync(join(root, name))))
    addBiome(file, patterns, dependencies, edits);
  if (existsSync(join(root, ".oxlintrc.json"))) addToList(".oxlintrc.json", ["ignorePatterns"], patterns, edits);
  return advice;
}

/** What a repository has of tools: files in its root, and the ranges of what its own manifest installs. */
function toolsOf(root: string) {
  const manifest = packageJsonOf(root);
  const dependencies = new Map(rangesOf(manifest));
  if (manifest.prettier !== undefined && !dependencies.has("prettier")) dependencies.set("prettier", "*");
  const files = readdirSync(root);
  return { present: (name: RegExp) => files.some((file) => name.test(file)), dependencies };
}

/** From version 2 on, `files.includes` has exceptions with `!`; before, `files.ignore` had them. */
function addBiome(
  file: string,
  patterns: readonly string[],
  dependencies: ReadonlyMap<string, string>,
  edits: Edits,
): void {
  const isOld =
    edits.valueIn(file, ["files", "ignore"]) !== undefined || /^\D*1\./.test(dependencies.get("@biomejs/biome") ?? "");
  if (isOld) {
    addToList(file, ["files", "ignore"], patterns, edits);
    return;
  }
  if (edits.valueIn(file, ["files", "includes"]) === undefined) edits.setDefault(file, ["files", "includes"], ["**"]);
  addToList(
    file,
    ["files", "includes"],
    patterns.map((pattern) => `!${pattern}`),
    edits,
  );
}

function addToList(file: string, at: readonly string[], values: readonly string[], edits: Edits): void {
  if (edits.valueIn(file, [...at]) === undefined) edits.setDefault(file, [...at], []);
  const found = edits.valueIn(file, [...at]);
  const present: readonly unknown[] = Array.isArray(found) ? found : [];
  for (const value of values.filter((one) => !present.includes(one))) edits.setDefault(file, [...at, -1], value);
}
