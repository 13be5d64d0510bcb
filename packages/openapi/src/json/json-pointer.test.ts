import { expect, it } from "vitest";
import { isAtOrBelow, pointerSegments, pointerTo, valueAt } from "./json-pointer.ts";

it.each([
  ["#", []],
  ["", []],
  ["#/a", ["a"]],
  ["#/paths/~1v1~1{id}/get", ["paths", "/v1/{id}", "get"]],
  ["#/a~01/0", ["a~1", "0"]],
  ["#/a//b", ["a", "", "b"]],
])("the segments of %s are %j", (pointer, segments) => {
  expect(pointerSegments(pointer)).toEqual(segments);
});

it.each([[["/v1/{id}"]], [["a~1b", "~0"]], [["", "x"]], [["a", "0"]]])("%j survives as a pointer", (segments) => {
  expect(pointerSegments(pointerTo("#", ...segments))).toEqual(segments);
});

it.each([
  ["#/a", "#/a", true],
  ["#/a/b", "#/a", true],
  ["#/ab", "#/a", false],
  ["#/a", "#/a/b", false],
  ["#/a", "#", true],
])("whether %s is at or below %s: %s", (pointer, other, wanted) => {
  expect(isAtOrBelow(pointer, other)).toBe(wanted);
});

it.each([
  [[], { a: [{ "b/c": null }] }],
  [["a", "0"], { "b/c": null }],
  [["a", "0", "b/c"], null],
  [["a", "1"], undefined],
  [["a", "0", "b/c", "d"], undefined],
  [["toString"], undefined],
  [["a", "length"], undefined],
])("%j lead to %j", (segments, wanted) => {
  expect(valueAt({ a: [{ "b/c": null }] }, segments)).toEqual(wanted);
});
