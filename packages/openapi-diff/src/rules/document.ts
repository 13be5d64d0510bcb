/** Names of schemas and of what is generated from them, security, servers. */
export const DOCUMENT_RULES = {
  "schema-added": ["- minor minor minor -", "schema {name} was added", "packages export one name more"],
  "schema-removed": ["- major major major -", "schema {name} was removed", "packages do not export it any more"],
  "schema-renamed": [
    "- major - major -",
    "schema {before} was renamed to {after}",
    "packages export it under the new name only",
  ],
  "schema-moved-to-component": [
    "- minor - minor -",
    "{subject} is described by the schema {name} now",
    "its type has a name",
  ],
  "schema-inlined": [
    "- patch - - -",
    "{subject} is not described by the schema {name} any more",
    "its type has no name of its own",
  ],
  "schema-exchanged": [
    "- patch - - -",
    "{subject} is described by the schema {after} instead of {before}",
    "its type has another name",
  ],
  "schema-rewritten": [
    "- - patch - -",
    "{subject} says the same in other words",
    "generated code differs, and does the same",
  ],
  "unused-schema-narrowed": [
    "- major major - -",
    "schema {name}, which no operation of both documents uses, changed: {edits}",
    "code that uses its type or validator may fail",
  ],
  "unused-schema-widened": [
    "- minor minor - -",
    "schema {name}, which no operation of both documents uses, changed: {edits}",
    "its type and validator allow more",
  ],
  "request-form-split": [
    "- major - major -",
    "schema {name} looks different in requests and responses now",
    "requests take {form}, and {name} is what responses hold",
  ],
  "export-removed": ["- major - major -", "the generated name {name} is gone", "code that imports it does not compile"],
  "export-added": ["- minor - minor -", "the name {name} is generated now", "packages export one name more"],

  "security-added": ["major major - - -", "{subject} asks for {after} now", "calls without credentials are refused"],
  "security-removed": [
    "minor minor - - -",
    "{subject} does not ask for {before} any more",
    "calls need no credentials",
  ],
  "security-alternative-added": ["minor minor - - -", "{subject} accepts {after} too", "callers may choose it"],
  "security-alternative-removed": [
    "major major - - -",
    "{subject} does not accept {before} any more",
    "calls that authenticate in this way are refused",
  ],
  "security-reordered": [
    "- patch - - -",
    "{subject} prefers {after} to {before}",
    "clients that have credentials for both use another one first",
  ],
  "security-scope-added": [
    "major patch - - -",
    "{subject} demands {after} instead of {before}",
    "tokens without the scope are refused",
  ],
  "security-scope-removed": [
    "minor patch - - -",
    "{subject} demands {after} instead of {before}",
    "tokens with fewer scopes do",
  ],
  "security-scheme-changed": [
    "major major - major -",
    "security scheme {name} changed `{keyword}` from {before} to {after}",
    "calls that authenticate in the old way are refused",
  ],
  "security-flow-added": [
    "minor - - - -",
    "security scheme {name} gained the flow {flow}",
    "callers may get a token in that way too",
  ],
  "security-flow-removed": [
    "major patch - - -",
    "security scheme {name} lost the flow {flow}",
    "callers that get a token in that way get none",
  ],
  "security-url-changed": [
    "major patch - - -",
    "security scheme {name} changed `{keyword}` from {before} to {after}",
    "callers that know the old address get no token",
  ],
  "security-scheme-renamed": [
    "- - - - patch",
    "security scheme {before} was renamed to {after}",
    "callers send the same",
  ],
  "credentials-changed": [
    "- major - major -",
    "the client's options for credentials changed from {before} to {after}",
    "code that passes the old ones does not compile",
  ],
  "credentials-added": [
    "- minor - minor -",
    "the client's options for credentials changed from {before} to {after}",
    "callers may choose",
  ],

  "server-changed": [
    "major minor - - -",
    "{subject} moved from {before} to {after}",
    "clients that know the old address call the wrong one",
  ],
  "server-added": ["minor minor - - -", "{subject} is also at {after}", "callers may choose it"],
  "server-removed": ["major minor - - -", "{subject} is not at {before} any more", "clients that call it fail"],
  "server-reordered": [
    "minor patch - - -",
    "{subject} names {after} first instead of {before}",
    "clients call it by default",
  ],
  "base-url-required": [
    "- major - major -",
    "no server is absolute any more",
    "code that creates clients must pass `baseUrl`",
  ],
  "base-url-optional": ["- minor - minor -", "{after} is absolute, and no server was", "clients call it by default"],
} as const;

export const DOCUMENTATION_RULES = {
  "documentation-changed": ["- - - - patch", "{subject} changed its {keywords}", "nothing but documentation"],
  "extension-changed": ["- - - - patch", "{subject} changed {keywords}", "tools that read it should know"],
} as const;
