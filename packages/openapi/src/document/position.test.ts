import { describe, expect, it } from "vitest";
import { Positions } from "./position.ts";

const YAML = `openapi: 3.1.0
"quoted key": 1
paths:
  /v1/{id}:
    'get': { tags: [a, b], x: &shared { deep: 1 } }
    list:
      - first
      - name: second
        again: *shared
      - *shared
      -
      - ''
`;
const JSON_TEXT = `{
  "a": { "b~/c": [true, {"d": null}] }
}`;

describe("the position of a pointer", () => {
  it.each([
    ["the whole", YAML, "#", 1, 1],
    ["a key", YAML, "#/paths", 3, 1],
    ["a quoted key", YAML, "#/quoted key", 2, 1],
    ["a key with a slash", YAML, "#/paths/~1v1~1{id}", 4, 3],
    ["a key in single quotes", YAML, "#/paths/~1v1~1{id}/get", 5, 5],
    ["an item of a list in one line", YAML, "#/paths/~1v1~1{id}/get/tags/1", 5, 24],
    ["an item", YAML, "#/paths/~1v1~1{id}/list/0", 7, 9],
    ["an item that is an object", YAML, "#/paths/~1v1~1{id}/list/1", 8, 9],
    ["a key within it", YAML, "#/paths/~1v1~1{id}/list/1/name", 8, 9],
    ["what an alias stands for", YAML, "#/paths/~1v1~1{id}/list/1/again/deep", 5, 41],
    ["an item that is an alias", YAML, "#/paths/~1v1~1{id}/list/2", 10, 9],
    ["what such an item stands for", YAML, "#/paths/~1v1~1{id}/list/2/deep", 5, 41],
    ["an item without a value", YAML, "#/paths/~1v1~1{id}/list/3", 6, 5],
    ["an empty item", YAML, "#/paths/~1v1~1{id}/list/4", 12, 9],
    ["what is not there", YAML, "#/paths/~1v1~1{id}/nowhere/at/all", 4, 3],
    ["an item too many", YAML, "#/paths/~1v1~1{id}/list/7", 6, 5],
    ["a member of a text", YAML, "#/openapi/a", 1, 1],
    ["a key of JSON", JSON_TEXT, "#/a/b~0~1c", 2, 10],
    ["a key deep in JSON", JSON_TEXT, "#/a/b~0~1c/1/d", 2, 26],
    ["an item of JSON", JSON_TEXT, "#/a/b~0~1c/0", 2, 19],
  ])("is found for %s", (_, text, pointer, line, column) => {
    expect(new Positions(text).at(pointer)).toMatchObject({ line, column });
    if (text === JSON_TEXT) expect(new Positions(text, true).at(pointer)).toMatchObject({ line, column });
  });
});
