import { isJsonObject, type Json, type JsonObject } from "@earmark/openapi";
import type { Oracle } from "./oracles.ts";

/** A case that another validator decides wrongly, or not at all. */
export interface Disagreement {
  readonly oracle: Oracle["name"];
  /** What it does wrong, and what says so. */
  readonly reason: string;
  /** The smallest example, with the right answer. */
  readonly example: { readonly schema: JsonObject; readonly value: Json; readonly valid: boolean };
  /** Whether this may be why it answers otherwise. */
  explains(schemas: readonly JsonObject[], value: Json): boolean;
}

/** Names that every object inherits. */
const INHERITED: readonly string[] = Object.getOwnPropertyNames(Object.prototype);

export const DISAGREEMENTS: readonly Disagreement[] = [
  {
    oracle: "Ajv",
    reason:
      "refuses e-mail addresses with a quoted local part, an address literal, or a domain of one label (RFC 5321 section 4.1.2)",
    example: { schema: { format: "email" }, value: "joe@localhost", valid: true },
    explains: (schemas, value) => says(schemas, "format", "email") && holdsText(value, /^"|@\[|@[^.]+$/),
  },
  {
    oracle: "Ajv",
    reason: "takes a dot at the end of a hostname (RFC 1123 section 2.1 has none)",
    example: { schema: { format: "hostname" }, value: "a.", valid: false },
    explains: (schemas, value) => says(schemas, "format", "hostname") && holdsText(value, /\.$/),
  },
  {
    oracle: "Ajv",
    reason: "does not look into A-labels (RFC 5890 section 2.3.2.1)",
    example: { schema: { format: "hostname" }, value: "xn--x", valid: false },
    explains: (schemas, value) => says(schemas, "format", "hostname") && holdsText(value, /(^|\.)xn--/i),
  },
  {
    oracle: "Ajv",
    reason: "takes a blank between date and time (RFC 3339 section 5.6)",
    example: { schema: { format: "date-time" }, value: "2024-01-01 00:00:00Z", valid: false },
    explains: (schemas, value) => says(schemas, "format", "date-time") && holdsText(value, /\s/),
  },
  {
    oracle: "Ajv",
    reason: "takes an offset without a colon, or without minutes (RFC 3339 section 5.6)",
    example: { schema: { format: "time" }, value: "00:00:00+01", valid: false },
    explains: (schemas, value) =>
      (says(schemas, "format", "time") || says(schemas, "format", "date-time")) && holdsText(value, /[+-]\d\d(\d\d)?$/),
  },
  {
    oracle: "Ajv",
    reason: "takes durations with a gap between units (RFC 3339 appendix A)",
    example: { schema: { format: "duration" }, value: "PT1H1S", valid: false },
    explains: (schemas, value) => says(schemas, "format", "duration") && holdsText(value, /Y\d+D|H\d+S/),
  },
  {
    oracle: "Ajv",
    reason: "refuses a URI with nothing behind the scheme (RFC 3986 section 3)",
    example: { schema: { format: "uri" }, value: "a:", valid: true },
    explains: (schemas, value) => says(schemas, "format", "uri") && holdsText(value, /^[a-z][a-z\d+.-]*:([?#]|$)/i),
  },
  {
    oracle: "Ajv",
    reason: "takes an authority that is none for a path (RFC 3986 section 3.2)",
    example: { schema: { format: "uri" }, value: "a://:b", valid: false },
    explains: (schemas, value) =>
      (says(schemas, "format", "uri") || says(schemas, "format", "uri-reference")) &&
      holdsText(value, /^([a-z][a-z\d+.-]*:)?\/\//i),
  },
  {
    oracle: "Ajv",
    reason: "takes an authority behind one slash, and so brackets in a path (RFC 3986 section 3.3)",
    example: { schema: { format: "uri" }, value: "a:/[::]", valid: false },
    explains: (schemas, value) =>
      (says(schemas, "format", "uri") || says(schemas, "format", "uri-reference")) &&
      holdsText(value, /^[^/?#]*\/[^?#]*\[/),
  },
  {
    oracle: "Ajv",
    reason: "takes a colon in the first segment of a relative reference (RFC 3986 section 4.2)",
    example: { schema: { format: "uri-reference" }, value: ":", valid: false },
    explains: (schemas, value) => says(schemas, "format", "uri-reference") && holdsText(value, /^[^/?#]*:/),
  },
  {
    oracle: "Ajv",
    reason: "takes quotation marks in a URI (RFC 3986 section 2)",
    example: { schema: { format: "uri-reference" }, value: '"', valid: false },
    explains: (schemas, value) =>
      (says(schemas, "format", "uri") || says(schemas, "format", "uri-reference")) && holdsText(value, /"/),
  },
  {
    oracle: "Ajv",
    reason: "takes a URN of a UUID for a UUID (RFC 4122 section 3)",
    example: { schema: { format: "uuid" }, value: "urn:uuid:2eb8aa08-aa98-11ea-b4aa-73b441d16380", valid: false },
    explains: (schemas, value) => says(schemas, "format", "uuid") && holdsText(value, /^urn:uuid:/i),
  },
  {
    oracle: "Ajv",
    reason: "takes regular expressions that are not valid in Unicode mode (JSON Schema Core 6.4)",
    example: { schema: { format: "regex" }, value: "\\e", valid: false },
    explains: (schemas, value) =>
      says(schemas, "format", "regex") && holds(value, (text) => typeof text === "string" && !isUnicodePattern(text)),
  },
  {
    oracle: "Ajv",
    reason: "rounds quotients for multipleOf",
    example: { schema: { multipleOf: 0.1 }, value: 0.1 + 0.2, valid: false },
    explains: (schemas, value) => says(schemas, "multipleOf") && holds(value, isInexact),
  },
  {
    oracle: "Ajv",
    reason: "calls the properties toString and valueOf of objects that it compares",
    example: { schema: { const: { a: 1 } }, value: { toString: 1 }, valid: false },
    explains: (schemas, value) =>
      ["const", "enum", "uniqueItems"].some((keyword) => says(schemas, keyword)) &&
      holdsKey(value, ["constructor", "toString", "valueOf"]),
  },
  {
    oracle: "Ajv",
    reason: "takes all items for evaluated beside contains (JSON Schema Core 11.2)",
    example: { schema: { contains: { type: "string" }, unevaluatedItems: false }, value: ["", 1], valid: false },
    explains: (schemas) => says(schemas, "unevaluatedItems") && says(schemas, "contains"),
  },
  {
    oracle: "Ajv",
    reason: "takes a property for evaluated when its name is one that objects inherit",
    example: {
      schema: {
        properties: { a: {} },
        dependentSchemas: { a: { properties: { b: {} } } },
        unevaluatedProperties: false,
      },
      value: { a: 1, toString: 1 },
      valid: false,
    },
    explains: (schemas, value) => says(schemas, "unevaluatedProperties") && holdsKey(value, INHERITED),
  },
  {
    oracle: "Ajv",
    reason: "cannot compile an enumeration without values (JSON Schema Validation 6.1.2 allows it)",
    example: { schema: { enum: [] }, value: 1, valid: false },
    explains: (schemas) => schemas.some((schema) => Array.isArray(schema.enum) && schema.enum.length === 0),
  },
  {
    oracle: "Ajv",
    reason: "does not find __proto__ among properties",
    example: {
      schema: { properties: JSON.parse('{ "__proto__": {} }'), additionalProperties: false },
      value: JSON.parse('{ "__proto__": 1 }'),
      valid: true,
    },
    explains: (_, value) => holdsKey(value, ["__proto__"]),
  },
  {
    oracle: "TypeBox",
    reason: "rounds quotients for multipleOf",
    example: { schema: { multipleOf: 0.01 }, value: 4290242831974.4, valid: true },
    explains: (schemas, value) => says(schemas, "multipleOf") && holds(value, isInexact),
  },
  {
    oracle: "Ajv",
    reason: "forgets what a $ref has evaluated when a oneOf stands beside it",
    example: {
      schema: {
        $defs: { Known: { properties: { a: {} } } },
        $ref: "#/$defs/Known",
        oneOf: [
          { required: ["b"], properties: { b: {} } },
          { required: ["c"], properties: { c: {} } },
        ],
        unevaluatedProperties: false,
      },
      value: { a: 1, c: 1 },
      valid: true,
    },
    explains: (schemas) =>
      says(schemas, "unevaluatedProperties") &&
      schemas.some(({ $ref, oneOf }) => $ref !== undefined && oneOf !== undefined),
  },
  {
    oracle: "TypeBox",
    reason: "refuses a hostname with two hyphens behind two characters (RFC 1123 section 2.1 has no such rule)",
    example: { schema: { format: "hostname" }, value: "ab--c", valid: true },
    explains: (schemas, value) => says(schemas, "format", "hostname") && holdsText(value, /(^|\.)..--/i),
  },
  {
    oracle: "TypeBox",
    reason: "takes A-labels for characters that no name may have (RFC 5892 section 2)",
    example: { schema: { format: "hostname" }, value: "xn--e-3ya", valid: false },
    explains: (schemas, value) => says(schemas, "format", "hostname") && holdsText(value, /(^|\.)xn--/i),
  },
  {
    oracle: "TypeBox",
    reason: "takes an address literal for one of IPv6 that is none (RFC 5321 section 4.1.3)",
    example: { schema: { format: "email" }, value: "joe@[IPv6:1]", valid: false },
    explains: (schemas, value) => says(schemas, "format", "email") && holdsText(value, /@\[IPv6:/i),
  },
  {
    oracle: "TypeBox",
    reason: "takes any character in the quoted local part of an e-mail address (RFC 5321 section 4.1.2 has ASCII only)",
    example: { schema: { format: "email" }, value: '"é"@a', valid: false },
    explains: (schemas, value) => says(schemas, "format", "email") && holdsText(value, /^".*[^ -~].*"@/s),
  },
  {
    oracle: "TypeBox",
    reason: "takes what objects inherit for properties that were sent",
    example: { schema: { properties: { toString: { type: "string" } } }, value: {}, valid: true },
    explains: (schemas, value) => holdsKey(schemas as unknown as Json, INHERITED) || holdsKey(value, INHERITED),
  },
  {
    oracle: "TypeBox",
    reason: "holds lists to unevaluatedProperties",
    example: { schema: { unevaluatedProperties: false }, value: [1], valid: true },
    explains: (schemas, value) => says(schemas, "unevaluatedProperties") && holds(value, Array.isArray),
  },
  {
    oracle: "TypeBox",
    reason: "cannot compile a pattern that is only valid without Unicode mode",
    example: { schema: { pattern: "\\_" }, value: "_", valid: true },
    explains: (schemas) => schemas.some(({ pattern }) => typeof pattern === "string" && !isUnicodePattern(pattern)),
  },
];

function says(schemas: readonly JsonObject[], keyword: string, value?: string): boolean {
  return schemas.some((schema) => (value === undefined ? Object.hasOwn(schema, keyword) : schema[keyword] === value));
}

/** Whether the value, or any part of it, passes a test. */
function holds(value: Json, test: (part: Json) => boolean): boolean {
  if (test(value)) return true;
  if (Array.isArray(value)) return value.some((item: Json) => holds(item, test));
  return isJsonObject(value) && Object.values(value).some((member) => holds(member, test));
}

/** A number of which floating-point division says little. */
function isInexact(value: Json): boolean {
  return typeof value === "number" && !Number.isSafeInteger(value);
}

function holdsText(value: Json, pattern: RegExp): boolean {
  return holds(value, (part) => typeof part === "string" && pattern.test(part));
}

function holdsKey(value: Json, names: readonly string[]): boolean {
  return holds(value, (part) => isJsonObject(part) && Object.keys(part).some((name) => names.includes(name)));
}

function isUnicodePattern(source: string): boolean {
  try {
    return new RegExp(source, "u") !== undefined;
  } catch {
    return false;
  }
}
