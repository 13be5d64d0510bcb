import { buildModel, type Document, expectDocument, type Model, readDocument } from "@earmark/openapi";
import { generateFrom } from "../../generate.ts";
import type { WorkspaceDocument } from "../../workspace.ts";
import type { GeneratedKind } from "../channels.ts";
import type { Change } from "../diff/change.ts";
import { highestImpact, type Impact } from "../diff/impact.ts";
import { diffDocuments } from "../diff/index.ts";
import { changedOutputs, outputsOf } from "../generated-outputs.ts";
import type { CompileUsage } from "../usage/index.ts";
import { type Disagreement, findDisagreement } from "./agreement.ts";
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
  /** What old code says against the rules. */
  readonly disagreement: Disagreement | undefined;
}

/** Compares a document with an earlier edition, and what is generated from it with what was. */
export async function compareWithBase(
  document: WorkspaceDocument,
  findBase: FindBase,
  compile: CompileUsage,
): Promise<Comparison> {
  const after = expectDocument(await readDocument(document.path, document.origin));
  const { model } = buildModel(after);
  const { targets } = await generateFrom(after, document.folders);
  const base = await findBase(document);
  const compared = { document, title: model.title };
  if (base === undefined) return { ...compared, changes: undefined, regenerated: [], disagreement: undefined };
  const before = base.outputs ?? outputsOf((await generateFrom(base.document, document.folders)).targets, document);
  const changes = changesOf(base.document, model);
  const regenerated = changedOutputs(before, outputsOf(targets, document));
  const isSame = changes.length === 0 && regenerated.length === 0;
  return {
    ...compared,
    changes,
    regenerated,
    disagreement: isSame ? undefined : await findDisagreement(base, changes, targets, document, compile),
  };
}

/** The impact of everything that became of a document that has been released; code that fails to compile is broken. */
export function overallImpact({ changes = [], disagreement }: Comparison): Impact {
  const impact = highestImpact(changes.map((change) => change.impact));
  return disagreement?.kind === "breaks" ? { ...impact, types: "major" } : impact;
}

function changesOf(before: Document, after: Model): readonly Change[] {
  const { changes } = diffDocuments(before, after.document);
  if (changes.length === 0) return [];
  const [wasOpen, isOpen] = [openEnumerations(buildModel(before).model), openEnumerations(after)];
  return changes.map((change) =>
    applyPolicy(change, ({ location: { pointer } }) => {
      const schema = pointer.replace(/\/enum\/\d+$/, "");
      return wasOpen(schema) && isOpen(schema);
    }),
  );
}
