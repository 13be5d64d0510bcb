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
    impact: "documentation",
    edit: "{operation} lists its parameters in another order",
    consequence: "help follows it, and requests are the same",
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
  "parameter-may-be-empty": {
    impact: { wire: "minor", types: "minor" },
    edit: "{subject} may be sent without a value now",
    consequence: "requests may do so",
  },
  "parameter-may-not-be-empty": {
    impact: { wire: "major", types: "patch" },
    edit: "{subject} may not be sent without a value any more",
    consequence: "requests that do so are refused",
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
