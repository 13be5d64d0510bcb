import { resolve } from "node:path";
import { type Document, expectDocument, type Files, readDocument } from "@earmark/openapi";
import type { Diff } from "../diff/change.ts";
import { diffDocuments } from "../diff/diff.ts";
import { CHANNELS, type Impact } from "../rules/impact.ts";

/** Reads a document from its text. */
export async function documentOf(text: string, name = "annotation.yaml"): Promise<Document> {
  const files: Files = { read: () => Promise.resolve(text), display: () => name };
  return expectDocument(await readDocument(resolve(name), name, files));
}

/** What changed between two texts. */
export async function diffTexts(before: string, after: string): Promise<Diff> {
  return diffDocuments(await documentOf(before), await documentOf(after));
}

/** Levels on wire, types, validators, surface and docs; `-` for none. */
export function impactText(impact: Impact): string {
  return CHANNELS.map((channel) => impact[channel].replace("none", "-")).join(" ");
}
