import { documentText, type Parts } from "@earmark/testing";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Document } from "../document/document.ts";
import type { Files } from "../document/files.ts";
import { expectDocument, type Reading, readDocument } from "../document/read.ts";
import type { JsonObject } from "../json/json.ts";
import { buildModel } from "../model/build-model.ts";
import type { Model } from "../model/model.ts";

/** Reads a document with these parts. */
export async function documentOf(parts: Parts): Promise<Document> {
  return expectDocument(await read(parts));
}

function read(parts: Parts): Promise<Reading> {
  const files: Files = { read: async () => documentText(parts), display: (path) => path };
  return readDocument("test.yaml", "test.yaml", files);
}

export async function modelOf(parts: Parts): Promise<Model> {
  return (await readingOf(parts)).model;
}

/** The model, and what there is to say about the document; of references, what the model says. */
export async function readingOf(parts: Parts): Promise<ReturnType<typeof buildModel>> {
  const reading = await read(parts);
  const { model, diagnostics } = buildModel(expectDocument(reading));
  return { model, diagnostics: [...reading.diagnostics.filter(({ rule }) => rule !== "reference"), ...diagnostics] };
}

/** What diagnostics of one severity say. */
export function messagesOf(diagnostics: readonly Diagnostic[], severity: Diagnostic["severity"]): readonly string[] {
  return diagnostics.filter((one) => one.severity === severity).map(({ message }) => message);
}

/** A reference to a component. */
export function ref(name: string, section = "schemas"): JsonObject {
  return { $ref: `#/components/${section}/${name}` };
}

/** A path whose operation sends a component and receives it. */
export function pathsBothWays(name: string): object {
  const content = { "application/json": { schema: ref(name) } };
  const responses = { "200": { description: "Found.", content } };
  return { "/a": { post: { operationId: "Send", requestBody: { content }, responses } } };
}
