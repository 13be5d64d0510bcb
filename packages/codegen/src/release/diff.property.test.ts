import { buildModel, buildViews, type Document, DocumentError, outboundOf, receivedOf } from "@earmark/openapi";
import { diffDocuments } from "@earmark/openapi-diff";
import { ANNOTATION, type Dice, mutated } from "@earmark/testing";
import fc from "fast-check";
import { expect, it } from "vitest";
import { emitters } from "../emit/index.ts";
import { contextOf } from "../testing/client.ts";
import { documentOf } from "../testing/documents.ts";

/** With a webhook and a callback, whose code follows from them. */
const HOOKED = `openapi: 3.1.0
info: { title: Store, version: "1" }
paths:
  /orders:
    post:
      operationId: MakeOrder
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
      callbacks:
        shipped:
          "{$request.body#/url}":
            post:
              parameters: [{ name: X-Tries, in: header, schema: { type: integer } }]
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { at: { type: string } } } } } }
              responses: { "200": { description: Seen., content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
      responses: { "204": { description: Done. } }
webhooks:
  orderPaid:
    post:
      summary: An order was paid.
      parameters: [{ name: page, in: query, required: true, schema: { type: array, items: { type: string } } }]
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Order" } }, text/plain: {} } }
      responses: { "204": { description: Done. }, "4XX": { description: No., headers: { X-Why: { schema: { type: string } } } } }
    put: { responses: { "204": { description: Done. } } }
components: { schemas: { Order: { type: object, required: [url], properties: { url: { type: string }, kind: { enum: [new, old] } } } } }
`;
const DOCUMENTS = await Promise.all([ANNOTATION, HOOKED].map((text) => documentOf(text)));

/** Everything that is generated from a document, by file; undefined where not all of it can be. */
function generated(document: Document): Map<string, string> | undefined {
  const { model } = buildModel(document);
  if (model.skipped.length > 0 || !model.isGenerated || outboundOf(model).length > receivedOf(model).length)
    return undefined;
  const views = buildViews(model);
  const files = Object.values(emitters).flatMap(({ emit }) => emit(model, contextOf(model, views)));
  return new Map(files.map(({ path, text }) => [path, text]));
}

const dice: fc.Arbitrary<Dice> = fc.tuple(fc.nat(), fc.nat(), fc.nat());

it.each(DOCUMENTS)("a diff says something of whatever generates other code", (original) => {
  const before = generated(original);
  return fc.assert(
    fc.asyncProperty(dice, async (change) => {
      const document = await documentOf(JSON.stringify(mutated(original.root, change))).catch((error: unknown) => {
        if (!(error instanceof DocumentError)) throw error;
      });
      fc.pre(document !== undefined);
      const after = generated(document);
      fc.pre(after !== undefined);
      const { impact } = diffDocuments(original, document);
      const isSilent = Object.values(impact).every((level) => level === "none");
      if (isSilent) expect(after).toEqual(before);
    }),
    { numRuns: 40 },
  );
});
