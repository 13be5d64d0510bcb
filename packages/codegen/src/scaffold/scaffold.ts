import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pascalCase } from "@earmark/openapi";
import { readText } from "../output/target.ts";
import { GENERATED_KINDS, type GeneratedKind } from "../release/channels.ts";
import { type WorkspacePackage, workspacePackages } from "../release/workspace-packages.ts";
import {
  clientTest,
  packageManifest,
  RUNTIME_PACKAGES,
  readme,
  type ScaffoldNames,
  tsconfig,
  VALIDATORS_TEST,
} from "./files.ts";

/**
 * Writes what the packages of a document need besides generated files, and returns what it wrote. A file that exists
 * stays as it is, so a second run completes what a first one began.
 */
export async function scaffold(
  root: string,
  document: Pick<ScaffoldNames, "name" | "title" | "origin">,
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
      await mkdir(dirname(file), { recursive: true });
      if (await writeNew(file, text)) written.push(file);
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

async function writeNew(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
