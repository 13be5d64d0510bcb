import type { Schema } from "@earmark/openapi";
import { describeBehaviour, inheriting } from "./testing/behaviour.ts";

/** Parsed, because a literal would set the prototype. */
const PROTO: unknown = JSON.parse('{"__proto__": 5}');
/** Its properties are counted differently: `a` is none of its own, and none that `for in` sees. */
class WithGetter {
  constructor(own: object) {
    Object.assign(this, own);
  }
  get a(): number {
    return 1;
  }
}
const MANY = Array.from({ length: 100 }, (_, index) => `p${index}`);
const parse = (text: string): Schema => JSON.parse(text);

describeBehaviour({
  "nested properties": {
    schema: { properties: { a: { properties: { "b/c": { items: { required: ["d"] } } } } } },
    valid: [{ a: { "b/c": [{ d: 1 }, 5] } }],
    wrong: [[{ a: { "b/c": [{ d: 1 }, {}] } }, ["a b/c 1 d", "required"]]],
  },
  "properties that every object inherits": {
    schema: parse(
      '{"required": ["__proto__", "constructor"], "properties": {"__proto__": {"type": "integer"}, "toString": {"type": "string"}}}',
    ),
    valid: [
      JSON.parse('{"__proto__": 1, "constructor": 1}'),
      JSON.parse('{"__proto__": 1, "constructor": 1, "toString": ""}'),
    ],
    wrong: [
      [{}, ["__proto__", "required"], ["constructor", "required"]],
      [JSON.parse('{"__proto__": "", "constructor": 1, "toString": 1}'), ["__proto__", "type"], ["toString", "type"]],
    ],
  },
  "no other properties": {
    schema: { properties: { a: {} }, patternProperties: { "^x-": { type: "string" } }, additionalProperties: false },
    valid: [{ a: 1, "x-b": "" }, {}, inheriting({ a: 1 })],
    wrong: [
      [{ b: 1, "x-c": 1 }, ["b", "additionalProperties"], ["x-c", "type"]],
      [PROTO, ["__proto__", "additionalProperties"]],
      [inheriting({ b: 1 }), ["b", "additionalProperties"]],
    ],
  },
  "no properties but its own": {
    schema: { properties: { a: {}, constructor: {} }, additionalProperties: false },
    valid: [{ a: 1 }, {}, inheriting({ a: 1 }), Object.assign(Object.create(null), { a: 1 }), { constructor: 1 }],
    wrong: [
      [{ a: 1, b: undefined }, ["b", "additionalProperties"]],
      [{ toString: 1 }, ["toString", "additionalProperties"]],
      [PROTO, ["__proto__", "additionalProperties"]],
      [inheriting({ inherited: 1 }), ["inherited", "additionalProperties"]],
    ],
  },
  "no properties but required ones": {
    schema: {
      required: ["a", "toString"],
      properties: { a: { type: "integer" }, b: {}, toString: { type: "string" } },
      additionalProperties: false,
    },
    valid: [
      { a: 1, toString: "" },
      { a: 1, b: 1, toString: "" },
      { a: 1, b: undefined, toString: "" },
      Object.assign(Object.create(null), { a: 1, toString: "" }),
      inheriting({ a: 1, toString: "" }),
      new WithGetter({ toString: "" }),
    ],
    wrong: [
      [{ b: 1, toString: "", c: 1 }, ["a", "required"], ["c", "additionalProperties"]],
      [{ a: "", toString: "" }, ["a", "type"]],
      [{ a: 1, b: 1, toString: "", c: 1 }, ["c", "additionalProperties"]],
      [{ a: 1, toString: "", c: undefined }, ["c", "additionalProperties"]],
      [inheriting({ a: 1, toString: "", c: 1 }), ["c", "additionalProperties"]],
      [new WithGetter({ toString: "", c: 1 }), ["c", "additionalProperties"]],
    ],
  },
  "no properties at all": {
    schema: { type: "object", additionalProperties: false },
    valid: [{}, inheriting({})],
    wrong: [[{ a: 1 }, ["a", "additionalProperties"]]],
  },
  "no properties but a hundred": {
    schema: { properties: Object.fromEntries(MANY.map((name) => [name, {}])), additionalProperties: false },
    valid: [Object.fromEntries(MANY.map((name) => [name, 1])), inheriting({})],
    wrong: [[{ p99: 1, p100: 1 }, ["p100", "additionalProperties"]]],
  },
  "a map": {
    schema: { additionalProperties: { type: "integer" }, minProperties: 1, maxProperties: 2 },
    valid: [{ a: 1 }, PROTO, inheriting({ a: 1 })],
    wrong: [
      [{}, ["", "minProperties"]],
      [{ a: "" }, ["a", "type"]],
      [{ a: 1, b: 1, c: 1 }, ["", "maxProperties"]],
    ],
  },
  "names of properties": {
    schema: { propertyNames: { pattern: "^[a-z]+$" } },
    valid: [{ a: 1 }, inheriting({ a: 1 })],
    wrong: [[{ A: 1 }, ["A", "propertyNames"]]],
  },
  dependencies: {
    schema: { dependentRequired: { a: ["b"] }, dependentSchemas: { c: { required: ["d"] } } },
    valid: [{}, { b: 1 }, { a: 1, b: 1 }, { c: 1, d: 1 }],
    wrong: [
      [{ a: 1 }, ["b", "dependentRequired"]],
      [{ c: 1 }, ["d", "required"]],
    ],
  },
});
