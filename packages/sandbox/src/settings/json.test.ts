import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type JsonNode, JsonSyntaxError, parseJson } from "./json.ts";

describe("JSON", () => {
  it("is read as JSON.parse reads it, however it is written", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 1, "\t"), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), undefined, indent);
        expect(parseJson(text).value).toEqual(JSON.parse(text));
      }),
    );
  });

  it("is refused where JSON.parse refuses it", () => {
    const pieces = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      '"\\u00zz"',
      "1",
      "01",
      "-",
      "1.",
      "true",
      "nul",
      " ",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        const accepted = (parse: (text: string) => unknown) => {
          try {
            return parse(text) !== undefined;
          } catch (error) {
            // Which JSON.parse lets pass.
            return /is there twice/.test(String(error));
          }
        };
        expect(accepted(parseJson)).toBe(accepted(JSON.parse));
      }),
      { numRuns: 1000 },
    );
  });

  it("knows where every value begins", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), undefined, indent);
        for (const { offset, value } of nodes(parseJson(text))) {
          const rest = text.slice(offset);
          expect(rest[0]).toBe(JSON.stringify(value)[0]);
          if (typeof value !== "object" || value === null) expect(rest.startsWith(JSON.stringify(value))).toBe(true);
        }
      }),
    );
  });

  it.each([
    ["", 0, "expected a value, found the end"],
    ['{"a": }', 6, "expected a value, found }"],
    ['{"a" 1}', 5, "expected :, found 1"],
    ['{"a": 1 "b"}', 8, "expected , or }, found a string"],
    ["{a: 1}", 1, "expected a name in double quotes, found a"],
    ['{"a": 1,}', 8, "expected a name in double quotes, found }"],
    ["[1,]", 3, "expected a value, found ]"],
    ["[1] 2", 4, "expected the end, found 2"],
    ["[1", 2, "expected , or ], found the end"],
    ['["a\n"]', 1, "expected a value, found a string"],
    ['{"a": 1, "a": 2}', 9, 'the name "a" is there twice'],
    ["[".repeat(200), 101, "more than 100 levels"],
    ["\ufeff{}", 0, "expected a value, found \ufeff"],
  ])("tells what is wrong with %j, and where", (text, offset, message) => {
    expect(() => parseJson(text)).toThrow(JsonSyntaxError);
    expect(() => parseJson(text)).toThrow(expect.objectContaining({ offset, message }));
  });
});

function nodes(node: JsonNode): readonly JsonNode[] {
  return [node, ...[...node.children.values()].flatMap(nodes)];
}
