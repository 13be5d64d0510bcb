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
