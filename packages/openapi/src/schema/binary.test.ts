import { expect, it } from "vitest";
import { BINARY, withoutBinary } from "./binary.ts";

it.each<[string, object, boolean]>([
  ["format binary", { type: "string", format: "binary" }, true],
  ["a media type of bytes", { type: "string", contentMediaType: "application/octet-stream" }, true],
  ["an image", { contentMediaType: "image/png" }, true],
  ["an image that is text", { type: "string", contentMediaType: "image/svg+xml" }, false],
  ["an encoded image", { type: "string", contentMediaType: "image/png", contentEncoding: "base64" }, false],
  ["JSON in a text", { type: "string", contentMediaType: "application/json" }, false],
  ["a number of a strange format", { type: "number", format: "binary" }, false],
])("%s", (_what, schema, isBytes) => {
  expect(BINARY in withoutBinary({ ...schema })).toBe(isBytes);
});
