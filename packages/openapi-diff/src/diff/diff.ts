import { buildModel, type Document, METHODS, type Model, type Operation } from "@earmark/openapi";
import { compareRoots } from "../compare/document.ts";
import { compareErrorsOfApi } from "../compare/errors.ts";
import { compareExports } from "../compare/exports.ts";
import { compareSchemaNames, compareUnusedSchemas, renamedSchemas } from "../compare/names.ts";
import { compareExistence, compareOperation, compareWebhook, compareWebhookExistence } from "../compare/operation.ts";
import { INBOUND, labelOf, pairOperations, pairWebhooks } from "../compare/operations.ts";
import { compareSecuritySchemes } from "../compare/security.ts";
import { fillTemplate } from "../findings/finding.ts";
import { type DiffOptions, groupOf, type Sides, sideOf } from "../findings/place.ts";
import { CHANNELS, highestImpact, type Impact, impactOf, LEVELS, levelOf } from "../rules/impact.ts";
import { DOCUMENTATION_RULES, RULES } from "../rules/index.ts";
import type { Comparison } from "../schema/pair.ts";
import type { Change, Diff, Location } from "./change.ts";
import { Trace, type Traced } from "./trace.ts";

const NO_CHANGE: Diff = { impact: highestImpact([]), changes: [] };

/** What changed between two documents: see {@link diffModels}. */
export function diffDocuments(before: Document, after: Document): Diff {
  const isSame = before.sha256 === after.sha256;
  return isSame ? NO_CHANGE : diffModels(buildModel(before).model, buildModel(after).model);
}

/**
 * What changed between two models, and what each change means to whom, before any release policy.
 *
 * Every edit is a {@link Change} with an impact per channel; `impact` is the highest of each channel. Deterministic: the
 * same models give the same changes in the same order. An empty list means that the documents cannot be told apart.
 */
export function diffModels(before: Model, after: Model, { servers = "as written" }: DiffOptions = {}): Diff {
  if (before.document.sha256 === after.document.sha256) return NO_CHANGE;
  const sides = { before: sideOf("before", before), after: sideOf("after", after), servers };
  const trace = new Trace();
  for (const [label, comparison] of comparisons(sides)) trace.follow(comparison, label);
  trace.reword();
  const changes = [...trace.findings(), ...namesOf(sides, trace)].map(changeOf);
  changes.sort(bySeverity);
  return { impact: highestImpact(changes.map(({ impact }) => impact)), changes };
}

/** Everything that is compared, with the operation that it belongs to, if any. */
function* comparisons(sides: Sides): Generator<[label: string | undefined, Comparison], void, undefined> {
  const [before, after] = [sides.before.model, sides.after.model];
  yield [undefined, compareRoots(sides)];
  yield [undefined, compareErrorsOfApi(sides)];
  yield [undefined, compareSecuritySchemes(sides)];
  const operations = pairOperations(inOrder(before), inOrder(after));
  yield [undefined, compareExistence(sides, operations)];
  for (const pair of operations.pairs) yield [labelOf(pair.after), compareOperation(sides, pair, INBOUND)];
  const webhooks = pairWebhooks(before.webhooks, after.webhooks);
  yield [undefined, compareWebhookExistence(sides, webhooks)];
  for (const pair of webhooks.pairs) yield [`webhook ${labelOf(pair.after)}`, compareWebhook(sides, pair)];
}

/** The operations in the order of the document: of several names that a schema has gone to, the first counts. */
function inOrder({ operations, skipped, document: { root } }: Model): readonly Operation[] {
  const paths = Object.keys(root.paths ?? {});
  const order = new Map(paths.map((path, index) => [path, index]));
  const rank = ({ path, method }: Operation): number =>
    (order.get(path) ?? 0) * METHODS.length + METHODS.findIndex((one) => one.toUpperCase() === method);
  return [...operations, ...skipped].toSorted((one, other) => rank(one) - rank(other));
}

/** What became of names, of which some is known only when everything else has been compared. */
function namesOf({ before, after }: Sides, trace: Trace): Traced[] {
  const findings = trace.findings().map(({ finding }) => finding);
  const traced = { renamings: trace.renamings(), findings, compared: trace.compared() };
  const known = { ...traced, renamings: renamedSchemas(before, after, traced) };
  const found = [...compareSchemaNames(before, after, known), ...compareUnusedSchemas(before, after, known)];
  return [...found, ...compareExports(before, after, known)].map((finding) => ({ finding, operations: [] }));
}

function changeOf({ finding: { rule: id, place, inBoth, facts, isTyped }, operations }: Traced): Change {
  const rule = RULES[id];
  const { file, line, column } = place.side.model.document.placeOf(place.pointer);
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
  const impact = isTyped || rule.impact.types !== "major" ? rule.impact : impactOf({ ...rule.impact, types: "patch" });
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
