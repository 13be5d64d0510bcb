import { type Document, DocumentError, isJsonObject } from "@earmark/openapi";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOperations } from "../release/diff/index.ts";
import { documentOf } from "../release/diff/testing/diff-texts.ts";
import { type Dice, mutated } from "../release/diff/testing/mutate-document.ts";
import { findDrifts } from "./find-drifts.ts";
import { applyOverlay } from "./overlay/apply-overlay.ts";
import { PETS } from "./testing/pets.ts";

const DOCUMENT = await documentOf(PETS);
const dice: fc.Arbitrary<Dice> = fc.tuple(fc.nat(), fc.nat(), fc.nat());

/** The document with one thing changed; undefined where that is no document any more. */
async function mutation(change: Dice): Promise<Document | undefined> {
  return documentOf(JSON.stringify(mutated(DOCUMENT.root, change))).catch((error: unknown) => {
    if (!(error instanceof DocumentError)) throw error;
    return undefined;
  });
}

/** Paths, and names of security schemes. */
function frameOf(document: Document): string {
  const { components } = document.root;
  const schemes =
    isJsonObject(components) && isJsonObject(components.securitySchemes) ? components.securitySchemes : {};
  const paths = new Set(documentOperations(document).map(({ path }) => path));
  return JSON.stringify([...paths, Object.keys(schemes), document.root.security]);
}

describe("drift", () => {
  it("is none between a document and itself, whatever the document, under an overlay without actions", () =>
    fc.assert(
      fc.asyncProperty(dice, async (change) => {
        const ours = await mutation(change);
        fc.pre(ours !== undefined);
        const { document } = applyOverlay(ours, { actions: [], placeOf: () => ({ file: "", line: 1, column: 1 }) });
        expect(findDrifts(document, ours)).toEqual([]);
      }),
      { numRuns: 60 },
    ));

  it("is seen from both sides: what one of them has is what the other one lacks", () =>
    fc.assert(
      fc.asyncProperty(dice, async (change) => {
        const ours = await mutation(change);
        // A path that only the provider has is not taken over; a security scheme that does not exist is anybody's guess.
        fc.pre(ours !== undefined && frameOf(ours) === frameOf(DOCUMENT));
        const [there, back] = [findDrifts(DOCUMENT, ours), findDrifts(ours, DOCUMENT)];
        expect(there.length === 0).toBe(back.length === 0);
      }),
      { numRuns: 60 },
    ));
});
