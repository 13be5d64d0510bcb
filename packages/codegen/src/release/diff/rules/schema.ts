import { namedImpact, type Rule, type RuleEntry } from "./rule.ts";

/** The way in which a value travels. Callbacks and webhooks turn it round. */
export type Direction = "request" | "response";

/** What an edit does to the values that a schema allows. `replaces` takes some away and brings others. */
type Effect = "narrows" | "widens" | "replaces";

/** What generated types show of an edit. Of `literals`, a removed one can be compared with no more. */
type Shown = "type" | "literals" | "nothing";

interface SchemaEntry {
  readonly effect: Effect;
  readonly shown: Shown;
  readonly edit: string;
  /** Where the edit means something else than its effect says. */
  readonly request?: Partial<Omit<RuleEntry, "edit">>;
  readonly response?: Partial<Omit<RuleEntry, "edit">>;
}

/** Fewer values in requests and more in answers break somebody; the other way round, nobody. */
const CONSEQUENCES: Readonly<Record<Direction, Readonly<Record<Effect, string>>>> = {
  request: {
    narrows: "requests that were valid are refused, so check what is sent",
    widens: "requests may send more than before",
    replaces: "requests that were valid are refused, so change what is sent",
  },
  response: {
    narrows: "answers promise more than before",
    widens: "answers may hold what callers do not expect, so handle it",
    replaces: "answers hold something else, so change what reads them",
  },
};

function impactOn(direction: Direction, effect: Effect, shown: Shown): RuleEntry["impact"] {
  const breaks = effect === "replaces" || effect === (direction === "request" ? "narrows" : "widens");
  if (breaks) return shown === "nothing" ? "breaking unseen" : "breaking";
  if (direction === "request") return "addition";
  if (shown === "nothing") return "addition unseen";
  return shown === "literals" ? { wire: "minor", types: "major", validators: "minor" } : "addition";
}

function ruleOf(direction: Direction, { effect, shown, edit, ...special }: SchemaEntry): Rule {
  const { impact = impactOn(direction, effect, shown), consequence = CONSEQUENCES[direction][effect] } =
    special[direction] ?? {};
  return { impact: namedImpact(impact), edit, consequence };
}

/** Both rules of every edit: `request-EDIT` and `response-EDIT`. */
export function directedRules<Edit extends string>(
  edits: Readonly<Record<Edit, SchemaEntry>>,
): Readonly<Record<`${Direction}-${Edit}`, Rule>> {
  const rules = Object.entries<SchemaEntry>(edits).flatMap(([name, entry]) => [
    [`request-${name}`, ruleOf("request", entry)],
    [`response-${name}`, ruleOf("response", entry)],
  ]);
  // The keys are built from those of `edits`.
  return Object.fromEntries(rules) as Readonly<Record<`${Direction}-${Edit}`, Rule>>;
}

export const TYPE_EDITS = {
  "type-changed": { effect: "replaces", shown: "type", edit: "{subject} changed its type from {before} to {after}" },
  "type-narrowed": { effect: "narrows", shown: "type", edit: "{subject} narrowed its type from {before} to {after}" },
  "type-widened": { effect: "widens", shown: "type", edit: "{subject} widened its type from {before} to {after}" },
  "integer-became-number": { effect: "widens", shown: "nothing", edit: "{subject} may have a fraction now" },
  "number-became-integer": { effect: "narrows", shown: "nothing", edit: "{subject} may have no fraction any more" },
  "became-nullable": {
    effect: "widens",
    shown: "type",
    edit: "{subject} may be null now",
    request: { consequence: "requests may send null" },
    response: { consequence: "callers must be ready for null" },
  },
  "became-not-nullable": {
    effect: "narrows",
    shown: "type",
    edit: "{subject} may not be null any more",
    request: { consequence: "requests that send null are refused" },
    response: { consequence: "callers need not be ready for null" },
  },
  "enum-value-added": {
    effect: "widens",
    shown: "literals",
    edit: "{subject} gained {values}",
    request: { consequence: "requests may send it" },
    response: { consequence: "answers may hold it, so be ready for a value that is not known" },
  },
  "enum-value-removed": {
    effect: "narrows",
    shown: "literals",
    edit: "{subject} lost {values}",
    request: { consequence: "requests that send it are refused" },
    response: { consequence: "answers hold it no more, and code that compares with it does not compile" },
  },
  "became-enum": { effect: "narrows", shown: "type", edit: "{subject} is limited to {values}" },
  "became-open": { effect: "widens", shown: "type", edit: "{subject} is not limited to {values} any more" },
} as const;

export const OBJECT_EDITS = {
  "property-added": {
    effect: "narrows",
    shown: "type",
    edit: "{subject} was added",
    request: { impact: "addition", consequence: "requests may send it" },
    response: { consequence: "answers may hold it" },
  },
  "required-property-added": {
    effect: "narrows",
    shown: "type",
    edit: "{subject} was added, and is required",
    request: { consequence: "requests without it are refused, so send it" },
    response: { consequence: "answers always hold it" },
  },
  "property-removed": {
    effect: "replaces",
    shown: "type",
    edit: "{subject} was removed",
    request: { consequence: "requests that send it are refused, or it is ignored" },
    response: { consequence: "callers that read it find nothing" },
  },
  "property-renamed": {
    effect: "replaces",
    shown: "type",
    edit: "{subject} was renamed to `{after}`",
    request: { consequence: "requests that send the old name are refused, or it is ignored" },
    response: { consequence: "callers that read the old name find nothing" },
  },
  "property-became-required": {
    effect: "narrows",
    shown: "type",
    edit: "{subject} is required now",
    request: { consequence: "requests without it are refused, so send it" },
    response: { consequence: "answers always hold it" },
  },
  "property-became-optional": {
    effect: "widens",
    shown: "type",
    edit: "{subject} is not required any more",
    request: { consequence: "requests may leave it out" },
    response: { consequence: "answers may lack it, so be ready for that" },
  },
  // An object that may have other properties than it lists is no surprise to those who read the listed ones.
  "additional-properties-allowed": {
    effect: "widens",
    shown: "nothing",
    edit: "{subject} may have properties that are not listed",
    response: { impact: "addition unseen", consequence: "callers see no difference in what they rely on" },
  },
  "additional-properties-forbidden": {
    effect: "narrows",
    shown: "nothing",
    edit: "{subject} may not have properties that are not listed any more",
  },
  // Where properties that are not listed were written out, declarations have an index signature for them.
  "known-additional-properties-forbidden": {
    effect: "narrows",
    shown: "literals",
    edit: "{subject} may not have properties that are not listed any more",
  },
  "index-signature-added": {
    effect: "widens",
    shown: "type",
    edit: "{subject} says that it may have properties that are not listed",
    request: { impact: { types: "minor" }, consequence: "its type allows reading and writing them" },
    response: { impact: { types: "minor" }, consequence: "its type allows reading them" },
  },
  "index-signature-removed": {
    effect: "narrows",
    shown: "type",
    edit: "{subject} does not say any more that it may have properties that are not listed",
    request: { impact: { types: "major" }, consequence: "its type does not allow writing them" },
    response: { impact: { types: "major" }, consequence: "its type does not allow reading them" },
  },
  "property-pattern-added": {
    effect: "narrows",
    shown: "type",
    edit: "{subject} limits properties that match {pattern}",
  },
  "property-pattern-removed": {
    effect: "widens",
    shown: "type",
    edit: "{subject} does not limit properties that match {pattern} any more",
  },
  "became-read-only": {
    effect: "narrows",
    shown: "nothing",
    edit: "{subject} became readOnly",
    request: { impact: "addition unseen", consequence: "requests need not send it, and it is ignored" },
    response: { impact: { types: "patch" }, consequence: "answers are as before" },
  },
  "became-not-read-only": {
    effect: "widens",
    shown: "nothing",
    edit: "{subject} is not readOnly any more",
    response: { impact: { types: "patch" }, consequence: "answers are as before" },
  },
  "became-write-only": {
    effect: "replaces",
    shown: "type",
    edit: "{subject} became writeOnly",
    request: { impact: "addition unseen", consequence: "callers see no difference in what they rely on" },
    response: { consequence: "callers that read it find nothing" },
  },
  "became-not-write-only": {
    effect: "narrows",
    shown: "type",
    edit: "{subject} is not writeOnly any more",
    request: { impact: "addition unseen", consequence: "callers see no difference in what they rely on" },
    response: { consequence: "answers may hold it" },
  },
} as const;

export const KEYWORD_EDITS = {
  "limit-tightened": {
    effect: "narrows",
    shown: "nothing",
    edit: "{subject} tightened `{keyword}` from {before} to {after}",
  },
  "limit-loosened": {
    effect: "widens",
    shown: "nothing",
    edit: "{subject} loosened `{keyword}` from {before} to {after}",
  },
  "limit-changed": {
    effect: "replaces",
    shown: "nothing",
    edit: "{subject} changed `{keyword}` from {before} to {after}",
  },
  // A pattern cannot be weighed against another one, and few callers take an answer apart by it.
  "pattern-added": { effect: "narrows", shown: "nothing", edit: "{subject} must match {after} now" },
  "pattern-removed": {
    effect: "widens",
    shown: "nothing",
    edit: "{subject} need not match {before} any more",
    response: { impact: "addition unseen", consequence: "callers see no difference in what they rely on" },
  },
  "pattern-changed": {
    effect: "replaces",
    shown: "nothing",
    edit: "{subject} must match {after} instead of {before}",
    response: { impact: "addition unseen", consequence: "callers see no difference in what they rely on" },
  },
  "format-added": { effect: "narrows", shown: "nothing", edit: "{subject} has the format {after} now" },
  "format-removed": {
    effect: "widens",
    shown: "nothing",
    edit: "{subject} does not have the format {before} any more",
  },
  "format-changed": {
    effect: "replaces",
    shown: "nothing",
    edit: "{subject} changed its format from {before} to {after}",
  },
  "bytes-became-text": { effect: "replaces", shown: "type", edit: "{subject} changed from bytes to a text" },
  "text-became-bytes": { effect: "replaces", shown: "type", edit: "{subject} changed from a text to bytes" },
  "keyword-added": { effect: "narrows", shown: "nothing", edit: "{subject} is held to `{keyword}` now" },
  "keyword-removed": { effect: "widens", shown: "nothing", edit: "{subject} is not held to `{keyword}` any more" },
  "keyword-changed": { effect: "replaces", shown: "nothing", edit: "{subject} changed `{keyword}`" },
} as const;

export const COMPOSITION_EDITS = {
  "discriminator-changed": {
    effect: "replaces",
    shown: "type",
    edit: "{subject} changed its discriminator",
    request: {
      impact: { wire: "minor", types: "major", validators: "minor" },
      consequence: "alternatives are told apart in another way",
    },
    response: {
      impact: { wire: "minor", types: "major", validators: "minor" },
      consequence: "alternatives are told apart in another way",
    },
  },
  "alternative-added": { effect: "widens", shown: "type", edit: "{subject} may be {member} too" },
  "alternative-removed": { effect: "narrows", shown: "literals", edit: "{subject} may not be {member} any more" },
  "alternatives-demanded": {
    effect: "narrows",
    shown: "type",
    edit: "{subject} must match one of several schemas too",
  },
  "alternatives-dropped": {
    effect: "widens",
    shown: "type",
    edit: "{subject} need not match one of several schemas any more",
  },
} as const;

export const ANNOTATION_EDITS = {
  // Generated code knows nothing of it; callers that read the document do.
  "extensible-value-added": {
    effect: "widens",
    shown: "nothing",
    edit: "{subject} gained {values} in `x-extensible-enum`",
    response: { impact: { wire: "minor" }, consequence: "answers may hold it, as announced" },
    request: { impact: { wire: "minor" }, consequence: "requests may send it" },
  },
  "extensible-value-removed": {
    effect: "narrows",
    shown: "nothing",
    edit: "{subject} lost {values} in `x-extensible-enum`",
    response: { impact: { wire: "minor" }, consequence: "answers hold it no more" },
    request: { impact: { wire: "major" }, consequence: "requests that send it are refused" },
  },
  "became-deprecated": {
    effect: "replaces",
    shown: "nothing",
    edit: "{subject} became deprecated",
    request: { impact: { wire: "minor", types: "minor" }, consequence: "callers should leave it out" },
    response: { impact: { wire: "minor", types: "minor" }, consequence: "callers should not rely on it" },
  },
  "became-not-deprecated": {
    effect: "replaces",
    shown: "nothing",
    edit: "{subject} is not deprecated any more",
    request: {
      impact: { types: "patch", docs: "patch" },
      consequence: "editors do not strike it out any more",
    },
    response: {
      impact: { types: "patch", docs: "patch" },
      consequence: "editors do not strike it out any more",
    },
  },
  "default-changed": {
    effect: "replaces",
    shown: "nothing",
    edit: "{subject} changed its default from {before} to {after}",
    request: {
      impact: { wire: "major", types: "minor" },
      consequence: "requests that leave it out mean something else",
    },
    response: { impact: "documentation", consequence: "answers are as before" },
  },
} as const;
