import { isJsonObject, type Json, type JsonObject } from "../document/index.ts";
import type { NamedSchema } from "./model.ts";
import { uniqueName } from "./names.ts";
import type { Repair } from "./repair.ts";
import { componentName, isSchema, mapSubschemas, type Schema, visitSubschemas } from "./schema.ts";
import type { DocumentSource } from "./source.ts";
import { upgradeSchema } from "./upgrade-schema.ts";

type Direction = "request" | "response";

/** Collects the schemas of a document, normalised, under the names that generated code will give them. */
export class SchemaTable {
  readonly repairs: Repair[] = [];
  readonly #source: DocumentSource;
  readonly #schemas = new Map<string, { schema: Schema; pointer: string }>();
  readonly #taken = new Set<string>();
  readonly #used: Record<Direction, Set<string>> = { request: new Set(), response: new Set() };

  constructor(source: DocumentSource) {
    this.#source = source;
    const components = source.document.root.components;
    const schemas = isJsonObject(components) ? components.schemas : undefined;
    for (const { name, value, pointer } of source.members(schemas, "#/components/schemas")) {
      this.#taken.add(name);
      this.#schemas.set(name, { schema: this.#normalise(value, pointer), pointer });
    }
  }

  /** The name of a schema at a place where an operation uses it; an inline schema is filed under `inlineName`. */
  use(value: Json, pointer: string, inlineName: string, direction: Direction): string {
    const named =
      isJsonObject(value) && Object.keys(value).length === 1 ? componentName(String(value.$ref)) : undefined;
    const name = named ?? uniqueName(inlineName, this.#taken);
    if (named === undefined) this.#schemas.set(name, { schema: this.#normalise(value, pointer), pointer });
    this.#mark(name, direction, pointer);
    return name;
  }

  /** A schema that is used in place, without a name. */
  inline(value: Json, pointer: string): Schema {
    return this.#normalise(value, pointer);
  }

  finish(): NamedSchema[] {
    return [...this.#schemas]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, entry]) => ({
        name,
        ...entry,
        inRequests: this.#used.request.has(name),
        inResponses: this.#used.response.has(name),
      }));
  }

  #normalise(value: Json, pointer: string): Schema {
    if (!isSchema(value)) throw this.#source.error(pointer, "structure", "expected a schema");
    const modern =
      this.#source.document.version === "3.0"
        ? upgradeSchema(value, pointer, (repair) => this.repairs.push(repair))
        : value;
    return sortKeys(modern);
  }

  /** Everything that a used schema refers to travels in the same direction. */
  #mark(name: string, direction: Direction, from: string): void {
    const used = this.#used[direction];
    if (used.has(name)) return;
    const entry = this.#schemas.get(name);
    if (entry === undefined) throw this.#source.error(from, "reference", `there is no schema ${name}`);
    used.add(name);
    this.#markReferences(entry.schema, entry.pointer, direction);
  }

  #markReferences(schema: Schema, pointer: string, direction: Direction): void {
    if (typeof schema === "boolean") return;
    const target = typeof schema.$ref === "string" ? componentName(schema.$ref) : undefined;
    if (target !== undefined) this.#mark(target, direction, pointer);
    visitSubschemas(schema, pointer, (subschema, site) => this.#markReferences(subschema, site.pointer, direction));
  }
}

/** Keywords and property names in alphabetical order, so that moving a key in the document changes nothing generated. */
function sortKeys(schema: Schema): Schema {
  if (typeof schema === "boolean") return schema;
  const mapped = mapSubschemas(schema, "#", sortKeys);
  const sorted = sortObject(mapped);
  for (const map of ["properties", "patternProperties", "$defs", "dependentSchemas", "dependentRequired"]) {
    const value = sorted[map];
    if (isJsonObject(value)) sorted[map] = sortObject(value);
  }
  return sorted;
}

function sortObject(object: JsonObject): Record<string, Json> {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
