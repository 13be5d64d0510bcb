import {
  decoded,
  isJsonObject,
  isSchema,
  type Json,
  type JsonObject,
  pointerSegments,
  type Schema,
  visitSubschemas,
} from "@earmark/openapi";

/** A schema together with the base URI against which its references resolve. */
export interface Part {
  readonly schema: Schema;
  readonly base: string;
}

/** The target of a reference. */
export interface Resolved extends Part {
  /** Name of the `$dynamicAnchor` through which it was reached, if any. */
  readonly dynamicAnchor: string | undefined;
  /** The reference as written; emitted functions are called after it. */
  readonly ref: string;
}

/**
 * Finds schemas by URI: resources by `$id`, anchors, JSON Pointers.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
 */
export class SchemaRegistry {
  readonly #resources = new Map<string, Json>();
  readonly #anchors = new Map<string, JsonObject>();
  readonly #dynamicAnchors = new Map<string, JsonObject>();
  readonly #bases = new Map<JsonObject, string>();
  readonly #resolved = new Map<string, Resolved>();
  #usesDynamicScope = false;

  /** Files a document under its URI. `#` at the end of a URI makes no difference. */
  add(document: Json, uri: string): void {
    const base = withoutFragment(uri);
    if (isJsonObject(document)) this.file(document, base);
    this.#resources.set(base, document);
  }

  /** True once a schema with `$dynamicRef` has been filed; only then do checks need a dynamic scope. */
  get usesDynamicScope(): boolean {
    return this.#usesDynamicScope;
  }

  baseOf(schema: Schema, inherited: string): string {
    return (typeof schema === "boolean" ? undefined : this.#bases.get(schema)) ?? inherited;
  }

  resource(uri: string): Json | undefined {
    return this.#resources.get(withoutFragment(uri));
  }

  /** Every schema that declares `$dynamicAnchor: name`, with the URI of its resource. */
  dynamicTargets(name: string): readonly { readonly base: string; readonly schema: JsonObject }[] {
    return [...this.#dynamicAnchors]
      .filter(([uri]) => uri.endsWith(`#${name}`))
      .map(([uri, schema]) => ({ base: withoutFragment(uri), schema }));
  }

  /** Schemas, and all that apply to the same value in any case, by `$ref` and `allOf`. */
  partsOf(schemas: readonly Part[]): readonly (Part & { readonly schema: JsonObject })[] {
    const parts = new Map<JsonObject, string>();
    const pending = [...schemas];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const schema: Schema = next.schema === false ? { enum: [] } : next.schema;
      if (schema === true || parts.has(schema)) continue;
      const base = this.baseOf(schema, next.base);
      parts.set(schema, base);
      if (typeof schema.$ref === "string") pending.push(this.resolve(schema.$ref, base));
      pending.push(...schemasIn(schema.allOf, base));
    }
    return [...parts].map(([schema, base]) => ({ schema, base }));
  }

  /** @throws {Error} when nothing is there. */
  resolve(ref: string, base: string): Resolved {
    const key = JSON.stringify([ref, base]);
    const resolved = this.#resolved.get(key) ?? this.#find(ref, base);
    this.#resolved.set(key, resolved);
    return resolved;
  }

  #find(ref: string, base: string): Resolved {
    const url = new URL(ref, base);
    const fragment = decoded(url.hash.slice(1));
    url.hash = "";
    const uri = withoutFragment(url.href);
    const document = this.#resources.get(uri);
    if (document === undefined) throw new Error(`cannot resolve ${ref}: there is no ${uri}`);
    if (fragment === "") return this.#found(document, ref, uri, undefined);
    if (fragment.startsWith("/")) return this.#byPointer(document, fragment, ref, uri);
    const anchored = this.#anchors.get(`${uri}#${fragment}`);
    const [elsewhere] = anchored === undefined ? this.dynamicTargets(fragment) : [];
    if (elsewhere !== undefined) return this.#found(elsewhere.schema, ref, elsewhere.base, fragment);
    if (anchored === undefined) throw new Error(`cannot resolve ${ref}: ${uri} has no anchor ${fragment}`);
    return this.#found(anchored, ref, uri, this.#dynamicAnchors.has(`${uri}#${fragment}`) ? fragment : undefined);
  }

  #byPointer(document: Json, fragment: string, ref: string, uri: string): Resolved {
    let value: Json | undefined = document;
    let base = uri;
    for (const segment of pointerSegments(fragment)) {
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, segment)) {
        throw new Error(`cannot resolve ${ref}: ${uri} has nothing there`);
      }
      value = (value as JsonObject)[segment];
      if (isJsonObject(value)) base = this.#bases.get(value) ?? base;
    }
    // A reference may point into an unknown keyword, which has not been searched for schemas yet.
    if (isJsonObject(value) && !this.#bases.has(value)) this.file(value, base);
    return this.#found(value ?? null, ref, base, undefined);
  }

  #found(value: Json, ref: string, base: string, dynamicAnchor: string | undefined): Resolved {
    if (!isSchema(value)) throw new Error(`cannot resolve ${ref}: what is there is not a schema`);
    return { schema: value, base: this.baseOf(value, base), dynamicAnchor, ref };
  }

  /** Files a schema that is part of a larger document, with everything inside it. */
  file(schema: JsonObject, inherited: string): void {
    const id = schema.$id;
    const base = typeof id === "string" ? withoutFragment(new URL(id, inherited).href) : inherited;
    if (typeof id === "string") this.#resources.set(base, schema);
    if (this.#bases.has(schema)) return;
    this.#bases.set(schema, base);
    if (!this.#resources.has(base)) this.#resources.set(base, schema);
    const { $anchor: anchor, $dynamicAnchor: dynamicAnchor } = schema;
    if (typeof anchor === "string") this.#anchors.set(`${base}#${anchor}`, schema);
    if (typeof dynamicAnchor === "string") {
      this.#anchors.set(`${base}#${dynamicAnchor}`, schema);
      this.#dynamicAnchors.set(`${base}#${dynamicAnchor}`, schema);
    }
    if (schema.$dynamicRef !== undefined) this.#usesDynamicScope = true;
    visitSubschemas(schema, (subschema) => {
      if (typeof subschema !== "boolean") this.file(subschema, base);
    });
  }
}

/** The schemas of a list. */
export function schemasIn(list: Json | undefined, base: string): readonly Part[] {
  return Array.isArray(list) ? list.filter(isSchema).map((schema) => ({ schema, base })) : [];
}

function withoutFragment(uri: string): string {
  const end = uri.lastIndexOf("#");
  return end === -1 ? uri : uri.slice(0, end);
}
