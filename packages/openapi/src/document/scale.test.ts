import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Files } from "./files.ts";
import { readDocument } from "./read.ts";

const SIZE = 5_000;
const LIMIT = 10_000;

const ref = (index: number): object => ({ $ref: `#/components/schemas/S${index}` });
const schemas = (of: (index: number) => object): string => {
  const entries = Array.from({ length: SIZE }, (_, index) => [`S${index}`, of(index)]);
  const info = { title: "T", version: "1" };
  return JSON.stringify({ openapi: "3.1.0", info, paths: {}, components: { schemas: Object.fromEntries(entries) } });
};

/** A generator of numbers that look random, the same ones every time. */
function numbers(): () => number {
  let state = 7;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state % SIZE;
  };
}

async function read(texts: Readonly<Record<string, string>>): Promise<readonly Diagnostic[]> {
  const files: Files = {
    read: async (path) => texts[path.slice(path.lastIndexOf("/") + 1)] ?? "",
    display: (path) => path.slice(path.lastIndexOf("/") + 1),
  };
  return (await readDocument("api.yaml", "api.yaml", files)).diagnostics;
}

describe("a document of 5,000 schemas", { timeout: LIMIT }, () => {
  const random = numbers();
  it.each([
    ["that are nothing but a reference to the next", schemas((i) => (i + 1 === SIZE ? {} : ref(i + 1)))],
    ["each of which has a property of the next", schemas((i) => ({ properties: { next: ref((i + 1) % SIZE) } }))],
    ["with four references each, to any", schemas(() => ({ anyOf: [0, 1, 2, 3].map(() => ref(random())) }))],
    ["that are called by anchors", schemas((i) => ({ $anchor: `a${i}`, items: { $ref: `#a${(i + 1) % SIZE}` } }))],
    [
      "that are called by URIs",
      schemas((i) => ({ $id: `https://a.example/${i}`, items: { $ref: `${(i + 1) % SIZE}` } })),
    ],
  ])("%s, is read in seconds", async (_, text) => {
    expect(await read({ "api.yaml": text })).toEqual([]);
  });

  it("whose references all lead nowhere is read in seconds, and each is said", async () => {
    expect(await read({ "api.yaml": schemas((i) => ({ items: { $ref: `#/nowhere/${i}` } })) })).toHaveLength(SIZE);
  });

  it("that are a single cycle of references is read in seconds, and the cycle said once", async () => {
    expect(await read({ "api.yaml": schemas((i) => ref((i + 1) % SIZE)) })).toHaveLength(1);
  });

  it("in another file, each of which has a property of the next, is read in seconds", async () => {
    const text = schemas((i) => ({ properties: { next: ref((i + 1) % SIZE) } }));
    const root = JSON.stringify({
      openapi: "3.1.0",
      info: { title: "T", version: "1" },
      paths: {},
      components: { schemas: { First: { $ref: "./all.yaml#/components/schemas/S0" } } },
    });
    expect(await read({ "api.yaml": root, "all.yaml": text })).toEqual([]);
  });
});
