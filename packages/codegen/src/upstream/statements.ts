import type { NameRule, RuleId, SchemaEdit } from "../release/diff/index.ts";

/** Who has something that the other one lacks, or neither of them. */
export const DIRECTIONS = ["provider", "ours", "differs"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What a rule means between two documents that live side by side, of which neither came after the other. */
interface Statement {
  readonly direction: Direction;
  /** With `{placeholders}`, as in the rule. */
  readonly text: string;
}

/** A rule, or the edit that a rule for requests and one for answers are about. */
type Key = Exclude<RuleId, `${"request" | "response"}-${SchemaEdit}`> | SchemaEdit;

/** What the provider describes and we do not. */
const PROVIDER = {
  "operation-removed": "the provider has {operation}, on a path that we describe; we do not",
  "request-body-removed": "{operation}: the provider takes a body, ours takes none",
  "request-media-type-removed": "{subject}: the provider takes {mediaType}, ours does not",
  "response-media-type-removed": "{subject}: the provider has {mediaType}, we do not",
  "request-media-type-schema-removed": "{subject}: the provider gives a schema, we give none",
  "response-media-type-schema-removed": "{subject}: the provider gives a schema, we give none",
  "parameter-removed": "{subject}: the provider has it, we do not",
  "success-response-removed": "{operation}: the provider documents the answer {status}, we do not",
  "error-response-removed": "{operation}: the provider documents the {kind} {status}, we do not",
  "response-body-removed": "{subject}: the provider has a body, we have none",
  "response-header-removed": "{subject}: the provider has it, we do not",
  "security-removed": "{subject}: the provider asks for {before}, we ask for nothing",
  "security-alternative-removed": "{subject}: the provider accepts {before}, we do not",
  "security-flow-removed": "security scheme {name}: the provider has the flow {flow}, we do not",
  "server-removed": "{subject}: the provider is also at {before}, which we do not name",
  "operation-not-deprecated": "{operation}: the provider calls it deprecated, we do not",
  "parameter-not-deprecated": "{subject}: the provider calls it deprecated, we do not",
  "response-header-not-deprecated": "{subject}: the provider calls it deprecated, we do not",
  "became-not-deprecated": "{subject}: the provider calls it deprecated, we do not",
  "parameter-may-not-be-empty": "{subject}: the provider takes it without a value, we do not send it so",
  "parameter-became-optional": "{subject}: the provider requires it, we do not",
  "request-body-became-optional": "{operation}: the provider requires the body, we do not",
  "response-header-became-optional": "{subject}: the provider always sends it, we do not count on it",
  "property-removed": "{subject}: the provider has it, we do not",
  "property-became-optional": "{subject}: the provider requires it, we do not",
  "property-pattern-removed": "{subject}: the provider limits properties that match {pattern}, we do not",
  "enum-value-removed": "{subject}: the provider lists {values}, we do not",
  "became-open": "{subject}: the provider limits it to {values}, we do not limit it",
  "became-not-nullable": "{subject}: the provider allows null, we do not",
  "alternative-removed": "{subject}: the provider allows {member}, we do not",
  "alternatives-dropped": "{subject}: the provider asks for one of several schemas as well, we do not",
  "extensible-value-removed": "{subject}: the provider lists {values} in `x-extensible-enum`, we do not",
  "pattern-removed": "{subject}: the provider asks for the pattern {before}, we ask for none",
  "format-removed": "{subject}: the provider gives the format {before}, we give none",
  "keyword-removed": "{subject}: the provider has `{keyword}`, we do not",
  "became-not-read-only": "{subject}: the provider calls it readOnly, we do not",
  "became-not-write-only": "{subject}: the provider calls it writeOnly, we do not",
  "additional-properties-forbidden": "{subject}: the provider allows properties that are not listed, we do not",
  "known-additional-properties-forbidden": "{subject}: the provider allows properties that are not listed, we do not",
} as const satisfies Partial<Record<Key, string>>;

/** What we describe and the provider does not. */
const OURS = {
  "operation-added": "we have {operation}, the provider does not document it",
  "request-body-added": "{operation}: we have a body, the provider documents none",
  "required-request-body-added": "{operation}: we have a body and require it, the provider documents none",
  "request-media-type-added": "{subject}: we may send {mediaType}, the provider does not document it",
  "response-media-type-added": "{subject}: we expect {mediaType}, the provider does not document it",
  "request-media-type-schema-added": "{subject}: we have a schema, the provider gives none",
  "response-media-type-schema-added": "{subject}: we have a schema, the provider gives none",
  "parameter-added": "{subject}: we have it, the provider does not document it",
  "required-parameter-added": "{subject}: we have it and require it, the provider does not document it",
  "success-response-added": "{operation}: we have the answer {status}, the provider does not document it",
  "success-status-added": "{operation}: we have the answer {status}, the provider does not document it",
  "error-response-added": "{operation}: we have the {kind} {status}, the provider does not document it",
  "response-body-added": "{subject}: we have a body, the provider documents none",
  "response-header-added": "{subject}: we have it, the provider does not document it",
  "security-added": "{subject}: we ask for {after}, the provider asks for nothing",
  "security-alternative-added": "{subject}: we accept {after}, the provider does not document it",
  "security-flow-added": "security scheme {name}: we have the flow {flow}, the provider does not document it",
  "server-added": "{subject}: we name the server {after}, the provider does not document it",
  "operation-deprecated": "{operation}: we call it deprecated, the provider does not",
  "parameter-deprecated": "{subject}: we call it deprecated, the provider does not",
  "response-header-deprecated": "{subject}: we call it deprecated, the provider does not",
  "became-deprecated": "{subject}: we call it deprecated, the provider does not",
  "parameter-may-be-empty": "{subject}: we may send it without a value, the provider does not document that",
  "parameter-became-required": "{subject}: we require it, the provider does not",
  "request-body-became-required": "{operation}: we require the body, the provider does not",
  "response-header-became-required": "{subject}: we count on it, the provider does not promise it",
  "property-added": "{subject}: we have it, the provider does not document it",
  "required-property-added": "{subject}: we have it and require it, the provider does not document it",
  "property-became-required": "{subject}: we require it, the provider does not",
  "property-pattern-added": "{subject}: we limit properties that match {pattern}, the provider does not",
  "enum-value-added": "{subject}: we list {values}, the provider does not",
  "became-enum": "{subject}: we limit it to {values}, the provider does not limit it",
  "became-nullable": "{subject}: we allow null, the provider does not",
  "alternative-added": "{subject}: we allow {member}, the provider does not",
  "alternatives-demanded": "{subject}: we ask for one of several schemas as well, the provider does not",
  "extensible-value-added": "{subject}: we list {values} in `x-extensible-enum`, the provider does not",
  "pattern-added": "{subject}: we ask for the pattern {after}, the provider asks for none",
  "format-added": "{subject}: we give the format {after}, the provider gives none",
  "keyword-added": "{subject}: we have `{keyword}`, the provider does not",
  "became-read-only": "{subject}: we call it readOnly, the provider does not",
  "became-write-only": "{subject}: we call it writeOnly, the provider does not",
  "additional-properties-allowed": "{subject}: we allow properties that are not listed, the provider does not",
} as const satisfies Partial<Record<Key, string>>;

/** What both describe, each in another way. */
const DIFFERS = {
  "path-renamed": "the provider is at {before}, we are at {after}",
  "method-changed": "{operation}: the provider takes {before}, we send {after}",
  "request-media-type-changed": "{subject}: the provider takes {before}, we send {after}",
  "response-media-type-changed": "{subject}: the provider has {before}, we have {after}",
  "media-type-parameters-changed": "{subject}: the provider has {before}, we have {after}",
  "request-media-type-widened": "{subject}: the provider takes {before}, we may send {after}",
  "request-media-type-narrowed": "{subject}: the provider takes {before}, we send {after}",
  "response-media-type-widened": "{subject}: the provider has {before}, we have {after}",
  "response-media-type-narrowed": "{subject}: the provider has {before}, we have {after}",
  "encoding-changed": "{subject}: `{keyword}` is {before} at the provider, {after} here",
  "parameter-renamed": "{subject}: the provider calls it so, we call it `{after}`",
  "parameter-serialization-changed": "{subject}: `{keyword}` is {before} at the provider, {after} here",
  "response-header-serialization-changed": "{subject}: `{keyword}` is {before} at the provider, {after} here",
  "success-status-changed": "{operation}: the provider answers {before}, we expect {after}",
  "security-scope-added": "{subject}: the provider demands {before}, we demand {after}",
  "security-scope-removed": "{subject}: the provider demands {before}, we demand {after}",
  "security-scheme-changed": "security scheme {name}: `{keyword}` is {before} at the provider, {after} here",
  "security-url-changed": "security scheme {name}: `{keyword}` is {before} at the provider, {after} here",
  "server-changed": "{subject}: the provider is at {before}, we call {after}",
  "property-renamed": "{subject}: the provider calls it so, we call it `{after}`",
  "type-changed": "{subject}: the provider has the type {before}, we have {after}",
  "type-narrowed": "{subject}: the provider has the type {before}, we have {after}",
  "type-widened": "{subject}: the provider has the type {before}, we have {after}",
  "integer-became-number": "{subject}: the provider has integers, we have numbers",
  "number-became-integer": "{subject}: the provider has numbers, we have integers",
  "limit-tightened": "{subject}: `{keyword}` is {before} at the provider, {after} here",
  "limit-loosened": "{subject}: `{keyword}` is {before} at the provider, {after} here",
  "limit-changed": "{subject}: `{keyword}` is {before} at the provider, {after} here",
  "pattern-changed": "{subject}: the provider asks for the pattern {before}, we ask for {after}",
  "format-changed": "{subject}: the provider gives the format {before}, we give {after}",
  "format-widened": "{subject}: the provider gives the format {before}, we give {after}",
  "format-narrowed": "{subject}: the provider gives the format {before}, we give {after}",
  "bytes-became-text": "{subject}: the provider has bytes, we have a text",
  "text-became-bytes": "{subject}: the provider has a text, we have bytes",
  "keyword-tightened": "{subject}: `{keyword}` is another one at the provider",
  "keyword-loosened": "{subject}: `{keyword}` is another one at the provider",
  "keyword-changed": "{subject}: `{keyword}` is another one at the provider",
  "discriminator-changed": "{subject}: the provider tells alternatives apart in another way",
  "default-changed": "{subject}: the default is {before} at the provider, {after} here",
} as const satisfies Partial<Record<Key, string>>;

/**
 * Rules that say nothing about the API of a provider: names of what we generate, texts, our own extensions, the order of
 * things, and requests that the provider sends.
 */
type Silent =
  | NameRule
  | `webhook-${string}`
  | "operation-renamed"
  | "operation-skipped"
  | "operation-generated"
  | "pagination-changed"
  | "operation-became-repeatable"
  | "operation-became-unrepeatable"
  | "path-parameter-renamed"
  | "header-parameter-respelled"
  | "option-renamed"
  | "parameters-reordered"
  | "response-header-respelled"
  | "link-changed"
  | "server-reordered"
  | "base-url-required"
  | "base-url-optional"
  | "security-reordered"
  | "security-scheme-renamed"
  | "credentials-changed"
  | "credentials-added"
  | "index-signature-added"
  | "index-signature-removed"
  | "documentation-changed"
  | "extension-changed";

const STATEMENTS: Readonly<Record<Exclude<Key, Silent>, Statement>> = {
  ...directed("provider", PROVIDER),
  ...directed("ours", OURS),
  ...directed("differs", DIFFERS),
};

function directed<K extends string>(direction: Direction, texts: Readonly<Record<K, string>>): Record<K, Statement> {
  const entries = Object.entries<string>(texts).map(([key, text]) => [key, { direction, text }]);
  // The keys are those of the table.
  return Object.fromEntries(entries) as Record<K, Statement>;
}

/** What a rule says about two documents side by side; undefined where it says nothing about the API itself. */
export function statementOf(rule: RuleId): Statement | undefined {
  const statements: Readonly<Record<string, Statement>> = STATEMENTS;
  const edit = rule.replace(/^(request|response)-/, "");
  return statements[rule] ?? statements[edit];
}
