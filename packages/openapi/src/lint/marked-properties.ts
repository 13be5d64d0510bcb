import { isJsonObject, type JsonObject } from "../json/json.ts";
import type { Model } from "../model/model.ts";
import { isInPlace } from "../schema/keywords.ts";
import { componentName } from "../schema/schema.ts";
import { addTo, visitSchemas, visitSubschemas } from "../schema/walk.ts";

/**
 * The places of schemas whose `readOnly` or `writeOnly` makes a difference: of a property that is required in a schema
 * that travels to the side that does not write it, and so is required of the other side only.
 */
export function placesWithEffect(model: Model, marker: "readOnly" | "writeOnly"): ReadonlySet<string> {
  const groups = new Groups(model);
  const required = new Map<JsonObject, Set<string>>();
  const marked = new Map<JsonObject, JsonObject[]>();
  const owners: JsonObject[] = [];
  for (const { schema, inRequests, inResponses } of model.schemas) {
    const isTravelling = marker === "readOnly" ? inRequests : inResponses;
    visitSchemas(schema, (part) => {
      const group = groups.of(part);
      if (part[marker] === true) addTo(marked, group, part);
      if (isTravelling && isJsonObject(part.properties)) owners.push(part);
      if (!isTravelling || !Array.isArray(part.required)) return;
      const names = required.get(group) ?? new Set();
      for (const name of part.required) names.add(String(name));
      required.set(group, names);
    });
  }
  const places = new Set<string>();
  for (const owner of owners)
    for (const [name, property] of Object.entries(owner.properties ?? {})) {
      if (!isJsonObject(property) || required.get(groups.of(owner))?.has(name) !== true) continue;
      for (const schema of marked.get(groups.of(property)) ?? []) places.add(writtenAt(model, schema));
    }
  return places;
}

function writtenAt(model: Model, schema: JsonObject): string {
  const at = model.pointerOf(schema) ?? "#";
  return model.document.asWritten?.(at) ?? at;
}

/** Schemas that are applied to the same values, by reference or in place: each has one schema that stands for all. */
class Groups {
  readonly #parents = new Map<JsonObject, JsonObject>();

  constructor(model: Model) {
    for (const { schema } of model.schemas)
      visitSchemas(schema, (part) => {
        visitSubschemas(part, (subschema, keyword) => {
          if (isInPlace(keyword) && isJsonObject(subschema)) this.#join(part, subschema);
        });
        const target = typeof part.$ref === "string" ? model.schemaNamed(componentName(part.$ref) ?? "") : undefined;
        if (isJsonObject(target?.schema)) this.#join(part, target.schema);
      });
  }

  of(schema: JsonObject): JsonObject {
    let top = schema;
    for (let next = this.#parents.get(top); next !== undefined; next = this.#parents.get(top)) top = next;
    if (top !== schema) this.#parents.set(schema, top);
    return top;
  }

  #join(one: JsonObject, other: JsonObject): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a !== b) this.#parents.set(a, b);
  }
}
