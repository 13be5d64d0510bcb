import type { Json } from "../../../document/index.ts";
import { code } from "../finding.ts";
import type { Place } from "../place.ts";
import type { SchemaEdit } from "../rules/index.ts";
import { canonicalSchema } from "./canonical-schema.ts";
import { type Comparison, edited, type Shapes } from "./pair.ts";
import { canonical, type Limit, tighterLimit } from "./shape.ts";

/** Limits, patterns, formats, and every other keyword that holds no schema. */
export function* compareKeywords(shapes: Shapes): Comparison {
  const { pair, before, after } = shapes;
  for (const name of new Set([...before.limits.keys(), ...after.limits.keys()])) {
    const [old, now] = [before.limits.get(name), after.limits.get(name)];
    const facts = { keyword: name, before: limitText(old), after: limitText(now) };
    if (facts.before === facts.after) continue;
    const isTighter = old === undefined || (now !== undefined && tighterLimit(name, old, now) === now);
    yield edited(pair, isTighter ? "limit-tightened" : "limit-loosened", now?.place ?? pair.after[0], facts);
  }
  for (const name of new Set([...before.keywords.keys(), ...after.keywords.keys()])) {
    if (name === "if") continue;
    const [old, now] = [before.keywords.get(name), after.keywords.get(name)];
    if (old !== undefined && now !== undefined && canonicalSchema(old) === canonicalSchema(now)) continue;
    const facts = { keyword: name, before: text(old), after: text(now) };
    yield edited(pair, keywordEdit(name, old?.value, now?.value), now ?? pair.after[0], facts);
  }
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

function formatEdit(
  change: "added" | "removed" | "changed",
  before: Json | undefined,
  after: Json | undefined,
): SchemaEdit {
  if (after === "binary") return "text-became-bytes";
  if (before === "binary") return "bytes-became-text";
  const sizes = ["int32", "int64"];
  const [old, now] = [before, after].map((format) => sizes.indexOf(String(format)));
  if (old !== undefined && now !== undefined && old >= 0 && now >= 0)
    return now > old ? "format-removed" : "format-added";
  return `format-${change}`;
}

function text(place: Place | undefined): string {
  return place === undefined ? "nothing" : code(canonical(place.value));
}

function limitText(limit: Limit | undefined): string {
  if (limit === undefined) return "none";
  return limit.isExclusive ? `${limit.value} (exclusive)` : String(limit.value);
}
