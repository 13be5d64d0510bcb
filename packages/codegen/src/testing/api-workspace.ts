import { mkdir, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { tempFolder } from "@earmark/testing";
import { recordRelease, releasedDocuments, releasedFolder } from "../release/generated-outputs.ts";
import { type CompileUsage, usageCompiler } from "../release/usage/compile-usage.ts";
import { workspaceDocuments } from "../workspace/documents.ts";
import type { Target } from "../workspace/target.ts";

/** One for all tests of a file: most of its time goes into the first use. */
export const compileUsage: CompileUsage = usageCompiler();

/** A document that a workspace of tests begins with; its responses hold an open enumeration. */
export const PETS = `openapi: 3.1.0
info: { title: Pets, version: "1" }
servers: [{ url: https://pets.example }]
paths:
  /pets/{Id}:
    get:
      operationId: FetchPet
      parameters: [{ name: Id, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: A pet.
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
    post:
      operationId: UpdatePet
      parameters: [{ name: Id, in: path, required: true, schema: { type: string } }]
      requestBody:
        content: { application/json: { schema: { $ref: "#/components/schemas/UpdatePetRequest" } } }
      responses:
        "204": { description: Done. }
components:
  schemas:
    Kind: { type: string, enum: [cat, dog] }
    Pet:
      type: object
      properties:
        kind: { $ref: "#/components/schemas/Kind" }
        name: { type: string, description: What it answers to. }
        size: { type: string, const: small }
    UpdatePetRequest:
      type: object
      properties:
        Name: { type: string, maxLength: 100 }
`;

const package_ = (name: string, version: string, more: object = {}): string =>
  JSON.stringify({ name, version, ...more }, null, 2);
const depends = (...names: readonly string[]): object => Object.fromEntries(names.map((name) => [name, "workspace:^"]));

/** Every kind of package that can expose a document, at a version. */
export function packagesOf(document: string, version = "0.3.0"): Readonly<Record<string, string>> {
  const [types, validators, client] = ["types", "validators", "client"].map((kind) => `${document}-${kind}`) as [
    string,
    string,
    string,
  ];
  return {
    [`packages/${types}/package.json`]: package_(types, version),
    [`packages/${validators}/package.json`]: package_(validators, version, { dependencies: depends(types) }),
    [`packages/${client}/package.json`]: package_(client, version, { dependencies: depends(types, validators) }),
  };
}

/** Hand-written packages over `pets`: a library, one on top of it, a bundle, a tool and a private one. */
export function handWritten(version = "0.3.0"): Readonly<Record<string, string>> {
  const client = { dependencies: depends("pets-client") };
  const wire = { earmark: { channels: ["wire"] } };
  return {
    "packages/shelter/package.json": package_("shelter", version, { ...client, ...wire }),
    "packages/on-top/package.json": package_("on-top", version, { peerDependencies: depends("shelter") }),
    "packages/bundle/package.json": package_("bundle", version, { devDependencies: depends("shelter"), ...wire }),
    "packages/tool/package.json": package_("tool", version, { devDependencies: depends("pets-client") }),
    "packages/secret/package.json": package_("secret", version, { private: true, ...client }),
    "packages/other/package.json": package_("other", version),
  };
}

/** A workspace, without git, as it was before its first release. */
export function apiWorkspace(files: Readonly<Record<string, string>> = {}): Promise<string> {
  return tempFolder({
    "pnpm-workspace.yaml": "packages: [packages/*]\n",
    "package.json": JSON.stringify({ private: true }),
    ".changeset/config.json": JSON.stringify({ privatePackages: false }),
    ".changeset/README.md": "# Changesets\n",
    "openapi/pets.yaml": PETS,
    ...packagesOf("pets"),
    ...files,
  });
}

const records = new Map<string, Target>();

/** A workspace whose documents have been released as they are. */
export async function releasedWorkspace(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = await apiWorkspace(files);
  const documents = await workspaceDocuments(root);
  // What is recorded follows from the documents, their names and parts included, which most tests have in common.
  const key = JSON.stringify(Object.entries(files).filter(([path]) => /^(openapi\/|earmark\.config\.)/.test(path)));
  const recorded = records.get(key) ?? (await releasedDocuments(root, documents, compileUsage));
  records.set(key, recorded);
  await recordRelease({ ...recorded, folder: releasedFolder(root) });
  return root;
}

/** Files of `.changeset/` that `codegen changeset` names. */
export function isApiChangeset(name: string): boolean {
  return name.startsWith("api-");
}

/** Makes `changeset`, as this workspace has it, the one of another workspace. */
export async function installChangesets(root: string): Promise<void> {
  const manifest = createRequire(join(import.meta.dirname, "../../../../package.json")).resolve(
    "@changesets/cli/package.json",
  );
  await mkdir(join(root, "node_modules/@changesets"), { recursive: true });
  await symlink(dirname(manifest), join(root, "node_modules/@changesets/cli"));
}

export function changesetText(bumps: Readonly<Record<string, string>>, text = "By hand."): string {
  const lines = Object.entries(bumps).map(([name, bump]) => `"${name}": ${bump}\n`);
  return `---\n${lines.join("")}---\n\n${text}\n`;
}

export function changesetPath(root: string, name: string): string {
  return join(root, ".changeset", name);
}
