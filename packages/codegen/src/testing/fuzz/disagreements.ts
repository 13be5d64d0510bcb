import { isJsonObject, type Json, type JsonObject } from "@earmark/openapi";
import type { Oracle } from "./oracles.ts";

/** A case that another validator decides wrongly, or not at all. */
export interface Disagreement {
  readonly oracle: Oracle["name"];
  /** What it does wrong, and what says so. */
  readonly reason: string;
  /** The smallest example, with the right verdict. */
  readonly example: { readonly schema: JsonObject; readonly value: Json; readonly valid: boolean };
  /** Whether this may be why it decides otherwise. */
  explains(schemas: readonly JsonObject[], value: Json): boolean;
}

/** Names that every object inherits. */
const INHERITED: readonly string[] = Object.getOwnPropertyNames(Object.prototype);

const URIS = ["uri", "uri-reference"];

export const DISAGREEMENTS: readonly Disagreement[] = [
  refuses("Ajv", ["email"], "joe@localhost", /^"|@\[|@[^.]+$/, "quotes, literals, single labels (RFC 5321 4.1.2)"),
  takes("Ajv", ["hostname"], "a.", /\.$/, "a dot at the end (RFC 1123 section 2.1 has none)"),
  takes("Ajv", ["hostname"], "xn--x", /(^|\.)xn--/i, "an A-label that is none (RFC 5890 section 2.3.2.1)"),
  takes("Ajv", ["date-time"], "2024-01-01 00:00:00Z", /\s/, "a blank between date and time (RFC 3339 section 5.6)"),
  takes(
    "Ajv",
    ["time", "date-time"],
    "00:00:00+01",
    /[+-]\d\d(\d\d)?$/,
    "offsets without a colon (RFC 3339 section 5.6)",
  ),
  takes("Ajv", ["duration"], "PT1H1S", /Y\d+D|H\d+S/, "a gap between units (RFC 3339 appendix A)"),
  refuses("Ajv", ["uri"], "a:", /^[a-z][a-z\d+.-]*:([?#]|$)/i, "nothing behind the scheme (RFC 3986 section 3)"),
  takes("Ajv", URIS, "a://:b", /^([a-z][a-z\d+.-]*:)?\/\//i, "an authority that is none, as a path (RFC 3986 3.2)"),
  takes("Ajv", URIS, "a:/[::]", /^[^/?#]*\/[^?#]*\[/, "brackets in a path (RFC 3986 section 3.3)"),
  takes("Ajv", ["uri-reference"], ":", /^[^/?#]*:/, "a colon in the first segment (RFC 3986 section 4.2)"),
  takes("Ajv", ["uri-reference", "uri"], '"', /"/, "quotation marks in a URI (RFC 3986 section 2)"),
  takes(
    "Ajv",
    ["uuid"],
    "urn:uuid:2eb8aa08-aa98-11ea-b4aa-73b441d16380",
    /^urn:uuid:/i,
    "a URN before it (RFC 4122 section 3)",
  ),
  refuses("TypeBox", ["hostname"], "ab--c", /(^|\.)..--/i, "hyphens behind two characters (not in RFC 1123 2.1)"),
  takes("TypeBox", ["hostname"], "xn--e-3ya", /(^|\.)xn--/i, "characters that no name may have (RFC 5892 section 2)"),
  takes("TypeBox", ["email"], "joe@[IPv6:1]", /@\[IPv6:/i, "an address literal that is none (RFC 5321 section 4.1.3)"),
  takes("TypeBox", ["email"], '"é"@a', /^".*[^ -~].*"@/s, "more than ASCII in quotes (RFC 5321 section 4.1.2)"),
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
    reason: "takes what objects inherit for properties that were sent",
    example: { schema: { properties: { toString: { type: "string" } } }, value: {}, valid: true },
    // A list of schemas is JSON, too.
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

/** Strings of some formats that look like a pattern, which another validator takes, and should refuse. */
function takes(
  oracle: Oracle["name"],
  formats: readonly string[],
  value: string,
  pattern: RegExp,
  what: string,
): Disagreement {
  return {
    oracle,
    reason: `takes strings of ${formats.join(" and ")} with ${what}`,
    example: { schema: { format: formats[0] ?? "" }, value, valid: false },
    explains: (schemas, whole) =>
      formats.some((format) => says(schemas, "format", format)) &&
      holds(whole, (part) => typeof part === "string" && pattern.test(part)),
  };
}

function refuses(...explained: Parameters<typeof takes>): Disagreement {
  const { reason, example, ...rest } = takes(...explained);
  return { ...rest, reason: reason.replace("takes", "refuses"), example: { ...example, valid: true } };
}

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
