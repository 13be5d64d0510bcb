/** A document that is small, or regular, and once cost more than its length. */
export interface HostileDocument {
  readonly name: string;
  readonly text: string;
  /** Whether it is one of the few that show within a second or two that the section works. */
  readonly isQuick?: true;
}

type Schemas = Record<string, unknown>;

const LAST = { type: "object", properties: { id: { type: "string" } } };

const ref = (index: number): object => ({ $ref: `#/components/schemas/S${index}` });

/** Documents with one operation, which takes the first of many schemas. */
export function hostileDocuments(): readonly HostileDocument[] {
  return [
    { name: "the next as two properties, 40 times", text: inRow(40, (next) => ({ properties: { a: next, b: next } })) },
    { name: "properties of the next, 1,000 times", text: inRow(1_000, (next) => ({ properties: { next } })) },
    { name: "references to the next, 1,000 times", text: inRow(1_000, (next) => next) },
    { name: "allOf of the next, 1,000 times", text: inRow(1_000, (next) => ({ allOf: [next], title: "Part" })) },
    { name: "allOf of the next twice, 18 times", text: inRow(18, (next) => ({ allOf: [next, next] })) },
    {
      name: "anyOf of the next twice, 18 times",
      text: inRow(18, (next) => ({ anyOf: [next, next] })),
      isQuick: true,
    },
    {
      name: "not, if and items of the next, 40 times",
      text: inRow(40, (next) => ({ not: next, if: next, items: next })),
    },
    { name: "four references each to any of 1,000", text: randomGraph(1_000) },
    { name: "a union of 1,000 with a discriminator", text: union(1_000) },
    { name: "aliases of YAML, doubled 12 times", text: aliases(12) },
    { name: "aliases of YAML, doubled 40 times", text: aliases(40) },
    // The peer fails at it, and at once.
    { name: "objects around each other, 100 times", text: nested(100), isQuick: true },
    {
      name: "an enumeration of 10,000 values",
      text: withSchemas({ S0: { enum: Array.from({ length: 10_000 }, (_, i) => `v${i}`) } }),
    },
  ];
}

function withSchemas(schemas: Schemas): string {
  const requestBody = { content: { "application/json": { schema: ref(0) } } };
  const post = { operationId: "Send", requestBody, responses: { 204: { description: "Done." } } };
  const info = { title: "Hostile", version: "1" };
  return JSON.stringify({ openapi: "3.1.0", info, paths: { "/things": { post } }, components: { schemas } });
}

function inRow(count: number, link: (next: object) => object): string {
  const links = Array.from({ length: count }, (_, i) => [`S${i}`, link(ref(i + 1))]);
  return withSchemas({ ...Object.fromEntries(links), [`S${count}`]: LAST });
}

/** It looks random, and is the same every time. */
function randomGraph(count: number): string {
  let state = 7;
  const any = (): object => {
    state = (state * 48_271) % 2_147_483_647;
    return ref(state % count);
  };
  const schemas = Array.from({ length: count }, (_, i) => [
    `S${i}`,
    { type: "object", properties: { a: any(), b: any(), c: any(), d: any() } },
  ]);
  return withSchemas(Object.fromEntries(schemas));
}

function union(count: number): string {
  const members = Array.from({ length: count }, (_, i) => `S${i + 1}`);
  const schemas = members.map((name) => [
    name,
    { type: "object", properties: { kind: { const: name } }, required: ["kind"] },
  ]);
  const discriminator = { propertyName: "kind" };
  return withSchemas({
    S0: { oneOf: members.map((_, i) => ref(i + 1)), discriminator },
    ...Object.fromEntries(schemas),
  });
}

function aliases(count: number): string {
  const levels = Array.from(
    { length: count },
    (_, i) => `    S${i + 1}: &a${i + 1} {type: object, properties: {a: *a${i}, b: *a${i}}}\n`,
  );
  const head = "openapi: 3.1.0\ninfo: {title: Hostile, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n";
  return `${head}    S0: &a0 {type: string}\n${levels.join("")}`;
}

function nested(count: number): string {
  let schema: object = LAST;
  for (let level = 0; level < count; level++) schema = { type: "object", properties: { inner: schema } };
  return withSchemas({ S0: schema });
}
