import type { Parts } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { pathsUsing, viewsOf } from "../../testing/documents.ts";
import { emitTypes } from "./index.ts";

/** Both modules, each on one line without comments, so that layout does not matter. */
async function typesOf(parts: Parts): Promise<{ readonly client: string; readonly strict: string }> {
  const { model, views } = await viewsOf(parts);
  const [client = "", strict = ""] = emitTypes(model, views).map(({ text }) =>
    text.replaceAll(/\/\*[^*]*\*+([^/*][^*]*\*+)*\//g, "").replaceAll(/\s+/g, " "),
  );
  return { client, strict };
}

/** The type of a schema called `S`, beside others. */
async function typeOf(schema: unknown, { schemas, ...parts }: Parts = {}): Promise<string | undefined> {
  const { client } = await typesOf({ ...parts, schemas: { ...schemas, S: schema } });
  const [, type] = / type S = (.*?);(?: export | type |$)/.exec(client.trim()) ?? [];
  return type?.replace(/^\| /, "").replaceAll("; }", " }");
}

const Who = { type: "string", enum: ["human", "machine"] };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const who = ref("Who");
const string = { type: "string" };
const integer = { type: "integer" };
const A = { type: "object", properties: { a: string } };
const B = { type: "object", required: ["b"], properties: { b: integer } };

describe("the type of a schema", () => {
  it.each<[string, unknown, string]>([
    ["that allows anything", true, "unknown"],
    ["without keywords", { description: "Anything." }, "unknown"],
    ["that allows nothing", false, "never"],
    ["of strings", { type: "string", minLength: 1, format: "date" }, "string"],
    ["of integers", { type: "integer", minimum: 1 }, "number"],
    ["of several types", { type: ["string", "boolean", "null"] }, "string | boolean | null"],
    ["of numbers, both kinds", { type: ["integer", "number"] }, "number"],
    ["that only strings are asked something of", { minLength: 3 }, "unknown"],

    ["of an enumeration", { type: "string", enum: ["a", "b"] }, '"a" | "b"'],
    [
      "of an enumeration of anything",
      { enum: ["a", 1, true, null, [1], { a: 1 }] },
      '"a" | 1 | true | null | [1] | { a: 1 }',
    ],
    [
      "of an enumeration beside a union",
      { type: "string", anyOf: [{ enum: ["x"] }, { enum: ["y"] }] },
      'string & ("x" | "y")',
    ],
    ["of a constant", { const: "a" }, '"a"'],
    ["of a constant that is null", { const: null }, "null"],
    ["of a constant in a list", { type: "array", items: { const: [] } }, "[][]"],

    ["of objects", { type: "object" }, "Record<string, unknown>"],
    ["of objects without properties", { type: "object", additionalProperties: false }, "Record<string, never>"],
    [
      "of objects with properties",
      { type: "object", required: ["b"], properties: { b: string, a: integer } },
      "{ a?: number; b: string }",
    ],
    ["without a type, of properties", { properties: { a: true, b: false } }, "{ a?: unknown; b?: never }"],
    [
      "that requires what it does not describe",
      { type: "object", required: ["a"], properties: { b: string } },
      "{ a: {} | null; b?: string }",
    ],
    ["of a closed object", { ...A, additionalProperties: false }, "{ a?: string }"],
    ["of an open object", { ...A, additionalProperties: true }, "{ a?: string; [key: string]: unknown }"],
    ["of a map", { type: "object", additionalProperties: integer }, "{ [key: string]: number }"],
    [
      "of a map that requires a key",
      { required: ["a"], additionalProperties: integer },
      "{ a: number; [key: string]: number }",
    ],
    [
      "of a map beside properties",
      { ...A, additionalProperties: integer },
      "{ a?: string; [key: string]: number | string | undefined }",
    ],
    [
      "of a map beside required properties",
      { ...B, additionalProperties: string },
      "{ b: number; [key: string]: string | number }",
    ],
    [
      "of a map by patterns",
      { type: "object", patternProperties: { "^a": string, "^b": integer }, additionalProperties: false },
      "{ [key: string]: string | number }",
    ],
    [
      "of a map by patterns that has more",
      { type: "object", patternProperties: { "^a": string } },
      "Record<string, unknown>",
    ],
    [
      "of what is not evaluated",
      { ...A, unevaluatedProperties: integer },
      "{ a?: string; [key: string]: number | string | undefined }",
    ],
    [
      "whose names are no identifiers",
      { properties: { "a-b": string, "": string, __proto__x: string } },
      '{ ""?: string; __proto__x?: string; "a-b"?: string }',
    ],

    ["of lists", { type: "array", items: string, minItems: 1 }, "string[]"],
    ["of lists of anything", { type: "array" }, "unknown[]"],
    ["of lists of unions", { type: "array", items: { type: ["string", "null"] } }, "(string | null)[]"],
    ["of empty lists", { type: "array", items: false }, "[]"],
    [
      "of open tuples",
      { type: "array", prefixItems: [{ type: "number" }, string], items: { type: "boolean" } },
      "[number?, string?, ...boolean[]]",
    ],
    ["of tuples with anything behind", { type: "array", prefixItems: [{ type: "number" }] }, "[number?, ...unknown[]]"],
    [
      "of short tuples",
      { type: "array", prefixItems: [{ type: "number" }, string], items: false },
      "[number?, string?]",
    ],
    [
      "of exact tuples",
      { type: "array", prefixItems: [{ type: "number" }, string], minItems: 2, maxItems: 2 },
      "[number, string]",
    ],
    [
      "of tuples in part",
      { prefixItems: [{ type: ["string", "null"] }, string], minItems: 1, items: false },
      "[string | null, string?]",
    ],
    [
      "of tuples of unions",
      { prefixItems: [{ type: ["string", "null"] }], unevaluatedItems: false },
      "[(string | null)?]",
    ],

    ["of a union", { oneOf: [string, integer] }, "string | number"],
    ["of a union with anything", { anyOf: [string, {}] }, "unknown"],
    ["of a union with nothing", { anyOf: [string, false] }, "string"],
    ["of a union beside properties", { ...B, anyOf: [ref("A"), ref("Who")] }, "{ b: number } & (A | Who)"],
    [
      "of a choice of what is required",
      { ...A, anyOf: [{ required: ["a"] }, { required: ["c"] }] },
      `{ a?: string } & ({ a: {} | null } | { c: {} | null })`,
    ],
    [
      "of a choice beside null",
      { type: ["object", "null"], properties: { a: string }, oneOf: [{ required: ["a"] }, { required: ["c"] }] },
      `({ a?: string } | null) & ({ a: {} | null } | null | { c: {} | null })`,
    ],
    ["of a reference", ref("A"), "A"],
    ["of a reference beside properties", { ...ref("A"), properties: { c: integer } }, "A & { c?: number }"],
    ["of a reference beside its type", { type: "object", ...ref("A") }, "A"],
    ["of a reference beside what it requires", { ...ref("A"), required: ["a"] }, "A & { a: {} | null }"],
    ["of parts", { allOf: [ref("A"), { ...B, description: "More." }] }, "A & { b: number }"],
    ["of parts, of a type", { type: "object", allOf: [ref("A"), ref("B")] }, "A & B"],
    ["of a part that may be anything", { type: "object", allOf: [{}] }, "Record<string, unknown>"],
    [
      "of a part that only requires",
      { allOf: [ref("A"), { type: "object", required: ["a"] }] },
      `A & { a: {} | null }`,
    ],
    ["of what is required beside parts", { allOf: [ref("A")], required: ["a"] }, "A & { a: {} | null }"],
    [
      "of a part that is a union",
      { allOf: [{ oneOf: [ref("A"), ref("B")] }, { type: "object" }] },
      "(A | B) & Record<string, unknown>",
    ],
    [
      "without a form in TypeScript",
      { type: "object", not: A, if: A, dependentSchemas: { a: B }, propertyNames: Who },
      "Record<string, unknown>",
    ],
    ["that keeps schemas for others", { ...A, $defs: { Inner: string } }, "{ a?: string }"],
  ])("%s", async (_, schema, want) => {
    expect(await typeOf(schema, { schemas: { A, B, Who } })).toBe(want);
  });
});

describe("null", () => {
  it.each<[string, string, object, string]>([
    ["beside $ref in 3.0", "3.0.3", { ...who, nullable: true }, "Who | null"],
    ["beside type and $ref, as Twilio writes it", "3.0.3", { type: "string", ...who, nullable: true }, "Who | null"],
    ["beside allOf in 3.0", "3.0.3", { allOf: [who], nullable: true }, "Who | null"],
    ["beside a type in 3.0", "3.0.3", { type: "string", nullable: true }, "string | null"],
    ["beside an enumeration in 3.0", "3.0.3", { ...Who, nullable: true }, '"human" | "machine" | null'],
    ["of a list in 3.0", "3.0.3", { type: "array", items: integer, nullable: true }, "number[] | null"],
    ["by a keyword that 3.1 has no more", "3.1.0", { type: "string", nullable: true }, "string | null"],
    ["by that keyword beside $ref", "3.1.0", { ...who, nullable: true }, "Who | null"],
    ["among types in 3.1", "3.1.0", { type: ["string", "null"] }, "string | null"],
    ["beside $ref in 3.1", "3.1.0", { anyOf: [who, { type: "null" }] }, "Who | null"],
    ["in an enumeration in 3.1", "3.1.0", { enum: ["a", null] }, '"a" | null'],
  ])("%s is in the type", async (_, openapi, schema, want) => {
    expect((await typeOf(schema, { openapi, schemas: { Who } }))?.split(" | ").sort()).toEqual(
      want.split(" | ").sort(),
    );
  });
});

it("a property with a default is as optional as the document says", async () => {
  const schema = { type: "object", required: ["b"], properties: { a: { ...string, default: "x" }, b: integer } };
  expect(await typeOf(schema, { paths: pathsUsing(["S"], ["S"]) })).toBe("{ a?: string; b: number }");
});

it.each(["100%", "%", "a%2", "a#/b%c", "%E0%A4%A"])("a name may be %j, which is no part of a URI", async (name) => {
  const inner = { type: "object", properties: { [name]: { type: "object", properties: { a: string } } } };
  const paths = pathsUsing([], [encodeURIComponent(name.replaceAll("/", "~1"))]);
  const { client } = await typesOf({ paths, schemas: { [name]: inner } });
  const key = JSON.stringify(name);
  expect(client).toMatch(/= \{ "[^"]+"\?: \{ a\?: string \} \};/);
  expect(client).toContain(`{ ${key}?: { a?: string } }`);
  expect(client).toMatch(new RegExp(`schemas: \\{ ${key.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")}: \\w+;`));
});

describe("an enumeration", () => {
  it("is open in responses and closed in requests", async () => {
    const { client, strict } = await typesOf({ paths: pathsUsing(["Who"], ["Who"]), schemas: { Who } });
    expect(client).toContain("type Who = WhoInput | (string & {});");
    expect(client).toContain('type WhoInput = "human" | "machine";');
    expect(strict).toContain('export type { WhoInput as Who } from "./types.gen.js";');
  });

  it.each<[string, object, string]>([
    ["of responses alone keeps its values", Who, '"human" | "machine" | (string & {})'],
    ["of numbers is open too", { type: "integer", enum: [1, 2] }, "1 | 2 | (number & {})"],
    ["with null keeps it", { enum: ["a", "b", null] }, '"a" | "b" | (string & {}) | null'],
    ["of one value is that value", { type: "string", enum: ["call"] }, '"call"'],
    ["inside an object is open", { properties: { by: Who } }, '{ by?: "human" | "machine" | (string & {}) }'],
  ])("%s", async (_, schema, want) => {
    expect(await typeOf(schema, { paths: pathsUsing([], ["S"]) })).toBe(want);
  });
});

it("a header is what a response has: an enumeration may grow, and what is written is not required", async () => {
  const Level = { type: "string", enum: ["low", "high"] };
  const Rate = { type: "object", required: ["set"], properties: { set: { type: "integer", writeOnly: true } } };
  const headers = { "X-Level": { schema: ref("Level") }, "X-Rate": { schema: Rate }, "X-Who": { schema: Who } };
  const paths = { "/a": { get: { operationId: "Get", responses: { "200": { description: "", headers } } } } };
  const { client } = await typesOf({ paths, schemas: { Level } });
  expect(client).toContain('type Level = "low" | "high" | (string & {});');
  expect(client).toContain('"X-Level"?: Level;');
  expect(client).toContain('"X-Rate"?: { set?: number };');
  expect(client).toContain('"X-Who"?: "human" | "machine" | (string & {});');
});

it("every schema has a type of its own name, whatever that name hides", async () => {
  const { client } = await typesOf({
    schemas: { Call: {}, Record: {}, "a.b": {}, List: { type: "array", items: ref("Record") } },
  });
  expect(client).toContain('schemas: { "a.b": AB; Call: Call; List: List; Record: Record_; };');
  expect(client).toContain("export type Call = unknown;");
  expect(client).toContain("type Record_ = unknown; export type { Record_ as Record };");
  expect(client).toContain("export type List = Record_[];");
  expect(client).toContain("export type AB = unknown;");
});

describe("a type that contains itself", () => {
  it.each<[string, Record<string, object>, string]>([
    ["as a list of itself", { A: { type: "array", items: ref("A") } }, "export type A = A[];"],
    ["in a union", { A: { oneOf: [string, { type: "array", items: ref("A") }] } }, "export type A = string | A[];"],
    ["as a map", { A: { type: "object", additionalProperties: ref("A") } }, "export type A = { [key: string]: A };"],
    ["in a tuple", { A: { type: "array", prefixItems: [ref("A")] } }, "export type A = [A?, ...unknown[]];"],
    [
      "by way of another",
      { A: { type: "array", items: ref("B") }, B: { anyOf: [ref("A"), { type: "null" }] } },
      "export type A = B[]; export type B = A | null;",
    ],
  ])("%s is declared as it is", async (_, schemas, want) => {
    const { client } = await typesOf({ schemas });
    expect(client).toContain(want);
  });
});

describe("a discriminator", () => {
  const tagged = (values: object, required = ["t"]) => ({ type: "object", required, properties: { t: values } });
  const union = (mapping?: object, ...names: string[]) => ({
    oneOf: names.map(ref),
    discriminator: { propertyName: "t", ...(mapping && { mapping }) },
  });

  it.each<[string, Record<string, object>, object, string]>([
    [
      "says the tags of members that do not, by name",
      { X: tagged(string), Y: A },
      union(undefined, "X", "Y"),
      '(X & { t: "X" }) | (Y & { t: "Y" })',
    ],
    [
      "may have several for one member",
      { X: tagged(string), Y: tagged(string) },
      union({ a: "X", b: "X", c: "Y" }, "X", "Y"),
      '(X & { t: "a" | "b" }) | (Y & { t: "c" })',
    ],
    [
      "adds nothing to a tag that members have",
      { X: tagged({ const: "x" }), Y: tagged({ enum: ["y"] }) },
      union({ x: "X", y: "Y" }, "X", "Y"),
      "X | Y",
    ],
    [
      "narrows an enumeration that members share",
      { Base: tagged({ enum: ["x", "y"] }), X: { allOf: [ref("Base")] }, Y: { allOf: [ref("Base")] } },
      union({ x: "X", y: "Y" }, "X", "Y"),
      '(X & { t: "x" }) | (Y & { t: "y" })',
    ],
    [
      "requires the tag",
      { X: tagged({ const: "x" }, []), Y: tagged({ const: "y" }) },
      union({ x: "X", y: "Y" }, "X", "Y"),
      '(X & { t: "x" }) | Y',
    ],
    [
      "has tags of the type that they have",
      { X: tagged({ type: "boolean" }), Y: tagged({ type: "boolean" }), Z: tagged(integer) },
      union({ true: "X", false: "Y", 3: "Z" }, "X", "Y", "Z"),
      "(X & { t: true }) | (Y & { t: false }) | (Z & { t: 3 })",
    ],
    [
      "leaves the tags that members have where it names others",
      { X: tagged({ const: 1 }), Y: tagged({ const: 2 }) },
      union(undefined, "X", "Y"),
      "X | Y",
    ],
  ])("%s", async (_, schemas, schema, want) => {
    const found = await typeOf(schema, { schemas });
    expect(found?.split(" | (").sort()).toEqual(want.split(" | (").sort());
  });

  it("does not change what a member is by itself, and reaches where its union is a part", async () => {
    const schemas = { X: tagged(string, []), Y: A, Pet: union({ x: "X", y: "Y" }, "X", "Y") };
    const { client } = await typesOf({ schemas: { ...schemas, S: { allOf: [ref("Pet"), A] } } });
    expect(client).toContain("type X = { t?: string };");
    expect(client).toContain("type S = Pet & { a?: string };");
  });

  it("of a base tells the schemas that build on it from each other in unions", async () => {
    const Base = { ...tagged(string), discriminator: { propertyName: "t", mapping: { x: "X" } } };
    const variants = { Base, X: { allOf: [ref("Base"), A] }, Y: { allOf: [ref("Base")] } };
    const { client } = await typesOf({ schemas: { ...variants, S: { anyOf: [ref("X"), ref("Y")] } } });
    expect(client).toContain("type X = Base & { a?: string };");
    expect(client).toContain('type S = (X & { t: "x" }) | (Y & { t: "Y" });');
  });

  it("changes types, and not the schemas that validators are made from", async () => {
    const schemas = { X: A, Y: { allOf: [tagged(string)] }, S: union(undefined, "X", "Y") };
    const { model, views } = await viewsOf({ paths: pathsUsing(["S"], ["S"]), schemas });
    const all = () => [model.schemas, views.client, views.strict].flatMap((list) => list.map(({ schema }) => schema));
    const before = structuredClone(all());
    expect(emitTypes(model, views)[0]?.text).toContain('t: "X"');
    expect(all()).toEqual(before);
  });
});

it("bytes have a type even where no library declares Blob, or a schema is called so", async () => {
  const File = { type: "string", format: "binary" };
  const schemas = {
    Blob: { type: "object" },
    File,
    Files: { type: "array", items: File },
    Form: { properties: { File, Files: { $ref: "#/components/schemas/Files" } } },
  };
  const form = { "multipart/form-data": { schema: ref("Form") } };
  const pdf = { "application/pdf": { schema: ref("File") } };
  const responses = { "200": { description: "Found.", content: pdf } };
  const paths = { "/a": { post: { operationId: "send", requestBody: { content: form }, responses } } };
  const { client } = await typesOf({ schemas, paths });
  expect(client).toContain("Files = $Bytes[];");
  expect(client).toContain("File?: $Bytes; Files?: Files }");
  expect(client).toContain("File = $Bytes;");
  expect(client).toMatch(
    /type \$Bytes = typeof globalThis extends \{ Blob: \{ prototype: infer Blob \} \} \? Blob : \{/,
  );
});

it("types to the letter are those of the client's view where nothing they hold differs", async () => {
  const schemas = {
    Who,
    Same: { type: "object", properties: { next: ref("Same"), n: { type: "integer" } } },
    Open: { type: "object", properties: { who, same: ref("Same") } },
    Around: { type: "array", items: ref("Open") },
  };
  const { client, strict } = await typesOf({ paths: pathsUsing(["Around"], ["Around", "Same"]), schemas });
  expect(strict).toContain(
    'export type { AroundInput as Around, OpenInput as Open, Same, WhoInput as Who } from "./types.gen.js";',
  );
  expect(strict).toContain(
    'schemas: Omit<$client.components["schemas"], "Around" | "AroundInput" | "Open" | "OpenInput" | "Who" | "WhoInput"> & { ' +
      "Around: $client.AroundInput; Open: $client.OpenInput; Who: $client.WhoInput; };",
  );
  expect(client).toContain("OpenInput = { same?: Same; who?: WhoInput };");
  const alone = await typesOf({ paths: pathsUsing([], ["Around"]), schemas });
  expect(alone.strict).toContain('export type { Same } from "./types.gen.js";');
  expect(alone.strict).toContain("export type Open = { same?: $client.Same; who?: Who };");
});
