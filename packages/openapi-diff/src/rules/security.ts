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
    impact: "documentation",
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
