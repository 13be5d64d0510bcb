export const NAME_RULES = {
  "schema-added": {
    impact: { types: "minor", validators: "minor", surface: "minor" },
    edit: "schema {name} was added",
    consequence: "packages export one name more",
  },
  "schema-removed": {
    impact: { types: "major", validators: "major", surface: "major" },
    edit: "schema {name} was removed",
    consequence: "packages do not export it any more",
  },
  "schema-renamed": {
    impact: "renaming",
    edit: "schema {before} was renamed to {after}",
    consequence: "packages export it under the new name only",
  },
  "schema-moved-to-component": {
    impact: { types: "minor", surface: "minor" },
    edit: "{subject} is described by the schema {name} now",
    consequence: "its type has a name",
  },
  "schema-inlined": {
    impact: { types: "patch" },
    edit: "{subject} is not described by the schema {name} any more",
    consequence: "its type has no name of its own",
  },
  "schema-exchanged": {
    impact: { types: "patch" },
    edit: "{subject} is described by the schema {after} instead of {before}",
    consequence: "its type has another name",
  },
  "schema-rewritten": {
    impact: { types: "patch", validators: "patch" },
    edit: "{subject} says the same in other words",
    consequence: "generated code differs, and does the same",
  },
  "unused-schema-narrowed": {
    impact: { types: "major", validators: "major" },
    edit: "schema {name}, which no operation of both documents uses, changed: {edits}",
    consequence: "code that uses its type or validator may fail",
  },
  "unused-schema-widened": {
    impact: { types: "minor", validators: "minor" },
    edit: "schema {name}, which no operation of both documents uses, changed: {edits}",
    consequence: "its type and validator allow more",
  },
  "request-form-split": {
    impact: { types: "major", surface: "major" },
    edit: "schema {name} looks different in requests and answers now",
    consequence: "requests take {form}, and {name} is what answers hold",
  },
  "export-removed": {
    impact: { types: "major", surface: "major" },
    edit: "the generated name {name} is gone",
    consequence: "code that imports it does not compile",
  },
  "export-added": {
    impact: { types: "minor", surface: "minor" },
    edit: "the name {name} is generated now",
    consequence: "packages export one name more",
  },
} as const;

export const SECURITY_RULES = {
  "security-added": {
    impact: { wire: "major", types: "major" },
    edit: "{subject} asks for {after} now",
    consequence: "calls without credentials are refused",
  },
  "security-removed": {
    impact: { wire: "minor", types: "minor" },
    edit: "{subject} does not ask for {before} any more",
    consequence: "calls need no credentials",
  },
  "security-alternative-added": {
    impact: { wire: "minor", types: "minor" },
    edit: "{subject} accepts {after} too",
    consequence: "callers may choose it",
  },
  "security-alternative-removed": {
    impact: { wire: "major", types: "major" },
    edit: "{subject} does not accept {before} any more",
    consequence: "calls that authenticate in this way are refused",
  },
  "security-reordered": {
    impact: { types: "patch" },
    edit: "{subject} prefers {after} to {before}",
    consequence: "clients that have credentials for both use another one first",
  },
  "security-scope-added": {
    impact: { wire: "major", types: "patch" },
    edit: "{subject} demands {after} instead of {before}",
    consequence: "tokens without the scope are refused",
  },
  "security-scope-removed": {
    impact: { wire: "minor", types: "patch" },
    edit: "{subject} demands {after} instead of {before}",
    consequence: "tokens with fewer scopes do",
  },
  "security-scheme-changed": {
    impact: { wire: "major", types: "major", surface: "major" },
    edit: "security scheme {name} changed `{keyword}` from {before} to {after}",
    consequence: "calls that authenticate in the old way are refused",
  },
  "security-flow-added": {
    impact: { wire: "minor" },
    edit: "security scheme {name} gained the flow {flow}",
    consequence: "callers may get a token in that way too",
  },
  "security-flow-removed": {
    impact: { wire: "major", types: "patch" },
    edit: "security scheme {name} lost the flow {flow}",
    consequence: "callers that get a token in that way get none",
  },
  "security-url-changed": {
    impact: { wire: "major", types: "patch" },
    edit: "security scheme {name} changed `{keyword}` from {before} to {after}",
    consequence: "callers that know the old address get no token",
  },
  "security-scheme-renamed": {
    impact: { types: "patch" },
    edit: "security scheme {before} was renamed to {after}",
    consequence: "callers send the same",
  },
  "credentials-changed": {
    impact: { types: "major", surface: "major" },
    edit: "the client's options for credentials changed from {before} to {after}",
    consequence: "code that passes the old ones does not compile",
  },
  "credentials-added": {
    impact: { types: "minor", surface: "minor" },
    edit: "the client's options for credentials changed from {before} to {after}",
    consequence: "callers may choose",
  },
} as const;

export const SERVER_RULES = {
  "server-changed": {
    impact: { wire: "major", types: "minor" },
    edit: "{subject} moved from {before} to {after}",
    consequence: "clients that know the old address call the wrong one",
  },
  "server-added": {
    impact: { wire: "minor", types: "minor" },
    edit: "{subject} is also at {after}",
    consequence: "callers may choose it",
  },
  "server-removed": {
    impact: { wire: "major", types: "minor" },
    edit: "{subject} is not at {before} any more",
    consequence: "clients that call it fail",
  },
  "server-reordered": {
    impact: { wire: "minor", types: "patch" },
    edit: "{subject} names {after} first instead of {before}",
    consequence: "clients call it by default",
  },
} as const;

export const DOCUMENTATION_RULES = {
  "documentation-changed": {
    impact: "documentation",
    edit: "{subject} changed its {keywords}",
    consequence: "nothing but documentation",
  },
  "extension-changed": {
    impact: "documentation",
    edit: "{subject} changed {keywords}",
    consequence: "tools that read it should know",
  },
} as const;
