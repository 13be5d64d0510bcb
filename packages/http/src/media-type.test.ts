import { expect, it } from "vitest";
import { bestMatch, essence, isJson, isMultipart, isText, isWithin, mediaTypeParameters } from "./media-type.ts";
import { readResult } from "./response.ts";
import { bindOperation } from "./testing/client-parts.ts";
import { getting } from "./testing/full-definition.ts";

it.each([
  ["application/json", "application/json", []],
  ["Text/Plain; Charset=UTF-8", "text/plain", ["charset=utf-8"]],
  ["multipart/form-data ;boundary=x; charset=utf-8", "multipart/form-data", ["boundary=x", "charset=utf-8"]],
  ["", "", []],
])("%j consists of %j and %j", (mediaType, wanted, parameters) => {
  expect(essence(mediaType)).toBe(wanted);
  expect(mediaTypeParameters(mediaType)).toEqual(parameters);
});

const JSON_TYPES: [mediaType: string, wanted: boolean][] = [
  ["application/json", true],
  ["Application/JSON; charset=utf-8", true],
  ["application/problem+json ;a=b", true],
  ["text/json", true],
  ["application/jsonp", false],
  ["multipart/related; type=application/json", false],
  ["application/json-seq", false],
  ["application/xml", false],
  ["text/plain", false],
];

it.each(JSON_TYPES)("whether %s is JSON: %s", (mediaType, wanted) => {
  expect(isJson(mediaType)).toBe(wanted);
});

it.each(JSON_TYPES)("a client without a wire reads %s as JSON: %s", (mediaType, wanted) => {
  const operation = { ...bindOperation(getting({})), responses: { "200": { content: { [mediaType]: {} } } } };
  const response = { ok: true, status: 200, url: "", headers: new Headers(), content: "1" };
  const facts = { method: "GET", url: "", status: 200, requestId: undefined };
  expect(readResult(operation, response, facts, String, () => expect.unreachable())).toBe(wanted ? 1 : "1");
});

it.each([
  ["text/plain", true, false],
  ["TEXT/html; charset=utf-8", true, false],
  ["multipart/mixed; boundary=x", false, true],
  ["application/text", false, false],
])("%s is text: %s, and of several parts: %s", (mediaType, text, multipart) => {
  expect(isText(mediaType)).toBe(text);
  expect(isMultipart(mediaType)).toBe(multipart);
});

it.each<[mediaType: string, range: string, wanted: boolean]>([
  ["image/png", "image/png", true],
  ["Image/PNG; q=1", "image/png", true],
  ["image/png", "image/*", true],
  ["text/png", "image/*", false],
  ["image/png", "*/*", true],
  ["*/*", "image/*", false],
  ["application/problem+json", "application/*+json", true],
  ["application/json", "application/*+json", false],
])("whether %s is within %s: %s", (mediaType, range, wanted) => {
  expect(isWithin(mediaType, range)).toBe(wanted);
});

it.each<[mediaType: string, ranges: string[], wanted: string | undefined]>([
  ["image/png", ["*/*", "image/*", "image/png"], "image/png"],
  ["image/gif", ["*/*", "image/*", "image/png"], "image/*"],
  ["text/plain; a=b", ["text/plain", "text/plain; a=b"], "text/plain; a=b"],
  ["text/plain; a=c", ["text/plain; a=b", "text/plain"], "text/plain"],
  ["text/csv", ["image/*"], undefined],
])("%s best matches of %j %j", (mediaType, ranges, wanted) => {
  expect(bestMatch(mediaType, ranges)).toBe(wanted);
});
