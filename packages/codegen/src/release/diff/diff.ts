import type { Document } from "../../document/index.ts";
import type { Change, Diff, Location } from "./change.ts";
import { compareRoots } from "./compare/document.ts";
import { compareSchemaNames } from "./compare/names.ts";
import { compareExistence, compareOperation, compareOutbound } from "./compare/operation.ts";
import { type LocatedOperation, labelOf, operationsOf, pairOperations } from "./compare/operations.ts";
import { compareSecuritySchemes } from "./compare/security.ts";
import { groupOf } from "./compare/subject.ts";
import { INBOUND } from "./compare/traffic.ts";
import type { Facts, Finding } from "./finding.ts";
import { CHANNELS, highestImpact, type Impact, LEVELS, levelOf } from "./impact.ts";
import { membersAt, rootOf, type Side, sideOf } from "./place.ts";
import { RULES } from "./rules/index.ts";
import type { Comparison } from "./schema/pair.ts";
import { Trace } from "./trace.ts";

/**
 * What changed between two documents, and what each change means to whom, before any release policy.
 *
 * Every edit is a {@link Change} with an impact per channel; `impact` is the highest of each channel. Deterministic: the
 * same documents give the same changes in the same order. An empty list means that nobody can tell the documents apart.
 *
 * @throws {DocumentError} when a reference leads nowhere.
 */
export function diffDocuments(before: Document, after: Document): Diff {
  const [old, now] = [sideOf("before", before), sideOf("after", after)];
  const trace = new Trace();
  for (const [label, comparison] of comparisons(old, now)) trace.follow(comparison, label);
  for (const finding of compareSchemaNames(old, now, trace.renamings())) trace.report(finding, []);
  const changes = trace.findings().map(({ finding, operations }) => changeOf(finding, operations));
  changes.sort(bySeverity);
  return { impact: highestImpact(changes.map(({ impact }) => impact)), changes };
}

/** Everything that is compared, with the operation that it belongs to, if any. */
function* comparisons(before: Side, after: Side): Generator<[label: string | undefined, Comparison], void, undefined> {
  yield [undefined, compareRoots(before, after)];
  yield [undefined, compareSecuritySchemes(before, after)];
  const { pairs, removed, added } = pairOperations(operationsAt(before, "paths"), operationsAt(after, "paths"));
  yield [undefined, compareExistence(removed, added)];
  for (const pair of pairs) yield [labelOf(pair.after), compareOperation(pair, INBOUND)];
  yield [undefined, compareOutbound(operationsAt(before, "webhooks"), operationsAt(after, "webhooks"))];
}

function operationsAt(side: Side, key: "paths" | "webhooks"): LocatedOperation[] {
  return operationsOf(membersAt(rootOf(side), key));
}

function changeOf({ rule: id, place, inBoth, facts }: Finding, operations: readonly string[]): Change {
  const rule = RULES[id];
  const { file, line, column } = place.side.document.problemAt(place.pointer, id, "");
  const location: Location = {
    file,
    line,
    column,
    pointer: place.pointer,
    ...(inBoth ? {} : { side: place.side.name }),
    operations,
  };
  const [edit, consequence] = [fill(rule.edit, facts), fill(rule.consequence, facts)];
  const sentence = `${edit}: ${consequence}.`;
  const message = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  return { rule: id, location, message, impact: rule.impact, group: groupOf(place.pointer), edit, consequence };
}

function fill(template: string, facts: Facts): string {
  return template.replaceAll(/\{(\w+)\}/g, (text, name: string) => facts[name] ?? text);
}

function bySeverity(a: Change, b: Change): number {
  return (
    LEVELS.indexOf(levelOf(b.impact)) - LEVELS.indexOf(levelOf(a.impact)) ||
    weight(b.impact) - weight(a.impact) ||
    a.location.line - b.location.line ||
    compare(a.location.pointer, b.location.pointer) ||
    compare(a.message, b.message)
  );
}

/** Of two changes as severe as each other, the one that concerns running programs comes first. */
function weight(impact: Impact): number {
  return CHANNELS.reduce((sum, channel) => sum * LEVELS.length + LEVELS.indexOf(impact[channel]), 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
