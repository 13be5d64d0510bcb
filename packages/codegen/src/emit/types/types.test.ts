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

const Who = { type: "string", enum: ["human", "machine"] };
const who = { $ref: "#/components/schemas/Who" };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const WHO = "Who";

describe("null", () => {
  it.each<[string, string, object, string]>([
    ["beside $ref in 3.0", "3.0.3", { ...who, nullable: true }, `${WHO} | null`],
    ["beside type and $ref, as Twilio writes it", "3.0.3", { type: "string", ...who, nullable: true }, `${WHO} | null`],
    ["beside allOf in 3.0", "3.0.3", { allOf: [who], nullable: true }, `${WHO} | null`],
    ["beside a type in 3.0", "3.0.3", { type: "string", nullable: true }, "string | null"],
    ["beside an enumeration in 3.0", "3.0.3", { ...Who, nullable: true }, '"human" | "machine" | null'],
    ["of a list in 3.0", "3.0.3", { type: "array", items: { type: "integer" }, nullable: true }, "number[] | null"],
    ["by a keyword that 3.1 has no more", "3.1.0", { type: "string", nullable: true }, "string | null"],
    ["by that keyword beside $ref", "3.1.0", { ...who, nullable: true }, `${WHO} | null`],
    ["among types in 3.1", "3.1.0", { type: ["string", "null"] }, "string | null"],
    ["beside $ref in 3.1", "3.1.0", { anyOf: [who, { type: "null" }] }, `${WHO} | null`],
    ["in an enumeration in 3.1", "3.1.0", { enum: ["a", null] }, '"a" | null'],
  ])("%s is in the type", async (_, openapi, property, want) => {
    const schemas = { Who, Call: { type: "object", properties: { by: property } } };
    const { client } = await typesOf({ openapi, schemas });
    const found = /Call = \{ by\?: (.*?); \}/.exec(client)?.[1] ?? "";
    expect(alternatives(found)).toEqual(alternatives(want));
  });
});

it("a property with a default is as optional as the document says", async () => {
  const Call = {
    type: "object",
    required: ["b"],
    properties: { a: { type: "string", default: "x" }, b: { type: "integer" } },
  };
  const { client, strict } = await typesOf({ paths: pathsUsing(["Call"], ["Call"]), schemas: { Call } });
  expect(client).toContain("export type Call = { a?: string; b: number; };");
  expect(strict).toContain("export type { Call }");
});

it.each(["100%", "%", "a%2", "a#/b%c", "%E0%A4%A"])("a name may be %j, which is no part of a URI", async (name) => {
  const inner = { type: "object", properties: { [name]: { type: "object", properties: { a: { type: "string" } } } } };
  const paths = pathsUsing([], [encodeURIComponent(name.replaceAll("/", "~1"))]);
  const { client } = await typesOf({ paths, schemas: { [name]: inner } });
  const key = JSON.stringify(name);
  expect(client).toContain(`= { ${key}?: { a?: string; }; };`);
});

describe("an enumeration", () => {
  it("is open in answers and closed in requests", async () => {
    const { client, strict } = await typesOf({ paths: pathsUsing(["Who"], ["Who"]), schemas: { Who } });
    expect(client).toContain("export type Who = WhoInput | (string & Record<never, never>);");
    expect(client).toContain('export type WhoInput = "human" | "machine";');
    expect(strict).toContain("export type { WhoInput as Who }");
    expect(strict).not.toContain("Record<never");
  });

  it.each<[string, object, string]>([
    ["of answers alone keeps its values", Who, '"human" | "machine" | (string & Record<never, never>)'],
    ["of numbers is open too", { type: "integer", enum: [1, 2] }, "1 | 2 | (number & Record<never, never>)"],
    ["with null keeps it", { enum: ["a", "b", null] }, '"a" | "b" | (string & Record<never, never>) | null'],
    ["of one value is that value", { type: "string", enum: ["call"] }, '"call"'],
  ])("%s", async (_, schema, want) => {
    const { client } = await typesOf({ paths: pathsUsing([], ["S"]), schemas: { S: schema } });
    const found = /export type S = (.*?);/.exec(client)?.[1] ?? "";
    expect(alternatives(found)).toEqual(alternatives(want));
  });

  it("inside an object of an answer is open", async () => {
    const { client } = await typesOf({
      paths: pathsUsing([], ["Call"]),
      schemas: { Call: { type: "object", properties: { by: Who } } },
    });
    expect(client).toContain("(string & Record<never, never>)");
  });
});

it("a header is what an answer has: an enumeration may grow, and what is written is not required", async () => {
  const Level = { type: "string", enum: ["low", "high"] };
  const Rate = { type: "object", required: ["set"], properties: { set: { type: "integer", writeOnly: true } } };
  const headers = { "X-Level": { schema: ref("Level") }, "X-Rate": { schema: Rate }, "X-Who": { schema: Who } };
  const paths = { "/a": { get: { operationId: "Get", responses: { "200": { description: "", headers } } } } };
  const { client } = await typesOf({ paths, schemas: { Level } });
  expect(client).toContain('Level = "low" | "high" | (string & Record<never, never>);');
  expect(client).toContain('"X-Level"?: Level;');
  expect(client).toContain('"X-Rate"?: { set?: number; };');
  expect(client).toContain('"X-Who"?: "human" | "machine" | (string & Record<never, never>);');
});

it("every schema has a type of its own name, whatever that name hides", async () => {
  const { client } = await typesOf({ schemas: { Call: {}, Record: {}, "a.b": {} } });
  expect(client).toContain("export type Call = unknown;");
  expect(client).toContain("type Record_ = unknown; export type { Record_ as Record };");
  expect(client).toContain("export type AB = unknown;");
  expect(client).toContain('schemas: { "a.b": AB; Call: Call; Record: Record_; };');
});

/** The members of a union, in any order. */
function alternatives(type: string): string[] {
  return type
    .split(" | ")
    .map((member) => member.replace(/^\((.*)\)$/, "$1"))
    .sort();
}

it("a property that `required` asks of a nullable part beside `allOf` is there where the part is an object", async () => {
  const Part = { type: "object", nullable: true, properties: { a: { type: "string" } } };
  const Whole = { allOf: [{ $ref: "#/components/schemas/Part" }], required: ["a"] };
  const { client } = await typesOf({ openapi: "3.0.3", schemas: { Part, Whole } });
  expect(client).toContain('Whole = $Required<Part, "a">;');
  expect(client).toContain(
    "type $Required<T, K extends PropertyKey> = T extends unknown ? T & { [P in K & keyof T]-?: T[P] } : never;",
  );
});

it.each([
  ["are objects is an object with its properties", [{ a: 1 }, { a: 2 }], "Call = { a?: number; }"],
  ["are none is a union of them", ["one, two", "three"], 'Call = "one, two" | "three"'],
])("an enumeration of objects whose values %s", async (_, values, type) => {
  const properties = { a: { type: "integer" } };
  const { client } = await typesOf({ schemas: { Call: { type: "object", properties, enum: values } } });
  expect(client).toContain(type);
});

it("an object of which nothing is said may have any properties", async () => {
  const { client } = await typesOf({ schemas: { Any: { type: "object" } } });
  expect(client).toContain("Any = Record<string, unknown>;");
});

describe("a type that contains itself", () => {
  it.each<[string, Record<string, object>, string]>([
    ["as a list of itself", { A: { type: "array", items: ref("A") } }, "type A = A[];"],
    [
      "in a union with a list of itself",
      { A: { oneOf: [{ type: "string" }, { type: "array", items: ref("A") }] } },
      "type A = string | A[];",
    ],
    [
      "by way of another",
      { A: { type: "array", items: ref("B") }, B: { anyOf: [ref("A"), { type: "null" }] } },
      "type A = B[]; type B = A | null;",
    ],
  ])("%s refers to its own name", async (_, schemas, want) => {
    const { client } = await typesOf({ schemas });
    for (const alias of want.split(/(?<=;) /)) expect(client).toContain(alias);
  });
});

it("true and false are as good as any other schema", async () => {
  const all = Object.fromEntries(
    ["allOf", "anyOf", "oneOf", "prefixItems"].map((keyword) => [keyword, { [keyword]: [true, false, {}] }]),
  );
  const { client } = await typesOf({ schemas: { ...all, Of: { properties: { a: true, b: false } } } });
  expect(client).toContain("Of = { a?: unknown; b?: never; }");
  expect(client).toContain("allOf = never;");
  expect(client).toContain("anyOf = unknown;");
  expect(client).toContain("prefixItems = unknown;");
});

it("a discriminator changes types, and not the schemas that validators are made from", async () => {
  const Cat = { type: "object", required: ["name"], properties: { name: { type: "string" } } };
  const Dog = { allOf: [{ type: "object", properties: { kind: { type: "string" } } }] };
  const Pet = { oneOf: [ref("Cat"), ref("Dog")], discriminator: { propertyName: "kind" } };
  const { model, views } = await viewsOf({ paths: pathsUsing(["Pet"], ["Pet"]), schemas: { Cat, Dog, Pet } });
  const all = () => [model.schemas, views.client, views.strict].flatMap((list) => list.map(({ schema }) => schema));
  const before = structuredClone(all());
  const [client] = emitTypes(model, views);
  expect(client?.text).toContain('kind: "Cat"');
  expect(all()).toEqual(before);
});

it("bytes have a type even where no library declares Blob, or a schema is called so", async () => {
  const File = { type: "string", format: "binary" };
  const schemas = {
    Blob: { type: "object" },
    File,
    Files: { type: "array", items: File },
    Form: { properties: { File, Files: { $ref: "#/components/schemas/Files" } } },
  };
  const form = { "multipart/form-data": { schema: { $ref: "#/components/schemas/Form" } } };
  const pdf = { "application/pdf": { schema: { $ref: "#/components/schemas/File" } } };
  const responses = { "200": { description: "Found.", content: pdf } };
  const paths = { "/a": { post: { operationId: "send", requestBody: { content: form }, responses } } };
  const { client } = await typesOf({ schemas, paths });
  expect(client).toContain("Files = $Bytes[];");
  expect(client).toContain("File?: $Bytes;");
  expect(client).toContain("File = $Bytes;");
  expect(client).toMatch(
    /type \$Bytes = typeof globalThis extends \{ Blob: \{ prototype: infer Blob \} \} \? Blob : \{/,
  );
});

it("members of a union beside other keywords narrow what these allow", async () => {
  const properties = { a: { type: "string" }, b: { type: "string" } };
  const anyOf = [{ required: ["a"] }, { required: ["b"] }];
  const either = { type: ["object", "null"], oneOf: [ref("A"), { type: "null" }] };
  const { client } = await typesOf({ schemas: { A: { type: "object", properties, anyOf }, B: either } });
  expect(client).toContain("A = { a?: string; b?: string; };");
  expect(client).toContain("B = (object | null) & (A | null);");
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
  expect(client).toContain("OpenInput = { same?: Same; who?: WhoInput; };");
  const alone = await typesOf({ paths: pathsUsing([], ["Around"]), schemas });
  expect(alone.strict).toContain('export type { Same } from "./types.gen.js";');
  expect(alone.strict).toContain("export type Open = { same?: $client.Same; who?: Who; };");
});
