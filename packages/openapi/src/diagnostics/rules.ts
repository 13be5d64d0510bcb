/**
 * `error`: the specification forbids it, or it cannot be read or generated. `warning`: what its author should know,
 * although it is valid. `info`: a normalisation beyond the letter of the specification, because the author evidently meant
 * it.
 */
export type Severity = "error" | "info" | "warning";

/**
 * Why there is a rule. `reading`: without that there is no document. `specification`: OpenAPI or JSON Schema forbids it.
 * `generation`: they allow it, and not everything can be generated from it. `style`: they allow it, and it is generated.
 * `settings`: it is about an exception from a rule, and not about the document.
 */
export type Ground = "generation" | "reading" | "settings" | "specification" | "style";

/** What diagnostics of one kind have in common. */
export interface Rule {
  /** Of most of its diagnostics; one that is harmless at its place may say so. */
  readonly severity: Severity;
  readonly ground: Ground;
  /** What it is about, and what to do: one sentence. */
  readonly about: string;
  /** What the specification says about it, where that decides: what is forbidden, or that it is not. */
  readonly why?: string;
  /** Redocly finds it, under the same id. */
  readonly redocly?: boolean;
}

// Every rule that reading a document and building its model can report, by its id: what it is about, and what to do. An
// id is for ever: people search for it. A rule that is only a check over a model stands in `lint/checks.ts`.

/** Of what is no document that can be read. */
const READING = {
  "not-found": "There is no such file; pass the path of one.",
  "not-a-file": "A folder, or something else that is no file, stands under this name.",
  "not-text": "The file is not UTF-8; save it as UTF-8.",
  syntax: "The file is neither YAML nor JSON; correct it at this place.",
  version: "The document is of a version that is not read; convert it.",
} as const;

/** Of something that cannot be generated, or can only be if its author corrects it. */
const ERRORS = {
  pattern: "A pattern is no regular expression of ECMA-262; rewrite it. Where no string is held to it, a warning.",
  "circular-schema":
    "A schema contains itself as a whole, so no value could be checked; put it into a property or an item.",
  "name-clash": "Two schemas would be generated under one name; rename one of them.",
  unsupported: "A client cannot do what the document asks for; describe another way.",
  "operation-id":
    "Two operations would be one method of the client, or one is called as no method can be; give each an `operationId` of its own.",
  "json-path": "The `target` or `copy` of an overlay's action is no JSONPath (RFC 9535); correct it.",
  filter: "An `include` or `exclude` selects no operation, or no operation is left; correct it as the message says.",
  "overlay-action": "An action of an overlay does not fit what it selects; change it as the message says.",
} as const;

/** What the specification forbids, although `generate` may warn of it only, where it costs little. */
const FORBIDDEN = {
  structure: {
    about: "OpenAPI or JSON Schema demands something else at this place; write what the message expects.",
    why: "The schemas of OpenAPI and JSON Schema.",
  },
  reference: {
    about: "A `$ref` leads nowhere, or back to itself; correct it. Of an example, or to the network, a warning.",
    why: "Reference Object: it allows for referencing other components in the document.",
  },
  "unknown-field": {
    about:
      "OpenAPI, or OpenAPI Overlay, has no such field; correct its name, remove it, or begin it with `x-`. It costs nothing to generate the rest of a document.",
    why: "The schemas of OpenAPI; Specification Extensions: the field name MUST begin with `x-`.",
  },
  security: {
    about: "A security scheme is used and not described; describe it in components.",
    why: "Security Requirement Object: each name MUST correspond to a security scheme of the Components Object.",
  },
  "allow-reserved": {
    about: "`allowReserved` stands where nothing is percent-encoded by it; remove it. In OpenAPI 3.0, a warning.",
    why: "Parameter Object of 3.1: its schema has the field for `in: query` alone.",
  },
  "example-and-examples": {
    about: "`example` stands beside `examples`; keep one of them.",
    why: "Parameter, Header and Media Type Object: the two fields are mutually exclusive.",
  },
  "path-parameters-defined": {
    about: "A path and its parameters name different ones; describe each that the path has, and no other.",
    why: "Path templating: each template expression MUST correspond to a path parameter, and Parameter Object, `name`: the other way round.",
  },
  "server-variable": {
    about:
      "The enumeration of a server variable is empty, or lacks its default; correct it. In OpenAPI 3.0, a warning.",
    why: "Server Variable Object of 3.1: the enumeration MUST NOT be empty, and the default MUST exist in it.",
  },
} as const;

/** Of comments and settings that make exceptions. */
const WRONG_SETTINGS = {
  "wrong-ignore":
    "A comment `earmark-ignore` names no rule, or gives no reason; write `# earmark-ignore RULE: reason`.",
} as const;

const IDLE_SETTINGS = {
  "unused-ignore": "An exception from a rule matches nothing that the rule says; remove it, or correct its place.",
} as const;

/** What the author of a document should know, since less is generated. */
const WARNINGS = {
  skipped:
    "A client has no method for an operation, or a webhook no handler, since something in it cannot be generated; describe that otherwise.",
  method: "`fetch` cannot send such a request; describe another method, or parameters.",
  "overlay-extends": "An overlay says that it is for another document; correct its `extends`, or apply it there.",
  "overlay-target": "An action of an overlay selects nothing, so it does nothing; correct its target, or remove it.",
  parameter: "A parameter can be sent in part only; change it as the message says.",
  path: "A path has a query or a fragment; describe parameters instead.",
  servers: "An operation has servers of its own, which a client has to be told of.",
  "unknown-keyword": "JSON Schema has no such keyword, so no value is held to it; correct its name, or remove it.",
  style: "A parameter's style does not fit its schema; choose another.",
  "value-type":
    "A value of `enum` or `const`, a default or an example is of another type than `type`; correct one of them. It is read as the message says.",
} as const;

/** What the specification does not forbid, and is hardly meant. */
const STYLE = {
  "no-invalid-media-type-examples": {
    about: "An example of a body breaks its schema; correct one of them.",
    why: "Media Type Object: an example SHOULD match the schema.",
  },
  "no-invalid-parameter-examples": {
    about: "An example of a parameter or a header breaks its schema; correct one of them.",
    why: "Parameter Object: an example SHOULD match the schema.",
  },
  "no-invalid-schema-examples": {
    about: "An example of a schema breaks it; correct one of them.",
    why: "JSON Schema Validation 9.5: it is RECOMMENDED that examples be valid.",
  },
} as const;

/** Normalisations. */
const INFOS = {
  "derived-operation-id":
    "An operation has no `operationId`, so method and path name it; give it one to choose the name.",
  ignored: "OpenAPI or JSON Schema says that this is ignored where it stands; correct it, or remove it.",
  "left-out": "A client has no use for this, so nothing is generated from it.",
  "older-keyword":
    "A keyword is used as in another version of OpenAPI or JSON Schema, and taken for what it means there.",
  "repeated-value": "An enumeration lists a value twice; remove one.",
  "variant-cycle":
    "A schema lists variants that build on it by `allOf`; each takes over what it says apart from the list.",
  "yaml-mistake":
    "YAML reads this as another value than was meant, such as null for `null`; it is taken for what was meant.",
} as const;

/** What Redocly finds that the specification forbids. */
const REDOCLY_ERRORS = {
  struct: {
    about: "The structure is not that of OpenAPI; correct it.",
    why: "The schemas of OpenAPI.",
  },
  "no-duplicated-tag-names": {
    about: "Two tags have the same name; remove one of them.",
    why: "OpenAPI Object, `tags`: each tag name in the list MUST be unique.",
  },
  "no-example-value-and-externalValue": {
    about: "An example has `value` and `externalValue`; keep one of them.",
    why: "Example Object: the two fields are mutually exclusive.",
  },
  "no-identical-paths": {
    about: "Two paths differ in the names of their parameters alone; make them one.",
    why: "Paths Object: templated paths with the same hierarchy but different templated names MUST NOT exist.",
  },
  "no-unresolved-refs": {
    about: "A reference leads nowhere; correct it.",
    why: "Reference Object: it allows for referencing other components in the document.",
  },
  "operation-operationId-unique": {
    about: "Two operations have the same `operationId`; rename one of them.",
    why: "Operation Object, `operationId`: the id MUST be unique among all operations.",
  },
  "operation-parameters-unique": {
    about: "An operation has a parameter twice; remove one of them.",
    why: "Operation Object, `parameters`: the list MUST NOT include duplicated parameters.",
  },
  "path-declaration-must-exist": {
    about: "A path has an expression without a name; name its parameter.",
    why: "Path templating: each template expression MUST correspond to a path parameter.",
  },
  "spec-components-invalid-map-name": {
    about: "The name of a component has characters that OpenAPI does not allow; rename it.",
    why: "Components Object: all fields MUST use keys that match `^[a-zA-Z0-9\\.\\-_]+$`.",
  },
  "spec-strict-refs": {
    about: "A `$ref` stands where OpenAPI has none; write what it refers to.",
    why: "The schemas of OpenAPI.",
  },
} as const;

/** What Redocly finds that the specification allows. */
const REDOCLY_WARNINGS = {
  "no-enum-type-mismatch": {
    about: "A value of an enumeration is not of the schema's type; correct one of them.",
    why: "JSON Schema allows an enumeration any value; one of another type never passes.",
  },
  "no-path-trailing-slash": {
    about: "A path ends in a slash, which servers treat differently; remove it.",
    why: "Paths Object: a path begins with a slash; how it ends is free.",
  },
  "no-required-schema-properties-undefined": {
    about: "A required property is not described; describe it, or do not require it.",
    why: "JSON Schema asks for no description of what is required.",
  },
  "no-undefined-server-variable": {
    about: "The URL of a server and its variables name different ones; describe each that the URL has, and no other.",
    why: "Server Object: the variables are used for substitution; none is demanded.",
  },
  "no-unused-components": {
    about: "Nothing refers to a component; remove it.",
    why: "Components Object: components have no effect unless they are referenced.",
  },
  "nullable-type-sibling": {
    about: "`nullable` stands without `type`, and OpenAPI 3.0 gives it no meaning there; add the type.",
    why: "Schema Object of 3.0, `nullable`: it counts only if `type` is defined in the same schema.",
  },
  "operation-operationId": {
    about: "An operation has no `operationId`; give it one, by which its method is called.",
    why: "Operation Object: `operationId` is optional; method and path name the operation without it.",
  },
  "path-not-include-query": {
    about: "A path has a query; describe parameters instead.",
    why: "Paths Object: a path is appended to the URL of a server, whatever is in it.",
  },
  "security-defined": {
    about: "An operation has no `security`, nor has the document; say what it asks for, or `[]` for nothing.",
    why: "Operation Object: `security` is optional, and an operation without any is public.",
  },
  "spec-ref-siblings": {
    about: "Something stands beside a `$ref` that does not count there; move or remove it.",
    why: "Reference Object: any properties added SHALL be ignored.",
  },
} as const;

/** The id of a rule of the table: the compiler refuses any other. */
export type RuleId =
  | keyof typeof ERRORS
  | keyof typeof FORBIDDEN
  | keyof typeof IDLE_SETTINGS
  | keyof typeof INFOS
  | keyof typeof READING
  | keyof typeof REDOCLY_ERRORS
  | keyof typeof REDOCLY_WARNINGS
  | keyof typeof STYLE
  | keyof typeof WARNINGS
  | keyof typeof WRONG_SETTINGS;

/** The rules by their ids. */
export const RULES: Readonly<Record<RuleId, Rule>> = {
  ...table(READING, "error", "reading"),
  ...table(ERRORS, "error", "generation"),
  ...table(FORBIDDEN, "error", "specification"),
  ...table(WARNINGS, "warning", "generation"),
  ...table(WRONG_SETTINGS, "error", "settings"),
  ...table(IDLE_SETTINGS, "warning", "settings"),
  ...table(STYLE, "warning", "style"),
  ...table(INFOS, "info", "style"),
  ...table(REDOCLY_ERRORS, "error", "specification", true),
  ...table(REDOCLY_WARNINGS, "warning", "style", true),
};

function table<Id extends string>(
  entries: Readonly<Record<Id, string | Pick<Rule, "about" | "why">>>,
  severity: Severity,
  ground: Ground,
  redocly?: true,
): Readonly<Record<Id, Rule>> {
  const rules = Object.entries<string | Pick<Rule, "about" | "why">>(entries).map(([id, entry]) => [
    id,
    { severity, ground, ...(typeof entry === "string" ? { about: entry } : entry), ...(redocly && { redocly }) },
  ]);
  return Object.fromEntries(rules) as Record<Id, Rule>; // the same keys
}

/** A rule that stands elsewhere, together with its check. */
export interface NamedRule extends Rule {
  readonly id: string;
}
