import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { expectDocument, readDocument } from "@earmark/openapi";
import { diffModels } from "@earmark/openapi-diff";
import { ANNOTATION, API_EDITS, documentText, type Parts, REQUEST_EDITS, RESPONSE_EDITS } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { type Edition, editionOf } from "../../generate.ts";
import { pathsUsing } from "../../testing/documents.ts";
import { describeDocument } from "../../workspace/documents.ts";
import { usageCompiler } from "./compile-usage.ts";
import { recordUsage, usageSample } from "./usage-sample.ts";

const compile = usageCompiler();
const owner = describeDocument(resolve("/repo"), resolve("/repo/openapi/annotation.yaml"), {
  scope: "@earmark",
  layout: "packages",
});

async function read(text: string, of = owner): Promise<Edition> {
  const files = { read: () => Promise.resolve(text), display: () => owner.origin };
  return editionOf(expectDocument(await readDocument(owner.path, owner.origin, files)), of);
}

async function compiled(sample: string, edition: Edition) {
  return compile(sample, edition.targets(), owner);
}

describe("old code against new packages", () => {
  // Edits that the labels call breaking for source code while nothing that is generated shows it, or the other way round.
  const KNOWN: readonly string[] = [
    // Inline, an open enumeration has no list of values that code could name.
    "stop limiting a field to values compiles",
    "remove a value compiles",
  ];

  // A third of them by their names, which a new edit of another rule does not change; EVERY_EDIT=1 compiles all, in some 20 seconds.
  const edits = [...API_EDITS, ...REQUEST_EDITS, ...RESPONSE_EDITS].filter(
    ([name]) =>
      process.env.EVERY_EDIT !== undefined ||
      Number.parseInt(createHash("sha256").update(name).digest("hex").slice(0, 8), 16) % 3 === 0 ||
      KNOWN.some((known) => known.startsWith(`${name} `)),
  );

  it("agrees with the labels of edits, but for those where types cannot show it", async () => {
    const found = new Set<string>();
    const annotation = await read(ANNOTATION);
    for (const [name, impact, edit, base] of edits) {
      const before = base === undefined ? ANNOTATION : base(ANNOTATION);
      const [old, now] = [base === undefined ? annotation : await read(before), await read(edit(before))];
      if (diffModels(old.model, now.model).changes.length === 0) continue;
      const [, types, , surface] = impact.split(" ");
      const isBreaking = types === "major" || surface === "major";
      const breaks = (await compiled(usageSample(old), now)).length > 0;
      // The release policy calls a new value of an open enumeration an addition.
      if (breaks !== isBreaking && name !== "add a value") found.add(`${name} ${breaks ? "breaks" : "compiles"}`);
    }
    expect([...found].sort()).toEqual([...KNOWN].sort());
  });

  it("compiles where paths are written with backslashes", async () => {
    const windows = describeDocument("C:\\repo", "C:\\repo\\openapi\\annotation.yaml", {
      scope: "@earmark",
      layout: "packages",
    });
    const edition = await read(ANNOTATION, windows);
    expect(compile(usageSample(edition), edition.targets(), windows)).toEqual([]);
    expect(compile("const wrong: number = 'text';\n", edition.targets(), windows)).toHaveLength(1);
  });

  it("gives parameters of one name below their place, and asks for media types that only the caller knows", async () => {
    const given = (name: string, place: string, required = false) => ({
      ...{ name, in: place, required },
      schema: { type: place === "path" ? "string" : "integer" },
    });
    const parameters = [
      given("id", "path", true),
      given("id", "query", true),
      given("id", "header"),
      given("q", "query"),
    ];
    const responses = {
      "200": { description: "Found.", content: { "application/json": {} } },
      "304": { description: "Same." },
    };
    const requestBody = { content: { "image/*": {} } };
    const post = { operationId: "Do", parameters, requestBody, responses };
    const document = await read(documentText({ paths: { "/a/{id}": { post } } }));
    expect(await compiled(usageSample(document), document)).toEqual([]);
  });

  it("says which statement does not compile, and why", async () => {
    const parts: Parts = {
      schemas: { Pet: { type: "object", properties: { name: { type: "string" } } } },
      paths: pathsUsing([], ["Pet"]),
    };
    const sample = usageSample(await read(documentText(parts)));
    const schemas = { Pet: { type: "object", properties: { title: { type: "string" } } } };
    const [error, ...others] = await compiled(sample, await read(documentText({ ...parts, schemas })));
    expect(others).toEqual([]);
    expect(error).toMatchObject({
      statement: 'takes<string | undefined>(some<Pet["name"]>());',
      message: expect.stringMatching(/Property 'name' does not exist/),
    });
    expect(sample.split("\n")[(error?.line ?? 0) - 1]).toBe(error?.statement);
  });
});

describe("a usage sample", () => {
  const named = { type: "object", properties: { name: { type: "string" } } };

  it.each<[string, Parts]>([
    ["without operations", { schemas: { Pet: named } }],
    [
      "with names that mean something in TypeScript",
      {
        schemas: { Record: named, Promise: named, some: named, Blob: named, "a-b.c": named, operations_: named },
        paths: pathsUsing(["Record", "some"], ["Promise", "Blob", "a-b.c", "operations_"]),
      },
    ],
    [
      "with unions, parts, maps, lists of objects and null everywhere",
      {
        schemas: {
          Cat: { type: "object", required: ["kind"], properties: { kind: { const: "cat" } } },
          Dog: { type: "object", required: ["kind"], properties: { kind: { const: "dog" } } },
          Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] },
          Owned: { allOf: [{ $ref: "#/components/schemas/Cat" }, named] },
          Tags: { type: "object", additionalProperties: { type: "integer" } },
          Zoo: {
            type: ["object", "null"],
            required: ["pets"],
            properties: {
              pets: {
                type: "array",
                items: { type: "object", properties: { pet: { $ref: "#/components/schemas/Pet" } } },
              },
              state: { type: ["string", "null"], enum: ["open", "closed", null] },
              pair: { type: "array", prefixItems: [{ type: "string" }] },
              anything: true,
              secret: { type: "string", writeOnly: true },
              id: { type: "string", readOnly: true },
            },
          },
        },
        paths: pathsUsing(["Pet", "Owned", "Zoo", "Tags"], ["Pet", "Owned", "Zoo", "Tags"]),
      },
    ],
    [
      "with every kind of body, header and credential",
      {
        components: {
          securitySchemes: {
            Key: { type: "apiKey", in: "header", name: "X-Key" },
            Token: { type: "http", scheme: "bearer" },
          },
        },
        security: [{ Key: [] }, { Token: [] }],
        paths: {
          "/files/{id}": {
            put: {
              operationId: "put_file",
              parameters: [
                { name: "id", in: "path", required: true, schema: { type: "string" } },
                { name: "X-Trace", in: "header", schema: { type: "string" } },
                { name: "tags", in: "query", schema: { type: "array", items: { type: "string" } } },
              ],
              requestBody: {
                required: true,
                content: {
                  "application/octet-stream": { schema: { type: "string", format: "binary" } },
                  "text/plain": {},
                },
              },
              responses: {
                "200": {
                  description: "Done.",
                  headers: { ETag: { schema: { type: "string" }, required: true } },
                  content: { "application/json": { schema: named }, "text/plain": { schema: { type: "string" } } },
                },
                "204": { description: "Done." },
                "4XX": { description: "Wrong.", headers: { "Retry-After": { schema: { type: "integer" } } } },
              },
            },
          },
        },
      },
    ],
    [
      "with webhooks and callbacks",
      {
        schemas: { Pet: named },
        paths: {
          "/orders": {
            post: {
              operationId: "makeOrder",
              callbacks: {
                shipped: {
                  "{$request.body#/url}": {
                    post: {
                      parameters: [
                        { name: "X-Id", in: "header", required: true, schema: { type: "string" } },
                        { name: "q", in: "query", schema: { type: "integer" } },
                        { name: "q", in: "header", schema: { type: "integer" } },
                      ],
                      requestBody: { content: { "text/plain": {}, "application/json": { schema: named } } },
                      responses: { "4XX": { description: "No.", content: { "application/json": { schema: named } } } },
                    },
                  },
                },
              },
              responses: { "204": { description: "Done." } },
            },
          },
        },
        webhooks: {
          hooks: {
            post: {
              requestBody: {
                required: true,
                content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
              },
              responses: { "204": { description: "Done." } },
            },
          },
        },
      },
    ],
  ])("compiles with what its own document becomes: %s", async (_what, parts) => {
    const document = await read(documentText(parts));
    const sample = usageSample(document);
    expect(await compiled(sample, document)).toEqual([]);
    expect(sample.split("\n").length).toBeGreaterThan(20);
  });

  it("is recorded without what does not compile even then", async () => {
    // The sample does not know what the part says about the property.
    const part = { type: "object", properties: { kind: { const: "cat" } } };
    const Pet = { type: "object", properties: { kind: { type: "string" } }, allOf: [part] };
    const document = await read(documentText({ schemas: { Pet }, paths: pathsUsing(["Pet"]) }));
    const targets = document.targets();
    expect(compile(usageSample(document), targets, owner).length).toBeGreaterThan(0);
    const recorded = recordUsage(document, owner, compile);
    expect(compile(recorded, targets, owner)).toEqual([]);
    expect(recorded).toContain("takes<object>");
  });
});
