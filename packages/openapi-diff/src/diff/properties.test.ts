import { buildModel, type Document, DocumentError } from "@earmark/openapi";
import {
  ANNOTATION,
  all,
  below,
  type Dice,
  insertBelow,
  mutated,
  shuffled,
  swap,
  type TextEdit,
} from "@earmark/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf } from "../testing/diff-texts.ts";
import { diffDocuments } from "./diff.ts";

const DOCUMENT = await documentOf(ANNOTATION);

const dice: fc.Arbitrary<Dice> = fc.tuple(fc.nat(), fc.nat(), fc.nat());

/** The annotation document with one thing changed; undefined where that has no model any more. */
async function mutation(change: Dice): Promise<Document | undefined> {
  const document = await documentOf(JSON.stringify(mutated(DOCUMENT.root, change))).catch(orUndefined);
  return document !== undefined && isWhole(document) ? document : undefined;
}

function orUndefined(error: unknown): undefined {
  if (!(error instanceof DocumentError)) throw error;
}

/** Whether all of a document is generated. */
function isWhole(document: Document): boolean {
  const { model } = buildModel(document);
  return model.skipped.length === 0 && model.isGenerated;
}

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

  it("of additions breaks nothing on the wire, and the other way round each of them breaks", () =>
    fc.assert(
      fc.asyncProperty(fc.subarray(ADDITIONS, { minLength: 1 }), async (edits) => {
        const other = await documentOf(all(...edits)(ANNOTATION));
        const [there, back] = [diffDocuments(DOCUMENT, other), diffDocuments(other, DOCUMENT)];
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
