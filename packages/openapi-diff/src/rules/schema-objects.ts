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
} as const;
