import { isJsonObject, type Json } from "@earmark/openapi";
import { type Named, pairRenamed } from "../findings/renames.ts";
import { within } from "../findings/subject.ts";
import type { Direction } from "../rules/index.ts";
import { compareAnnotations, isExempt } from "./annotations.ts";
import type { Shape } from "./own-shape.ts";
import { type Comparison, edited, editedOnly, type Places, partOf, type SchemaPair, type Shapes } from "./pair.ts";
import type { SchemaPlace } from "./schema-place.ts";
import { shapeOf } from "./shape.ts";
import { describing } from "./subschemas.ts";
import { canonicalSchema } from "./wording.ts";

/** Properties, and which of them are required. */
export function* compareObjects(shapes: Shapes): Comparison {
  const { pair, before, after } = shapes;
  const renamed = renamedProperties(shapes);
  const newNames = new Set([...renamed.values()].map(({ name }) => name));
  for (const [name, places] of after.properties) {
    const old = before.properties.get(name);
    const property = partOf(pair, listed(old ?? []), listed(places), within(pair.subject, `.${name}`));
    if (old !== undefined) yield* compareProperty(shapes, name, property);
    else if (!newNames.has(name) && !exempt(after, name, pair.direction)) yield* compareAdded(shapes, name, property);
  }
  for (const [name, places] of before.properties) {
    if (after.properties.has(name) || exempt(before, name, pair.direction)) continue;
    const now = renamed.get(name);
    if (now === undefined) yield editedOnly(named(pair, name), "property-removed", listed(places)[0]);
    else yield edited(named(pair, name), "property-renamed", listed(now.item)[0], { after: now.name });
  }
  yield* compareRequired(shapes, new Set([...renamed.keys(), ...newNames]));
}

function* compareAdded({ pair, before, after }: Shapes, name: string, property: SchemaPair): Comparison {
  const isRequired = after.required.has(name) && !before.required.has(name);
  yield editedOnly(property, isRequired ? "required-property-added" : "property-added", property.after[0]);
  const isForbidden = property.after.some(({ value }) => value === false);
  // What described it before, with all that was not listed. It may well have been forbidden.
  const old =
    describing(before, `properties/${name}`) ?? (isForbidden ? [{ ...pair.before[0], value: true }] : undefined);
  if (old?.every(({ value }) => value !== false)) yield { ...property, before: listed(old) };
}

function* compareProperty({ pair, before, after }: Shapes, name: string, property: SchemaPair): Comparison {
  const [was, is] = [exempt(before, name, pair.direction), exempt(after, name, pair.direction)];
  if (!was && !is) yield property;
  else if (was !== is) {
    const [from, to] = [shapeOf(property.before), shapeOf(property.after)];
    yield* compareAnnotations(property, from.annotations, to.annotations);
  }
}

function renamedProperties({ before, after }: Shapes): ReadonlyMap<string, Named<readonly SchemaPlace[]>> {
  const only = (shape: Shape, other: Shape): Named<readonly SchemaPlace[]>[] =>
    [...shape.properties].flatMap(([name, item]) =>
      other.properties.has(name) ? [] : [{ name, item, description: describe(item) }],
    );
  const required = new Set(
    [before, after].flatMap((shape) =>
      [...shape.properties].flatMap(([name, item]) => (shape.required.has(name) ? [item] : [])),
    ),
  );
  return pairRenamed(
    only(before, after),
    only(after, before),
    (old, now) =>
      required.has(old) === required.has(now) && old.map(canonicalSchema).join() === now.map(canonicalSchema).join(),
  );
}

function describe(places: readonly SchemaPlace[]): Json | undefined {
  return places
    .map(({ value }) => (isJsonObject(value) ? value.description : undefined))
    .find((text) => text !== undefined);
}

function named(pair: SchemaPair, name: string): SchemaPair {
  return { ...pair, subject: within(pair.subject, `.${name}`) };
}

/** Whether a property travels the other way only. */
function exempt(shape: Shape, name: string, direction: Direction): boolean {
  const places = shape.properties.get(name);
  return places !== undefined && isExempt(shapeOf(places).annotations, direction);
}

function* compareRequired({ pair, before, after }: Shapes, renamed: ReadonlySet<string>): Comparison {
  const { direction } = pair;
  for (const [name, place] of after.required) {
    const isNew = after.properties.has(name) && !before.properties.has(name);
    const was = before.required.has(name) && !exempt(before, name, direction);
    if (was || isNew || renamed.has(name) || exempt(after, name, direction)) continue;
    yield edited(named(pair, name), "property-became-required", place);
  }
  for (const [name, place] of before.required) {
    const isGone = before.properties.has(name) && !after.properties.has(name);
    const is = after.required.has(name) && !exempt(after, name, direction);
    if (is || isGone || renamed.has(name) || exempt(before, name, direction)) continue;
    yield editedOnly(named(pair, name), "property-became-optional", place);
  }
}

/** The places of a property, of which there is always one. */
function listed(places: readonly SchemaPlace[]): Places {
  return places as Places;
}
