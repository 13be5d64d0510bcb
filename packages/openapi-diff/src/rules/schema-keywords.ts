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
  "format-widened": {
    effect: "widens",
    shown: "nothing",
    edit: "{subject} widened its format from {before} to {after}",
  },
  "format-narrowed": {
    effect: "narrows",
    shown: "nothing",
    edit: "{subject} narrowed its format from {before} to {after}",
  },
  "bytes-became-text": { effect: "replaces", shown: "type", edit: "{subject} changed from bytes to a text" },
  "text-became-bytes": { effect: "replaces", shown: "type", edit: "{subject} changed from a text to bytes" },
  "keyword-added": { effect: "narrows", shown: "nothing", edit: "{subject} is held to `{keyword}` now" },
  "keyword-removed": { effect: "widens", shown: "nothing", edit: "{subject} is not held to `{keyword}` any more" },
  // Of what it holds, more or less allowed may be less or more of the whole.
  "keyword-tightened": { effect: "narrows", shown: "nothing", edit: "{subject} allows less by `{keyword}`: {edits}" },
  "keyword-loosened": { effect: "widens", shown: "nothing", edit: "{subject} allows more by `{keyword}`: {edits}" },
  "keyword-changed": { effect: "replaces", shown: "nothing", edit: "{subject} changed `{keyword}`" },
} as const;
