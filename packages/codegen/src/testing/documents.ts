import { resolve } from "node:path";
import {
  buildModel,
  buildViews,
  type Diagnostic,
  type Document,
  expectDocument,
  type Files,
  type Model,
  readDocument,
  type Schema,
  type Views,
} from "@earmark/openapi";
import { documentText, type Parts } from "@earmark/testing";

/** Reads a document from its text. */
export async function documentOf(text: string, name = "test.yaml"): Promise<Document> {
  const files: Files = { read: () => Promise.resolve(text), display: () => name };
  return expectDocument(await readDocument(resolve(name), name, files));
}

export async function modelOf(parts: Parts): Promise<Model> {
  return (await readingOf(parts)).model;
}

/** The model, and what there is to say about the document. */
export async function readingOf(parts: Parts): Promise<ReturnType<typeof buildModel>> {
  return buildModel(await documentOf(documentText(parts)));
}

/** What diagnostics of one severity say. */
export function messagesOf(diagnostics: readonly Diagnostic[], severity: Diagnostic["severity"]): readonly string[] {
  return diagnostics.filter((one) => one.severity === severity).map(({ message }) => message);
}

export async function viewsOf(parts: Parts): Promise<{ readonly model: Model; readonly views: Views }> {
  const model = await modelOf(parts);
  return { model, views: buildViews(model) };
}

const json = (name: string): object => ({ "application/json": { schema: { $ref: `#/components/schemas/${name}` } } });

/** Paths that send each of `requests` and return each of `responses`. */
export function pathsUsing(requests: readonly string[], responses: readonly string[] = []): object {
  const done = { "204": { description: "Done." } };
  return Object.fromEntries([
    ...requests.map((name) => [
      `/send/${name}`,
      { post: { operationId: `Send${name}`, requestBody: { content: json(name) }, responses: done } },
    ]),
    ...responses.map((name) => [
      `/get/${name}`,
      { get: { operationId: `Get${name}`, responses: { "200": { description: "Found.", content: json(name) } } } },
    ]),
  ]);
}

/** The schema that a view holds under a name. */
export function schemaOf(views: Views, name: string, side: "client" | "strict" = "client"): Schema | undefined {
  return views[side].find((entry) => entry.name === name)?.schema;
}
