import { describe, expect, it } from "vitest";
import { allUnique, deepEqual, ownValue } from "./equality.ts";

const ownProto = JSON.parse('{"__proto__": 1}') as object;

const pairs: [unknown, unknown, boolean][] = [
  [1, 1, true],
  [1, 1.0, true],
  [0, -0, true],
  [1, "1", false],
  [1, true, false],
  [0, false, false],
  ["", null, false],
  [null, null, true],
  [null, {}, false],
  [[], {}, false],
  [{}, [], false],
  [[], [], true],
  [[1, 2], [1, 2], true],
  [[1, 2], [2, 1], false],
  [[1], [1, 1], false],
  [["a,b"], ["a", "b"], false],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: 1, b: 2 }, { a: 1, c: 2 }, false],
  [{ a: undefined }, { b: undefined }, false],
  [{ a: { b: [{ c: null }] } }, { a: { b: [{ c: null }] } }, true],
  [{ a: { b: [{ c: null }] } }, { a: { b: [{ c: 0 }] } }, false],
  [ownProto, {}, false],
  [ownProto, JSON.parse('{"__proto__": 1}'), true],
  [ownProto, JSON.parse('{"__proto__": 2}'), false],
  [{ constructor: 1 }, { toString: 1 }, false],
  ["\ud800", "\\ud800", false],
  ["é", "e\u0301", false],
];

describe("two JSON values", () => {
  it.each(pairs)("%j and %j are equal: %j", (a, b, equal) => {
    expect([deepEqual(a, b), deepEqual(b, a)]).toEqual([equal, equal]);
  });

  it.each(pairs)("%j and %j in one list repeat an item: %j", (a, b, equal) => {
    expect(allUnique([a, b])).toBe(!equal);
    expect(allUnique([[a], "between", [b]])).toBe(!equal);
  });
});

describe("a list", () => {
  it("of at most one item repeats nothing", () => {
    expect([allUnique([]), allUnique([1])]).toEqual([true, true]);
  });

  it("of 100,000 items is checked in linear time", () => {
    const items = Array.from({ length: 100_000 }, (_, index) => ({ index }));
    expect(allUnique(items)).toBe(true);
    expect(allUnique([...items, { index: 5 }])).toBe(false);
  });

  it("with something that is not JSON is decided, too", () => {
    expect([allUnique([Symbol("a"), 1]), allUnique([1n, 2n]), allUnique([undefined, "undefined"])]).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe("a property", () => {
  it.each([
    ["toString", {}, undefined],
    ["__proto__", {}, undefined],
    ["__proto__", ownProto, 1],
    ["constructor", { constructor: 2 }, 2],
    ["a", { a: undefined }, undefined],
  ])("%s of %j is the object's own: %j", (key, object, value) => {
    expect(ownValue(object, key)).toBe(value);
  });

  it("is found in an object without a prototype", () => {
    expect(ownValue(Object.assign(Object.create(null), { a: 1 }), "a")).toBe(1);
  });
});
