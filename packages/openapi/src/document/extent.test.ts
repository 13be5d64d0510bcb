import { describe, expect, it } from "vitest";
import type { Json } from "../json/json.ts";
import type { Files } from "./files.ts";
import { readDocument } from "./read.ts";

const HEAD = "openapi: 3.1.0\ninfo: {title: Things, version: '1'}\npaths: {}\n";
const LEVELS = 40;

async function read(texts: Readonly<Record<string, string>>) {
  const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
  const files: Files = { read: async (path) => texts[nameOf(path)] ?? "", display: nameOf };
  return readDocument("api.yaml", "api.yaml", files);
}

/** Components, each of which is written with two aliases of the one before it. */
function diamond(level: (before: string, index: number) => string, first = "{type: string}"): string {
  const levels = Array.from({ length: LEVELS }, (_, i) => `    S${i + 1}: &a${i + 1} ${level(`*a${i}`, i)}\n`);
  return `components:\n  schemas:\n    S0: &a0 ${first}\n${levels.join("")}`;
}

function valuesIn(value: Json | undefined): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce((sum: number, member: Json) => sum + valuesIn(member), 1);
}

describe("schemas that aliases repeat are written once", () => {
  it.each([
    ["as properties", diamond((before) => `{properties: {a: ${before}, b: ${before}}}`)],
    ["as parts", diamond((before) => `{allOf: [${before}, ${before}]}`)],
    ["as items", diamond((before) => `{items: ${before}, contains: ${before}}`)],
    ["as alternatives with an owner", diamond((before) => `{anyOf: [${before}, {not: ${before}}]}`)],
    ["by lists of them", diamond((before) => `{anyOf: &l [${before}, ${before}], oneOf: *l}`)],
    ["below merged keys", diamond((before) => `{<<: ${before}, items: ${before}, if: ${before}}`)],
    ["in bodies", `${diamond((before) => `{properties: {a: ${before}, b: ${before}}}`)}x-a: 1\n`],
  ])("%s", async (_how, text) => {
    const { document, diagnostics } = await read({ "api.yaml": HEAD + text });
    expect(diagnostics).toEqual([]);
    expect(valuesIn(document?.root)).toBeLessThan(40 * LEVELS);
  });

  it("and referred to elsewhere", async () => {
    const text = diamond((before) => `{properties: {a%b: ${before}, c: {items: ${before}}}}`);
    const { document } = await read({ "api.yaml": HEAD + text });
    expect(document?.root.components).toMatchObject({
      schemas: {
        S0: { type: "string" },
        S2: {
          properties: { "a%b": { $ref: "#/components/schemas/S1" }, c: { items: { $ref: "#/components/schemas/S1" } } },
        },
      },
    });
  });

  it("in another file, too", async () => {
    const root = `${HEAD}components: {schemas: {Last: {$ref: 'all.yaml#/components/schemas/S${LEVELS}'}}}\n`;
    const { document, diagnostics } = await read({
      "api.yaml": root,
      "all.yaml": diamond((before) => `{properties: {a: ${before}, b: ${before}}}`),
    });
    expect(diagnostics).toEqual([]);
    expect(valuesIn(document?.root)).toBeLessThan(40 * LEVELS);
  });

  it("while a few aliases are what they stand for", async () => {
    const text = "components: {schemas: {A: &a {type: string}, B: {items: *a}}}\n";
    const { document } = await read({ "api.yaml": HEAD + text });
    expect(document?.root.components).toEqual({
      schemas: { A: { type: "string" }, B: { items: { type: "string" } } },
    });
  });
});

describe("nothing is generated from", () => {
  /** Lists, each of which is written with aliases of the one before it. */
  const lists = (count: number, item: (alias: string) => string): string =>
    Array.from({ length: count }, (_, i) => `  l${i + 1}: &l${i + 1} [${item(`*l${i}`)}]\n`).join("");
  const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
  const repeated = `part:\n  l0: &l0 [x]\n${lists(40, (alias) => `${alias}, ${alias}`)}`;
  const chain = `part:\n  l0: &l0 [x]\n${lists(70, (alias) => `[[[${alias}]]]`)}`;
  const itself = "part: &a {b: [*a]}\n";

  it.each([
    ["data that aliases repeat", `${HEAD}x-${repeated}`, 17, /this repeats parts of the document/],
    ["an alias within what it stands for", `${HEAD}x-${itself}`, 4, /a part of itself; use \$ref/],
    ["what aliases make too deep", `${HEAD}x-${chain}`, 14, /more than 250 objects and lists around each/],
    ["YAML that is too deep", `${HEAD}x-a: ${nested(9_000)}\n`, 4, /nesting exceeded maxDepth/],
    ["JSON that is too deep", `{"openapi": "3.1.0",\n"x-a": ${nested(2_000)}}`, 2, /more than 250 objects and lists/],
  ])("%s, and its place is named", async (_, text, line, message) => {
    const { document, diagnostics } = await read({ "api.yaml": text });
    expect(document).toBeUndefined();
    expect(diagnostics).toMatchObject([{ severity: "error", line, message: expect.stringMatching(message) }]);
  });

  it.each([
    ["an alias within what it stands for", itself, /part of itself.*part\.yaml:1:/],
    ["what aliases repeat", repeated, /repeats parts of the document.*part\.yaml:1\d:/],
    ["what aliases make too deep", chain, /more than 250.*part\.yaml:\d+:/],
  ])("%s in another file", async (_, part, message) => {
    const root = `${HEAD}components: {schemas: {Last: {$ref: 'part.yaml#/part'}}}\n`;
    const { diagnostics } = await read({ "api.yaml": root, "part.yaml": part });
    expect(diagnostics[0]).toMatchObject({ file: "api.yaml", severity: "error" });
    expect(diagnostics[0]?.message).toMatch(message);
  });
});
