import { code } from "../findings/finding.ts";
import type { Place } from "../findings/place.ts";
import type { SchemaEdit } from "../rules/index.ts";
import type { Shape } from "./own-shape.ts";
import { type Comparison, edited, editedOnly, type Shapes } from "./pair.ts";

/** Types, `null` and listed values. */
export function* compareTypes(shapes: Shapes): Comparison {
  const { pair, before, after } = shapes;
  const edit = typeEdit(before, after);
  const [place] = pair.after;
  if (edit !== undefined) yield edited(pair, edit, place, { before: describe(before), after: describe(after) });
  const areTyped = before.types !== undefined && after.types !== undefined;
  if (before.isNullable !== after.isNullable && areTyped)
    yield edited(pair, after.isNullable ? "became-nullable" : "became-not-nullable", place);
  if (isComparable(shapes)) yield* compareValues(shapes);
}

function typeEdit(before: Shape, after: Shape): SchemaEdit | undefined {
  const [lost, gained] = [missing(before, after), missing(after, before)];
  if (lost && gained) return "type-changed";
  if (lost) return isFraction(before, after) ? "number-became-integer" : "type-narrowed";
  if (gained) return isFraction(after, before) ? "integer-became-number" : "type-widened";
  return undefined;
}

/** Whether the schemas have a type in common, so that it makes sense to look closer. */
export function isComparable({ before, after }: Shapes): boolean {
  const [old, now] = [before.types, after.types];
  if (old === undefined || now === undefined) return true;
  return (
    [...old].some((type) => covers(now, type) || (type === "number" && now.has("integer"))) ||
    (old.size === 0 && now.size === 0)
  );
}

/** Whether some type of one shape is not among those of the other. */
function missing(of: Shape, among: Shape): boolean {
  const [types, others] = [of.types, among.types];
  if (others === undefined) return false;
  return types === undefined || [...types].some((type) => !covers(others, type));
}

function covers(types: ReadonlySet<string>, type: string): boolean {
  return types.has(type) || (type === "integer" && types.has("number"));
}

/** Whether the types differ in nothing but `number` here and `integer` there. */
function isFraction(wide: Shape, narrow: Shape): boolean {
  if (wide.types === undefined || narrow.types === undefined || !wide.types.has("number")) return false;
  const asNumbers = new Set([...narrow.types].map((type) => (type === "integer" ? "number" : type)));
  return [...wide.types].every((type) => asNumbers.has(type) || narrow.types?.has(type));
}

function describe({ types }: Shape): string {
  if (types === undefined) return "anything";
  return types.size === 0 ? "nothing" : [...types].sort().map(named).join(" or ");
}

/** Types that there are need no quotation marks. */
function named(type: string): string {
  return /^[a-z]+$/.test(type) ? type : code(type);
}

function* compareValues({ pair, before, after }: Shapes): Comparison {
  const [old, now] = [before.values, after.values];
  if (old === undefined && now === undefined) return;
  if (old === undefined || now === undefined) {
    const values = list(old ?? now ?? new Map());
    yield edited(pair, old === undefined ? "became-enum" : "became-open", pair.after[0], { values });
    return;
  }
  const [added, removed] = [without(now, old), without(old, now)];
  const [first] = added.values();
  if (first !== undefined) yield editedOnly(pair, "enum-value-added", first, { values: list(added) });
  const [last] = removed.values();
  if (last !== undefined) yield editedOnly(pair, "enum-value-removed", last, { values: list(removed) });
}

type Values = ReadonlyMap<string, Place>;

function without(values: Values, others: Values): Values {
  return new Map([...values].filter(([value]) => !others.has(value)));
}

function list(values: Values): string {
  const shown = [...values.keys()].slice(0, 5).map(code);
  const more = values.size - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
