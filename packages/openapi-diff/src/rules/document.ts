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
  "base-url-required": {
    impact: { types: "major", surface: "major" },
    edit: "no server is absolute any more",
    consequence: "code that creates clients must pass `baseUrl`",
  },
  "base-url-optional": {
    impact: { types: "minor", surface: "minor" },
    edit: "{after} is absolute, and no server was",
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
