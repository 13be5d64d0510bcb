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
  // Of what is skipped there is no method, and its types are generated all the same.
  "skipped-operation-added": {
    impact: { wire: "minor", types: "minor" },
    edit: "{operation} was added",
    consequence: "callers may use it by hand, as clients have no method for it ({reason})",
  },
  "skipped-operation-removed": {
    impact: { wire: "major", types: "major" },
    edit: "{operation} was removed",
    consequence: "calls of it fail",
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
  "operation-skipped": {
    impact: { types: "major", surface: "major" },
    edit: "clients have no method for {operation} any more ({reason})",
    consequence: "code that calls it does not compile",
  },
  "operation-generated": {
    impact: { types: "minor", surface: "minor" },
    edit: "clients have a method for {operation} now",
    consequence: "callers may use it",
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
  "webhook-security-changed": {
    impact: { wire: "minor" },
    edit: "webhook or callback {webhook} changed how it authenticates",
    consequence: "those who check that should know",
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
