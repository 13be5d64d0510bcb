import { join } from "node:path";
import { tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { lintDocument } from "./lint.ts";

const HEAD = `info: { title: T, version: "1" }
servers: [{ url: "https://example.org" }]
`;

/** Rule, severity and line of what is said, without what is a matter of style; the head has three lines. */
async function found(rest: string, version: string, files: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const folder = await tempFolder({ "api.yaml": `openapi: ${version}\n${HEAD}${rest}`, ...files });
  const { diagnostics } = await lintDocument(join(folder, "api.yaml"));
  const STYLE =
    /^(no-unused-components|security-defined|operation-operationId|derived-operation-id|left-out|parameter|server|unknown-keyword)$/;
  return diagnostics
    .filter(({ rule }) => !STYLE.test(rule))
    .map(({ rule, severity, line }) => `${line} ${rule} ${severity}`);
}

const parameter = (fields: string): string =>
  `paths: {}\ncomponents:\n  parameters:\n    P: { name: p, schema: { type: string }, ${fields} }\n`;

describe.each<[string, string, string, readonly string[], readonly string[]]>([
  [
    "allowReserved in a path",
    parameter("in: path, required: true, allowReserved: false"),
    "7",
    ["allow-reserved warning"],
    ["allow-reserved error"],
  ],
  [
    "allowReserved in a header",
    parameter("in: header, allowReserved: true"),
    "7",
    ["allow-reserved warning"],
    ["allow-reserved error"],
  ],
  ["allowReserved in a query", parameter("in: query, allowReserved: true"), "7", [], []],
  [
    "allowReserved of a header",
    "paths: {}\ncomponents:\n  headers:\n    H: { schema: { type: string }, allowReserved: true }\n",
    "7",
    ["allow-reserved warning"],
    ["unknown-field error"],
  ],
  [
    "example beside examples",
    parameter("in: query, example: a, examples: { b: { value: b } }"),
    "7",
    ["example-and-examples error"],
    ["example-and-examples error"],
  ],
  [
    "an enumeration of a server variable without its default",
    `paths:\n  /a:\n    servers:\n      - { url: "https://{v}.example", variables: { v: { enum: [a], default: b } } }\n`,
    "7",
    ["server-variable warning"],
    ["server-variable error"],
  ],
  [
    "an empty enumeration of a server variable",
    `paths:\n  /a:\n    servers:\n      - { url: "https://{v}.example", variables: { v: { enum: [], default: b } } }\n`,
    "7",
    ["server-variable warning"],
    ["server-variable error"],
  ],
  [
    "a security scheme that is not described",
    `paths:\n  /a:\n    get:\n      security: [{ nowhere: [] }]\n      responses: { "200": { description: Done. } }\n`,
    "7",
    ["security error"],
    ["security error"],
  ],
])("%s", (_, rest, line, in30, in31) => {
  it.each([
    ["3.0.3", in30],
    ["3.1.0", in31],
  ] as const)("is, in %s, %j", async (version, wanted) => {
    expect(await found(rest, version)).toEqual(wanted.map((one) => `${line} ${one}`));
  });
});

describe("the parameters of a path", () => {
  const RESPONSES = `responses: { "200": { description: Done. } }`;
  const OF = (name: string): string => `{ name: ${name}, in: path, required: true, schema: { type: string } }`;

  it.each<[string, string, readonly string[]]>([
    [
      "that are described for it and its operations",
      `/{a}/{b}:\n    parameters: [${OF("a")}]\n    get:\n      parameters: [${OF("b")}]\n      ${RESPONSES}\n`,
      [],
    ],
    [
      "whose names have characters that are rare",
      `/{a b}/{$c:d}:\n    parameters: [${OF('"a b"')}, ${OF('"$c:d"')}]\n    get: { ${RESPONSES} }\n`,
      [],
    ],
    ["of an item without operations", "/{a}: {}\n", []],
    ["one of which no operation describes", `/{a}:\n    get: { ${RESPONSES} }\n`, ["6 path-parameters-defined error"]],
    [
      "one of which one operation does not describe",
      `/{a}:\n    get: { ${RESPONSES}, parameters: [${OF("a")}] }\n    put: { ${RESPONSES} }\n`,
      ["7 path-parameters-defined error"],
    ],
    [
      "that the path does not have",
      `/a:\n    parameters: [${OF("b")}]\n    get: { ${RESPONSES} }\n`,
      ["6 path-parameters-defined error"],
    ],
  ])("%s", async (_, paths, wanted) => {
    expect(await found(`paths:\n  ${paths}`, "3.1.0")).toEqual(wanted);
  });

  it("are looked for in the file that the path item is in", async () => {
    const item = `parameters: [{ $ref: "#/p" }]\nget: { ${RESPONSES} }\np: ${OF("b")}\n`;
    const wanted = ["2 path-parameters-defined error", "3 path-parameters-defined error"];
    const rest = 'paths:\n  /{a}: { $ref: "item.yaml" }\n';
    expect(await found(rest, "3.1.0", { "item.yaml": item })).toEqual(expect.arrayContaining(wanted));
  });
});

describe("a schema of 3.1", () => {
  it.each([
    ["that is true or false", "{ A: true, B: { properties: { c: false }, not: true, allOf: [true] } }"],
    ["with keywords that JSON Schema does not have", "{ A: { madeUp: 1, type: string } }"],
    [
      "whose mapping goes by the names of schemas",
      "{ A: { discriminator: { propertyName: k, mapping: { b: B } }, oneOf: [{ $ref: '#/components/schemas/B' }] }, B: { type: object, required: [k], properties: { k: { type: string } } } }",
    ],
  ])("%s, is valid", async (_, schemas) => {
    expect(await found(`paths: {}\ncomponents:\n  schemas: ${schemas}\n`, "3.1.0")).toEqual([]);
  });

  it("whose mapping leads nowhere, is not", async () => {
    const schemas = "\n    A: { type: object, discriminator: { propertyName: k, mapping: { b: Nowhere } } }";
    expect(await found(`paths: {}\ncomponents:\n  schemas: ${schemas}\n`, "3.1.0")).toEqual([
      // No union has members that it tells apart, either.
      "7 discriminator info",
      "7 no-unresolved-refs error",
    ]);
  });
});

it("a reference to the network is a warning, since what is there may be right", async () => {
  const schema = '{ schema: { $ref: "https://example.org/a.yaml" } }';
  const rest = `paths:\n  /a:\n    get: { responses: { "200": { description: Done., content: { application/json: ${schema} } } } }\n`;
  expect(await found(rest, "3.1.0")).toEqual([expect.stringMatching(/^6 reference warning$/)]);
});
