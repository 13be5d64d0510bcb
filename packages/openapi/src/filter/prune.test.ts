import type { Parts } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import type { Document } from "../document/document.ts";
import { pointerSegments, valueAt } from "../json/json-pointer.ts";
import { buildModel } from "../model/build-model.ts";
import { documentOf, ref } from "../testing/documents.ts";
import { componentsOf, filtered, returning } from "../testing/filtered.ts";

describe("what stands in an operation that is gone", () => {
  const schema = "#/paths/~1gone/get/responses/200/content/application~1json/schema";
  const parts: Parts = {
    paths: {
      "/kept": {
        get: {
          operationId: "kept",
          parameters: [{ $ref: "#/paths/~1gone/parameters/1" }],
          ...returning({ anyOf: [{ $ref: schema }, { $ref: `${schema}/properties/inner` }] }),
        },
      },
      "/gone": {
        parameters: [
          { name: "a", in: "query" },
          { name: "b", in: "query", schema: ref("B") },
        ],
        get: {
          operationId: "gone",
          ...returning({
            type: "object",
            properties: { inner: { items: { $ref: schema } }, b: ref("B"), kind: ref("100%") },
          }),
        },
      },
    },
    schemas: { B: {}, "100%": {} },
  };

  it("becomes a component where a kept one refers to it", async () => {
    const document = await filtered(parts, { include: ["kept"] });
    expect(componentsOf(document)).toEqual({
      schemas: ["100%", "Application_1jsonInner", "B", "ContentApplication_1json"],
      parameters: ["_1goneParameters_1"],
    });
    const moved = "#/components/schemas/ContentApplication_1json";
    expect(valueAt(document.root, pointerSegments(`${moved}/properties/inner`))).toEqual({ items: { $ref: moved } });
    expect(valueAt(document.root, pointerSegments("#/paths/~1kept/get/parameters/0"))).toEqual({
      $ref: "#/components/parameters/_1goneParameters_1",
    });
  });

  it("keeps its place, and its name among generated schemas", async () => {
    const [whole, document] = [await documentOf(parts), await filtered(parts, { include: ["kept"] })];
    const moved = "#/components/schemas/ContentApplication_1json";
    expect(document.placeOf(`${moved}/properties/b`)).toEqual(whole.placeOf(`${schema}/properties/b`));
    expect(document.asWritten?.(`${moved}/properties/b`)).toEqual(`${schema}/properties/b`);
    const schemasOf = (one: Document) => buildModel(one).model.schemas.map(({ name }) => name);
    expect(schemasOf(whole)).toEqual(expect.arrayContaining([...schemasOf(document)]));
  });
});

describe("a path item that several paths refer to", () => {
  const item = {
    parameters: [{ name: "shared", in: "query" }],
    get: returning({ type: "string" }, { operationId: "read" }),
    post: { operationId: "write", ...returning(ref("Written")) },
  };
  const parts: Parts = {
    paths: {
      "/a": { $ref: "#/components/pathItems/Item", parameters: [{ name: "own", in: "query" }] },
      "/b": ref("Item", "pathItems"),
    },
    components: { pathItems: { Item: item } },
    schemas: { Written: {} },
  };

  it("is written into a path of which only some operations are kept", async () => {
    const [whole, document] = [await documentOf(parts), await filtered(parts, { include: ["GET /a"] })];
    expect(document.root.paths).toEqual({
      "/a": {
        parameters: [
          { name: "shared", in: "query" },
          { name: "own", in: "query" },
        ],
        get: item.get,
      },
    });
    expect(componentsOf(document)).toEqual({});
    const placeOf = (pointer: string) => whole.placeOf(pointer);
    expect(document.placeOf("#/paths/~1a/get/responses")).toEqual(placeOf("#/components/pathItems/Item/get/responses"));
    expect(document.placeOf("#/paths/~1a/parameters/0/name")).toEqual(
      placeOf("#/components/pathItems/Item/parameters/0/name"),
    );
    expect(document.placeOf("#/paths/~1a/parameters/1/name")).toEqual(placeOf("#/paths/~1a/parameters/0/name"));
  });

  it("stays where all of its operations are kept", async () => {
    const document = await filtered(parts, { include: ["/b"] });
    expect(document.root.paths).toEqual({ "/b": ref("Item", "pathItems") });
    expect(componentsOf(document)).toEqual({ pathItems: ["Item"], schemas: ["Written"] });
  });
});

it("an extension of the document goes where it refers to what is gone, and stays where an operation needs it", async () => {
  const document = await filtered(
    {
      ...{
        "x-hooks": { a: ref("A") },
        "x-plain": { a: 1 },
        "x-shared": { B: { properties: { a: ref("A") } }, C: ref("A") },
      },
      paths: { "/kept": { get: returning({ $ref: "#/x-shared/B" }) }, "/gone": { get: { responses: {} } } },
      schemas: { A: {} },
    },
    { include: ["/kept"] },
  );
  expect(Object.keys(document.root)).toEqual(expect.arrayContaining(["x-plain", "x-shared"]));
  expect(componentsOf(document)).toEqual({ schemas: ["A"] });
  const without = await filtered(
    { "x-hooks": { a: ref("A") }, "x-plain": {}, paths: { "/kept": { get: { responses: {} } } }, schemas: { A: {} } },
    { include: ["/kept"] },
  );
  expect(Object.keys(without.root)).not.toContain("x-hooks");
  expect(Object.keys(without.root)).toContain("x-plain");
});
