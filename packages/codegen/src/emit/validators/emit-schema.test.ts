import type { Schema } from "@earmark/openapi";
import { describe, expect, it } from "vitest";
import { moduleOf } from "./testing/check-of.ts";

const IS_TEXT = 'if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;';

/** The body of the emitted check, without the `return true` at its end. */
const table: [name: string, given: Schema, want: string[]][] = [
  ["nothing to check", { description: "Anything." }, []],
  ["a type", { type: "string" }, [IS_TEXT]],
  [
    "several types, null first",
    { type: ["integer", "null"] },
    [
      'if (value !== null && !Number.isInteger(value) && report(issues, path, "type", ["integer", "null"], value)) return false;',
    ],
  ],
  [
    "an enumeration, which needs no test of its type",
    { type: "string", enum: ["a", "b"] },
    ['if (!subjectValues.includes(value) && report(issues, path, "enum", subjectValues, value)) return false;'],
  ],
  ["a constant", { const: 1 }, ['if (!(value === 1) && report(issues, path, "const", 1, value)) return false;']],
  [
    "a type and its keywords, in one test of the type",
    { type: "string", minLength: 1, pattern: "^a/b$" },
    [
      'if (typeof value === "string") {',
      '  if (isShorter(value, 1) && report(issues, path, "minLength", 1, value)) return false;',
      '  if (!subjectPattern.test(value) && report(issues, path, "pattern", "^a/b$", value)) return false;',
      '} else if (report(issues, path, "type", "string", value)) return false;',
    ],
  ],
  [
    "keywords without a type",
    { minimum: 1 },
    ['if (Number.isFinite(value) && value < 1 && report(issues, path, "minimum", 1, value)) return false;'],
  ],
  [
    "items",
    { type: "array", items: { type: "string" } },
    [
      "if (Array.isArray(value)) {",
      "  for (let index = 0; index < value.length; index++) {",
      "    const item = value[index];",
      '    if (typeof item !== "string" && report(issues, path, "type", "string", item, index)) return false;',
      "  }",
      '} else if (report(issues, path, "type", "array", value)) return false;',
    ],
  ],
  [
    "properties, the inherited ones read as the object's own",
    {
      type: "object",
      required: ["a"],
      properties: { a: { type: "string" }, "c-d": { type: "string" }, constructor: {} },
    },
    [
      "if (isObject(value)) {",
      '  const { a, "c-d": cD } = value;',
      '  if (typeof a !== "string" && reportMember(issues, path, "type", "string", a, "a")) return false;',
      '  if (cD !== undefined && typeof cD !== "string" && report(issues, path, "type", "string", cD, "c-d")) return false;',
      '} else if (report(issues, path, "type", "object", value)) return false;',
    ],
  ],
  [
    "no other properties",
    { properties: { a: {} }, additionalProperties: false },
    [
      "if (isObject(value)) {",
      "  for (const key in value) {",
      '    if (key !== "a" && Object.keys(value).includes(key) && report(issues, path, "additionalProperties", false, value[key], key)) return false;',
      "  }",
      "}",
    ],
  ],
  [
    "no other properties than required ones, which are counted first",
    { type: "object", required: ["a"], properties: { a: {}, b: {} }, additionalProperties: false },
    [
      "if (isObject(value)) {",
      "  const { a } = value;",
      '  if (a === undefined && report(issues, path, "required", true, a, "a")) return false;',
      "  let more = -1 - (value.b !== undefined);",
      "  for (const key in value) more++;",
      "  if (issues || more !== 0 || value.constructor !== Object) {",
      "    if (!issues && Object.keys(value).length > 2) return false;",
      "    for (const key in value) {",
      '      if (key !== "a" && key !== "b" && Object.keys(value).includes(key) && report(issues, path, "additionalProperties", false, value[key], key)) return false;',
      "    }",
      "  }",
      '} else if (report(issues, path, "type", "object", value)) return false;',
    ],
  ],
  [
    "a schema or null",
    { anyOf: [{ type: "string" }, { type: "null" }] },
    [`if (value !== null && ${IS_TEXT.slice("if (".length)}`],
  ],
  [
    "alternatives, of which at most two are tried",
    { oneOf: [{ type: "string" }, { type: "integer" }] },
    [
      "let matching = 0;",
      'if (!(typeof value !== "string")) matching++;',
      "if (matching < 2 && !(!Number.isInteger(value))) matching++;",
      'if (matching !== 1 && reportUnion(issues, path, "oneOf", value, [checkSubjectOneOf1, checkSubjectOneOf2])) return false;',
    ],
  ],
  [
    "a reference",
    { $ref: "#/$defs/A", $defs: { A: { minLength: 1 } } },
    ["if (!checkA(value, issues, path)) return false;"],
  ],
];

describe("the emitted check", () => {
  it.each(table)("of %s", (_, given, want) => {
    const lines = moduleOf(given);
    const start = lines.findIndex((line) => line.startsWith("export function checkSubject("));
    const body = lines.slice(start + 1, lines.indexOf("}", start));
    expect(body).toEqual([...want.map((line) => `  ${line}`), "  return true;"]);
  });

  it("shares constants, and imports what it uses alone", () => {
    const schema = { properties: { a: { enum: ["x", "y"] }, b: { enum: ["x", "y"] } } };
    const lines = moduleOf(schema);
    expect(lines.filter((line) => /^(import|const) /.test(line))).toEqual([
      'import { isObject, report } from "runtime";',
      'const subjectAValues = ["x", "y"];',
    ]);
  });

  it("is the same for the same schema", () => {
    for (const [, given] of table) expect(moduleOf(given)).toEqual(moduleOf(structuredClone(given)));
  });
});
