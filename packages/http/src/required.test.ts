import { describe, expect, it } from "vitest";
import type { BodyCodec } from "./body-codec.ts";
import { EncodeError } from "./encode-error.ts";
import { styledFormCodec } from "./form.ts";
import { serializeHeaders } from "./headers.ts";
import { multipartCodec } from "./multipart.ts";
import type { FormField, Parameter } from "./operation.ts";
import { serializePath, serializeStyledPath } from "./path.ts";
import { serializeQuery, serializeStyledQuery } from "./query.ts";

type Write = (value: unknown, required: boolean) => unknown;

const parameters = (more: Partial<Parameter>): Parameter[] => [
  // Of another place, and so without a say.
  { name: "a", in: more.in === "cookie" ? "header" : "cookie", required: true, explode: false, schema: "A" },
  { name: "a", in: "query", schema: "A", ...more },
];
const query =
  (more: Partial<Parameter>, serialize = serializeStyledQuery): Write =>
  (a, required) =>
    serialize({ a }, parameters({ ...more, required }));
const path =
  (more: Partial<Parameter>): Write =>
  (a) =>
    serializeStyledPath("/{a}", { a }, parameters({ in: "path", ...more, required: true }));
const body =
  (codec: BodyCodec, more: Partial<FormField>): Write =>
  (a, required) =>
    codec.encode({ a }, { fields: { a: { type: "array", ...more, required } } });

const places: [string, Write, empty?: unknown][] = [
  ["a plain query", query({}, serializeQuery), ""],
  ["a plain query, joined", query({ explode: false }, serializeQuery), "a="],
  ["a query", query({}), ""],
  ["a query, joined", query({ explode: false }), "a="],
  ["a query with spaces", query({ style: "spaceDelimited" }), "a="],
  ["a query with pipes", query({ style: "pipeDelimited" }), "a="],
  ["a deep object in a query", query({ style: "deepObject" }), ""],
  [
    "a header",
    (a, required) => serializeHeaders({ header: { a } }, parameters({ in: "header", required })),
    { header: { a: "" } },
  ],
  [
    "a cookie",
    (a, required) => serializeHeaders({ cookie: { a } }, parameters({ in: "cookie", required, explode: false })),
    { header: { cookie: "a=" } },
  ],
  ["a plain path", (a) => serializePath("/{a}", { a })],
  ...(["simple", "label", "matrix"] as const).flatMap((style) =>
    [false, true].map((explode): [string, Write] => [`a path in style ${style} ${explode}`, path({ style, explode })]),
  ),
  ["a form", body(styledFormCodec, {}), ""],
  ["a form, joined", body(styledFormCodec, { explode: false }), "a="],
  ["a form with pipes", body(styledFormCodec, { style: "pipeDelimited", explode: false }), "a="],
  ["a deep object in a form", body(styledFormCodec, { style: "deepObject" }), ""],
  ["parts", body(multipartCodec, {})],
  ["parts in a style", body(multipartCodec, { style: "deepObject" })],
];

describe.each(places)("in %s", (place, write, empty) => {
  const isStyled = !/plain|^a form$|^a form, joined|^parts$/.test(place);

  it.each(isStyled ? [[[]], [{}], [{ b: undefined }]] : [[[]]])(
    "%j is refused where it is required, with the reason",
    (value) => {
      let error: unknown;
      try {
        write(value, true);
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(EncodeError);
      expect((error as EncodeError).issues).toMatchObject([{ path: ["a"], value }]);
      if (!place.includes("path"))
        expect((error as Error).message).toMatch(/^a must be .* not empty, since it is required/);
    },
  );

  it.runIf(empty !== undefined)("an empty list is written as before where it may be left out", () => {
    expect(write([], false)).toEqual(empty);
  });

  it("a list with one item is written", () => {
    expect(() => write(["x"], true)).not.toThrow();
  });
});

it.each<[string, Write]>([
  ["a query", query({ contentType: "application/json" })],
  ["a path", path({ contentType: "application/json" })],
  ["a form", body(styledFormCodec, { contentType: "application/json" })],
])("an empty list as JSON arrives as such in %s", (_place, write) => {
  expect(decodeURIComponent(`${write([], true)}`)).toMatch(/\[\]$/);
});

it("an empty object without a style is JSON in a form", () => {
  expect(body(styledFormCodec, { type: "object" })({}, true)).toBe("a=%7B%7D");
});

it("one empty text, which an empty list looks like, is refused where commas join a list", () => {
  expect(() => query({ explode: false }, serializeQuery)([""], false)).toThrow("a must be");
});
