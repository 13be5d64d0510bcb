export const RESPONSE_RULES = {
  "success-response-added": {
    impact: { wire: "minor", types: "major" },
    edit: "{operation} may answer {status} too",
    consequence: "the type of the result has another alternative",
  },
  "success-status-added": {
    impact: { wire: "minor", types: "minor" },
    edit: "{operation} may answer {status} too",
    consequence: "the result is the same",
  },
  "success-response-removed": {
    impact: { wire: "major", types: "major" },
    edit: "the answer {status} of {operation} is gone",
    consequence: "callers that wait for it get something else",
  },
  "success-status-changed": {
    impact: { wire: "major", types: "major" },
    edit: "{operation} answers {after} instead of {before}",
    consequence: "callers that wait for the old status do not recognise a success",
  },
  "error-response-added": {
    impact: { wire: "minor", types: "minor" },
    edit: "the {kind} {status} of {operation} is documented",
    consequence: "types know it",
  },
  "error-response-removed": {
    impact: { wire: "minor", types: "minor" },
    edit: "the {kind} {status} of {operation} is not documented any more",
    consequence: "types do not know it",
  },
  "response-body-added": {
    impact: { wire: "minor", types: "major" },
    edit: "{subject} has a body now",
    consequence: "callers may read it, and the result has another type",
  },
  "response-body-removed": {
    impact: { wire: "major", types: "major" },
    edit: "{subject} has no body any more",
    consequence: "callers that read it find nothing",
  },
  "response-header-added": {
    impact: { wire: "minor", types: "minor" },
    edit: "{subject} was added",
    consequence: "callers may read it",
  },
  "response-header-removed": {
    impact: { wire: "major", types: "major" },
    edit: "{subject} was removed",
    consequence: "callers that read it find nothing",
  },
  "response-header-respelled": {
    impact: { types: "major" },
    edit: "{subject} is spelled {after} now",
    consequence: "answers hold the same, since names of headers have no case, but types know it under that name only",
  },
  "response-header-became-required": {
    impact: { wire: "minor", types: "minor" },
    edit: "{subject} is required now",
    consequence: "answers always have it",
  },
  "response-header-became-optional": {
    impact: { wire: "major", types: "major" },
    edit: "{subject} is not required any more",
    consequence: "answers may lack it",
  },
  "response-header-deprecated": {
    impact: { wire: "minor", types: "minor" },
    edit: "{subject} became deprecated",
    consequence: "callers should not rely on it",
  },
  "response-header-not-deprecated": {
    impact: { types: "patch", docs: "patch" },
    edit: "{subject} is not deprecated any more",
    consequence: "callers may rely on it",
  },
  "response-header-serialization-changed": {
    impact: { wire: "major", types: "patch" },
    edit: "{subject} changed `{keyword}` from {before} to {after}",
    consequence: "callers that read it in the old way misread it",
  },
  "link-changed": {
    impact: "documentation",
    edit: "link `{link}` of {subject} {change}",
    consequence: "tools that follow it should know",
  },
} as const;
