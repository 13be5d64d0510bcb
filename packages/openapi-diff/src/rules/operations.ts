/** Operations, their parameters, bodies and responses, and webhooks: requests that the server sends, and callers handle. */
export const OPERATION_RULES = {
  "major major major - -": {
    "request-media-type-schema-added": ["{subject} has a schema now", "requests that break it are refused"],
    "response-media-type-schema-removed": ["{subject} has no schema any more", "responses may hold anything"],
  },
  "major major - major -": {
    "operation-removed": ["{operation} was removed", "calls of it fail, and clients have no method for it"],
    "parameter-removed": ["{subject} was removed", "requests that send it are refused, or it is ignored"],
    "parameter-renamed": [
      "{subject} was renamed to `{after}`",
      "requests that send the old name are refused, or it is ignored",
    ],
    "request-body-removed": [
      "{operation} takes no body any more",
      "requests that send one are refused, or it is ignored",
    ],
    "webhook-removed": ["webhook or callback {webhook} was removed", "callers that wait for it wait forever"],
    "webhook-parameter-removed": ["{subject} is not sent any more", "handlers that read it find nothing"],
    "webhook-parameter-renamed": ["{subject} was renamed to `{after}`", "handlers that read the old name find nothing"],
    "webhook-body-removed": ["the body of {operation} is not sent any more", "handlers that read it find nothing"],
  },
  "major major - minor -": {
    "required-parameter-added": ["{subject} was added, and is required", "requests without it are refused, so send it"],
    "required-request-body-added": [
      "{operation} takes a body now, and it is required",
      "requests without one are refused",
    ],
  },
  "major major - - -": {
    "skipped-operation-removed": ["{operation} was removed", "calls of it fail"],
    "skipped-webhook-removed": ["webhook or callback {webhook} was removed", "callers that wait for it wait forever"],
    "webhook-method-changed": [
      "{webhook} is sent by {after} instead of {before}",
      "handlers of the old method refuse it",
    ],
    "webhook-parameter-became-optional": ["{subject} may be left out now", "handlers that read it may find nothing"],
    "webhook-body-became-optional": [
      "the body of {operation} may be left out now",
      "handlers that read it may find nothing",
    ],
    "webhook-response-removed": [
      "{status} is no response of {operation} any more",
      "handlers that return it do not compile, and break the document",
    ],
    "webhook-response-header-required": [
      "{subject} is required now",
      "handlers that do not send it break the document",
    ],
    "webhook-response-body-added": ["{subject} has a body now", "handlers that return none break the document"],
    "webhook-response-body-removed": ["{subject} has no body any more", "handlers that return one break the document"],
    "path-renamed": ["path {before} was renamed to {after}", "calls of the old one fail"],
    "method-changed": ["{operation} moved from {before} to {after}", "calls of the old one fail"],
    "parameter-became-required": ["{subject} is required now", "requests without it are refused, so send it"],
    "request-body-became-required": ["the body of {operation} is required now", "requests without one are refused"],
    "request-media-type-removed": ["{subject} may not be {mediaType} any more", "requests that send it are refused"],
    "request-media-type-changed": [
      "{subject} changed its media type from {before} to {after}",
      "requests that send the old one are refused",
    ],
    "response-media-type-removed": [
      "{subject} is not {mediaType} any more",
      "callers that ask for it get something else",
    ],
    "response-media-type-changed": [
      "{subject} changed its media type from {before} to {after}",
      "callers that expect the old one cannot read it",
    ],
    "request-media-type-narrowed": [
      "{subject} may be {after} only instead of {before}",
      "requests that send another one are refused",
    ],
    "response-media-type-widened": [
      "{subject} may be any {after} instead of {before}",
      "callers that expect the old one may not be able to read it",
    ],
    "success-response-removed": [
      "the response {status} of {operation} is gone",
      "callers that wait for it get something else",
    ],
    "success-status-changed": [
      "{operation} responds with {after} instead of {before}",
      "callers that wait for the old status do not recognise a success",
    ],
    "response-body-removed": ["{subject} has no body any more", "callers that read it find nothing"],
    "response-header-removed": ["{subject} was removed", "callers that read it find nothing"],
    "response-header-became-optional": ["{subject} is not required any more", "responses may lack it"],
  },
  "major patch - - -": {
    "parameter-serialization-changed": [
      "{subject} changed `{keyword}` from {before} to {after}",
      "requests that write it in the old way are misread",
    ],
    "parameter-may-not-be-empty": [
      "{subject} may not be sent without a value any more",
      "requests that do so are refused",
    ],
    "encoding-changed": [
      "{subject} changed `{keyword}` from {before} to {after}",
      "bodies that are written in the old way are misread",
    ],
    "response-header-serialization-changed": [
      "{subject} changed `{keyword}` from {before} to {after}",
      "callers that read it in the old way misread it",
    ],
  },
  "major - - - -": {
    "operation-became-unrepeatable": [
      "{operation} is not x-idempotent any more",
      "clients that repeat it after failures do harm",
    ],
    "idempotency-key-removed": [
      "{operation} takes no idempotency key any more, which was {before}",
      "clients that repeat it after failures do harm",
    ],
    "idempotency-key-renamed": [
      "{operation} takes its idempotency key as {after} instead of {before}",
      "clients that send the old one and repeat it after failures do harm",
    ],
    "retry-status-removed": [
      "{subject} does not have {statuses} in its x-retry-on any more",
      "clients that repeat such requests may do twice what they do",
    ],
    "error-part-moved": [
      "{subject} has the {part} of errors at {after} instead of {before}",
      "clients that read it there find nothing",
    ],
    "error-part-removed": [
      "{subject} does not say any more where errors have their {part}, which was {before}",
      "clients that read it there may find nothing",
    ],
    "callback-address-changed": [
      "callback {callback} is called at {after} instead of {before}",
      "callers that wait at the old address wait forever",
    ],
  },
  "minor major - - -": {
    "response-media-type-added": ["{subject} may be {mediaType} too", "the type of the result has another alternative"],
    "response-media-type-narrowed": [
      "{subject} is {after} instead of {before}",
      "the type of the result is another one",
    ],
    "success-response-added": [
      "{operation} may respond with {status} too",
      "the type of the result has another alternative",
    ],
    "response-body-added": ["{subject} has a body now", "callers may read it, and the result has another type"],
  },
  "- major - major -": {
    "operation-renamed": [
      "operationId {before} was renamed to {after}",
      "clients have the method under the new name only",
    ],
    "operation-skipped": [
      "clients have no method for {operation} any more ({reason})",
      "code that calls it does not compile",
    ],
    "webhook-renamed": ["webhook or callback {before} was renamed to {after}", "its handler goes by the new name only"],
    "webhook-skipped": [
      "there is no handler for {webhook} any more ({reason})",
      "code that gives one does not compile",
    ],
    "path-parameter-renamed": ["{subject} was renamed to `{after}`", "calls pass it under the new name only"],
    "header-parameter-respelled": [
      "{subject} is spelled `{after}` now",
      "calls pass it under that name, and send the same",
    ],
  },
  "- major - - -": {
    "idempotency-key-became-required": [
      "{subject} has to be given now, since clients make no key any more",
      "calls without it do not compile",
    ],
    "pagination-changed": [
      "{operation} changed its x-pagination",
      "its method gives pages in another way, or none any more",
    ],
    "response-header-respelled": [
      "{subject} is spelled {after} now",
      "responses hold the same, since names of headers have no case, but types know it under that name only",
    ],
  },
  "- - - major -": {
    "option-renamed": [
      "{subject} changed its x-cli-name from {before} to {after}",
      "command lines have the option under the new name only",
    ],
  },
  "minor minor minor - -": {
    "request-media-type-schema-removed": ["{subject} has no schema any more", "requests may send anything"],
    "response-media-type-schema-added": ["{subject} has a schema now", "responses have a type"],
  },
  "minor minor - minor -": {
    "operation-added": ["{operation} was added", "clients gain a method"],
    "parameter-added": ["{subject} was added", "requests may send it"],
    "request-body-added": ["{operation} takes a body now", "requests may send one"],
    "webhook-added": ["webhook or callback {webhook} was added", "callers may handle it"],
    "webhook-parameter-added": ["{subject} is sent now", "handlers may read it"],
    "webhook-body-added": ["the body of {operation} is sent now", "handlers may read it"],
  },
  "minor minor - - -": {
    // Of what is skipped there is no method, and its types are generated all the same.
    "skipped-operation-added": [
      "{operation} was added",
      "callers may use it by hand, as clients have no method for it ({reason})",
    ],
    "skipped-webhook-added": [
      "webhook or callback {webhook} was added",
      "callers may handle it by hand, as no handler is generated ({reason})",
    ],
    "webhook-parameter-became-required": ["{subject} is always sent now", "handlers may rely on it"],
    "webhook-body-became-required": ["the body of {operation} is always sent now", "handlers may rely on it"],
    "webhook-response-header-changed": ["{subject} changed", "handlers that send it should know"],
    "webhook-response-added": ["{status} is a response of {operation} too", "handlers may return it"],
    "operation-deprecated": ["{operation} became deprecated", "callers should look for another way"],
    "idempotency-key-became-optional": [
      "{subject} may be left out now, since clients make a key",
      "callers need not give one",
    ],
    "parameter-became-optional": ["{subject} is not required any more", "requests may leave it out"],
    "parameter-may-be-empty": ["{subject} may be sent without a value now", "requests may do so"],
    "parameter-deprecated": ["{subject} became deprecated", "callers should leave it out"],
    "request-body-became-optional": ["the body of {operation} is not required any more", "requests may leave it out"],
    "request-media-type-added": ["{subject} may be {mediaType} too", "requests may choose it"],
    "request-media-type-widened": ["{subject} may be any {after} instead of {before}", "requests may choose"],
    "success-status-added": ["{operation} may respond with {status} too", "the result is the same"],
    "error-response-added": ["the {kind} {status} of {operation} is documented", "types know it"],
    "error-response-removed": ["the {kind} {status} of {operation} is not documented any more", "types do not know it"],
    "response-header-added": ["{subject} was added", "callers may read it"],
    "response-header-became-required": ["{subject} is required now", "responses always have it"],
    "response-header-deprecated": ["{subject} became deprecated", "callers should not rely on it"],
  },
  "minor patch - - -": {
    "media-type-parameters-changed": [
      "{subject} changed its media type from {before} to {after}",
      "it is the same but for its parameters",
    ],
  },
  "minor - - - -": {
    "operation-became-repeatable": ["{operation} became x-idempotent", "clients repeat it after failures"],
    "idempotency-key-added": [
      "{operation} takes an idempotency key, {after}",
      "clients send one, and repeat it after failures",
    ],
    "retry-status-added": [
      "{subject} has {statuses} in its x-retry-on",
      "clients repeat such requests of every method",
    ],
    "error-part-added": ["{subject} says that errors have their {part} at {after}", "clients read it there"],
    "request-id-header-changed": [
      "the document changed its x-request-id-header from {before} to {after}",
      "errors have the id of their request from there",
    ],
    "webhook-security-changed": [
      "webhook or callback {webhook} changed how it authenticates",
      "those who check that should know",
    ],
  },
  "- minor - minor -": {
    "webhook-generated": ["there is a handler for {webhook} now", "callers may use it"],
    "operation-generated": ["clients have a method for {operation} now", "callers may use it"],
  },
  "- patch - - patch": {
    "operation-not-deprecated": ["{operation} is not deprecated any more", "editors do not strike it out any more"],
    "parameter-not-deprecated": ["{subject} is not deprecated any more", "editors do not strike it out any more"],
    "response-header-not-deprecated": ["{subject} is not deprecated any more", "callers may rely on it"],
  },
  "- - - - patch": {
    "parameters-reordered": [
      "{operation} lists its parameters in another order",
      "help follows it, and requests are the same",
    ],
    "link-changed": ["link `{link}` of {subject} {change}", "tools that follow it should know"],
  },
} as const;
