import { erasedTemplate, type Model, type Operation } from "@earmark/openapi";
import { type Change, declaredId, diffModels, fillTemplate, labelOf, ruleById } from "@earmark/openapi-diff";
import { type Address, addressOf, compare, DIRECTIONS, type Direction, type Drift } from "./comparison.ts";

/** Where the provider's document and ours disagree about our operations: on the wire, not in names, words or examples. */
export function findDrifts(provider: Model, ours: Model): readonly Drift[] {
  const addresses = new Map(ours.operations.map((operation) => [labelOf(operation), addressOf(operation)]));
  const paths = new Set(ours.operations.map(({ path }) => erasedTemplate(path)));
  const theirs = provider.operations.filter(
    (operation) => paths.has(erasedTemplate(operation.path)) || addresses.has(declaredId(operation) ?? ""),
  );
  const { changes } = diffModels({ ...provider, operations: theirs }, ours, { servers: "effective" });
  const drifts = changes.flatMap((change) => driftOf(change, { addresses, theirs, paths }) ?? []);
  return merged(drifts).toSorted(byDirection);
}

interface Known {
  readonly addresses: ReadonlyMap<string, Address>;
  readonly theirs: readonly Operation[];
  /** Paths of ours. */
  readonly paths: ReadonlySet<string>;
}

function driftOf(change: Change, { addresses, theirs, paths }: Known): Drift | undefined {
  const { rule, facts, location, impact } = change;
  const statement = statementOf(rule);
  const isSeen = [impact.wire, impact.types, impact.validators].some((level) => level !== "none");
  if (statement === undefined || !isSeen) return undefined;
  const { side, operations: labels, ...place } = location;
  let operations = labels.flatMap((label) => addresses.get(label) ?? []);
  if (rule === "operation-removed" || rule === "skipped-operation-removed") {
    // A provider has many operations that we have no use for; one more on a path of ours is news.
    const operation = theirs.find(({ pointer }) => pointer === location.pointer);
    if (operation === undefined || !paths.has(erasedTemplate(operation.path))) return undefined;
    operations = [addressOf(operation)];
  }
  return {
    direction: statement.direction,
    message: fillTemplate(statement.text, facts),
    rules: [rule],
    location: { ...place, side: side === "before" ? "provider" : "ours" },
    operations,
  };
}

/** What is said about requests and about responses in the same words is said once. */
function merged(drifts: readonly Drift[]): Drift[] {
  const groups = Map.groupBy(drifts, ({ message, location: { side, pointer } }) => `${side} ${pointer} ${message}`);
  return [...groups.values()].flatMap((group): Drift[] => {
    const [first] = group;
    if (first === undefined) return [];
    const rules = [...new Set(group.flatMap((drift) => drift.rules))].sort();
    const operations = [...new Set(group.flatMap((drift) => drift.operations))].sort(byAddress);
    return [{ ...first, rules, operations }];
  });
}

/** In the order of the file that each is in; what the provider has comes first. */
function byDirection(one: Drift, other: Drift): number {
  return (
    DIRECTIONS.indexOf(one.direction) - DIRECTIONS.indexOf(other.direction) ||
    compare(one.location.file, other.location.file) ||
    one.location.line - other.location.line ||
    one.location.column - other.location.column
  );
}

function byAddress(one: Address, other: Address): number {
  return compare(one.path, other.path) || compare(one.method, other.method);
}

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
    "^(callback|skipped-webhook|webhook|schema|unused-schema|export|base-url|credentials|idempotency-key)-",
    "^operation-(renamed|skipped|generated|became-.*)$",
    "^(error-part|request-id-header|retry-status)-",
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
export function statementOf(rule: string): Statement | undefined {
  if (SILENT.test(rule)) return undefined;
  const { edit } = ruleById(rule);
  const [pattern, text = ""] = DIFFERENCES.find(([one]) => one.test(edit)) ?? [];
  if (pattern !== undefined) return { direction: "differs", text: edit.replace(pattern, text) };
  const [end, other = ""] = OPPOSITES.find(([one]) => one.test(rule)) ?? [];
  const isNumber = /integer/.test(rule);
  if (end === undefined) return { direction: isNumber ? "differs" : "ours", text: onlyAt("here", edit) };
  const added = ruleById(rule.replace(end, other)).edit.replace("{after}", "{before}");
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
