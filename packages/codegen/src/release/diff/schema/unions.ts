import { isJsonObject, pointerSegments } from "../../../document/index.ts";
import { componentName } from "../../../model/index.ts";
import type { Finding } from "../finding.ts";
import { code } from "../finding.ts";
import { canonicalSchema } from "./canonical-schema.ts";
import { type Comparison, editedOnly, type Renaming, type SchemaPair, type Shapes } from "./pair.ts";
import { referenceOf } from "./reference.ts";
import { type SchemaPlace, type Shape, shapeOf, type Union } from "./shape.ts";

type Compare = (pair: SchemaPair) => Comparison;
type Remaining = Generator<Finding | SchemaPair | Renaming, Shapes | undefined, undefined>;

/**
 * `anyOf` and `oneOf`, an alternative of one document paired with that of the other. What is left to compare comes back;
 * undefined when the alternatives were all there was.
 */
export function* compareUnions(shapes: Shapes, compare: Compare): Remaining {
  const { pair, before, after } = shapes;
  const [old, now] = [soleUnion(before), soleUnion(after)];
  if (old === undefined && now === undefined) return shapes;
  if (old !== undefined && now !== undefined) {
    yield* compareMembers(pair, old.members, now.members, compare);
    return shapes;
  }
  // One schema on one side, several alternatives on the other: the one is an alternative too, unless the other has it already.
  const plain = old === undefined ? before : after;
  const union = old ?? now;
  if (union === undefined || isConstraint(plain, old === undefined ? after : before)) {
    const [member] = union?.members ?? [];
    if (member !== undefined)
      yield editedOnly(pair, old === undefined ? "part-added" : "part-removed", member, { member: "one of several" });
    return shapes;
  }
  yield* compareMembers(
    pair,
    old?.members ?? alternatives(pair.before[0], before),
    now?.members ?? alternatives(pair.after[0], after),
    compare,
  );
  return undefined;
}

function soleUnion({ unions }: Shape): Union | undefined {
  return unions[0];
}

/** Whether a union stands beside the same things that the plain schema says, and so limits them further. */
function isConstraint(plain: Shape, withUnion: Shape): boolean {
  return withUnion.properties.size > 0 && [...withUnion.properties.keys()].some((name) => plain.properties.has(name));
}

/** A schema of several types is a union of one schema for each. */
function alternatives(place: SchemaPlace, shape: Shape): SchemaPlace[] {
  if (!isJsonObject(place.value) || shape.types === undefined || shape.types.size < 2) return [place];
  const { value } = place;
  return [...shape.types].map((type) => ({ ...place, value: { ...value, type } }));
}

function* compareMembers(
  pair: SchemaPair,
  before: readonly SchemaPlace[],
  after: readonly SchemaPlace[],
  compare: Compare,
): Comparison {
  const rest = { before: [...before], after: [...after] };
  for (const key of [referenceKey, canonicalSchema, titleKey, kindKey]) {
    for (const member of [...rest.before]) {
      const name = key(member);
      const other = name === undefined ? undefined : rest.after.find((candidate) => key(candidate) === name);
      if (other === undefined) continue;
      rest.before.splice(rest.before.indexOf(member), 1);
      rest.after.splice(rest.after.indexOf(other), 1);
      yield* compare({ ...pair, before: [member], after: [other] });
    }
  }
  for (const member of rest.after) yield editedOnly(pair, "alternative-added", member, { member: describe(member) });
  for (const member of rest.before) yield editedOnly(pair, "alternative-removed", member, { member: describe(member) });
}

function referenceKey(place: SchemaPlace): string | undefined {
  return referenceOf(place)?.target.pointer;
}

function titleKey({ value }: SchemaPlace): string | undefined {
  return isJsonObject(value) && typeof value.title === "string" ? value.title : undefined;
}

/** Inline alternatives of the same types. Those that refer to differently named components are different ones. */
function kindKey(place: SchemaPlace): string | undefined {
  if (referenceOf(place) !== undefined) return undefined;
  const { types } = shapeOf([place]);
  return types === undefined ? undefined : [...types].sort().join();
}

function describe(place: SchemaPlace): string {
  const target = referenceOf(place)?.target.pointer;
  const name = target === undefined ? titleKey(place) : (componentName(target) ?? pointerSegments(target).at(-1));
  if (name !== undefined) return code(name);
  const { types } = shapeOf([place]);
  return types === undefined ? "something else" : `a different ${[...types].sort().join(" or ")}`;
}
