import { erasedTemplate, type Model, type Operation } from "@earmark/openapi";
import { type Change, declaredId, diffModels, fillTemplate, labelOf } from "../release/diff/index.ts";
import { type Address, addressOf, type Drift } from "./comparison.ts";
import { DIRECTIONS, statementOf } from "./statements.ts";

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
  if (rule === "operation-removed") {
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

/** What is said about requests and about answers in the same words is said once. */
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

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
