import {
  CLOSED,
  componentName,
  componentRef,
  isJsonObject,
  type Json,
  type JsonObject,
  type Schema,
  visitSchemas,
} from "@earmark/openapi";

/** The component whose type a reference stands for: a schema to the letter is a subset of its lenient form, and has no other. */
export function targetOf(ref: string): string | undefined {
  return componentName(ref.startsWith(CLOSED) ? componentRef("") + ref.slice(CLOSED.length) : ref);
}

/** Which property tells a component from others, and the values that stand for it. */
interface Tag {
  readonly property: string;
  readonly values: readonly string[];
}

/**
 * What discriminators say about the components that they name: that one of their properties has certain values.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 */
export class Discriminators {
  /** Components that a union names, or the mapping of what they build on. */
  readonly #tags = new Map<string, Tag>();
  /** Properties of components that others build on, and of these. */
  readonly #properties = new Map<string, { readonly property: string; readonly mapping: Json | undefined }>();

  constructor(schemas: ReadonlyMap<string, Schema>) {
    for (const [name, schema] of schemas)
      visitSchemas(schema, (part) => this.#tell(part, part === schema ? name : undefined));
    for (const [name, schema] of schemas) this.#inherit(name, schema);
  }

  /** What a schema says of the members of its union; of a component, what its property says of those that build on it. */
  #tell({ discriminator, oneOf }: JsonObject, component: string | undefined): void {
    if (!isJsonObject(discriminator) || typeof discriminator.propertyName !== "string") return;
    const { propertyName: property, mapping } = discriminator;
    if (component !== undefined) this.#properties.set(component, { property, mapping });
    for (const member of Array.isArray(oneOf) ? oneOf : []) {
      const target = isJsonObject(member) && typeof member.$ref === "string" ? targetOf(member.$ref) : undefined;
      if (target !== undefined && !this.#tags.has(target))
        this.#tags.set(target, { property, values: valuesFor(target, mapping) ?? [target] });
    }
  }

  #inherit(name: string, schema: Schema): void {
    if (!isJsonObject(schema) || !Array.isArray(schema.allOf)) return;
    for (const part of schema.allOf) {
      const base = isJsonObject(part) && typeof part.$ref === "string" ? targetOf(part.$ref) : undefined;
      const inherited = base === undefined ? undefined : this.#properties.get(base);
      if (inherited === undefined) continue;
      if (!this.#tags.has(name)) {
        const values = valuesFor(name, inherited.mapping) ?? [name];
        this.#tags.set(name, { property: inherited.property, values });
      }
      if (schema.discriminator === undefined) this.#properties.set(name, inherited);
    }
  }

  /** The property by which a component, or what builds on it, is told. */
  propertyOf(component: string): string | undefined {
    return this.#properties.get(component)?.property;
  }

  /** A component that says by itself what discriminators say of it. */
  told(component: string, schema: JsonObject): JsonObject {
    const tag = this.#tags.get(component);
    if (tag === undefined) return schema;
    const { property, values } = tag;
    const { allOf, properties, required, type } = schema;
    const before = isJsonObject(properties) ? properties[property] : undefined;
    const { description } = isJsonObject(before) ? before : {};
    const told = { ...(description === undefined ? {} : { description }), enum: values };
    const says = { type: "object", required: [property], properties: { [property]: told } };
    if (Array.isArray(allOf)) return { ...schema, allOf: [...allOf, says] };
    if (type !== "object") return schema;
    return {
      ...schema,
      required: [...(Array.isArray(required) ? required : []), property],
      properties: { ...(isJsonObject(properties) ? properties : {}), [property]: told },
    };
  }
}

function valuesFor(component: string, mapping: Json | undefined): readonly string[] | undefined {
  const values = Object.entries(isJsonObject(mapping) ? mapping : {}).flatMap(([value, ref]) =>
    typeof ref === "string" && targetOf(ref) === component ? [value] : [],
  );
  return values.length === 0 ? undefined : values;
}
