import { documentText } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { MANY, manySchemas, randomRefs, refTo } from "../testing/many-schemas.ts";
import type { Files } from "./files.ts";
import { readDocument } from "./read.ts";

const textOf = (of: (index: number) => object): string => documentText({ schemas: manySchemas(of) });

async function read(texts: Readonly<Record<string, string>>): Promise<readonly Diagnostic[]> {
  const files: Files = {
    read: async (path) => texts[path.slice(path.lastIndexOf("/") + 1)] ?? "",
    display: (path) => path.slice(path.lastIndexOf("/") + 1),
  };
  return (await readDocument("api.yaml", "api.yaml", files)).diagnostics;
}

describe("a document of 5,000 schemas", { timeout: 30_000 }, () => {
  const random = randomRefs();
  it.each([
    ["that are nothing but a reference to the next", textOf((i) => (i + 1 === MANY ? {} : refTo(i + 1)))],
    ["each of which has a property of the next", textOf((i) => ({ properties: { next: refTo(i + 1) } }))],
    ["with four references each, to any", textOf(() => ({ anyOf: [random(), random(), random(), random()] }))],
    ["that are called by anchors", textOf((i) => ({ $anchor: `a${i}`, items: { $ref: `#a${(i + 1) % MANY}` } }))],
    [
      "that are called by URIs",
      textOf((i) => ({ $id: `https://a.example/${i}`, items: { $ref: `${(i + 1) % MANY}` } })),
    ],
  ])("%s, is read in seconds", async (_, text) => {
    expect(await read({ "api.yaml": text })).toEqual([]);
  });

  it("whose references all lead nowhere is read in seconds, and each is said", async () => {
    expect(await read({ "api.yaml": textOf((i) => ({ items: { $ref: `#/nowhere/${i}` } })) })).toHaveLength(MANY);
  });

  it("that are a single cycle of references is read in seconds, and the cycle said once", async () => {
    const [cycle, ...others] = await read({ "api.yaml": textOf((i) => refTo(i + 1)) });
    expect(cycle?.message).toMatch(/S1 refers to itself, by .*S6 and 4994 more; one of them/);
    expect(others).toEqual([]);
  });

  it("in another file, each of which has a property of the next, is read in seconds", async () => {
    const root = documentText({ schemas: { First: { $ref: "./all.yaml#/components/schemas/S0" } } });
    const all = textOf((i) => ({ properties: { next: refTo(i + 1) } }));
    expect(await read({ "api.yaml": root, "all.yaml": all })).toEqual([]);
  });
});
