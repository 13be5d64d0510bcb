import type { Json } from "@earmark/openapi";
import type { Place } from "../findings/place.ts";
import type { SchemaEdit } from "../rules/index.ts";
import { textOf } from "./annotations.ts";
import { type Limit, tighterLimit } from "./own-shape.ts";
import { type Comparison, edited, type Shapes } from "./pair.ts";
import { canonicalSchema } from "./wording.ts";

/** Limits, patterns, formats, and every other keyword that holds no schema. */
export function* compareKeywords(shapes: Shapes): Comparison {
  const { pair, before, after } = shapes;
  for (const name of new Set([...before.limits.keys(), ...after.limits.keys()])) {
    const [old, now] = [before.limits.get(name), after.limits.get(name)];
    const facts = { keyword: name, before: limitText(name, old), after: limitText(name, now) };
    if (facts.before === facts.after) continue;
    const isAbsentLoose = name !== "minContains" || (old ?? now)?.value !== 0;
    const isTighter =
      old === undefined ? isAbsentLoose : now === undefined ? !isAbsentLoose : tighterLimit(name, old, now) === now;
    yield edited(pair, isTighter ? "limit-tightened" : "limit-loosened", now?.place ?? pair.after[0], facts);
  }
  for (const name of new Set([...before.keywords.keys(), ...after.keywords.keys()])) {
    const [old, now] = [before.keywords.get(name) ?? [], after.keywords.get(name) ?? []];
    const [gone, come] = [without(old, now), without(now, old)];
    for (let index = 0; index < Math.max(gone.length, come.length); index++) {
      const [from, to] = [gone[index], come[index]];
      const facts = { keyword: name, before: textOf(from), after: textOf(to) };
      yield edited(pair, keywordEdit(name, from?.value, to?.value), to ?? pair.after[0], facts);
    }
  }
}

/** What one schema says, and the other one does not. */
function without(places: readonly Place[], others: readonly Place[]): Place[] {
  const known = new Set(others.map(canonicalSchema));
  return places.filter((place) => !known.has(canonicalSchema(place)));
}

function keywordEdit(name: string, before: Json | undefined, after: Json | undefined): SchemaEdit {
  const change = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  if (name === "pattern") return `pattern-${change}`;
  if (name === "format") return formatEdit(change, before, after);
  if (name === "multipleOf" && typeof before === "number" && typeof after === "number") {
    if (after % before === 0) return "limit-tightened";
    return before % after === 0 ? "limit-loosened" : "limit-changed";
  }
  return name === "discriminator" ? "discriminator-changed" : `keyword-${change}`;
}

/** Formats that hold all values of another one. */
const SIZES = [
  ["int32", "int64"],
  ["float", "double"],
];

function formatEdit(
  change: "added" | "removed" | "changed",
  before: Json | undefined,
  after: Json | undefined,
): SchemaEdit {
  if (after === "binary") return "text-became-bytes";
  if (before === "binary") return "bytes-became-text";
  for (const [small, large] of SIZES) {
    if (before === small && after === large) return "format-widened";
    if (before === large && after === small) return "format-narrowed";
  }
  return `format-${change}`;
}

function limitText(name: string, limit: Limit | undefined): string {
  if (limit === undefined) return name === "minContains" ? "1" : "none";
  return limit.isExclusive ? `${limit.value} (exclusive)` : String(limit.value);
}
