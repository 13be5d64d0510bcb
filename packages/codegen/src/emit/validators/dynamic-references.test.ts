import type { Parts } from "@earmark/testing";
import { expect, it } from "vitest";
import { checksOf } from "../../testing/checks.ts";
import { readingOf } from "../../testing/documents.ts";

const LIST = { type: "array", items: { $dynamicRef: "#item" }, $defs: { any: { $dynamicAnchor: "item", not: {} } } };
const listOf = (item: object, list = "#/components/schemas/List"): object => ({
  $ref: list,
  $defs: { item: { $dynamicAnchor: "item", ...item } },
});

async function accepted(parts: Parts, names: readonly string[], value: unknown): Promise<readonly string[]> {
  const { checks } = await checksOf(parts);
  return names.filter((name) => checks(name, value).length === 0);
}

it("a generic schema is checked with the argument of the one that refers to it", async () => {
  const schemas = {
    List: LIST,
    Texts: listOf({ type: "string" }),
    Pets: listOf({ $ref: "#/components/schemas/Pet" }),
    Pet: { type: "object", required: ["name"] },
    Kennel: { type: "object", properties: { pets: { $ref: "#/components/schemas/Pets" } } },
  };
  const lists = ["List", "Texts", "Pets"];
  expect(await accepted({ schemas }, lists, [])).toEqual(lists);
  expect(await accepted({ schemas }, lists, ["a"])).toEqual(["Texts"]);
  expect(await accepted({ schemas }, lists, [{ name: "Rex" }])).toEqual(["Pets"]);
  expect(await accepted({ schemas }, ["Kennel"], { pets: [{}] })).toEqual([]);
});

it("schemas refer to each other by the URIs that they give themselves", async () => {
  const schemas = {
    List: { $id: "https://example.com/schemas/list", ...LIST },
    Texts: { $id: "https://example.com/schemas/texts", ...listOf({ type: "string" }, "list") },
    Numbers: { $id: "https://example.com/numbers", ...listOf({ type: "number" }, "schemas/list") },
  };
  expect(await accepted({ schemas }, ["List", "Texts", "Numbers"], ["a"])).toEqual(["Texts"]);
});

it("a tree is extended with everything below it", async () => {
  const schemas = {
    Tree: {
      $id: "https://example.com/tree",
      $dynamicAnchor: "node",
      type: "object",
      properties: { children: { type: "array", items: { $dynamicRef: "#node" } } },
    },
    Named: { $id: "https://example.com/named", $dynamicAnchor: "node", $ref: "tree", required: ["name"] },
  };
  const value = { name: "a", children: [{ children: [] }] };
  expect(await accepted({ schemas }, ["Tree", "Named"], value)).toEqual(["Tree"]);
});

it("a dynamic reference to something else than a dynamic anchor is a reference like any other", async () => {
  const schemas = {
    A: { $anchor: "a", type: "string" },
    B: { $dynamicRef: "#a" },
    C: { $dynamicRef: "#/components/schemas/A", $ref: "#/components/schemas/D" },
    D: { maxLength: 1 },
  };
  expect(await accepted({ schemas }, ["B", "C"], "ab")).toEqual(["B"]);
  expect(await accepted({ schemas }, ["B", "C"], 1)).toEqual([]);
});

it("a dynamic reference to nothing lets any value pass, and is named at its place", async () => {
  const { model, diagnostics } = await readingOf({ schemas: { A: { $dynamicRef: "#nowhere", maxLength: 1 } } });
  expect(model.schemas).toMatchObject([{ name: "A", schema: { maxLength: 1 } }]);
  expect(diagnostics).toMatchObject([
    {
      rule: "reference",
      pointer: "#/components/schemas/A",
      message: "#nowhere does not exist; any value passes instead",
    },
  ]);
});
