import { RULES, type RuleId } from "../release/diff/rules/index.ts";

/** Who has something that the other one lacks, or neither of them. */
export const DIRECTIONS = ["provider", "ours", "differs"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What a rule means between two documents that live side by side, of which neither came after the other. */
interface Statement {
  readonly direction: Direction;
  /** With `{placeholders}`, as in the rule. */
  readonly text: string;
}

/**
 * Rules that say nothing about the API of a provider: names, what we generate, words, our own extensions, the order of
 * things, and requests that the provider sends.
 */
const SILENT = new RegExp(
  [
    "^(webhook|schema|unused-schema|export|base-url|credentials)-",
    "^operation-(renamed|skipped|generated|became-.*)$",
    "^(pagination|link|documentation|extension)-changed$",
    "^(path-parameter|option|security-scheme)-renamed$",
    "(form-split|respelled|reordered)$",
    "index-signature-(added|removed)$",
  ].join("|"),
);

/** What rules say of an edit of what both documents have, and what that means side by side. */
const DIFFERENCES: readonly (readonly [edit: RegExp, text: string])[] = [
  [/^(.*?) (?:any )?\{after\}.* instead of \{before\}$/, "$1 {before} at the provider, {after} here"],
  [/ was renamed to (.*)$/, " is called $1 here"],
  [/ \w+ its (.*) from (.*) to (.*)$/, ": the $1 is $2 at the provider, $3 here"],
  [/ \w+ (`.*`) from (.*) to (.*)$/, ": $1 is $2 at the provider, $3 here"],
  [/ \w+ from (.*) to (.*)$/, ": $1 at the provider, $2 here"],
  [/ (?:changed|allows (?:more|less) by) (?:its )?(\w+|`.*?`)(?:: .*)?$/, ": another $1 at the provider"],
];

/** What makes the id of a rule about what only the provider has that of the opposite edit. */
const OPPOSITES: readonly (readonly [end: RegExp, other: string])[] = [
  [/(?:known-)?(additional-properties)-forbidden$/, "$1-allowed"],
  [/dropped$/, "demanded"],
  [/open$/, "enum"],
  [/optional$/, "required"],
  [/number-became-integer$/, "integer-became-number"],
  [/-not-/, "-"],
  [/removed$/, "added"],
];

/** What a rule says about two documents side by side; undefined where it says nothing about the API itself. */
export function statementOf(rule: RuleId): Statement | undefined {
  if (SILENT.test(rule)) return undefined;
  const { edit } = RULES[rule];
  const [pattern, text = ""] = DIFFERENCES.find(([one]) => one.test(edit)) ?? [];
  if (pattern !== undefined) return { direction: "differs", text: edit.replace(pattern, text) };
  const [end, other = ""] = OPPOSITES.find(([one]) => one.test(rule)) ?? [];
  const isNumber = /integer/.test(rule);
  if (end === undefined) return { direction: isNumber ? "differs" : "ours", text: onlyAt("here", edit) };
  // The test of every rule shows that there is such a one.
  const added = RULES[rule.replace(end, other) as RuleId].edit.replace("{after}", "{before}");
  return { direction: isNumber ? "differs" : "provider", text: onlyAt("at the provider", added) };
}

/** What the rule about an addition says, of the document that has it. */
function onlyAt(place: string, edit: string): string {
  const state = edit
    .replace(/ (now|too)(?=,|$)/, "")
    .replace(" was added", " exists")
    .replace(/ (became|is also) /, " is ")
    .replace(" gained ", " has ")
    .replace("has {values} in", "lists {values} in");
  return state.replace(/(,.*)?$/, ` ${place} only$1`);
}
