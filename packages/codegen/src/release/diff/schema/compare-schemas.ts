import { componentName } from "../../../model/index.ts";
import { changed, code } from "../finding.ts";
import type { Place } from "../place.ts";
import { compareAnnotations, compareDocumentation } from "./annotations.ts";
import { compareKeywords } from "./keywords.ts";
import { compareObjects } from "./objects.ts";
import { type Comparison, edited, type Places, type SchemaPair } from "./pair.ts";
import { type Reference, referenceOf } from "./reference.ts";
import { annotationsOf, shapeOf } from "./shape.ts";
import { compareSubschemas } from "./subschemas.ts";
import { compareTypes, isComparable } from "./types.ts";
import { compareUnions } from "./unions.ts";

/**
 * Compares what two schemas say about values. Schemas that both only refer to are given out as pairs of their own, so
 * that an edit of a shared schema is found once, and recursive schemas come to an end.
 */
export function* compareSchemas(pair: SchemaPair): Comparison {
  yield* compareDocumentation(pair.before[0], pair.after[0], pair.subject);
  const [from, to] = [soleReference(pair.before), soleReference(pair.after)];
  if (from !== undefined && to !== undefined) return yield* compareReferences(pair, from, to);
  const [name, place] = to === undefined ? [nameOf(from), pair.before[0]] : [nameOf(to), pair.after[0]];
  if (name !== undefined) {
    const rule = to === undefined ? "schema-inlined" : "schema-moved-to-component";
    yield changed(rule, to === undefined ? pair.after[0] : place, { subject: pair.subject, name: code(name) });
  }
  yield* compareShapes(pair);
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
    const isRenamed = !has(to.target, oldName) && !has(from.target, newName);
    yield isRenamed
      ? { kind: "renaming", before: from.target, after: to.target }
      : changed("schema-exchanged", after, { subject: pair.subject, before: code(oldName), after: code(newName) });
  }
  const subject = newName ?? pair.subject;
  yield { kind: "pair", before: [from.target], after: [to.target], direction: pair.direction, subject };
}

function has({ side }: Place, name: string): boolean {
  return side.schemaNames.has(name);
}

function* compareShapes(pair: SchemaPair): Comparison {
  const shapes = { pair, before: shapeOf(pair.before), after: shapeOf(pair.after) };
  yield* compareAnnotations(pair, shapes.before.annotations, shapes.after.annotations);
  const rest = yield* compareUnions(shapes, compareSchemas);
  if (rest === undefined) return;
  yield* compareTypes(rest);
  if (!isComparable(rest)) return;
  yield* compareObjects(rest, compareSchemas);
  yield* compareSubschemas(rest, compareSchemas);
  yield* compareKeywords(rest);
}
