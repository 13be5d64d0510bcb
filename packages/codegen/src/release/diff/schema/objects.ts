import { compareAnnotations, isExempt } from "./annotations.ts";
import { type Comparison, edited, editedOnly, type Places, type SchemaPair, type Shapes } from "./pair.ts";
import { type SchemaPlace, type Shape, shapeOf } from "./shape.ts";

/** Properties, and which of them are required. */
export function* compareObjects(shapes: Shapes, compare: (pair: SchemaPair) => Comparison): Comparison {
  const { pair, before, after } = shapes;
  const { direction } = pair;
  const named = (name: string): SchemaPair => ({ ...pair, subject: `${pair.subject}.${name}` });
  const exempt = (shape: Shape, name: string): boolean => {
    const places = shape.properties.get(name);
    return places !== undefined && isExempt(shapeOf(places).annotations, direction);
  };
  for (const [name, places] of after.properties) {
    const old = before.properties.get(name);
    const property = { ...named(name), before: listed(old ?? []), after: listed(places) };
    if (old === undefined) {
      if (exempt(after, name)) continue;
      const isRequired = after.required.has(name) && !before.required.has(name);
      yield editedOnly(property, isRequired ? "required-property-added" : "property-added", property.after[0]);
    } else if (exempt(before, name) !== exempt(after, name)) {
      const [from, to] = [shapeOf(property.before), shapeOf(property.after)];
      yield* compareAnnotations(property, from.annotations, to.annotations);
    } else if (!exempt(after, name)) yield* compare(property);
  }
  for (const [name, places] of before.properties)
    if (!after.properties.has(name) && !exempt(before, name))
      yield editedOnly(named(name), "property-removed", listed(places)[0]);
  yield* compareRequired(shapes, named, exempt);
}

function* compareRequired(
  { before, after }: Shapes,
  named: (name: string) => SchemaPair,
  exempt: (shape: Shape, name: string) => boolean,
): Comparison {
  for (const [name, place] of after.required) {
    const isNew = after.properties.has(name) && !before.properties.has(name);
    const was = before.required.has(name) && !exempt(before, name);
    if (!was && !isNew && !exempt(after, name)) yield edited(named(name), "property-became-required", place);
  }
  for (const [name, place] of before.required) {
    const isGone = before.properties.has(name) && !after.properties.has(name);
    const is = after.required.has(name) && !exempt(after, name);
    if (!is && !isGone && !exempt(before, name)) yield editedOnly(named(name), "property-became-optional", place);
  }
}

/** The places of a property, of which there is always one. */
function listed(places: readonly SchemaPlace[]): Places {
  return places as Places;
}
