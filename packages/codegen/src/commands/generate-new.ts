import { type Generated, generateOutputs } from "../generate.ts";
import type { WorkspaceDocument } from "../workspace/documents.ts";
import { requireScope } from "../workspace/scaffold.ts";
import { requireFreePlaces } from "../workspace/taken-places.ts";

/**
 * What is generated, for the first time or again, from a document that `init` or `add` is about.
 *
 * @param readFrom Where its content is, if not in its place yet.
 * @throws {UsageError} where its packages would have no scope, or something else has their places.
 * @throws {DocumentError} where nothing can be generated.
 */
export async function generateNew(root: string, document: WorkspaceDocument, readFrom?: string): Promise<Generated> {
  await requireScope(root, document);
  const generated = await generateOutputs(document, readFrom);
  await requireFreePlaces(root, document, generated.targets);
  return generated;
}
