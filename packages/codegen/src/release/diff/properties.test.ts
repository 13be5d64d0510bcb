import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildModel, buildViews, type Document, DocumentError, type Model } from "@earmark/openapi";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emitClient, emitOperations, emitSchemas, emitTypes, emitValidators } from "../../emit/index.ts";
import { diffDocuments } from "./diff.ts";
import { documentOf } from "./testing/diff-texts.ts";
import { type Dice, mutated, shuffled } from "./testing/mutate-document.ts";
import { all, below, insertBelow, swap, type TextEdit } from "./testing/text-edit.ts";

const TEXT = readFileSync(join(import.meta.dirname, "testing/annotation.yaml"), "utf8");
const ANNOTATION = await documentOf(TEXT);
const IMPORTS = { validation: "v", runtime: "r", types: "t", strictTypes: "s" };

const dice: fc.Arbitrary<Dice> = fc.tuple(fc.nat(), fc.nat(), fc.nat());

/** The annotation document with one thing changed; undefined where that has no model any more. */
async function mutation(change: Dice): Promise<Document | undefined> {
  const document = await documentOf(JSON.stringify(mutated(ANNOTATION.root, change))).catch(orUndefined);
  return document === undefined || modelOf(document) === undefined ? undefined : document;
}

function orUndefined(error: unknown): undefined {
  if (!(error instanceof DocumentError)) throw error;
}

/** The model of a document; undefined where nothing is generated from it, or less than all. */
function modelOf(document: Document): Model | undefined {
  const { model } = buildModel(document);
  const isWhole = model.skipped.length === 0 && model.isGenerated;
  return isWhole ? model : undefined;
}

/** Everything that is generated from a document, by file; undefined where nothing can be. */
function generated(document: Document): Map<string, string> | undefined {
  const model = modelOf(document);
  if (model === undefined) return undefined;
  const views = buildViews(model);
  const files = [
    ...emitTypes(model, views),
    ...emitValidators(model, views, IMPORTS),
    ...emitOperations(model, "h"),
    ...emitSchemas(model),
    ...emitClient(model, views),
  ];
  return new Map(files.map(({ path, text }) => [path, text]));
}

const GENERATED = generated(ANNOTATION);

describe("a diff", () => {
  it("of a document with itself is empty, whatever the document", () =>
    fc.assert(
      fc.asyncProperty(dice, async (change) => {
        const document = await mutation(change);
        fc.pre(document !== undefined);
        const again = await documentOf(`${JSON.stringify(document.root)}\n`);
        expect(diffDocuments(document, again).changes).toEqual([]);
      }),
      { numRuns: 40 },
    ));

  it("of a document with its keys in another order is empty", () =>
    fc.assert(
      fc.asyncProperty(dice, fc.infiniteStream(fc.nat()), async (change, numbers) => {
        const document = await mutation(change);
        fc.pre(document !== undefined);
        const other = await documentOf(JSON.stringify(shuffled(document.root, () => numbers.next().value ?? 0)));
        expect(diffDocuments(document, other).changes).toEqual([]);
      }),
      { numRuns: 40 },
    ));

  it("says something of whatever generates other code", () =>
    fc.assert(
      fc.asyncProperty(dice, async (change) => {
        const document = await mutation(change);
        fc.pre(document !== undefined);
        const after = generated(document);
        fc.pre(after !== undefined);
        const { impact } = diffDocuments(ANNOTATION, document);
        const isSilent = Object.values(impact).every((level) => level === "none");
        if (isSilent) expect(after).toEqual(GENERATED);
      }),
      { numRuns: 40 },
    ));

  it("of additions breaks nothing on the wire, and the other way round each of them breaks", () =>
    fc.assert(
      fc.asyncProperty(fc.subarray(ADDITIONS, { minLength: 1 }), async (edits) => {
        const other = await documentOf(all(...edits)(TEXT));
        const [there, back] = [diffDocuments(ANNOTATION, other), diffDocuments(other, ANNOTATION)];
        expect([there.impact.wire, back.impact.wire]).toEqual(["minor", "major"]);
        expect(there.changes.filter(({ impact }) => impact.wire === "minor")).toHaveLength(edits.length);
        expect(back.changes.filter(({ impact }) => impact.wire === "major")).toHaveLength(edits.length);
      }),
      { numRuns: 30 },
    ));
});

/** Edits that add one thing each, and stay out of each other's way. */
const ADDITIONS: TextEdit[] = [
  below("UpdateAnnotationRequest:", insertBelow("properties:", "Language: { type: string }")),
  below("schemas:", below("Annotation:", insertBelow("properties:", "language: { type: string }"))),
  below("UpdateAnnotationRequest:", swap("5, null]", "5, 6, null]")),
  below("UpdateAnnotationRequest:", swap("          minItems: 1\n", "")),
  swap("operationId: FetchAnnotation", "operationId: FetchAnnotation\n      parameters: [{ name: Page, in: query }]"),
  insertBelow(
    "/v1/Voice/{CallSid}/Annotation:",
    'head:\n  operationId: ProbeAnnotation\n  responses: { "200": { description: There is one. } }',
  ),
];
