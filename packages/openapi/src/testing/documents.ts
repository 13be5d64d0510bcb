import { documentText, type Parts } from "@earmark/testing";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Document } from "../document/document.ts";
import type { Files } from "../document/files.ts";
import { expectDocument, readDocument } from "../document/read.ts";
import { buildModel } from "../model/build-model.ts";
import type { Model } from "../model/model.ts";

/** Reads a document with these parts. */
export async function documentOf(parts: Parts): Promise<Document> {
  const files: Files = { read: async () => documentText(parts), display: (path) => path };
  return expectDocument(await readDocument("test.yaml", "test.yaml", files));
}

export async function modelOf(parts: Parts): Promise<Model> {
  return (await readingOf(parts)).model;
}

/** The model, and what there is to say about the document. */
export async function readingOf(parts: Parts): Promise<ReturnType<typeof buildModel>> {
  return buildModel(await documentOf(parts));
}

/** What diagnostics of one severity say. */
export function messagesOf(diagnostics: readonly Diagnostic[], severity: Diagnostic["severity"]): readonly string[] {
  return diagnostics.filter((one) => one.severity === severity).map(({ message }) => message);
}

/** A path whose operation sends a component and receives it. */
export function pathsBothWays(name: string): object {
  const content = { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } };
  const responses = { "200": { description: "Found.", content } };
  return { "/a": { post: { operationId: "Send", requestBody: { content }, responses } } };
}
