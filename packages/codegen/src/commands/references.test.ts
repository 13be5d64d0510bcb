import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { componentRef } from "@earmark/openapi";
import { documentText, tempFolder } from "@earmark/testing";
import { expect, it } from "vitest";
import { codegen } from "../testing/run.ts";

const COUNT = 5000;

/** A document of many schemas that refer to each other; the last one of a chain is a list. */
function document(schemaOf: (ref: (index: number) => object, index: number) => object): string {
  const ref = (index: number): object => ({ $ref: componentRef(`S${index}`) });
  const schemas = Array.from({ length: COUNT }, (_, index) => [
    `S${index}`,
    index === COUNT - 1 ? { type: "array" } : schemaOf(ref, index),
  ]);
  const form = { "application/x-www-form-urlencoded": { schema: ref(0) } };
  const paths = {
    "/s": { put: { operationId: "Put", requestBody: { content: form }, responses: responding(ref(0)) } },
  };
  return documentText({ schemas: Object.fromEntries(schemas), paths });
}

const responding = (schema: object): object => ({
  "200": { description: "Put.", content: { "application/json": { schema } } },
});
/** Another index for each number, the same each time. */
const scattered = (number: number): number => (Math.imul(number + 1, 2_654_435_761) >>> 0) % COUNT;
const property = (schema: object): object => ({ type: "object", properties: { next: schema } });

it.each([
  ["a chain of references alone", [], document((ref, index) => ref(index + 1))],
  ["a chain of properties", {}, document((ref, index) => property(ref(index + 1)))],
  [
    "a chain of allOf, sent as a form",
    [],
    document((ref, index) => ({ allOf: [ref(index + 1), { properties: { [`p${index}`]: { type: "string" } } }] })),
  ],
  [
    "a random graph of four references each",
    {},
    document((ref, index) => ({
      ...property(ref(scattered(4 * index))),
      additionalProperties: { anyOf: [1, 2, 3].map((edge) => property(ref(scattered(4 * index + edge)))) },
    })),
  ],
])("generates from 5,000 schemas: %s", async (_name, right, text) => {
  const folder = await tempFolder({ "api.json": text });
  const { code, err } = await codegen(folder, "generate", "--spec", "api.json", "--out", "out");
  expect({ code, err }).toEqual({ code: 0, err: [expect.stringMatching(/^\d+ changed/)] });
  const { S0 } = await import(pathToFileURL(join(folder, "out/validators.gen.js")).href);
  expect([S0.is(right), S0.is(1)]).toEqual([true, false]);
});
