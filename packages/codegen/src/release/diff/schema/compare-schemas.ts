import { componentName, modernSchema } from "@earmark/openapi";
import { changed, code, type Finding } from "../finding.ts";
import type { Place } from "../place.ts";
import { DOCUMENTATION_RULES } from "../rules/index.ts";
import { subjectText } from "../subject.ts";
import { compareAnnotations, compareDocumentation } from "./annotations.ts";
import { applicable } from "./applicable.ts";
import { isSameText, isSameWording } from "./canonical-schema.ts";
import { compareKeywords } from "./keywords.ts";
import { compareObjects } from "./objects.ts";
import { annotationsOf } from "./own-shape.ts";
import { type Comparison, edited, type Places, type SchemaPair, type Shapes } from "./pair.ts";
import { type Reference, referenceOf, subjectAt } from "./reference.ts";
import { shapeOf } from "./shape.ts";
import { compareSubschemas } from "./subschemas.ts";
import { compareTypes, isComparable } from "./types.ts";
import { compareAlternatives, compareUnions, isAlternative } from "./unions.ts";
import { isUntouched, untouchedReferences } from "./untouched.ts";

/** Compares two schemas that stand in one place only, and so travel one way. */
export function* compareInlineSchemas(pair: SchemaPair): Comparison {
  const findings: Finding[] = [];
  for (const found of compareSchemas(pair)) {
    if (found.kind === "finding") findings.push(found);
    yield found;
  }
  yield* compareWording(pair, findings);
}

/**
 * What remains when everything has been compared: the same said in other words, of which other code is generated, or
 * documentation of a part that says nothing by itself.
 */
export function* compareWording(
  { before, after, ...pair }: SchemaPair,
  findings: readonly Finding[],
): Generator<Finding, void, undefined> {
  // Most schemas are the same to the letter, and need not be brought into the same words first.
  if (isSameText(before[0].value, after[0].value)) return;
  const [old, now] = [before[0], after[0]].map(({ value, side }) => modernSchema(value, side.model.document.version));
  const subject = subjectText(pair.subject);
  const isSameReference = (one: string, other: string): boolean =>
    one === other || isRenaming(before[0], after[0], one, other);
  const isSame = isSameWording(old, now, isSameReference);
  if (!isSame && findings.every(({ rule }) => rule in DOCUMENTATION_RULES))
    yield changed("schema-rewritten", after[0], { subject });
  if (isSame && findings.length === 0 && !isSameText(old, now, isSameReference))
    yield changed("documentation-changed", after[0], { subject, keywords: "remarks" });
}

/**
 * Compares what two schemas say about values. Schemas that both only refer to are given out as pairs of their own, so
 * that an edit of a shared schema is found once, and recursive schemas come to an end.
 */
export function* compareSchemas(pair: SchemaPair): Comparison {
  const [before, after] = [pair.before[0], pair.after[0]];
  if (isUntouched(pair)) return yield* untouchedReferences(before, after, pair);
  yield* compareDocumentation(before, after, subjectText(pair.subject));
  const [from, to] = [soleReference(pair.before), soleReference(pair.after)];
  if (from !== undefined && to !== undefined) return yield* compareReferences(pair, from, to);
  const shapes = applicable({ pair, before: shapeOf(pair.before), after: shapeOf(pair.after) });
  if (!isAlternative(shapes)) {
    const [oldName, newName] = [nameOf(from), nameOf(to)];
    const subject = subjectText(pair.subject);
    if (oldName !== undefined) yield changed("schema-inlined", after, { subject, name: code(oldName) });
    if (newName !== undefined) yield changed("schema-moved-to-component", after, { subject, name: code(newName) });
  }
  yield* compareShapes(shapes);
}

function soleReference([place, ...others]: Places): Reference | undefined {
  return others.length > 0 ? undefined : referenceOf(place);
}

function nameOf(reference: Reference | undefined): string | undefined {
  return reference === undefined ? undefined : componentName(reference.target.pointer);
}

function* compareReferences(pair: SchemaPair, from: Reference, to: Reference): Comparison {
  const [before, after] = [pair.before[0], pair.after[0]];
  yield* compareAnnotations(pair, annotationsOf(before), annotationsOf(after));
  if (from.isNullable !== to.isNullable) {
    const wasNullable = from.isNullable || shapeOf([from.target]).isNullable;
    const isNullable = to.isNullable || shapeOf([to.target]).isNullable;
    if (wasNullable !== isNullable) yield edited(pair, isNullable ? "became-nullable" : "became-not-nullable", after);
  }
  const [oldName, newName] = [nameOf(from), nameOf(to)];
  if (oldName !== newName && oldName !== undefined && newName !== undefined) {
    yield isRenaming(from.target, to.target, from.target.pointer, to.target.pointer)
      ? { kind: "renaming", before: from.target, after: to.target }
      : changed("schema-exchanged", after, {
          subject: subjectText(pair.subject),
          before: code(oldName),
          after: code(newName),
        });
  }
  const subject = subjectAt(to.target, pair.subject);
  yield { kind: "pair", before: [from.target], after: [to.target], direction: pair.direction, subject };
}

/** Whether a component has evidently been renamed: each document has a name that the other one lacks. */
function isRenaming(before: Place, after: Place, oldRef: string, newRef: string): boolean {
  const [oldName, newName] = [componentName(oldRef), componentName(newRef)];
  if (oldName === undefined || newName === undefined) return false;
  return !after.side.schemaNames.has(oldName) && !before.side.schemaNames.has(newName);
}

function* compareShapes(shapes: Shapes): Comparison {
  yield* compareAnnotations(shapes.pair, shapes.before.annotations, shapes.after.annotations);
  if (isAlternative(shapes)) return yield* compareAlternatives(shapes, compareSchemas);
  yield* compareUnions(shapes, compareSchemas);
  yield* compareTypes(shapes);
  if (!isComparable(shapes)) return;
  yield* compareObjects(shapes, compareSchemas);
  yield* compareSubschemas(shapes, compareSchemas);
  yield* compareKeywords(shapes);
}
