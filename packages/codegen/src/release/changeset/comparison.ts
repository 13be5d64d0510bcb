import { type Document, readDocument } from "../../document/index.ts";
import { buildModel, type Model } from "../../model/index.ts";
import type { WorkspaceDocument } from "../../workspace.ts";
import type { GeneratedKind } from "../channels.ts";
import type { Change } from "../diff/change.ts";
import { diffDocuments } from "../diff/index.ts";
import { changedOutputs, generatedOutputs } from "../generated-outputs.ts";
import type { FindBase } from "./base.ts";
import { openEnumerations } from "./open-enumerations.ts";
import { applyPolicy } from "./policy.ts";

/** What became of a document, as users of generated packages see it. */
export interface Comparison {
  readonly document: WorkspaceDocument;
  readonly title: string;
  /** With the release policy applied; undefined for a document that has never been released. */
  readonly changes: readonly Change[] | undefined;
  /** The packages whose generated files are not the same, because of the document or of the generator. */
  readonly regenerated: readonly GeneratedKind[];
}

/** Compares a document with an earlier edition, and what is generated from it with what was. */
export async function compareWithBase(document: WorkspaceDocument, findBase: FindBase): Promise<Comparison> {
  const after = await readDocument(document.path, document.origin);
  const outputs = await generatedOutputs(after, document);
  const base = await findBase(document);
  const model = buildModel(after);
  const compared = { document, title: model.title };
  if (base === undefined) return { ...compared, changes: undefined, regenerated: [] };
  const before = base.outputs ?? (await generatedOutputs(base.document, document));
  return {
    ...compared,
    changes: changesOf(base.document, model),
    regenerated: changedOutputs(before, outputs),
  };
}

function changesOf(before: Document, after: Model): readonly Change[] {
  const { changes } = diffDocuments(before, after.document);
  if (changes.length === 0) return [];
  const [wasOpen, isOpen] = [openEnumerations(buildModel(before)), openEnumerations(after)];
  return changes.map((change) =>
    applyPolicy(change, ({ location: { pointer } }) => {
      const schema = pointer.replace(/\/enum\/\d+$/, "");
      return wasOpen(schema) && isOpen(schema);
    }),
  );
}
