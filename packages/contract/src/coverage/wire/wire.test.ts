import { describe, expect, test } from "vitest";
import { documentOf } from "../testing/document-of.ts";
import { type Decoded, type Field, type FieldStyle, fieldOf } from "./field.ts";
import { findContent } from "./media-type.ts";
import { concreteness, pathMatcher } from "./path-template.ts";
import { bodyReader } from "./read-body.ts";
import { readField, readSegment } from "./read-field.ts";
import { readPairs } from "./request-view.ts";

/** Something that cannot be read as the document has it written. */
const UNREADABLE = Symbol("unreadable");

const integer = { type: "integer" };
const integers = { type: "array", items: integer };
const rgb = { type: "object", properties: { R: integer, G: integer } };

function styled(schema: object, more: Partial<FieldStyle> = {}): Field {
  const { style = "form" } = more;
  const explode = style === "form" || style === "deepObject";
  return fieldOf(documentOf(schema), { name: "it", style, explode, mediaType: undefined, ...more });
}

function read({ value, breaches }: Decoded): unknown {
  return breaches.length > 0 ? UNREADABLE : value;
}

describe("a parameter of a query", () => {
  const cases: readonly (readonly [text: string, field: Field, value: unknown])[] = [
    ["it=7", styled(integer), 7],
    ["it=7.0", styled(integer), "7.0"],
    ["it=0x7", styled(integer), "0x7"],
    ["it=-1.5e3", styled({ type: "number" }), -1500],
    ["it=7", styled({ type: "string" }), "7"],
    ["it=7", styled({ type: ["integer", "string"] }), 7],
    ["it=true", styled({ type: "boolean" }), true],
    ["it=True", styled({ type: "boolean" }), "True"],
    ["it=", styled({ type: ["integer", "null"] }), null],
    ["it=", styled({ type: ["string", "null"] }), ""],
    ["it", styled({ type: "string" }), ""],
    ["other=1", styled(integer), undefined],
    ["it=a+b%20%C3%BC", styled({}), "a b ü"],
    ["%69t=1", styled(integer), 1],
    ["it=%ZZ", styled({}), UNREADABLE],
    ["it=1&it=2", styled(integer), UNREADABLE],
    ["it=1&it=2", styled(integers), [1, 2]],
    ["it=", styled(integers), []],
    ["it=1,2", styled(integers, { explode: false }), [1, 2]],
    ["it=1%2C2", styled(integers, { explode: false }), [1, 2]],
    ["it=1&it=2", styled(integers, { explode: false }), UNREADABLE],
    ["it=1%202", styled(integers, { style: "spaceDelimited" }), [1, 2]],
    ["it=1|2", styled(integers, { style: "pipeDelimited" }), [1, 2]],
    ["R=1&G=2&z=3", styled(rgb), { R: 1, G: 2 }],
    ["it=R,1,G,2", styled(rgb, { explode: false }), { R: 1, G: 2 }],
    ["it=R,1,G", styled(rgb, { explode: false }), UNREADABLE],
    ["it[R]=1&it%5BG%5D=2", styled(rgb, { style: "deepObject" }), { R: 1, G: 2 }],
    ["z=1&it2[R]=1", styled(rgb, { style: "deepObject" }), undefined],
    ["it=7", styled({ anyOf: [integer, rgb] }, { style: "deepObject" }), 7],
    ["it[]=1&it[]=2", styled(integers, { style: "deepObject" }), [1, 2]],
    ["it[0][R]=1&it[0][G]=2&it[1][R]=3", styled({ items: rgb }, { style: "deepObject" }), [{ R: 1, G: 2 }, { R: 3 }]],
    ["it[a][R]=1&it[a][z]=2", styled({ properties: { a: rgb } }, { style: "deepObject" }), { a: { R: 1, z: "2" } }],
    ["it[0]=x", styled({ type: "object" }, { style: "deepObject" }), { 0: "x" }],
    ["it[a][]=1", styled({ properties: { a: integers } }, { style: "deepObject" }), { a: [1] }],
    ["it[__proto__]=1", styled({}, { style: "deepObject" }), JSON.parse('{"__proto__":"1"}')],
    ["it=1&it[R]=2", styled(rgb, { style: "deepObject" }), UNREADABLE],
    ["it[R]=2&it=1", styled(rgb, { style: "deepObject" }), UNREADABLE],
    ["it[R]=1&it[R]=2", styled(rgb, { style: "deepObject" }), UNREADABLE],
    ["it[R]=%ZZ", styled(rgb, { style: "deepObject" }), UNREADABLE],
    ["it=%7B%22R%22:1%7D", styled(rgb, { mediaType: "application/json" }), { R: 1 }],
    ["it=%7B", styled(rgb, { mediaType: "application/json" }), UNREADABLE],
  ];
  test.for(cases)("%s", ([text, field, value]) => {
    expect(read(readField(readPairs(text, "&"), field, []))).toEqual(value);
  });
});

describe("a parameter of a path", () => {
  const cases: readonly (readonly [text: string, field: Field, value: unknown])[] = [
    ["a%2Fb", styled({ type: "string" }, { style: "simple" }), "a/b"],
    ["", styled({ type: "string" }, { style: "simple" }), undefined],
    ["%ZZ", styled({}, { style: "simple" }), UNREADABLE],
    ["1,2", styled(integers, { style: "simple" }), [1, 2]],
    ["R,1,G,2", styled(rgb, { style: "simple" }), { R: 1, G: 2 }],
    ["R=1,G=2", styled(rgb, { style: "simple", explode: true }), { R: 1, G: 2 }],
    [".7", styled(integer, { style: "label" }), 7],
    [".1.2", styled(integers, { style: "label", explode: true }), [1, 2]],
    ["7", styled(integer, { style: "label" }), UNREADABLE],
    [";it=7", styled(integer, { style: "matrix" }), 7],
    [";it=1,2", styled(integers, { style: "matrix" }), [1, 2]],
    [";it=1;it=2", styled(integers, { style: "matrix", explode: true }), [1, 2]],
    [";R=1;G=2", styled(rgb, { style: "matrix", explode: true }), { R: 1, G: 2 }],
    ["7", styled(integer, { style: "matrix" }), UNREADABLE],
  ];
  test.for(cases)("%s", ([text, field, value]) => {
    expect(read(readSegment(text, field, [], true))).toEqual(value);
  });

  test("is found in a path, not decoded, below a server or not", () => {
    const match = pathMatcher({ path: "/a/{One}/b.c/{two-x}", bases: ["", "/v1"] });
    expect(match("/a/%31/b.c/2?x=1")).toEqual({ One: "%31", "two-x": "2" });
    expect(match("/v1/a//b.c/2")).toEqual({ One: "", "two-x": "2" });
    expect(match("/a/1/bxc/2")).toBeUndefined();
    expect(match("/a/1/2/b.c/3")).toBeUndefined();
    expect(concreteness("/a/b")).toBeGreaterThan(concreteness("/a/{b}"));
  });
});

test("a header is not decoded", () => {
  expect(read(readSegment("a%20b", styled({}, { style: "simple" }), [], false))).toBe("a%20b");
});

describe("a body", () => {
  const properties = { Name: { type: "string" }, Tags: integers, Meta: rgb, Filter: rgb };
  const content = {
    schema: { type: "object", properties, additionalProperties: { type: "boolean" } },
    encoding: { Tags: { explode: false }, Filter: { style: "deepObject" } },
  };
  const cases: readonly (readonly [mediaType: string, text: string, value: unknown])[] = [
    ["application/json", '{"a":[1]}', { a: [1] }],
    ["application/problem+json", "1", 1],
    ["application/json", "{", UNREADABLE],
    ["text/plain", "{", "{"],
    ["application/x-www-form-urlencoded", "Name=a+b&Tags=1,2", { Name: "a b", Tags: [1, 2] }],
    ["application/x-www-form-urlencoded", "Meta=%7B%22R%22%3A1%7D", { Meta: { R: 1 } }],
    ["application/x-www-form-urlencoded", "Filter[R]=1", { Filter: { R: 1 } }],
    ["application/x-www-form-urlencoded", "Other=true&Name=", { Name: "", Other: true }],
    ["application/x-www-form-urlencoded", "Name=%FF", UNREADABLE],
  ];
  test.for(cases)("of %s: %s", ([mediaType, text, value]) => {
    const cursor = documentOf(content);
    const documented = {
      mediaType,
      schema: cursor.at("schema"),
      encoding: cursor.at("encoding"),
      examples: [],
      cursor,
    };
    expect(read(bodyReader(documented)(text, []))).toEqual(value);
  });

  test("falls under the narrowest media type", () => {
    const contents = ["*/*", "text/*", "text/plain", "application/json"].map((mediaType) => ({ mediaType }));
    const found = (header: string): string | undefined => findContent(contents, header)?.mediaType;
    expect(["Text/Plain; charset=utf-8", "text/html", "image/png"].map(found)).toEqual(["text/plain", "text/*", "*/*"]);
    expect(findContent([{ mediaType: "application/json" }], "text/html")).toBeUndefined();
  });
});
