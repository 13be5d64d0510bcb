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
    // TypeScript tells neither the order of a union nor a wrapped reference apart; lists of values keep their order.
    impact: { validators: "patch" },
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
