/**
 * `error`: something cannot be read or generated. `warning`: what its author should know, although it can be. `info`: a
 * normalisation beyond the letter of the specification, because the author evidently meant it.
 */
export type Severity = "error" | "info" | "warning";

/** What diagnostics of one kind have in common. */
export interface Rule {
  /** Of most of its diagnostics; one that is harmless at its place may say so. */
  readonly severity: Severity;
  /** What it is about, and what to do: one sentence. */
  readonly about: string;
  /** Redocly finds it, under the same id: by its set `spec`, or because we have chosen the rule and its severity. */
  readonly redocly?: "chosen" | "spec";
}

/**
 * Every rule that reading a document and building its model can report, by its id. An id is for ever: people search
 * for it. A rule that is only a check over a model stands in `lint/checks.ts` together with the check.
 */
export const RULES = {
  "not-found": { severity: "error", about: "There is no such file; pass the path of one." },
  "not-a-file": { severity: "error", about: "A folder, or something else that is no file, stands under this name." },
  "not-text": { severity: "error", about: "The file is not UTF-8; save it as UTF-8." },
  syntax: { severity: "error", about: "The file is neither YAML nor JSON; correct it at this place." },
  version: { severity: "error", about: "The document is of a version that is not read; convert it." },
  structure: {
    severity: "error",
    about: "OpenAPI or JSON Schema demands something else at this place; write what the message expects.",
  },
  reference: {
    severity: "error",
    about: "A `$ref` leads nowhere, back to itself, or to the network; correct it. Of an example, a warning.",
  },
  pattern: {
    severity: "error",
    about: "A pattern is no regular expression of ECMA-262; rewrite it. Where no string is held to it, a warning.",
  },
  "circular-schema": {
    severity: "error",
    about: "A schema contains itself as a whole, so no value could be checked; put it into a property or an item.",
  },
  "name-clash": { severity: "error", about: "Two schemas would be generated under one name; rename one of them." },
  unsupported: { severity: "error", about: "A client cannot do what the document asks for; describe another way." },
  "operation-id": {
    severity: "error",
    about: "Two operations would be one method of the client; give each an `operationId` of its own.",
  },
  "json-path": { severity: "error", about: "The target of an overlay's action is no JSONPath (RFC 9535); correct it." },
  "unknown-field": { severity: "error", about: "OpenAPI Overlay has no such field; correct its name, or remove it." },
  skipped: {
    severity: "warning",
    about:
      "A client has no method for an operation, since something in it cannot be generated; describe that otherwise.",
  },
  method: { severity: "warning", about: "`fetch` cannot send such a request; describe another method, or parameters." },
  parameter: { severity: "warning", about: "A parameter can be sent in part only; change it as the message says." },
  path: { severity: "warning", about: "A path has a query or a fragment; describe parameters instead." },
  security: { severity: "warning", about: "A security scheme is used and not described; describe it in components." },
  servers: { severity: "warning", about: "An operation has servers of its own, which a client has to be told of." },
  style: { severity: "warning", about: "A parameter's style does not fit its schema; choose another." },

  "derived-operation-id": {
    severity: "info",
    about: "An operation has no `operationId`, so method and path name it; give it one to choose the name.",
  },
  ignored: { severity: "info", about: "OpenAPI says that this is ignored; remove it." },
  "left-out": { severity: "info", about: "A client has no use for this, so nothing is generated from it." },
  "older-keyword": {
    severity: "info",
    about: "A keyword is used as in another version of OpenAPI or JSON Schema, and taken for what it means there.",
  },
  "variant-cycle": {
    severity: "info",
    about: "A schema lists variants that build on it by `allOf`; each takes over what it says apart from the list.",
  },
  "yaml-mistake": {
    severity: "info",
    about: "YAML reads this as another value than was meant, such as null for `null`; it is taken for what was meant.",
  },

  struct: { severity: "error", about: "The structure is not that of OpenAPI; correct it.", redocly: "spec" },
  "no-duplicated-tag-names": {
    severity: "error",
    about: "Two tags have the same name; remove one of them.",
    redocly: "spec",
  },
  "no-enum-type-mismatch": {
    severity: "error",
    about: "A value of an enumeration is not of the schema's type; correct one of them.",
    redocly: "chosen",
  },
  "no-example-value-and-externalValue": {
    severity: "error",
    about: "An example has `value` and `externalValue`; keep one of them.",
    redocly: "spec",
  },
  "no-identical-paths": {
    severity: "error",
    about: "Two paths differ in the names of their parameters alone; make them one.",
    redocly: "chosen",
  },
  "no-invalid-media-type-examples": {
    severity: "error",
    about: "An example of a body breaks its schema; correct one of them.",
    redocly: "chosen",
  },
  "no-invalid-parameter-examples": {
    severity: "error",
    about: "An example of a parameter breaks its schema; correct one of them.",
    redocly: "chosen",
  },
  "no-invalid-schema-examples": {
    severity: "error",
    about: "An example of a schema breaks it; correct one of them.",
    redocly: "chosen",
  },
  "no-path-trailing-slash": {
    severity: "error",
    about: "A path ends in a slash, which servers treat differently; remove it.",
    redocly: "chosen",
  },
  "no-required-schema-properties-undefined": {
    severity: "warning",
    about: "A required property is not described; describe it, or do not require it.",
    redocly: "chosen",
  },
  "no-undefined-server-variable": {
    severity: "error",
    about: "The URL of a server has a variable that is not described; describe it.",
    redocly: "chosen",
  },
  "no-unresolved-refs": {
    severity: "error",
    about: "A reference leads nowhere; correct it.",
    redocly: "spec",
  },
  "no-unused-components": {
    severity: "warning",
    about: "Nothing refers to a component; remove it.",
    redocly: "chosen",
  },
  "nullable-type-sibling": {
    severity: "error",
    about: "`nullable` stands without `type`, and OpenAPI 3.0 gives it no meaning there; add the type.",
    redocly: "spec",
  },
  "operation-operationId": {
    severity: "error",
    about: "An operation has no `operationId`; give it one, by which its method is called.",
    redocly: "chosen",
  },
  "operation-operationId-unique": {
    severity: "error",
    about: "Two operations have the same `operationId`; rename one of them.",
    redocly: "chosen",
  },
  "operation-parameters-unique": {
    severity: "error",
    about: "An operation has a parameter twice; remove one of them.",
    redocly: "spec",
  },
  "path-declaration-must-exist": {
    severity: "error",
    about: "A path has an expression without a name; name its parameter.",
    redocly: "chosen",
  },
  "path-not-include-query": {
    severity: "error",
    about: "A path has a query; describe parameters instead.",
    redocly: "chosen",
  },
  "path-parameters-defined": {
    severity: "error",
    about: "A path and its parameters name different ones; describe each that the path has, and no other.",
    redocly: "chosen",
  },
  "security-defined": {
    severity: "error",
    about: "An operation has no `security`, or names a scheme that is not described; say what it asks for.",
    redocly: "chosen",
  },
  "spec-components-invalid-map-name": {
    severity: "error",
    about: "The name of a component has characters that OpenAPI does not allow; rename it.",
    redocly: "spec",
  },
  "spec-ref-siblings": {
    severity: "error",
    about: "Something stands beside a `$ref` that does not count there; move or remove it.",
    redocly: "spec",
  },
  "spec-strict-refs": {
    severity: "error",
    about: "A `$ref` stands where OpenAPI has none; write what it refers to.",
    redocly: "spec",
  },
} as const;

/** The id of a rule of the table: the compiler refuses any other. */
export type RuleId = keyof typeof RULES;

/** A rule that stands elsewhere, together with its check. */
export interface NamedRule extends Rule {
  readonly id: string;
}
