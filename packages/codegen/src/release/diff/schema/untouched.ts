import { isDeepStrictEqual } from "node:util";
import { visitSubschemas } from "@earmark/openapi";
import { placeAt } from "../place.ts";
import { isExempt } from "./annotations.ts";
import { annotationsOf } from "./own-shape.ts";
import type { Comparison, SchemaPair } from "./pair.ts";
import { subjectAt, targetOf } from "./reference.ts";
import type { SchemaPlace } from "./shape.ts";

/** Whether two schemas are the same to the letter; what they refer to may differ. */
export function isUntouched({ before, after }: SchemaPair): boolean {
  return before.length === 1 && after.length === 1 && isDeepStrictEqual(before[0].value, after[0].value);
}

/** What schemas that are the same refer to: most of a document is compared like this. */
export function* untouchedReferences(before: SchemaPlace, after: SchemaPlace, pair: SchemaPair): Comparison {
  if (isExempt(annotationsOf(before), pair.direction)) return;
  const [target, other] = [targetOf(before), targetOf(after)];
  if (target !== undefined && other !== undefined) {
    yield { ...pair, before: [target], after: [other], subject: subjectAt(other, pair.subject) };
  }
  // The keys may be in another order.
  const others = subschemasOf(after);
  for (const [at, subschema] of subschemasOf(before)) {
    const same = others.get(at);
    if (same !== undefined) yield* untouchedReferences(subschema, same, pair);
  }
}

/** By where they are within the schema. */
function subschemasOf(place: SchemaPlace): Map<string, SchemaPlace> {
  const found = new Map<string, SchemaPlace>();
  if (typeof place.value === "boolean") return found;
  visitSubschemas(place.value, "", (subschema, { pointer }) =>
    found.set(pointer, placeAt(place, place.pointer + pointer, subschema)),
  );
  return found;
}
