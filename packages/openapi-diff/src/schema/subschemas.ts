import { isJsonObject, varianceOf } from "@earmark/openapi";
import { code } from "../findings/finding.ts";
import { appliedSubject } from "../findings/subject.ts";
import type { Shape } from "./own-shape.ts";
import {
  type Comparison,
  edited,
  editedOnly,
  type Places,
  partOf,
  type SchemaPair,
  type Shapes,
  under,
} from "./pair.ts";
import { appliedBy, type SchemaPlace } from "./schema-place.ts";
import { canonicalSchema } from "./wording.ts";

/** Keywords that allow everything when they are absent, so that adding one is the same as narrowing `true`. */
const OPEN = /^(items|additionalProperties|unevaluatedItems|unevaluatedProperties|prefixItems\/)/;

/** Schemas inside a schema: of list items, other properties, conditions. */
export function* compareSubschemas(shapes: Shapes): Comparison {
  const { before, after } = shapes;
  for (const name of new Set([...before.subschemas.keys(), ...after.subschemas.keys()]))
    yield* compareSubschema(shapes, name);
  for (const keyword of new Set([...before.holders.keys(), ...after.holders.keys()]))
    yield* compareHolders(shapes, keyword);
  yield* compareIndexSignatures(shapes);
}

function* compareSubschema({ pair, before, after }: Shapes, name: string): Comparison {
  const [old, now] = [describing(before, name), describing(after, name)];
  const place = (now ?? old)?.[0] ?? pair.after[0];
  const [keyword = "", key] = name.split(/\/(.*)/s);
  const [wasForbidden, isForbidden] = [isForbidding(keyword, old), isForbidding(keyword, now)];
  if (wasForbidden !== isForbidden) {
    const isKnown = before.hasIndexSignature && before.properties.size > 0;
    if (wasForbidden) yield edited(pair, "additional-properties-allowed", place);
    else
      yield edited(pair, isKnown ? "known-additional-properties-forbidden" : "additional-properties-forbidden", place);
  } else if ((old !== undefined && now !== undefined) || OPEN.test(name)) {
    const subject = appliedSubject(pair.subject, keyword, key);
    yield partOf(pair, placesOf(old, pair.before[0]), placesOf(now, pair.after[0]), subject);
  } else if (keyword === "patternProperties") {
    const change = old === undefined ? "added" : "removed";
    yield editedOnly(pair, `property-pattern-${change}`, place, { pattern: code(key ?? "") });
  } else {
    yield editedOnly(pair, `keyword-${old === undefined ? "added" : "removed"}`, place, { keyword: name });
  }
}

/** The schema of what a keyword names, or of the rest where it does not name that. */
export function describing({ subschemas }: Shape, name: string): readonly SchemaPlace[] | undefined {
  const [keyword = "", key] = name.split(/\/(.*)/s);
  const isOfItems = keyword === "prefixItems";
  const rest = isOfItems ? ["items", "unevaluatedItems"] : ["additionalProperties", "unevaluatedProperties"];
  return [name, ...(key === undefined || keyword === "dependentSchemas" ? [] : rest)]
    .map((one) => subschemas.get(one))
    .find((places) => places !== undefined);
}

/** `additionalProperties: true` says nothing about values, and gives a type an index signature. */
function* compareIndexSignatures({ pair, before, after }: Shapes): Comparison {
  if (before.properties.size === 0 || after.properties.size === 0) return;
  const isForbidden = ({ subschemas }: Shape): boolean =>
    isForbidding("additionalProperties", subschemas.get("additionalProperties"));
  if (isForbidden(before) || isForbidden(after) || before.hasIndexSignature === after.hasIndexSignature) return;
  yield edited(pair, after.hasIndexSignature ? "index-signature-added" : "index-signature-removed", pair.after[0]);
}

function placesOf(places: readonly SchemaPlace[] | undefined, parent: SchemaPlace): Places {
  const [first, ...others] = places ?? [];
  return first === undefined ? [{ ...parent, value: true }] : [first, ...others];
}

/** `additionalProperties: false`. */
function isForbidding(keyword: string, places: readonly SchemaPlace[] | undefined): boolean {
  return /^(additional|unevaluated)Properties$/.test(keyword) && places?.some(({ value }) => value === false) === true;
}

/** Schemas with `not`, `if` or `contains`: those that are the same are paired first, then the others as they come. */
function* compareHolders({ pair, before, after }: Shapes, keyword: string): Comparison {
  const holders = ({ holders }: Shape): SchemaPlace[] =>
    (holders.get(keyword) ?? []).filter((holder) => says(holder, keyword));
  const [removed, added] = [holders(before), holders(after)];
  for (const isSame of [true, false])
    for (const old of [...removed]) {
      const now = added.find((other) => !isSame || wordsOf(other, keyword) === wordsOf(old, keyword));
      if (now === undefined) continue;
      removed.splice(removed.indexOf(old), 1);
      added.splice(added.indexOf(now), 1);
      yield* compareHeld(pair, old, now, keyword);
      // What depends on a condition is compared where that is the same.
      for (const part of keyword === "if" && isSame ? ["then", "else"] : []) yield* compareHeld(pair, old, now, part);
    }
  for (const old of removed) yield editedOnly(pair, "keyword-removed", applied(old, keyword) ?? old, { keyword });
  for (const now of added) yield editedOnly(pair, "keyword-added", applied(now, keyword) ?? now, { keyword });
}

/** Whether it makes a difference what a keyword holds. */
function says({ value }: SchemaPlace, keyword: string): boolean {
  const isVain = isJsonObject(value) && keyword === "not" && value.not === false;
  return isJsonObject(value) && !isVain && varianceOf(value, keyword) !== "nothing";
}

function wordsOf({ value }: SchemaPlace, keyword: string): string {
  return canonicalSchema({ value: isJsonObject(value) ? (value[keyword] ?? null) : null });
}

function applied(holder: SchemaPlace, keyword: string): SchemaPlace | undefined {
  return appliedBy(holder, keyword)[0]?.place;
}

function* compareHeld(pair: SchemaPair, old: SchemaPlace, now: SchemaPlace, keyword: string): Comparison {
  const [from, to] = [applied(old, keyword), applied(now, keyword)];
  if (from !== undefined && to !== undefined) {
    const [variance, other] = [old, now].map(({ value }) =>
      isJsonObject(value) ? varianceOf(value, keyword) : "less",
    );
    const context = under(pair, keyword, (variance === other ? variance : undefined) ?? "either", to);
    const subject = appliedSubject(pair.subject, keyword);
    yield { ...partOf(pair, [from], [to], subject), under: context };
  } else if (to !== undefined) yield editedOnly(pair, "keyword-added", to, { keyword });
  else if (from !== undefined) yield editedOnly(pair, "keyword-removed", from, { keyword });
}
