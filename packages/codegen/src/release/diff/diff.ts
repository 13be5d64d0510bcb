import type { Document } from "@earmark/openapi";
import type { Change, Diff, Location } from "./change.ts";
import { compareRoots } from "./compare/document.ts";
import { compareExports } from "./compare/exports.ts";
import { groupOf } from "./compare/group.ts";
import { compareSchemaNames, renamedSchemas } from "./compare/names.ts";
import { compareExistence, compareOperation, compareWebhookExistence } from "./compare/operation.ts";
import { type LocatedOperation, labelOf, operationsOf, pairOperations } from "./compare/operations.ts";
import { compareSecuritySchemes } from "./compare/security-schemes.ts";
import { INBOUND, OUTBOUND } from "./compare/traffic.ts";
import { compareUnusedSchemas } from "./compare/unused-schemas.ts";
import { CHANNELS, highestImpact, type Impact, impactOf, LEVELS, levelOf } from "./impact.ts";
import { fillTemplate } from "./message.ts";
import { membersAt, rootOf, type Side, sideOf } from "./place.ts";
import { DOCUMENTATION_RULES, RULES } from "./rules/index.ts";
import type { Comparison } from "./schema/pair.ts";
import { Trace, type Traced } from "./trace.ts";

/**
 * What changed between two documents, and what each change means to whom, before any release policy.
 *
 * Every edit is a {@link Change} with an impact per channel; `impact` is the highest of each channel. Deterministic: the
 * same documents give the same changes in the same order. An empty list means that nobody can tell the documents apart.
 *
 * @throws {DocumentError} when a reference leads nowhere.
 */
export function diffDocuments(before: Document, after: Document): Diff {
  if (before.sha256 === after.sha256) return { impact: highestImpact([]), changes: [] };
  const [old, now] = [sideOf("before", before), sideOf("after", after)];
  const trace = new Trace();
  for (const [label, comparison] of comparisons(old, now)) trace.follow(comparison, label);
  trace.reword();
  const changes = [...trace.findings(), ...namesOf(old, now, trace)].map(changeOf);
  changes.sort(bySeverity);
  return { impact: highestImpact(changes.map(({ impact }) => impact)), changes };
}

/** Everything that is compared, with the operation that it belongs to, if any. */
function* comparisons(before: Side, after: Side): Generator<[label: string | undefined, Comparison], void, undefined> {
  yield [undefined, compareRoots(before, after)];
  yield [undefined, compareSecuritySchemes(before, after)];
  const operations = pairOperations(operationsAt(before, "paths"), operationsAt(after, "paths"));
  yield [undefined, compareExistence(operations)];
  for (const pair of operations.pairs) yield [labelOf(pair.after), compareOperation(pair, INBOUND)];
  const webhooks = pairOperations(operationsAt(before, "webhooks"), operationsAt(after, "webhooks"));
  yield [undefined, compareWebhookExistence(webhooks)];
  for (const pair of webhooks.pairs) yield [`webhook ${labelOf(pair.after)}`, compareOperation(pair, OUTBOUND)];
}

/** What became of names, of which some is known only when everything else has been compared. */
function namesOf(before: Side, after: Side, trace: Trace): Traced[] {
  const findings = trace.findings().map(({ finding }) => finding);
  const traced = { renamings: trace.renamings(), findings, compared: trace.compared() };
  const known = { ...traced, renamings: renamedSchemas(before, after, traced) };
  const found = [...compareSchemaNames(before, after, known), ...compareUnusedSchemas(before, after, known)];
  return [...found, ...compareExports(before, after, known)].map((finding) => ({ finding, operations: [] }));
}

function operationsAt(side: Side, key: "paths" | "webhooks"): LocatedOperation[] {
  return operationsOf(membersAt(rootOf(side), key));
}

function changeOf({ finding: { rule: id, place, inBoth, facts }, operations }: Traced): Change {
  const rule = RULES[id];
  const { file, line, column } = place.side.document.placeOf(place.pointer);
  const location: Location = {
    file,
    line,
    column,
    pointer: place.pointer,
    ...(inBoth ? {} : { side: place.side.name }),
    operations,
  };
  const [edit, consequence] = [fillTemplate(rule.edit, facts), fillTemplate(rule.consequence, facts)];
  const sentence = `${edit}: ${consequence}.`;
  const message = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  const impact = isOutbound(place.pointer) ? onlyRunning(rule.impact) : rule.impact;
  return {
    rule: id,
    location,
    message,
    impact,
    group: id in DOCUMENTATION_RULES ? "documentation" : groupOf(place.pointer),
    edit,
    consequence,
    facts,
  };
}

/** Whether a place belongs to requests that the server sends, of which nothing is generated. */
function isOutbound(pointer: string): boolean {
  return pointer.startsWith("#/webhooks/") || pointer.includes("/callbacks/");
}

function onlyRunning({ wire, docs }: Impact): Impact {
  return impactOf({ wire, docs });
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
