import { buildModel } from "@earmark/openapi";
import { expect, it } from "vitest";
import { documentOf } from "../testing/diff-texts.ts";
import { diffModels } from "./diff.ts";

const COUNT = 5_000;
const ref = (index: number): object => ({ $ref: `#/components/schemas/S${index}` });
const part = { type: "object", properties: { a: { type: "string" } } };

/** Numbers that look random and are the same every time. */
function* numbers(): Generator<number, never, undefined> {
  for (let seed = 1; ; seed = (seed * 48_271) % 2_147_483_647) yield seed;
}

const random = numbers();
const pick = (from: number, to: number): number => from + (random.next().value % (to - from));
const GRAPH = Array.from({ length: COUNT }, () => [0, 1, 2, 3].map(() => pick(0, COUNT)));

/** How each schema refers to the next, or to four others. */
const SHAPES: readonly (readonly [name: string, schemaOf: (index: number) => object])[] = [
  ["properties in a chain", (index) => ({ ...part, properties: { next: ref(index + 1) } })],
  ["allOf in a chain", (index) => ({ allOf: [ref(index + 1), { properties: { [`p${index % 7}`]: {} } }] })],
  ["anyOf in a chain", (index) => ({ anyOf: [ref(index + 1), { type: "integer" }] })],
  ["not in a chain", (index) => ({ not: { properties: { next: ref(index + 1) } } })],
  ["lists in a chain", (index) => ({ type: "array", items: ref(index + 1) })],
  [
    "a random graph",
    (index) => ({
      ...part,
      properties: Object.fromEntries((GRAPH[index] ?? []).map((target, at) => [`p${at}`, ref(target)])),
    }),
  ],
];

async function modelOf(schemaOf: (index: number) => object, last: object) {
  const schemas = Object.fromEntries(Array.from({ length: COUNT }, (_, index) => [`S${index}`, schemaOf(index)]));
  const requestBody = { content: { "application/json": { schema: ref(0) } } };
  const post = { operationId: "Send", requestBody, responses: { "204": { description: "Done." } } };
  const info = { title: "Things", version: "1" };
  const components = { schemas: { ...schemas, [`S${COUNT - 1}`]: last } };
  return buildModel(await documentOf(JSON.stringify({ openapi: "3.1.0", info, paths: { "/a": { post } }, components })))
    .model;
}

it.each(SHAPES)(
  "finds an edit at the end of 5,000 schemas, however they refer to each other: %s",
  async (_, schemaOf) => {
    const before = await modelOf(schemaOf, { type: "string", maxLength: 5 });
    const after = await modelOf(schemaOf, { type: "string", maxLength: 3 });
    const { changes } = diffModels(before, after);
    expect(changes.map(({ location }) => location.pointer.split("/")[3])).toContain(`S${COUNT - 1}`);
  },
);
