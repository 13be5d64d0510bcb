export const BODY_RULES = {
  "request-body-added": {
    impact: { wire: "minor", types: "minor", surface: "minor" },
    edit: "{operation} takes a body now",
    consequence: "requests may send one",
  },
  "required-request-body-added": {
    impact: { wire: "major", types: "major", surface: "minor" },
    edit: "{operation} takes a body now, and it is required",
    consequence: "requests without one are refused",
  },
  "request-body-removed": {
    impact: { wire: "major", types: "major", surface: "major" },
    edit: "{operation} takes no body any more",
    consequence: "requests that send one are refused, or it is ignored",
  },
  "request-body-became-required": {
    impact: { wire: "major", types: "major" },
    edit: "the body of {operation} is required now",
    consequence: "requests without one are refused",
  },
  "request-body-became-optional": {
    impact: { wire: "minor", types: "minor" },
    edit: "the body of {operation} is not required any more",
    consequence: "requests may leave it out",
  },
  "request-media-type-added": {
    impact: { wire: "minor", types: "minor" },
    edit: "{subject} may be {mediaType} too",
    consequence: "requests may choose it",
  },
  "request-media-type-removed": {
    impact: { wire: "major", types: "major" },
    edit: "{subject} may not be {mediaType} any more",
    consequence: "requests that send it are refused",
  },
  "request-media-type-changed": {
    impact: { wire: "major", types: "major" },
    edit: "{subject} changed its media type from {before} to {after}",
    consequence: "requests that send the old one are refused",
  },
  "response-media-type-added": {
    impact: { wire: "minor", types: "major" },
    edit: "{subject} may be {mediaType} too",
    consequence: "the type of the result has another alternative",
  },
  "response-media-type-removed": {
    impact: { wire: "major", types: "major" },
    edit: "{subject} is not {mediaType} any more",
    consequence: "callers that ask for it get something else",
  },
  "response-media-type-changed": {
    impact: { wire: "major", types: "major" },
    edit: "{subject} changed its media type from {before} to {after}",
    consequence: "callers that expect the old one cannot read it",
  },
  "media-type-parameters-changed": {
    impact: { wire: "minor", types: "patch" },
    edit: "{subject} changed its media type from {before} to {after}",
    consequence: "it is the same but for its parameters",
  },
  "request-media-type-widened": {
    impact: { wire: "minor", types: "minor" },
    edit: "{subject} may be any {after} instead of {before}",
    consequence: "requests may choose",
  },
  "request-media-type-narrowed": {
    impact: { wire: "major", types: "major" },
    edit: "{subject} may be {after} only instead of {before}",
    consequence: "requests that send another one are refused",
  },
  "response-media-type-widened": {
    impact: { wire: "major", types: "major" },
    edit: "{subject} may be any {after} instead of {before}",
    consequence: "callers that expect the old one may not be able to read it",
  },
  "response-media-type-narrowed": {
    impact: { wire: "minor", types: "major" },
    edit: "{subject} is {after} instead of {before}",
    consequence: "the type of the result is another one",
  },
  "request-media-type-schema-added": {
    impact: "breaking",
    edit: "{subject} has a schema now",
    consequence: "requests that break it are refused",
  },
  "request-media-type-schema-removed": {
    impact: "addition",
    edit: "{subject} has no schema any more",
    consequence: "requests may send anything",
  },
  "response-media-type-schema-added": {
    impact: "addition",
    edit: "{subject} has a schema now",
    consequence: "answers have a type",
  },
  "response-media-type-schema-removed": {
    impact: "breaking",
    edit: "{subject} has no schema any more",
    consequence: "answers may hold anything",
  },
  "encoding-changed": {
    impact: { wire: "major", types: "patch" },
    edit: "{subject} changed `{keyword}` from {before} to {after}",
    consequence: "bodies that are written in the old way are misread",
  },
} as const;
