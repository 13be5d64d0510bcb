import { isDeepStrictEqual } from "node:util";
import { componentName, type Variance, varianceOf } from "@earmark/openapi";
import { code, type Facts, type Finding, fillTemplate, foundInBoth } from "../findings/finding.ts";
import type { Place } from "../findings/place.ts";
import { appliedSubject, componentSubject, subjectText } from "../findings/subject.ts";
import { DOCUMENTATION_RULES, effectOf, isDirected, RULES } from "../rules/index.ts";
import { compareAnnotations, compareDocumentation, isExempt } from "./annotations.ts";
import { compareKeywords } from "./keywords.ts";
import { compareObjects } from "./objects.ts";
import { annotationsOf } from "./own-shape.ts";
import { type Comparison, edited, type Places, type SchemaPair, type Shapes, under } from "./pair.ts";
import {
  acceptsNull,
  appliedBy,
  type Reference,
  referenceOf,
  type SchemaPlace,
  targetOf,
  writtenAt,
} from "./schema-place.ts";
import { applicableTo, shapeOf } from "./shape.ts";
import { compareSubschemas } from "./subschemas.ts";
import { compareTypes, isComparable } from "./types.ts";
import { compareAlternatives, compareUnions, isAlternative } from "./unions.ts";
import { isSameText, isSameWording } from "./wording.ts";

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
  { before: [before], after: [after], subject: of }: SchemaPair,
  findings: readonly Finding[],
): Generator<Finding, void, undefined> {
  if (isSameText(writtenAt(before), writtenAt(after))) return;
  const subject = subjectText(of);
  const isSameReference = (one: string, other: string): boolean => {
    const [old, now] = [before.side.schemas.get(one), after.side.schemas.get(other)];
    return old !== undefined && now !== undefined && (old.pointer === now.pointer || isRenaming(old, now));
  };
  const isSame = isSameWording(before.value, after.value, isSameReference);
  if (!isSame && findings.every(({ rule }) => rule in DOCUMENTATION_RULES))
    yield foundInBoth("schema-rewritten", after, { subject });
  if (isSame && findings.length === 0 && !isSameText(before.value, after.value, isSameReference))
    yield foundInBoth("documentation-changed", after, { subject, keywords: "remarks" });
}

/**
 * Compares what two schemas say about values. Schemas that both only refer to are given out as pairs of their own, so
 * that an edit of a shared schema is found once, and recursive schemas come to an end.
 */
export function* compareSchemas(pair: SchemaPair): Comparison {
  const known = new Set<string>();
  const open: { readonly part: SchemaPair; readonly found: Comparison; readonly held: Finding[] }[] = [];
  const enter = (part: SchemaPair): void => {
    if (known.has(keyOf(part))) return;
    known.add(keyOf(part));
    open.push({ part, found: comparePart(part), held: [] });
  };
  enter(pair);
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const { value } = top.found.next();
    if (value === undefined) {
      yield* weighed(top.part, top.held);
      open.pop();
    } else if (value.kind === "part") enter(value);
    else if (value.kind === "finding" && top.part.under !== undefined && isDirected(value.rule)) top.held.push(value);
    else yield value;
  }
}

const WHOLE = { narrows: "keyword-tightened", widens: "keyword-loosened", replaces: "keyword-changed" } as const;

/** Edits of what a keyword such as `not` holds, as one edit of the schema that has the keyword. */
function* weighed({ under, direction, after: [after] }: SchemaPair, findings: readonly Finding[]): Comparison {
  const effects = new Set(findings.flatMap(({ rule }) => effectOf(rule) ?? []));
  const [effect, ...others] = effects;
  if (under === undefined || effect === undefined) return;
  const { keyword, variance, subject, place = after } = under;
  const isOpen = others.length > 0 || variance === "either" || effect === "replaces";
  const whole = isOpen ? "replaces" : (effect === "narrows") === (variance === "less") ? "narrows" : "widens";
  const texts = findings.map(({ rule, facts }) => fillTemplate(RULES[rule].edit, facts));
  const edits: Facts = isOpen ? {} : { edits: texts.join("; ") };
  yield foundInBoth(`${direction}-${WHOLE[whole]}`, place, { subject: subjectText(subject), keyword, ...edits });
}

/** The same for pairs of the same schemas. */
export function keyOf({ before, after }: SchemaPair): string {
  return [before, after].map((list) => list.map(({ pointer }) => pointer).join(" ")).join("\n");
}

function* comparePart(pair: SchemaPair): Comparison {
  const [before, after] = [pair.before[0], pair.after[0]];
  if (isUntouched(pair)) return yield* untouchedReferences(pair);
  yield* compareDocumentation(before, after, subjectText(pair.subject));
  const [from, to] = [soleReference(pair.before), soleReference(pair.after)];
  if (from !== undefined && to !== undefined) return yield* compareReferences(pair, from, to);
  const shapes = applicable({ pair, before: shapeOf(pair.before), after: shapeOf(pair.after) });
  if (!isAlternative(shapes)) {
    const [oldName, newName] = [nameOf(from), nameOf(to)];
    const subject = subjectText(pair.subject);
    if (oldName !== undefined) yield foundInBoth("schema-inlined", after, { subject, name: code(oldName) });
    if (newName !== undefined) yield foundInBoth("schema-moved-to-component", after, { subject, name: code(newName) });
  }
  yield* compareShapes(shapes);
}

/** Whether two schemas are the same to the letter; what they refer to may differ. */
function isUntouched({ before, after }: SchemaPair): boolean {
  return before.length === 1 && after.length === 1 && isDeepStrictEqual(writtenAt(before[0]), writtenAt(after[0]));
}

/** What schemas that are the same refer to: most of a document is compared like this. */
function* untouchedReferences(pair: SchemaPair): Comparison {
  const [before, after] = [pair.before[0], pair.after[0]];
  if (isExempt(annotationsOf(before), pair.direction)) return;
  const [target, other] = [targetOf(before), targetOf(after)];
  if (target !== undefined && other !== undefined) yield referredTo(pair, target, other);
  const variance = (keyword: string): Variance =>
    typeof after.value === "boolean" ? "less" : varianceOf(after.value, keyword);
  // The keys may be in another order.
  const others = new Map(appliedBy(after).map(({ keyword, name, place }) => [`${keyword}/${name}`, place]));
  for (const { keyword, name, place } of appliedBy(before)) {
    const same = others.get(`${keyword}/${name}`);
    if (same === undefined) continue;
    const subject = appliedSubject(pair.subject, keyword, name);
    const context = { subject, under: under(pair, keyword, variance(keyword), same) };
    yield* untouchedReferences({ ...pair, ...context, before: [place], after: [same] });
  }
}

/** What is referred to is called by its name if it is a component, anything else after what refers to it. */
function referredTo({ subject, under, direction }: SchemaPair, before: SchemaPlace, after: SchemaPlace): SchemaPair {
  const name = componentName(after.pointer);
  const conditions = subject.conditions.length === 0 ? [] : ["where a condition holds"];
  return {
    kind: "pair",
    before: [before],
    after: [after],
    direction,
    subject: name === undefined ? subject : { ...componentSubject(name), conditions },
    under: under && { ...under, place: undefined },
  };
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
    const [wasNullable, isNullable] = [acceptsNull(before), acceptsNull(after)];
    if (wasNullable !== isNullable) yield edited(pair, isNullable ? "became-nullable" : "became-not-nullable", after);
  }
  const [oldName, newName] = [nameOf(from), nameOf(to)];
  if (oldName !== newName && oldName !== undefined && newName !== undefined) {
    yield isRenaming(from.target, to.target)
      ? { kind: "renaming", before: from.target, after: to.target }
      : foundInBoth("schema-exchanged", after, {
          subject: subjectText(pair.subject),
          before: code(oldName),
          after: code(newName),
        });
  }
  yield referredTo(pair, from.target, to.target);
}

/** Whether a component has evidently been renamed: each document has a name that the other one lacks. */
function isRenaming(before: Place, after: Place): boolean {
  const [oldName, newName] = [componentName(before.pointer), componentName(after.pointer)];
  if (oldName === undefined || newName === undefined) return false;
  return !after.side.schemaNames.has(oldName) && !before.side.schemaNames.has(newName);
}

function applicable({ pair, before, after }: Shapes): Shapes {
  if (before.types === undefined || after.types === undefined) return { pair, before, after };
  const types = new Set([...before.types, ...after.types]);
  return { pair, before: applicableTo(types, before), after: applicableTo(types, after) };
}

function* compareShapes(shapes: Shapes): Comparison {
  yield* compareAnnotations(shapes.pair, shapes.before.annotations, shapes.after.annotations);
  if (isAlternative(shapes)) return yield* compareAlternatives(shapes);
  yield* compareUnions(shapes);
  yield* compareTypes(shapes);
  if (!isComparable(shapes)) return;
  yield* compareObjects(shapes);
  yield* compareSubschemas(shapes);
  yield* compareKeywords(shapes);
}
