export const OPERATION_RULES = {
  "operation-added": {
    impact: { wire: "minor", types: "minor", surface: "minor" },
    edit: "{operation} was added",
    consequence: "clients gain a method",
  },
  "operation-removed": {
    impact: { wire: "major", types: "major", surface: "major" },
    edit: "{operation} was removed",
    consequence: "calls of it fail, and clients have no method for it",
  },
  "path-renamed": {
    impact: { wire: "major", types: "major" },
    edit: "path {before} was renamed to {after}",
    consequence: "calls of the old one fail",
  },
  "method-changed": {
    impact: { wire: "major", types: "major" },
    edit: "{operation} moved from {before} to {after}",
    consequence: "calls of the old one fail",
  },
  "operation-renamed": {
    impact: "renaming",
    edit: "operationId {before} was renamed to {after}",
    consequence: "clients have the method under the new name only",
  },
  "operation-deprecated": {
    impact: { wire: "minor", types: "minor" },
    edit: "{operation} became deprecated",
    consequence: "callers should look for another way",
  },
  "operation-not-deprecated": {
    impact: { types: "patch", docs: "patch" },
    edit: "{operation} is not deprecated any more",
    consequence: "editors do not strike it out any more",
  },
  "pagination-changed": {
    impact: { types: "major" },
    edit: "{operation} changed its x-pagination",
    consequence: "its method gives pages in another way, or none any more",
  },
  "operation-became-repeatable": {
    impact: { wire: "minor" },
    edit: "{operation} became x-idempotent",
    consequence: "clients repeat it after failures",
  },
  "operation-became-unrepeatable": {
    impact: { wire: "major" },
    edit: "{operation} is not x-idempotent any more",
    consequence: "clients that repeat it after failures do harm",
  },
} as const;

/** Requests that the server sends; generated packages have no part in them. */
export const WEBHOOK_RULES = {
  "webhook-added": {
    impact: { wire: "minor" },
    edit: "webhook or callback {webhook} was added",
    consequence: "callers may receive it",
  },
  "webhook-removed": {
    impact: { wire: "major" },
    edit: "webhook or callback {webhook} was removed",
    consequence: "callers that wait for it wait for ever",
  },
  "webhook-parameter-added": {
    impact: { wire: "minor" },
    edit: "{subject} is sent now",
    consequence: "those who receive it may read it",
  },
  "webhook-parameter-removed": {
    impact: { wire: "major" },
    edit: "{subject} is not sent any more",
    consequence: "those who read it find nothing",
  },
  "webhook-parameter-renamed": {
    impact: { wire: "major" },
    edit: "{subject} was renamed to `{after}`",
    consequence: "those who read the old name find nothing",
  },
  "webhook-parameter-became-required": {
    impact: { wire: "minor" },
    edit: "{subject} is always sent now",
    consequence: "those who receive it may rely on it",
  },
  "webhook-parameter-became-optional": {
    impact: { wire: "major" },
    edit: "{subject} may be left out now",
    consequence: "those who read it may find nothing",
  },
  "webhook-body-added": {
    impact: { wire: "minor" },
    edit: "the body of {operation} is sent now",
    consequence: "those who receive it may read it",
  },
  "webhook-body-removed": {
    impact: { wire: "major" },
    edit: "the body of {operation} is not sent any more",
    consequence: "those who read it find nothing",
  },
  "webhook-body-became-required": {
    impact: { wire: "minor" },
    edit: "the body of {operation} is always sent now",
    consequence: "those who receive it may rely on it",
  },
  "webhook-body-became-optional": {
    impact: { wire: "major" },
    edit: "the body of {operation} may be left out now",
    consequence: "those who read it may find nothing",
  },
} as const;

export const PARAMETER_RULES = {
  "parameter-added": {
    impact: { wire: "minor", types: "minor", surface: "minor" },
    edit: "{subject} was added",
    consequence: "requests may send it",
  },
  "required-parameter-added": {
    impact: { wire: "major", types: "major", surface: "minor" },
    edit: "{subject} was added, and is required",
    consequence: "requests without it are refused, so send it",
  },
  "parameter-removed": {
    impact: { wire: "major", types: "major", surface: "major" },
    edit: "{subject} was removed",
    consequence: "requests that send it are refused, or it is ignored",
  },
  "parameter-renamed": {
    impact: { wire: "major", types: "major", surface: "major" },
    edit: "{subject} was renamed to `{after}`",
    consequence: "requests that send the old name are refused, or it is ignored",
  },
  "path-parameter-renamed": {
    impact: "renaming",
    edit: "{subject} was renamed to `{after}`",
    consequence: "calls pass it under the new name only",
  },
  "header-parameter-respelled": {
    impact: "renaming",
    edit: "{subject} is spelled `{after}` now",
    consequence: "calls pass it under that name, and send the same",
  },
  "option-renamed": {
    impact: { surface: "major" },
    edit: "{subject} changed its x-cli-name from {before} to {after}",
    consequence: "command lines have the option under the new name only",
  },
  "parameters-reordered": {
    impact: { types: "patch" },
    edit: "{operation} lists its parameters in another order",
    consequence: "generated tables follow it, and requests are the same",
  },
  "parameter-became-required": {
    impact: { wire: "major", types: "major" },
    edit: "{subject} is required now",
    consequence: "requests without it are refused, so send it",
  },
  "parameter-became-optional": {
    impact: { wire: "minor", types: "minor" },
    edit: "{subject} is not required any more",
    consequence: "requests may leave it out",
  },
  "parameter-serialization-changed": {
    impact: { wire: "major", types: "patch" },
    edit: "{subject} changed `{keyword}` from {before} to {after}",
    consequence: "requests that write it in the old way are misread",
  },
  "parameter-deprecated": {
    impact: { wire: "minor", types: "minor" },
    edit: "{subject} became deprecated",
    consequence: "callers should leave it out",
  },
  "parameter-not-deprecated": {
    impact: { types: "patch", docs: "patch" },
    edit: "{subject} is not deprecated any more",
    consequence: "editors do not strike it out any more",
  },
} as const;

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

export const RESPONSE_RULES = {
  "success-response-added": {
    impact: { wire: "minor", types: "major" },
    edit: "{operation} may answer {status} too",
    consequence: "the type of the result has another alternative",
  },
  "success-response-removed": {
    impact: { wire: "major", types: "major" },
    edit: "{operation} does not answer {status} any more",
    consequence: "callers that wait for it get something else",
  },
  "success-status-changed": {
    impact: { wire: "major", types: "major" },
    edit: "{operation} answers {after} instead of {before}",
    consequence: "callers that wait for the old status do not recognise a success",
  },
  "error-response-added": {
    impact: { wire: "minor", types: "minor" },
    edit: "{operation} documents the error {status}",
    consequence: "its body has a type",
  },
  "error-response-removed": {
    impact: { wire: "minor", types: "minor" },
    edit: "{operation} does not document the error {status} any more",
    consequence: "its body has no type",
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
    impact: { types: "patch" },
    edit: "{subject} is spelled {after} now",
    consequence: "answers hold the same, since names of headers have no case",
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
