/** Names of schemas and of what is generated from them, security, servers. */
export const DOCUMENT_RULES = {
  "major major - major -": {
    "security-scheme-changed": [
      "security scheme {name} changed `{keyword}` from {before} to {after}",
      "calls that authenticate in the old way are refused",
    ],
  },
  "major major - - -": {
    "security-added": ["{subject} asks for {after} now", "calls without credentials are refused"],
    "security-alternative-removed": [
      "{subject} does not accept {before} any more",
      "calls that authenticate in this way are refused",
    ],
  },
  "major minor - - -": {
    "server-changed": [
      "{subject} moved from {before} to {after}",
      "clients that know the old address call the wrong one",
    ],
    "server-removed": ["{subject} is not at {before} any more", "clients that call it fail"],
  },
  "major patch - - -": {
    "security-scope-added": ["{subject} demands {after} instead of {before}", "tokens without the scope are refused"],
    "security-flow-removed": [
      "security scheme {name} lost the flow {flow}",
      "callers that get a token in that way get none",
    ],
    "security-url-changed": [
      "security scheme {name} changed `{keyword}` from {before} to {after}",
      "callers that know the old address get no token",
    ],
  },
  "- major major major -": {
    "schema-removed": ["schema {name} was removed", "packages do not export it any more"],
  },
  "- major major - -": {
    "unused-schema-narrowed": [
      "schema {name}, which no operation of both documents uses, changed: {edits}",
      "code that uses its type or validator may fail",
    ],
  },
  "- major - major -": {
    "schema-renamed": ["schema {before} was renamed to {after}", "packages export it under the new name only"],
    "request-form-split": [
      "schema {name} looks different in requests and responses now",
      "requests take {form}, and {name} is what responses hold",
    ],
    "export-removed": ["the generated name {name} is gone", "code that imports it does not compile"],
    "credentials-changed": [
      "the client's options for credentials changed from {before} to {after}",
      "code that passes the old ones does not compile",
    ],
    "base-url-required": ["no server is absolute any more", "code that creates clients must pass `baseUrl`"],
  },
  "minor minor - - -": {
    "security-removed": ["{subject} does not ask for {before} any more", "calls need no credentials"],
    "security-alternative-added": ["{subject} accepts {after} too", "callers may choose it"],
    "server-added": ["{subject} is also at {after}", "callers may choose it"],
  },
  "minor patch - - -": {
    "security-scope-removed": ["{subject} demands {after} instead of {before}", "tokens with fewer scopes do"],
    "server-reordered": ["{subject} names {after} first instead of {before}", "clients call it by default"],
  },
  "minor - - - -": {
    "security-flow-added": ["security scheme {name} gained the flow {flow}", "callers may get a token in that way too"],
  },
  "- minor minor minor -": {
    "schema-added": ["schema {name} was added", "packages export one name more"],
  },
  "- minor minor - -": {
    "unused-schema-widened": [
      "schema {name}, which no operation of both documents uses, changed: {edits}",
      "its type and validator allow more",
    ],
  },
  "- minor - minor -": {
    "schema-moved-to-component": ["{subject} is described by the schema {name} now", "its type has a name"],
    "export-added": ["the name {name} is generated now", "packages export one name more"],
    "credentials-added": [
      "the client's options for credentials changed from {before} to {after}",
      "callers may choose",
    ],
    "base-url-optional": ["{after} is absolute, and no server was", "clients call it by default"],
  },
  "- patch - - -": {
    "schema-inlined": ["{subject} is not described by the schema {name} any more", "its type has no name of its own"],
    "schema-exchanged": [
      "{subject} is described by the schema {after} instead of {before}",
      "its type has another name",
    ],
    "security-reordered": [
      "{subject} prefers {after} to {before}",
      "clients that have credentials for both use another one first",
    ],
  },
  "- - patch - -": {
    "schema-rewritten": ["{subject} says the same in other words", "generated code differs, and does the same"],
  },
  "- - - - patch": {
    "security-scheme-renamed": ["security scheme {before} was renamed to {after}", "callers send the same"],
  },
} as const;

/** Words alone. */
export const DOCUMENTATION_RULES = {
  "documentation-changed": ["{subject} changed its {keywords}", "nothing but documentation"],
  "extension-changed": ["{subject} changed {keywords}", "tools that read it should know"],
} as const;
