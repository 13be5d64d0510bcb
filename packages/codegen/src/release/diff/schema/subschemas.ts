import { code } from "../finding.ts";
import { within } from "../subject.ts";
import { canonicalSchema } from "./canonical-schema.ts";
import { type Comparison, edited, editedOnly, type Places, type SchemaPair, type Shapes } from "./pair.ts";
import type { SchemaPlace } from "./shape.ts";

/** Keywords that allow everything when they are absent, so that adding one is the same as narrowing `true`. */
const OPEN = /^(items|additionalProperties|unevaluatedItems|unevaluatedProperties|prefixItems\/)/;

/** Schemas inside a schema: of list items, other properties, conditions. */
export function* compareSubschemas(shapes: Shapes, compare: (pair: SchemaPair) => Comparison): Comparison {
  const { before, after } = shapes;
  const isSameCondition = yield* compareCondition(shapes);
  for (const name of new Set([...before.subschemas.keys(), ...after.subschemas.keys()]))
    if (isSameCondition || (name !== "then" && name !== "else")) yield* compareSubschema(shapes, name, compare);
  yield* compareIndexSignatures(shapes);
}

function* compareSubschema(
  { pair, before, after }: Shapes,
  name: string,
  compare: (pair: SchemaPair) => Comparison,
): Comparison {
  const [old, now] = [before.subschemas.get(name), after.subschemas.get(name)];
  const place = (now ?? old)?.[0] ?? pair.after[0];
  if (isForbidden(old) !== isForbidden(now)) {
    const isKnown = before.hasIndexSignature && before.properties.size > 0;
    if (!isForbidden(now)) yield edited(pair, "additional-properties-allowed", place);
    else
      yield edited(pair, isKnown ? "known-additional-properties-forbidden" : "additional-properties-forbidden", place);
  } else if ((old !== undefined && now !== undefined) || OPEN.test(name)) {
    const subject = within(pair.subject, stepInto(name));
    yield* compare({ ...pair, before: placesOf(old, pair.before[0]), after: placesOf(now, pair.after[0]), subject });
  } else {
    const change = old === undefined ? "added" : "removed";
    const [kind, pattern] = name.split(/\/(.*)/s);
    if (kind === "patternProperties")
      yield editedOnly(pair, `property-pattern-${change}`, place, { pattern: code(pattern ?? "") });
    else yield editedOnly(pair, `keyword-${change}`, place, { keyword: name });
  }
}

/** `additionalProperties: true` says nothing about values, and gives a type an index signature. */
function* compareIndexSignatures({ pair, before, after }: Shapes): Comparison {
  if (before.properties.size === 0 || after.properties.size === 0) return;
  if ([before, after].some((shape) => isForbidden(shape.subschemas.get("additionalProperties")))) return;
  if (before.hasIndexSignature === after.hasIndexSignature) return;
  yield edited(pair, after.hasIndexSignature ? "index-signature-added" : "index-signature-removed", pair.after[0]);
}

/** `then` and `else` mean something under the same `if` only; whether there is one is compared as a whole. */
function* compareCondition({ pair, before, after }: Shapes): Generator<ReturnType<typeof edited>, boolean, undefined> {
  const conditions = [before, after].map(({ keywords }) => keywords.get("if") ?? []);
  const [[old], [now]] = [conditions[0] ?? [], conditions[1] ?? []];
  if (old === undefined && now === undefined) return true;
  const facts = { keyword: "if" };
  if (old === undefined) yield editedOnly(pair, "keyword-added", now ?? pair.after[0], facts);
  else if (now === undefined) yield editedOnly(pair, "keyword-removed", old, facts);
  else if (conditions[0]?.map(canonicalSchema).join() === conditions[1]?.map(canonicalSchema).join()) return true;
  else yield edited(pair, "keyword-changed", now, facts);
  return false;
}

/** How a path goes on into a subschema; conditions are about the same value. */
function stepInto(name: string): string {
  const [keyword, key = ""] = name.split(/\/(.*)/s);
  if (keyword === "items" || keyword === "contains") return "[]";
  if (keyword === "prefixItems") return `[${key}]`;
  if (keyword === "additionalProperties") return ".*";
  return keyword === "patternProperties" ? `./${key}/` : "";
}

function placesOf(places: readonly SchemaPlace[] | undefined, parent: SchemaPlace): Places {
  const [first, ...others] = places ?? [];
  return first === undefined ? [{ ...parent, value: true }] : [first, ...others];
}

/** `additionalProperties: false`. */
function isForbidden(places: readonly SchemaPlace[] | undefined): boolean {
  return (
    places?.some(({ value, pointer }) => value === false && /(additional|unevaluated)Properties$/.test(pointer)) ??
    false
  );
}
