import { expect, it } from "vitest";
import {
  essence,
  isBinary,
  isCharacters,
  isForm,
  isJson,
  isMultipart,
  isRange,
  isText,
  isWithin,
  isXml,
} from "./media-type.ts";

it.each([
  ["application/json", "application/json"],
  ["Text/Plain; charset=utf-8", "text/plain"],
  [" image/* ;q=0.5", "image/*"],
  ["", ""],
])("the essence of %j is %j", (mediaType, wanted) => {
  expect(essence(mediaType)).toBe(wanted);
});

const TESTS = { isBinary, isCharacters, isForm, isJson, isMultipart, isRange, isText, isXml };

it.each<[mediaType: string, ...is: (keyof typeof TESTS)[]]>([
  ["application/json", "isJson"],
  ["Application/JSON; charset=utf-8", "isJson"],
  ["application/problem+json", "isJson"],
  ["text/json", "isCharacters", "isJson", "isText"],
  ["application/*+json", "isJson", "isRange"],
  ["application/jsonp"],
  ["multipart/related; type=application/json", "isMultipart"],
  ["application/json-seq", "isCharacters"],
  ["application/x-ndjson", "isCharacters"],
  ["application/atom+xml", "isCharacters", "isXml"],
  ["application/xml", "isCharacters", "isXml"],
  ["TEXT/CSV; header=present", "isCharacters", "isText"],
  ["text/xml", "isCharacters", "isText", "isXml"],
  ["text/*", "isCharacters", "isRange", "isText"],
  ["application/x-www-form-urlencoded; charset=utf-8", "isForm"],
  ["multipart/form-data; boundary=x", "isForm", "isMultipart"],
  ["multipart/form-data-of-its-own", "isMultipart"],
  ["multipart/mixed", "isMultipart"],
  ["image/png", "isBinary"],
  ["IMAGE/PNG", "isBinary"],
  ["image/*", "isBinary", "isRange"],
  ["image/svg+xml", "isXml"],
  ["application/pdf", "isBinary"],
  ["application/octet-stream", "isBinary"],
  ["application/msword"],
  ["*/*", "isRange"],
])("%s is %s %s %s", (mediaType, ...wanted) => {
  const found = Object.entries(TESTS).flatMap(([name, is]) => (is(mediaType) ? [name] : []));
  expect(found).toEqual(wanted);
});

it.each<[mediaType: string, range: string, wanted: boolean]>([
  ["image/png", "image/png", true],
  ["Image/PNG; q=1", "image/png", true],
  ["image/png", "image/jpeg", false],
  ["image/png", "image/*", true],
  ["text/png", "image/*", false],
  ["image/png", "*/*", true],
  ["image/*", "*/*", true],
  ["*/*", "image/*", false],
  ["image/png", "*", false],
  ["application/problem+json", "application/*+json", true],
  ["application/xml", "application/*+json", false],
  ["application/json", "application/*+json", false],
  ["application/xjson", "application/*+json", false],
])("whether %s is within %s: %s", (mediaType, range, wanted) => {
  expect(isWithin(mediaType, range)).toBe(wanted);
});
