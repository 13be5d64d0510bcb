import { describe, expect, it } from "vitest";
import { message } from "./message.ts";

describe("a message", () => {
  it("lists as many values of an enumeration as a person reads, and counts the rest", () => {
    const values = Array.from({ length: 5000 }, (_, index) => `value-number-${index}`);
    expect(message("enum", values, 1)).toMatch(
      /^must be one of value-number-0, .*, value-number-\d\d and 49\d\d more, received 1$/,
    );
    expect(message("enum", values, 1).length).toBeLessThan(600);
    // As many as there are languages of two letters.
    const codes = Array.from({ length: 120 }, (_, index) => String.fromCharCode(97 + index / 26, 97 + (index % 26)));
    expect(message("enum", codes, 1)).toBe(`must be one of ${codes.join(", ")}, received 1`);
  });

  it.each<[string, unknown]>([
    ["pattern", "a".repeat(10_000)],
    ["const", { a: "b".repeat(10_000) }],
    ["not", { enum: Array.from({ length: 10_000 }, (_, index) => index) }],
    ["enum", ["a".repeat(10_000), "b".repeat(10_000)]],
    ["type", Array.from({ length: 10_000 }, () => "string")],
  ])("is short for a long %s", (code, expected) => {
    expect(message(code, expected, "x".repeat(10_000)).length).toBeLessThan(1200);
  });

  it.each([
    ["type", "string", 5, "must be of type string, received 5"],
    ["type", ["string", "null"], true, "must be of type string, null, received true"],
    ["enum", ["a", 1, null], "b", 'must be one of a, 1, null, received "b"'],
    ["enum", [{ a: 1 }, "b"], 3, 'must be one of {"a":1}, b, received 3'],
    ["required", true, undefined, "is required"],
    ["pattern", "^A$", "B", 'must match ^A$, received "B"'],
    ["format", "uri", "x", 'must be a valid uri, received "x"'],
    ["minLength", 2, "", 'must have at least 2 characters, received ""'],
    ["maxLength", 1, "ab", 'must have at most 1 characters, received "ab"'],
    ["minItems", 1, [], "must have at least 1 items, received an array"],
    ["maxItems", 1, [1, 2], "must have at most 1 items, received an array"],
    ["minimum", 1, 0, "must satisfy minimum 1, received 0"],
    ["maximum", 1, 2, "must satisfy maximum 1, received 2"],
    ["additionalProperties", false, {}, "is not known, received an object"],
    ["depth", "limit", undefined, "must satisfy depth limit"],
    ["multipleOf", 0.01, 1.005, "must satisfy multipleOf 0.01, received 1.005"],
    ["const", { a: null }, 1, 'must satisfy const {"a":null}, received 1'],
    ["not", { type: "string" }, "x", 'must satisfy not {"type":"string"}, received "x"'],
    ["oneOf", 2, null, "must satisfy oneOf 2, received null"],
    ["enum", [], 1, "must be one of , received 1"],
    ["pattern", "^A$", 'say "no"', 'must match ^A$, received "say \\"no\\""'],
    ["pattern", "^A$", "a\\b\n\u2028é", 'must match ^A$, received "a\\\\b\\n\u2028é"'],
  ])("for %s %j and %j", (code, expected, value, want) => {
    expect(message(code, expected, value)).toBe(want);
  });

  it("keeps a long value short", () => {
    expect(message("type", "number", "x".repeat(1_000)).length).toBeLessThan(100);
  });

  it("writes every character as JSON does", () => {
    for (let code = 0; code < 0x10000; code++) {
      const text = String.fromCharCode(code);
      expect(message("type", "number", text)).toBe(`must be of type number, received ${JSON.stringify(text)}`);
    }
  });

  it("takes what stands in a pattern as it is", () => {
    expect(message("pattern", "$&#$1", "a")).toBe('must match $&#$1, received "a"');
  });

  it.each([
    ["a cyclic value", cyclic(), "an object"],
    ["a symbol", Symbol("s"), "Symbol(s)"],
    ["a bigint", 1n, "1"],
    ["an object without a prototype", Object.create(null), "an object"],
  ])("does not fail for %s", (_, value, shown) => {
    expect(message("type", "string", value)).toBe(`must be of type string, received ${shown}`);
  });
});

function cyclic(): object {
  const value: Record<string, unknown> = {};
  value.self = value;
  return value;
}
