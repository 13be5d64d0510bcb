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
