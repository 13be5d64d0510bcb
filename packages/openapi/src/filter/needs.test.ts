import type { Parts } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../json/json.ts";
import { pointerSegments, valueAt } from "../json/json-pointer.ts";
import { ref } from "../testing/documents.ts";
import { componentsOf, filtered, operationsOf, returning } from "../testing/filtered.ts";

describe("a kept operation keeps", () => {
  const kept = (operation: object, more: Parts = {}, item: object = {}): Parts => ({
    ...more,
    paths: {
      "/kept": { ...item, get: { operationId: "kept", ...operation } },
      "/gone": { get: { operationId: "gone", tags: ["Gone"], ...returning(ref("Gone")) } },
      ...more.paths,
    },
    schemas: { Gone: { properties: { a: ref("Unused") } }, Unused: {}, ...more.schemas },
  });
  const object = (properties: JsonObject): JsonObject => ({ type: "object", properties });

  it.each<[string, Parts, Readonly<Record<string, readonly string[]>>]>([
    ["nothing that it does not need", kept(returning({ type: "string" })), {}],
    [
      "schemas, those that they refer to, and cycles of them",
      kept(returning(ref("A")), { schemas: { A: object({ b: ref("B") }), B: { items: ref("A") } } }),
      { schemas: ["A", "B"] },
    ],
    [
      "shared parameters, responses, bodies, headers and examples",
      kept(
        {
          parameters: [ref("P", "parameters")],
          requestBody: ref("R", "requestBodies"),
          responses: { "200": ref("S", "responses") },
        },
        {
          schemas: { OfP: {}, OfR: {}, OfS: {}, OfH: {} },
          components: {
            parameters: { P: { name: "p", in: "query", schema: ref("OfP") }, Q: { name: "q", in: "query" } },
            requestBodies: { R: { content: { "text/plain": { schema: ref("OfR") } } } },
            responses: {
              S: {
                description: "",
                headers: { h: ref("H", "headers") },
                content: { "application/json": { schema: ref("OfS"), examples: { e: ref("E", "examples") } } },
              },
            },
            headers: { H: { schema: ref("OfH") } },
            examples: { E: { value: {} }, F: { value: {} } },
          },
        },
      ),
      {
        schemas: ["OfH", "OfP", "OfR", "OfS"],
        parameters: ["P"],
        requestBodies: ["R"],
        responses: ["S"],
        headers: ["H"],
        examples: ["E"],
      },
    ],
    [
      "parameters of its path",
      kept(
        { responses: {} },
        { components: { parameters: { P: { name: "p", in: "query" } } } },
        { parameters: [ref("P", "parameters")] },
      ),
      { parameters: ["P"] },
    ],
    [
      "the bases of its schemas",
      kept(returning(ref("Cat")), {
        schemas: { Cat: { allOf: [ref("Pet"), {}] }, Pet: object({}), Dog: { allOf: [ref("Pet")] } },
      }),
      { schemas: ["Cat", "Pet"] },
    ],
    [
      "the schemas that build on one with a discriminator, at any distance",
      kept(returning(ref("Pet")), {
        schemas: {
          Pet: { ...object({ kind: {} }), discriminator: { propertyName: "kind" } },
          Cat: { allOf: [ref("Pet"), object({ toy: ref("Toy") })] },
          Toy: {},
          Lion: { allOf: [ref("Cat")] },
          Car: { allOf: [ref("Unused")] },
        },
      }),
      { schemas: ["Cat", "Lion", "Pet", "Toy"] },
    ],
    [
      "the targets of a mapping, by reference and by name",
      kept(
        returning({
          type: "object",
          discriminator: {
            propertyName: "kind",
            mapping: { a: "#/components/schemas/A", b: "B.b", c: "#/components/schemas/C%20c" },
          },
        }),
        { schemas: { A: {}, "B.b": {}, "C c": object({ d: ref("D") }), D: {} } },
      ),
      { schemas: ["A", "B.b", "C c", "D"] },
    ],
    [
      "a generic envelope with what it is filled with",
      kept(returning(ref("Orders")), {
        schemas: {
          Orders: {
            $id: "orders",
            $ref: "page",
            $defs: { item: { $dynamicAnchor: "item", $ref: "#/components/schemas/Order" } },
          },
          Page: {
            $id: "page",
            ...object({ items: { items: { $dynamicRef: "#item" } } }),
            $defs: { item: { $dynamicAnchor: "item" } },
          },
          Order: {},
          Users: {
            $id: "users",
            $ref: "page",
            $defs: { item: { $dynamicAnchor: "item", $ref: "#/components/schemas/User" } },
          },
          User: {},
        },
      }),
      { schemas: ["Order", "Orders", "Page"] },
    ],
    [
      "what a $dynamicRef leads to",
      kept(returning({ $dynamicRef: "#node" }), {
        schemas: {
          Node: { $dynamicAnchor: "node", ...object({ next: { $dynamicRef: "#node" } }) },
          Other: { $dynamicAnchor: "other" },
        },
      }),
      { schemas: ["Node"] },
    ],
    [
      "what it calls by $anchor, $id or a part of it",
      kept(returning({ anyOf: [{ $ref: "#a" }, { $ref: "b" }, { $ref: "#/components/schemas/C/properties/c" }] }), {
        schemas: { A: { properties: { a: { $anchor: "a" } } }, B: { $id: "b" }, C: object({ c: { type: "string" } }) },
      }),
      { schemas: ["A", "B", "C"] },
    ],
    [
      "security schemes of its own and of the document",
      kept(
        { responses: {}, security: [{ own: [] }] },
        {
          security: [{ shared: [] }],
          components: {
            securitySchemes: Object.fromEntries(
              ["own", "shared", "gone"].map((name) => [name, { type: "http", scheme: "bearer" }]),
            ),
          },
        },
      ),
      { securitySchemes: ["own", "shared"] },
    ],
    [
      "its callbacks, whose tags do not count",
      kept(
        { responses: {}, callbacks: { done: ref("Done", "callbacks") } },
        {
          schemas: { Event: {} },
          components: { callbacks: { Done: { "{$url}": { post: { tags: ["Gone"], ...returning(ref("Event")) } } } } },
        },
      ),
      { callbacks: ["Done"], schemas: ["Event"] },
    ],
    [
      "what its extensions refer to",
      kept({ responses: {}, "x-event": { schema: ref("Event") } }, { schemas: { Event: {} } }),
      { schemas: ["Event"] },
    ],
    [
      "shared path items",
      {
        ...kept({ responses: {} }),
        ...{ paths: { "/kept": ref("Item", "pathItems"), "/gone": { get: { responses: {} } } } },
        components: { pathItems: { Item: { get: returning(ref("A")) } } },
        schemas: { A: {} },
      },
      { pathItems: ["Item"], schemas: ["A"] },
    ],
  ])("%s", async (_, parts, components) => {
    const document = await filtered(parts, { include: ["/kept"] });
    expect(componentsOf(document)).toEqual(components);
  });

  it("not what only examples look like references to", async () => {
    const document = await filtered(kept(returning({ example: ref("Gone"), const: ref("Gone") })), {
      include: ["kept"],
    });
    expect(componentsOf(document)).toEqual({});
  });

  it("schemas that no operation uses, where they are asked for", async () => {
    const parts = kept({ responses: {} }, { components: { headers: { H: {} } } });
    expect(componentsOf(await filtered(parts, { include: ["kept"], keepUnused: true }))).toEqual({
      schemas: ["Gone", "Unused"],
    });
    expect(operationsOf(await filtered(parts, { exclude: ["/**"], keepUnused: true }))).toEqual([]);
  });

  it("links, but those to operations that are gone", async () => {
    const components = {
      links: { Gone: { operationId: "gone" }, Self: { operationId: "kept" } },
      responses: {
        Both: {
          description: "",
          links: { a: ref("Gone", "links"), b: ref("Self", "links"), c: { operationRef: "#/paths/~1gone/get" } },
        },
      },
    };
    const response = { description: "", links: { a: { operationId: "gone" }, b: ref("Gone", "links") } };
    const document = await filtered(
      kept({ responses: { "200": response, default: ref("Both", "responses") } }, { components }),
      { exclude: ["gone"] },
    );
    expect(document.root.components).toEqual({
      links: { Self: { operationId: "kept" } },
      responses: { Both: { description: "", links: { b: ref("Self", "links") } } },
    });
    expect(valueAt(document.root, pointerSegments("#/paths/~1kept/get/responses/200"))).toEqual({ description: "" });
  });
});
