import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { BINARY, withoutBinary } from "../schema/binary.ts";
import { circular, withoutCircles } from "../schema/cycles.ts";
import { nameMembers, nameVariants } from "../schema/discriminator.ts";
import { withoutItemsList } from "../schema/items-list.ts";
import { malformed } from "../schema/malformed.ts";
import type { Repair } from "../schema/repair.ts";
import { componentName, componentRef, isSchema, type Schema } from "../schema/schema.ts";
import { withoutSlips } from "../schema/slips.ts";
import { honourOutdated, isOutdated, upgradeSchema } from "../schema/upgrade-schema.ts";
import { mapSubschemas, visitSubschemas } from "../schema/walk.ts";
import type { NamedSchema } from "./model.ts";
import { pascalCase, uniqueName } from "./names.ts";
import type { DocumentSource } from "./source.ts";

type Direction = "request" | "response";

/** Collects the schemas of a document, normalised, under the names that generated code will give them. */
export class SchemaTable {
  readonly repairs: Repair[] = [];
  readonly warnings: Diagnostic[] = [];
  readonly #source: DocumentSource;
  readonly #schemas = new Map<string, { schema: Schema; pointer: string }>();
  readonly #taken = new Set<string>();
  readonly #targets = new Map<string, string>();
  readonly #used: Record<Direction, Set<string>> = { request: new Set(), response: new Set() };

  constructor(source: DocumentSource) {
    this.#source = source;
    const components = source.document.root.components;
    const schemas = isJsonObject(components) ? components.schemas : undefined;
    const members = source.members(schemas, "#/components/schemas");
    for (const { name } of members) this.#taken.add(name);
    for (const { name, value, pointer } of members) this.#file(name, value, pointer);
  }

  /** The name of a schema at a place where an operation uses it; an inline schema is filed under `inlineName`. */
  use(value: Json, pointer: string, inlineName: string, direction: Direction): string {
    const named =
      isJsonObject(value) && Object.keys(value).length === 1 ? componentName(String(value.$ref)) : undefined;
    const name = named ?? uniqueName(inlineName, this.#taken);
    if (named === undefined) this.#file(name, value, pointer);
    this.#mark(name, direction, pointer);
    return name;
  }

  /** Whether the schema of a name, or the one that it stands for, is bytes. */
  isBytes(name: string): boolean {
    const seen = new Set<string>();
    for (let next: string | undefined = name; next !== undefined && !seen.has(next); ) {
      seen.add(next);
      const { schema = true }: { schema?: Schema } = this.#schemas.get(next) ?? {};
      if (typeof schema === "boolean") return false;
      if (schema[BINARY] === true) return true;
      next = typeof schema.$ref === "string" ? componentName(schema.$ref) : undefined;
    }
    return false;
  }

  /** A schema that is used in place, without a name. */
  inline(value: Json, pointer: string, direction: Direction): Schema {
    const schema = this.#normalise(value, pointer);
    this.#markReferences(schema, pointer, direction);
    return schema;
  }

  /** @throws {DocumentError} when a schema goes round in a circle. */
  finish(): NamedSchema[] {
    const entries = [...this.#schemas].sort(([a], [b]) => (a < b ? -1 : 1));
    const named = nameVariants(new Map(entries.map(([name, { schema }]) => [name, schema])));
    const schemas = withoutCircles(named, (name) =>
      this.repairs.push({
        kind: "allOf of a schema that lists this one by oneOf or anyOf, taken without the list",
        pointer: this.#schemas.get(name)?.pointer ?? "#",
      }),
    );
    const [circle] = circular(schemas);
    if (circle !== undefined) {
      const pointer = this.#schemas.get(circle)?.pointer ?? "#";
      const message = `${circle} contains itself by $ref, allOf, anyOf, oneOf, not or if alone, so that checking a value would never end; put it into a property or an item, or leave it out`;
      throw this.#source.error(pointer, "circular-schema", message);
    }
    return entries.map(([name, { schema, pointer }]) => ({
      name,
      schema: schemas.get(name) ?? schema,
      pointer,
      inRequests: this.#used.request.has(name),
      inResponses: this.#used.response.has(name),
    }));
  }

  /** The schemas that have been filed since {@link finish}. */
  further(known: readonly NamedSchema[]): NamedSchema[] {
    const names = new Set(known.map(({ name }) => name));
    return [...this.#schemas].flatMap(([name, { schema, pointer }]) =>
      names.has(name) ? [] : [{ name, schema, pointer, inRequests: false, inResponses: false }],
    );
  }

  #file(name: string, value: Json, pointer: string): void {
    this.#schemas.set(name, { schema: this.#normalise(value, pointer), pointer });
  }

  #normalise(value: Json, pointer: string): Schema {
    if (!isSchema(value)) throw this.#source.error(pointer, "structure", "expected a schema");
    const meant = this.#correct(value, pointer);
    const modern =
      this.#source.document.version === "3.0"
        ? upgradeSchema(meant, pointer, (repair) => this.repairs.push(repair))
        : meant;
    return sortKeys(this.#prepare(modern, pointer));
  }

  #correct(schema: Schema, pointer: string): Schema {
    if (typeof schema === "boolean") return schema;
    const corrected = withoutSlips(schema, pointer, (repair) => this.repairs.push(repair));
    return mapSubschemas(corrected, pointer, (subschema, site) => this.#correct(subschema, site.pointer));
  }

  /** Refuses keywords and patterns that make no sense, and gives every schema that is referred to a name. */
  #prepare(schema: Schema, pointer: string): Schema {
    if (typeof schema === "boolean") return schema;
    if (isOutdated(schema)) {
      return this.#prepare(
        honourOutdated(schema, pointer, (repair) => this.repairs.push(repair)),
        pointer,
      );
    }
    if (Array.isArray(schema.items))
      return this.#prepare(
        withoutItemsList(schema, pointer, (repair) => this.repairs.push(repair)),
        pointer,
      );
    if (schema.required !== undefined && !isNameList(schema.required)) {
      // Draft 3 of JSON Schema said it of the property itself, by a flag, and many documents still do.
      const { required: _, ...rest } = schema;
      this.repairs.push({ kind: "required that is no list of names ignored", pointer });
      return this.#prepare(rest, pointer);
    }
    const wrong = malformed(schema);
    if (wrong !== undefined)
      throw this.#source.error(pointerTo(pointer, wrong.keyword), "structure", `expected ${wrong.expected}`);
    if (typeof schema.pattern === "string" && faultOf(schema.pattern) !== undefined)
      return this.#prepare(this.#withoutPattern(schema, pointer), pointer);
    if (isJsonObject(schema.patternProperties)) {
      const at = pointerTo(pointer, "patternProperties");
      for (const pattern of Object.keys(schema.patternProperties)) {
        const fault = faultOf(pattern);
        if (fault !== undefined)
          throw this.#source.error(pointerTo(at, pattern), "pattern", `expected ${REGULAR_EXPRESSION}: ${fault}`);
      }
    }
    if (typeof schema.$dynamicRef === "string" && !this.#isDynamic(schema.$dynamicRef, pointer)) {
      // Without a `$dynamicAnchor` at its end, it is a reference like any other (Core 8.2.3.2).
      const { $dynamicRef: $ref, ...rest } = schema;
      const { allOf = [] } = rest;
      return this.#prepare(
        rest.$ref === undefined ? { ...rest, $ref } : { ...rest, allOf: [...[allOf].flat(), { $ref }] },
        pointer,
      );
    }
    // References by `$id` become references to components, so nothing is relative to one any more.
    const { $id: _, ...known } = withoutBinary(schema);
    const parts = mapSubschemas(known, pointer, (subschema, site) => this.#prepare(subschema, site.pointer));
    const prepared = nameMembers(parts, (ref) =>
      ref.startsWith("#") && this.#source.has(ref, pointer) ? this.#nameTarget(ref, pointer) : undefined,
    );
    const { $dynamicRef: dynamicRef, $ref: ref } = schema;
    return {
      ...prepared,
      ...(typeof ref === "string" ? { $ref: this.#nameTarget(ref, pointer) } : {}),
      // What the name leads to is looked for among all schemas.
      ...(typeof dynamicRef === "string" ? { $dynamicRef: dynamicRef.slice(dynamicRef.indexOf("#")) } : {}),
    };
  }

  #isDynamic(ref: string, from: string): boolean {
    const { value } = this.#source.at(ref, from);
    return isJsonObject(value) && ref.endsWith(`#${value.$dynamicAnchor}`);
  }

  /** Other languages have other regular expressions; all that can be done without theirs is to say so. */
  #withoutPattern({ pattern, ...rest }: JsonObject, pointer: string): JsonObject {
    const message = `expected ${REGULAR_EXPRESSION}, so no text is held to this one: ${faultOf(String(pattern))}`;
    this.warnings.push(
      diagnose("pattern", this.#source.document, pointerTo(pointer, "pattern"), message, { severity: "warning" }),
    );
    return rest;
  }

  /** A reference to a component. Whatever else is referred to, such as a property of another schema, becomes one. */
  #nameTarget(ref: string, from: string): string {
    const component = componentName(ref);
    // There are several ways to write the same name.
    if (component !== undefined) return componentRef(component);
    const { value, pointer } = this.#source.at(ref, from);
    const existing = this.#targets.get(pointer) ?? (componentName(pointer) === undefined ? undefined : pointer);
    if (existing !== undefined) return existing;
    const name = uniqueName(nameOfPlace(pointer), this.#taken);
    this.#targets.set(pointer, componentRef(name));
    this.#file(name, value, pointer);
    return componentRef(name);
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

const REGULAR_EXPRESSION = "a regular expression of ECMA-262";

/** Why a text is no pattern; undefined for one that is. */
function faultOf(pattern: string): string | undefined {
  try {
    return new RegExp(pattern) && undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A name for a schema that has none, from where it is: that of a definition, or the last words of the way to it. */
function nameOfPlace(pointer: string): string {
  const definition = /\/(?:\$defs|definitions)\/([^/]+)$/.exec(pointer)?.[1];
  const words = pointer.split(/[^A-Za-z0-9]+/).filter((word) => !/^(|components|schemas?|properties)$/.test(word));
  return pascalCase(definition ?? words.slice(-3).join("_"));
}

/** Keys in alphabetical order everywhere, so that moving one in the document changes nothing generated. */
function sortKeys<T extends Json>(value: T): T;
function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => sortKeys(item));
  if (!isJsonObject(value)) return value;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, member]) => [key, sortKeys(member)]));
}

function isNameList(value: Json): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}
