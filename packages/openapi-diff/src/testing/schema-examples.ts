import type { SchemaEdit } from "../rules/index.ts";
import type { Example } from "./rule-example.ts";

/** An edit of a schema for each pair of rules: one for requests, one for responses. */
export const SCHEMA_EXAMPLES: Readonly<Record<SchemaEdit, Example>> = {
  "type-changed": ["type: integer", "type: boolean"],
  "type-narrowed": ["type: [string, integer]", "type: string"],
  "type-widened": ["type: string", "type: [string, integer]"],
  "integer-became-number": ["type: integer", "type: number"],
  "number-became-integer": ["type: number", "type: integer"],
  "became-nullable": ["type: string", 'type: [string, "null"]'],
  "became-not-nullable": ['type: [string, "null"]', "type: string"],
  "enum-value-added": ["enum: [open, closed]", "enum: [open, closed, held]"],
  "enum-value-removed": ["enum: [open, closed, held]", "enum: [open, closed]"],
  "became-enum": ["type: string", "type: string\nenum: [open, closed]"],
  "became-open": ["type: string\nenum: [open, closed]", "type: string"],
  "property-added": [
    "type: object\nproperties:\n  name: { type: string }",
    "type: object\nproperties:\n  name: { type: string }\n  size: { type: integer }",
  ],
  "required-property-added": [
    "type: object\nrequired: [name]\nproperties:\n  name: { type: string }",
    "type: object\nrequired: [name, size]\nproperties:\n  name: { type: string }\n  size: { type: integer }",
  ],
  "property-removed": [
    "type: object\nproperties:\n  name: { type: string }\n  size: { type: integer }",
    "type: object\nproperties:\n  name: { type: string }",
  ],
  "property-renamed": [
    "type: object\nproperties:\n  size: { type: integer }",
    "type: object\nproperties:\n  sizeInMetres: { type: integer }",
  ],
  "property-became-required": [
    "type: object\nproperties:\n  name: { type: string }",
    "type: object\nrequired: [name]\nproperties:\n  name: { type: string }",
  ],
  "property-became-optional": [
    "type: object\nrequired: [name]\nproperties:\n  name: { type: string }",
    "type: object\nproperties:\n  name: { type: string }",
  ],
  "additional-properties-allowed": ["type: object\nadditionalProperties: false", "type: object"],
  "additional-properties-forbidden": ["type: object", "type: object\nadditionalProperties: false"],
  "known-additional-properties-forbidden": [
    "type: object\nproperties:\n  name: { type: string }\nadditionalProperties: true",
    "type: object\nproperties:\n  name: { type: string }\nadditionalProperties: false",
  ],
  "index-signature-added": [
    "type: object\nproperties:\n  name: { type: string }",
    "type: object\nproperties:\n  name: { type: string }\nadditionalProperties: true",
  ],
  "index-signature-removed": [
    "type: object\nproperties:\n  name: { type: string }\nadditionalProperties: true",
    "type: object\nproperties:\n  name: { type: string }",
  ],
  "property-pattern-added": ["type: object", "type: object\npatternProperties:\n  ^x-: { type: string }"],
  "property-pattern-removed": ["type: object\npatternProperties:\n  ^x-: { type: string }", "type: object"],
  "became-read-only": [
    "type: object\nproperties:\n  id: { type: string }",
    "type: object\nproperties:\n  id: { type: string, readOnly: true }",
  ],
  "became-not-read-only": [
    "type: object\nproperties:\n  id: { type: string, readOnly: true }",
    "type: object\nproperties:\n  id: { type: string }",
  ],
  "became-write-only": [
    "type: object\nproperties:\n  key: { type: string }",
    "type: object\nproperties:\n  key: { type: string, writeOnly: true }",
  ],
  "became-not-write-only": [
    "type: object\nproperties:\n  key: { type: string, writeOnly: true }",
    "type: object\nproperties:\n  key: { type: string }",
  ],
  "limit-tightened": ["type: string\nmaxLength: 100", "type: string\nmaxLength: 50"],
  "limit-loosened": ["type: integer\nminimum: 1", "type: integer"],
  "limit-changed": ["type: integer\nmultipleOf: 2", "type: integer\nmultipleOf: 3"],
  "pattern-added": ["type: string", "type: string\npattern: ^[a-z]+$"],
  "pattern-removed": ["type: string\npattern: ^[a-z]+$", "type: string"],
  "pattern-changed": ["type: string\npattern: ^[a-z]+$", "type: string\npattern: ^[a-f]+$"],
  "format-added": ["type: string", "type: string\nformat: email"],
  "format-removed": ["type: string\nformat: email", "type: string"],
  "format-changed": ["type: string\nformat: date", "type: string\nformat: date-time"],
  "format-widened": ["type: integer\nformat: int32", "type: integer\nformat: int64"],
  "format-narrowed": ["type: integer\nformat: int64", "type: integer\nformat: int32"],
  "bytes-became-text": ["type: string\nformat: binary", "type: string"],
  "text-became-bytes": ["type: string", "type: string\nformat: binary"],
  "keyword-added": ["type: array", "type: array\nuniqueItems: true"],
  "keyword-removed": ["type: array\nuniqueItems: true", "type: array"],
  "keyword-tightened": ["not: { maxLength: 3 }", "not: { maxLength: 5 }"],
  "keyword-loosened": ["not: { maxLength: 5 }", "not: { maxLength: 3 }"],
  "keyword-changed": ["not: { const: a }", "not: { const: b }"],
  "discriminator-changed": [
    "oneOf:\n  - $ref: '#/components/schemas/Other'\ndiscriminator: { propertyName: kind }",
    "oneOf:\n  - $ref: '#/components/schemas/Other'\ndiscriminator: { propertyName: type }",
  ],
  "alternative-added": [
    "oneOf:\n  - type: string\n  - type: integer",
    "oneOf:\n  - type: string\n  - type: integer\n  - $ref: '#/components/schemas/Other'",
  ],
  "alternative-removed": [
    "oneOf:\n  - type: string\n  - type: integer\n  - $ref: '#/components/schemas/Other'",
    "oneOf:\n  - type: string\n  - type: integer",
  ],
  "alternatives-demanded": [
    "type: object\nproperties: { a: {}, b: {} }",
    "type: object\nproperties: { a: {}, b: {} }\nanyOf:\n  - required: [a]\n  - required: [b]",
  ],
  "alternatives-dropped": [
    "type: object\nproperties: { a: {}, b: {} }\nanyOf:\n  - required: [a]\n  - required: [b]",
    "type: object\nproperties: { a: {}, b: {} }",
  ],
  "extensible-value-added": [
    "type: string\nx-extensible-enum: [open]",
    "type: string\nx-extensible-enum: [open, closed]",
  ],
  "extensible-value-removed": [
    "type: string\nx-extensible-enum: [open, closed]",
    "type: string\nx-extensible-enum: [open]",
  ],
  "became-deprecated": ["type: string", "type: string\ndeprecated: true"],
  "became-not-deprecated": ["type: string\ndeprecated: true", "type: string"],
  "default-changed": ["type: integer\ndefault: 10", "type: integer\ndefault: 20"],
};
