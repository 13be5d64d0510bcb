import type { Parts } from "@earmark/testing";
import { expect } from "vitest";
import { formatDiagnostics } from "../diagnostics/report.ts";
import type { Document, Filter } from "../document/document.ts";
import { brokenReferences } from "../document/references.ts";
import { filterDocument } from "../filter/filtered.ts";
import { isJsonObject, type Json } from "../json/json.ts";
import { documentOf } from "./documents.ts";

/** A filter of what is given, and for the rest one that filters nothing. */
export const filterOf = (filter: Partial<Filter>): Filter => ({
  include: [],
  exclude: [],
  keepUnused: false,
  ...filter,
});

/** What a filter leaves of a document with these parts; an error where it leaves none, or a reference to what is gone. */
export async function filtered(parts: Parts, filter: Partial<Filter>): Promise<Document> {
  const { document, diagnostics } = filterDocument(
    { document: await documentOf(parts), diagnostics: [] },
    filterOf(filter),
  );
  if (document === undefined) throw new Error(formatDiagnostics(diagnostics).join("\n"));
  expect(brokenReferences(document.root)).toEqual([]);
  return document;
}

/** Fields of an operation that returns a value of a schema. */
export const returning = (schema: Json, more: object = {}): object => ({
  responses: { "200": { description: "OK", content: { "application/json": { schema } } } },
  ...more,
});

/** Names of components by section, of those that are left. */
export function componentsOf({ root: { components } }: Document): Readonly<Record<string, readonly string[]>> {
  const sections = Object.entries(isJsonObject(components) ? components : {});
  return Object.fromEntries(sections.map(([section, members]) => [section, Object.keys(members ?? {}).sort()]));
}

/** Methods by path and webhook. */
export function operationsOf({ root: { paths, webhooks } }: Document): readonly string[] {
  return [paths, webhooks].flatMap((items) =>
    Object.entries(isJsonObject(items) ? items : {}).flatMap(([name, item]) => {
      const methods = Object.keys(item ?? {}).filter((key) => /^(get|put|post|delete|patch)$/.test(key));
      return methods.map((method) => `${method.toUpperCase()} ${name}`);
    }),
  );
}
