import { expect, it } from "vitest";
import { pointerSegments, pointerTo } from "./json-pointer.ts";

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
