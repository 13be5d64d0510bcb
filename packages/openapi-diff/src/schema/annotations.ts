import { isJsonObject, type Json, type JsonObject, KEYWORDS, pointerTo } from "@earmark/openapi";
import { code, type Facts, foundInBoth } from "../findings/finding.ts";
import { canonical, child, type Place, placeAt } from "../findings/place.ts";
import type { Direction, RuleId, SchemaEdit } from "../rules/index.ts";
import { type Comparison, edited, type SchemaPair } from "./pair.ts";
import { type SchemaPlace, writtenAt } from "./schema-place.ts";

/** Annotations that do more than describe: `default`, `deprecated`, `readOnly`, `writeOnly`. */
export function* compareAnnotations(
  pair: SchemaPair,
  before: ReadonlyMap<string, Place>,
  after: ReadonlyMap<string, Place>,
): Comparison {
  const [place] = pair.after;
  yield* compareExtensibleValues(pair);
  for (const [keyword, off, on] of MARKERS) {
    if (before.has(keyword) === after.has(keyword)) continue;
    yield edited(pair, after.has(keyword) ? on : off, after.get(keyword) ?? place);
  }
  const [old, now] = [textOf(before.get("default")), textOf(after.get("default"))];
  if (old !== now) yield edited(pair, "default-changed", after.get("default") ?? place, { before: old, after: now });
}

/** An enumeration that announces that it will grow: `x-extensible-enum`. */
function* compareExtensibleValues(pair: SchemaPair): Comparison {
  const [old, now] = [pair.before[0], pair.after[0]].map(extensibleValues);
  const [lost, gained] = [missing(old ?? [], now ?? []), missing(now ?? [], old ?? [])];
  const place = pair.after[0];
  if (lost.length > 0) yield edited(pair, "extensible-value-removed", place, { values: lost.join(", ") });
  if (gained.length > 0) yield edited(pair, "extensible-value-added", place, { values: gained.join(", ") });
}

function extensibleValues({ value }: SchemaPlace): string[] {
  const values = isJsonObject(value) ? value[EXTENSIBLE] : undefined;
  return Array.isArray(values) ? values.map((one: Json) => code(canonical(one))) : [];
}

function missing(values: readonly string[], others: readonly string[]): string[] {
  return values.filter((value) => !others.includes(value));
}

const EXTENSIBLE = "x-extensible-enum";

const MARKERS: readonly (readonly [keyword: string, off: SchemaEdit, on: SchemaEdit])[] = [
  ["deprecated", "became-not-deprecated", "became-deprecated"],
  ["readOnly", "became-not-read-only", "became-read-only"],
  ["writeOnly", "became-not-write-only", "became-write-only"],
];

/** A value in a message. */
export function textOf(place: Place | undefined): string {
  return place === undefined ? "nothing" : code(canonical(place.value));
}

/** A property that travels the other way only: `readOnly` in requests, `writeOnly` in responses. */
export function isExempt(annotations: ReadonlyMap<string, Place>, direction: Direction): boolean {
  return annotations.has(direction === "request" ? "readOnly" : "writeOnly");
}

/** What people read, and nothing else. */
const DESCRIPTIONS = [...KEYWORDS.values()]
  .flatMap(({ name, isDocumentation }) => (isDocumentation ? [name] : []))
  .sort();

export function* compareDocumentation(before: SchemaPlace, after: SchemaPlace, subject: string): Comparison {
  const [old, now] = [writtenAt(before), writtenAt(after)];
  if (!isJsonObject(old) || !isJsonObject(now)) return;
  yield* compareDescriptions(old, now, after, subject, DESCRIPTIONS, [EXTENSIBLE]);
}

/** The descriptive members of any object, and its extensions. */
export function* compareDescriptions(
  before: Readonly<Record<string, Json>>,
  after: Readonly<Record<string, Json>>,
  place: Place,
  subject: string,
  names: readonly string[],
  understood: readonly string[] = [],
): Comparison {
  const differs = (name: string): boolean => said(before[name]) !== said(after[name]);
  const keywords = names.filter(differs);
  const placeOf = (names: readonly string[]): Place =>
    editedPlace(picked(before, names), { ...place, value: picked(after, names) });
  if (keywords.length > 0)
    yield foundInBoth("documentation-changed", placeOf(keywords), { subject, keywords: keywords.join(", ") });
  const all = new Set([...Object.keys(before), ...Object.keys(after)]);
  const extensions = [...all].filter((name) => name.startsWith("x-") && !understood.includes(name)).sort();
  const changedExtensions = extensions.filter(differs);
  if (changedExtensions.length > 0)
    yield foundInBoth("extension-changed", placeOf(changedExtensions), {
      subject,
      keywords: changedExtensions.map(code).join(", "),
    });
}

function picked(object: Readonly<Record<string, Json>>, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));
}

function said(value: Json | undefined): string | undefined {
  return value === undefined ? undefined : canonical(typeof value === "string" ? value.trim() : value);
}

/** The innermost place that holds all of an edit, and that the later value still has. */
function editedPlace(before: Json | undefined, after: Place): Place {
  const { value } = after;
  if (isJsonObject(before) && isJsonObject(value)) {
    const [key, ...others] = differingKeys(before, value);
    if (key === undefined || others.length > 0 || value[key] === undefined) return after;
    return editedPlace(before[key], placeAt(after, pointerTo(after.pointer, key), value[key]));
  }
  if (Array.isArray(before) && Array.isArray(value) && before.length === value.length) {
    const list: readonly Json[] = before;
    const differing = value.flatMap((item: Json, index) => (isSame(list[index], item) ? [] : [{ item, index }]));
    const [only, ...others] = differing;
    if (only === undefined || others.length > 0) return after;
    return editedPlace(list[only.index], placeAt(after, pointerTo(after.pointer, only.index), only.item));
  }
  return after;
}

function differingKeys(before: JsonObject, after: JsonObject): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => !isSame(before[key], after[key]));
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return one === undefined || other === undefined ? one === other : canonical(one) === canonical(other);
}

/** Keywords that are true or not, each with the rules for when it is set and when it is taken back. */
export function* compareFlags(
  before: Place<JsonObject>,
  after: Place<JsonObject>,
  flags: readonly (readonly [keyword: string, on: RuleId, off: RuleId])[],
  facts: Facts,
): Comparison {
  for (const [keyword, on, off] of flags) {
    const [was, is] = [before.value[keyword] === true, after.value[keyword] === true];
    if (was !== is) yield foundInBoth(is ? on : off, child(after, keyword) ?? after, facts);
  }
}
