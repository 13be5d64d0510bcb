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

// Every rule that reading a document and building its model can report, by its id: what it is about, and what to do. An
// id is for ever: people search for it. A rule that is only a check over a model stands in `lint/checks.ts`.

/** Of something that cannot be read or generated. */
const ERRORS = {
  "not-found": "There is no such file; pass the path of one.",
  "not-a-file": "A folder, or something else that is no file, stands under this name.",
  "not-text": "The file is not UTF-8; save it as UTF-8.",
  syntax: "The file is neither YAML nor JSON; correct it at this place.",
  version: "The document is of a version that is not read; convert it.",
  structure: "OpenAPI or JSON Schema demands something else at this place; write what the message expects.",
  reference: "A `$ref` leads nowhere, back to itself, or to the network; correct it. Of an example, a warning.",
  pattern: "A pattern is no regular expression of ECMA-262; rewrite it. Where no string is held to it, a warning.",
  "circular-schema":
    "A schema contains itself as a whole, so no value could be checked; put it into a property or an item.",
  "name-clash": "Two schemas would be generated under one name; rename one of them.",
  unsupported: "A client cannot do what the document asks for; describe another way.",
  "operation-id": "Two operations would be one method of the client; give each an `operationId` of its own.",
  "json-path": "The target of an overlay's action is no JSONPath (RFC 9535); correct it.",
  "unknown-field":
    "OpenAPI, or OpenAPI Overlay, has no such field; correct its name, remove it, or begin it with `x-`. It costs nothing to generate the rest of a document.",
} as const;

/** What the author of a document should know. */
const WARNINGS = {
  skipped:
    "A client has no method for an operation, since something in it cannot be generated; describe that otherwise.",
  method: "`fetch` cannot send such a request; describe another method, or parameters.",
  parameter: "A parameter can be sent in part only; change it as the message says.",
  path: "A path has a query or a fragment; describe parameters instead.",
  security: "A security scheme is used and not described; describe it in components.",
  servers: "An operation has servers of its own, which a client has to be told of.",
  "unknown-keyword": "JSON Schema has no such keyword, so no value is held to it; correct its name, or remove it.",
  style: "A parameter's style does not fit its schema; choose another.",
  "value-type":
    "A value of `enum` or `const`, a default or an example is of another type than `type`; correct one of them. It is read as the message says.",
} as const;

/** Normalisations. */
const INFOS = {
  "derived-operation-id":
    "An operation has no `operationId`, so method and path name it; give it one to choose the name.",
  ignored: "OpenAPI says that this is ignored; remove it.",
  "left-out": "A client has no use for this, so nothing is generated from it.",
  "older-keyword":
    "A keyword is used as in another version of OpenAPI or JSON Schema, and taken for what it means there.",
  "repeated-value": "An enumeration lists a value twice; remove one.",
  "variant-cycle":
    "A schema lists variants that build on it by `allOf`; each takes over what it says apart from the list.",
  "yaml-mistake":
    "YAML reads this as another value than was meant, such as null for `null`; it is taken for what was meant.",
} as const;

/** What Redocly's set `spec` finds; all are errors. */
const SPEC = {
  struct: "The structure is not that of OpenAPI; correct it.",
  "no-duplicated-tag-names": "Two tags have the same name; remove one of them.",
  "no-example-value-and-externalValue": "An example has `value` and `externalValue`; keep one of them.",
  "no-unresolved-refs": "A reference leads nowhere; correct it.",
  "nullable-type-sibling": "`nullable` stands without `type`, and OpenAPI 3.0 gives it no meaning there; add the type.",
  "operation-parameters-unique": "An operation has a parameter twice; remove one of them.",
  "spec-components-invalid-map-name": "The name of a component has characters that OpenAPI does not allow; rename it.",
  "spec-ref-siblings": "Something stands beside a `$ref` that does not count there; move or remove it.",
  "spec-strict-refs": "A `$ref` stands where OpenAPI has none; write what it refers to.",
} as const;

/** What we ask Redocly for beside that. */
const CHOSEN = {
  "no-enum-type-mismatch": "A value of an enumeration is not of the schema's type; correct one of them.",
  "no-identical-paths": "Two paths differ in the names of their parameters alone; make them one.",
  "no-invalid-media-type-examples": "An example of a body breaks its schema; correct one of them.",
  "no-invalid-parameter-examples": "An example of a parameter breaks its schema; correct one of them.",
  "no-invalid-schema-examples": "An example of a schema breaks it; correct one of them.",
  "no-path-trailing-slash": "A path ends in a slash, which servers treat differently; remove it.",
  "no-undefined-server-variable": "The URL of a server has a variable that is not described; describe it.",
  "operation-operationId": "An operation has no `operationId`; give it one, by which its method is called.",
  "operation-operationId-unique": "Two operations have the same `operationId`; rename one of them.",
  "path-declaration-must-exist": "A path has an expression without a name; name its parameter.",
  "path-not-include-query": "A path has a query; describe parameters instead.",
  "path-parameters-defined":
    "A path and its parameters name different ones; describe each that the path has, and no other.",
  "security-defined": "An operation has no `security`, or names a scheme that is not described; say what it asks for.",
} as const;

/** The same, without being wrong. */
const CHOSEN_WARNINGS = {
  "no-required-schema-properties-undefined": "A required property is not described; describe it, or do not require it.",
  "no-unused-components": "Nothing refers to a component; remove it.",
} as const;

/** The id of a rule of the table: the compiler refuses any other. */
export type RuleId =
  | keyof typeof CHOSEN
  | keyof typeof CHOSEN_WARNINGS
  | keyof typeof ERRORS
  | keyof typeof INFOS
  | keyof typeof SPEC
  | keyof typeof WARNINGS;

/** The rules by their ids. */
export const RULES: Readonly<Record<RuleId, Rule>> = {
  ...table(ERRORS, "error"),
  ...table(WARNINGS, "warning"),
  ...table(INFOS, "info"),
  ...table(SPEC, "error", "spec"),
  ...table(CHOSEN, "error", "chosen"),
  ...table(CHOSEN_WARNINGS, "warning", "chosen"),
};

function table<Id extends string>(
  abouts: Readonly<Record<Id, string>>,
  severity: Severity,
  redocly?: Rule["redocly"],
): Readonly<Record<Id, Rule>> {
  const rules = Object.entries<string>(abouts).map(([id, about]) => [
    id,
    redocly === undefined ? { severity, about } : { severity, about, redocly },
  ]);
  return Object.fromEntries(rules) as Record<Id, Rule>; // the same keys
}

/** A rule that stands elsewhere, together with its check. */
export interface NamedRule extends Rule {
  readonly id: string;
}
