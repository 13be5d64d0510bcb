import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import type { Model, Views } from "@earmark/openapi";
import { type Parts, tempFolder } from "@earmark/testing";
import { type EmitContext, emitClient, emitters, sourceFile } from "../emit/index.ts";
import { emittersOf, entriesOf, GENERATED_KINDS, importsOf, type Output, outputsOf } from "../workspace/layout.ts";
import { viewsOf } from "./documents.ts";

/** Three packages, `@earmark/test-client` and so on. */
const OUTPUTS = outputsOf("test", {
  root: join(import.meta.dirname, "nowhere"),
  layout: "packages",
  into: "packages",
  scopes: { declared: "@earmark", conventional: undefined },
  kinds: GENERATED_KINDS,
});

/** What an emitter is called with for a document of three packages. */
export function contextOf({ document }: Model, views: Views): EmitContext {
  // That of the client: those of the others differ only in what the others do not import.
  const imports = importsOf(OUTPUTS[2] as Output, OUTPUTS); // `client` is the last one
  return { views, imports, file: (path, lines) => sourceFile(path, document.origin, lines) };
}

/** What is generated for a client: the module of functions, that of the client, and the declarations of both. */
export interface ClientFiles {
  readonly code: string;
  readonly types: string;
  readonly client: string;
  readonly clientTypes: string;
}

/** Emits the client of a document. */
export async function clientOf(parts: Parts): Promise<ClientFiles> {
  const { model, views } = await viewsOf(parts);
  const files = emitClient(model, views, contextOf(model, views).imports);
  const [code = "", types = "", client = "", clientTypes = ""] = files.map(({ text }) => text);
  return { code, types, client, clientTypes };
}

/** Emits the client of a document with one operation, `Do`; each file is on one line. */
export async function clientOfOperation(operation: object, rest: Parts = {}): Promise<ClientFiles> {
  const path = JSON.stringify(operation).includes('"in":"path"') ? "/things/{id}" : "/things";
  const done = { "204": { description: "Done." } };
  const files = await clientOf({
    servers: [{ url: "https://api.example" }],
    paths: { [path]: { post: { operationId: "Do", parameters: [], responses: done, ...operation } } },
    ...rest,
  });
  const onOneLine = Object.entries(files).map(([name, text]) => [name, text.replaceAll(/\s+/g, " ")]);
  return Object.fromEntries(onOneLine);
}

/**
 * A folder with the packages of a document, as `@earmark/test-client` and so on, with all that they import.
 *
 * @param files more that stand there, and may import them.
 */
export async function installedClient(parts: Parts, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const { model, views } = await viewsOf(parts);
  const written: Record<string, string> = { "package.json": '{ "type": "module" }', ...files };
  for (const output of OUTPUTS) {
    const root = `node_modules/${output.package}`;
    const manifest = { type: "module", sideEffects: false, exports: entriesOf(output) };
    written[`${root}/package.json`] = JSON.stringify(manifest);
    for (const { emit } of emittersOf(output, Object.values(emitters)))
      for (const { path, text } of emit(model, contextOf(model, views)))
        written[`${root}/src/generated/${path}`] = text;
  }
  const folder = await tempFolder(written);
  await linkRuntime(folder);
  return folder;
}

/** Makes the packages that generated code runs on known to a folder. */
export async function linkRuntime(folder: string): Promise<void> {
  await mkdir(join(folder, "node_modules/@earmark"), { recursive: true });
  for (const name of ["http", "validation"])
    await symlink(join(import.meta.dirname, "../../..", name), join(folder, "node_modules/@earmark", name));
}
