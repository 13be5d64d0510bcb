import { expectDocument, readDocument } from "@earmark/openapi";
import { type Edition, editionOf } from "../../generate.ts";
import type { WorkspaceDocument } from "../../workspace.ts";
import type { GeneratedKind } from "../channels.ts";
import type { Change } from "../diff/change.ts";
import { highestImpact, type Impact } from "../diff/impact.ts";
import { diffModels } from "../diff/index.ts";
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
  const read = expectDocument(await readDocument(document.path, document.origin));
  const after = await editionOf(read, document.folders);
  const base = await findBase(document);
  const compared = { document, title: after.model.title };
  if (base === undefined) return { ...compared, changes: undefined, regenerated: [], disagreement: undefined };
  const before = await editionOf(base.document, document.folders);
  const changes = changesOf(before, after);
  const regenerated = changedOutputs(
    base.outputs ?? outputsOf(before.targets(), document),
    outputsOf(after.targets(), document),
  );
  const isSame = changes.length === 0 && regenerated.length === 0;
  return {
    ...compared,
    changes,
    regenerated,
    disagreement: isSame ? undefined : findDisagreement(before, after, base.usage, changes, document, compile),
  };
}

/** The impact of everything that became of a document that has been released; code that fails to compile is broken. */
export function overallImpact({ changes = [], disagreement }: Comparison): Impact {
  const impact = highestImpact(changes.map((change) => change.impact));
  return disagreement?.kind === "breaks" ? { ...impact, types: "major" } : impact;
}

function changesOf(before: Edition, after: Edition): readonly Change[] {
  const { changes } = diffModels(before.model, after.model);
  const [wasOpen, isOpen] = [openEnumerations(before), openEnumerations(after)];
  return changes.map((change) =>
    applyPolicy(change, ({ location: { pointer } }) => {
      const schema = pointer.replace(/\/enum\/\d+$/, "");
      return wasOpen(schema) && isOpen(schema);
    }),
  );
}
