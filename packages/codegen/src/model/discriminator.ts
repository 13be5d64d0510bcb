import { isJsonObject, type Json, type JsonObject } from "../document/index.ts";
import { componentName, componentRef } from "./schema.ts";

/** A union whose members are told apart by the value of one property. */
export interface Discriminator {
  readonly propertyName: string;
  /** The values that stand for each member, by the member's `$ref`, in the order of the union. */
  readonly values: readonly { readonly ref: string; readonly values: readonly string[] }[];
}

/**
 * The Discriminator Object of a `oneOf` or `anyOf` of references; undefined where there is none that decides.
 *
 * A member that no mapping names goes by its schema's name.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 */
export function discriminatorOf(schema: JsonObject, keyword: "anyOf" | "oneOf"): Discriminator | undefined {
  const { discriminator } = schema;
  const members = schema[keyword];
  if (!isJsonObject(discriminator) || typeof discriminator.propertyName !== "string" || !Array.isArray(members))
    return undefined;
  const refs = members.map((member: Json) => (isJsonObject(member) ? member.$ref : undefined));
  if (refs.length === 0 || !refs.every((ref) => typeof ref === "string")) return undefined;
  const mapping = Object.entries(isJsonObject(discriminator.mapping) ? discriminator.mapping : {});
  const values = refs.map((ref) => {
    const mapped = mapping.filter(([, target]) => mappedRef(target) === ref).map(([value]) => value);
    return { ref, values: mapped.length > 0 ? mapped : [lastSegment(ref)] };
  });
  return { propertyName: discriminator.propertyName, values };
}

/** The same Discriminator Object with its targets renamed as the members are. */
export function renameMapping(discriminator: Json | undefined, rename: (ref: string) => string): JsonObject {
  if (!isJsonObject(discriminator) || !isJsonObject(discriminator.mapping)) return {};
  const mapping = Object.entries(discriminator.mapping).map(([value, target]) => [value, rename(mappedRef(target))]);
  return { discriminator: { ...discriminator, mapping: Object.fromEntries(mapping) } };
}

/** A mapping names its target by reference, or by the bare name of a component. */
function mappedRef(target: Json): string {
  const text = String(target);
  const name = text.includes("/") || text.includes("#") ? componentName(text) : text;
  return name === undefined ? text : componentRef(name);
}

function lastSegment(ref: string): string {
  return componentName(ref) ?? ref.slice(ref.lastIndexOf("/") + 1);
}
