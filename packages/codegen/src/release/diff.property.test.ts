import { buildModel, buildViews, type Document, DocumentError } from "@earmark/openapi";
import { diffDocuments } from "@earmark/openapi-diff";
import { ANNOTATION, type Dice, mutated } from "@earmark/testing";
import fc from "fast-check";
import { expect, it } from "vitest";
import { EMITTERS } from "../emit/index.ts";
import { documentOf } from "../testing/documents.ts";

const DOCUMENT = await documentOf(ANNOTATION);
const IMPORTS = {
  validation: "v",
  runtime: "r",
  operation: "h",
  webhooks: "w",
  checks: "c",
  types: "t",
  strictTypes: "s",
};
const GENERATED = generated(DOCUMENT);

/** Everything that is generated from a document, by file; undefined where not all of it can be. */
function generated(document: Document): Map<string, string> | undefined {
  const { model } = buildModel(document);
  if (model.skipped.length > 0 || !model.isGenerated) return undefined;
  const views = buildViews(model);
  const files = EMITTERS.flatMap(({ emit }) => emit(model, views, IMPORTS));
  return new Map(files.map(({ path, text }) => [path, text]));
}

const dice: fc.Arbitrary<Dice> = fc.tuple(fc.nat(), fc.nat(), fc.nat());

it("a diff says something of whatever generates other code", () =>
  fc.assert(
    fc.asyncProperty(dice, async (change) => {
      const document = await documentOf(JSON.stringify(mutated(DOCUMENT.root, change))).catch((error: unknown) => {
        if (!(error instanceof DocumentError)) throw error;
      });
      fc.pre(document !== undefined);
      const after = generated(document);
      fc.pre(after !== undefined);
      const { impact } = diffDocuments(DOCUMENT, document);
      const isSilent = Object.values(impact).every((level) => level === "none");
      if (isSilent) expect(after).toEqual(GENERATED);
    }),
    { numRuns: 40 },
  ));
