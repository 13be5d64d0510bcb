import { buildModel, DocumentError, type Model } from "@earmark/openapi";
import { type Dice, mutated } from "@earmark/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf } from "../../testing/documents.ts";
import { findDrifts } from "./find-drifts.ts";
import { applyRepairs } from "./repairs.ts";
import { PETS } from "./testing/pets.ts";

const DOCUMENT = await documentOf(PETS);
const MODEL = buildModel(DOCUMENT).model;
const dice: fc.Arbitrary<Dice> = fc.tuple(fc.nat(), fc.nat(), fc.nat());

/** The model of the document with one thing changed; undefined where that is no document any more. */
async function mutation(change: Dice): Promise<Model | undefined> {
  try {
    return buildModel(await documentOf(JSON.stringify(mutated(DOCUMENT.root, change)))).model;
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return undefined;
  }
}

/** Paths, and names of security schemes. */
function frameOf({ operations, securitySchemes, document }: Model): string {
  const paths = new Set(operations.map(({ path }) => path));
  return JSON.stringify([...paths, securitySchemes.map(({ name }) => name), document.root.security]);
}

describe("drift", () => {
  it("is none between a document and itself, whatever the document, under an overlay without actions", () =>
    fc.assert(
      fc.asyncProperty(dice, async (change) => {
        const ours = await mutation(change);
        fc.pre(ours !== undefined);
        const { document } = applyRepairs(ours.document, {
          text: "",
          version: "1.0",
          extends: undefined,
          actions: [],
          placeOf: () => ({ file: "", line: 1, column: 1 }),
        });
        expect(findDrifts(buildModel(document).model, ours)).toEqual([]);
      }),
      { numRuns: 60 },
    ));

  it("is seen from both sides: what one of them has is what the other one lacks", () =>
    fc.assert(
      fc.asyncProperty(dice, async (change) => {
        const ours = await mutation(change);
        // A path that only the provider has is not taken over; a security scheme that does not exist is anybody's guess.
        fc.pre(ours !== undefined && frameOf(ours) === frameOf(MODEL));
        const [there, back] = [findDrifts(MODEL, ours), findDrifts(ours, MODEL)];
        expect(there.length === 0).toBe(back.length === 0);
      }),
      { numRuns: 60 },
    ));
});
