import {
  type Examined,
  expectDocument,
  isAtOrBelow,
  isJsonObject,
  KNOWN_VALUES,
  pointerSegments,
  valueAt,
} from "@earmark/openapi";
import { type Change, diffModels, highestImpact, type Impact } from "@earmark/openapi-diff";
import { type Edition, editionOf } from "../../generate.ts";
import { readWorkspaceDocument, type WorkspaceDocument } from "../../workspace/documents.ts";
import { changedOutputs, outputsOf } from "../generated-outputs.ts";
import type { CompileUsage, UsageError } from "../usage/compile-usage.ts";
import { recordUsage } from "../usage/usage-sample.ts";
import type { FindBase } from "./base.ts";
import { applyPolicy } from "./policy.ts";

/** What became of a document, as users of generated packages see it. */
export interface Comparison {
  readonly document: WorkspaceDocument;
  readonly title: string;
  /** With the release policy applied; undefined for a document that has never been released. */
  readonly changes: readonly Change[] | undefined;
  /** Ids of the outputs whose generated files are not the same, because of the document or of the generator. */
  readonly regenerated: readonly string[];
  /** What old code says against the rules. */
  readonly disagreement: Disagreement | undefined;
}

/** Compares a document with an earlier edition, and what is generated from it with what was. */
export async function compareWithBase(
  document: WorkspaceDocument,
  findBase: FindBase,
  compile: CompileUsage,
): Promise<Comparison> {
  const read = expectDocument(await readWorkspaceDocument(document));
  const after = await editionOf(read, document);
  const base = await findBase(document);
  const compared = { document, title: after.model.title };
  if (base === undefined) return { ...compared, changes: undefined, regenerated: [], disagreement: undefined };
  const before = await editionOf(base.document, document);
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

/** Tells whether the schema at a JSON Pointer is an enumeration that types and validators of responses emit open. */
function openEnumerations({ model, views }: Pick<Examined, "model" | "views">): (pointer: string) => boolean {
  const { client } = views;
  return (pointer) => {
    const named = model.schemas.find((schema) => isAtOrBelow(pointer, schema.pointer));
    if (named === undefined) return false;
    const schema = client.find(({ name }) => name === named.name)?.schema;
    const found = valueAt(schema, pointerSegments(pointer.slice(named.pointer.length)));
    return isJsonObject(found) && found[KNOWN_VALUES] !== undefined;
  };
}

/** Where code that was written for an earlier edition contradicts what the rules say of the changes since. */
type Disagreement =
  | {
      readonly kind: "breaks";
      /** What does not compile any more, although no rule says so. */
      readonly errors: readonly UsageError[];
      /** What makes the difference. For the generator, no rule is to blame. */
      readonly cause: "document" | "generator";
    }
  | {
      readonly kind: "compiles";
      /** Rules that say otherwise. */
      readonly rules: readonly string[];
    };

/**
 * Compiles old code with what is generated now. Undefined when the result is what the rules say.
 *
 * @param usage Code that used what was generated from the earlier edition; undefined where none was recorded.
 */
function findDisagreement(
  before: Edition,
  after: Edition,
  usage: string | undefined,
  changes: readonly Change[],
  document: WorkspaceDocument,
  compile: CompileUsage,
): Disagreement | undefined {
  const breaking = changes.filter(({ impact: { types, surface } }) => types === "major" || surface === "major");
  const rules = new Set(breaking.map(({ rule }) => rule));
  const sample = usage ?? recordUsage(before, document, compile);
  const errors = compile(sample, after.targets(), document);
  if (errors.length === 0) return rules.size === 0 ? undefined : { kind: "compiles", rules: [...rules].sort() };
  if (rules.size > 0) return undefined;
  const byGenerator = compile(sample, before.targets(), document);
  return byGenerator.length > 0
    ? { kind: "breaks", errors: byGenerator, cause: "generator" }
    : { kind: "breaks", errors, cause: "document" };
}

/** As many statements as show what is going on. */
const MOST_ERRORS = 5;

/** What is said to the person who runs a comparison where old code contradicts the rules; nothing where it does not. */
export function disagreementText({ document: { origin }, disagreement }: Comparison): readonly string[] {
  if (disagreement === undefined) return [];
  if (disagreement.kind === "compiles") {
    const rules = disagreement.rules.join(", ");
    return [
      `${origin}: ${rules} should break source code, but our sample of code for the last release still compiles. The bump stays; if it is too high, lower it with that reason.`,
    ];
  }
  const { errors, cause } = disagreement;
  const shown = errors.slice(0, MOST_ERRORS).map(({ statement, message }) => `  ${statement}\n    ${message}`);
  const more = errors.length - shown.length;
  return [
    cause === "generator"
      ? `${origin}: the generator declares the same API in another way, with which code written for the last release does not compile. It is released as breaking.`
      : `${origin}: no rule says that source code breaks, but code written for the last release does not compile. It is released as breaking; please report the rule that is missing.`,
    ...shown,
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
