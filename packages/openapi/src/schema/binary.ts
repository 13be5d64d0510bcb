import { isBinary } from "../http/media-type.ts";
import { type JsonObject, remade } from "../json/json.ts";
import { isInPlace, KEYWORDS } from "./keywords.ts";
import { componentName, componentRef, type Schema, typesOf } from "./schema.ts";
import { addTo, type Rewriting, rewriteSchema, visitSubschemas } from "./walk.ts";

/** Marks a schema whose values are bytes, not JSON: a file of a form, or a whole body. */
export const BINARY: unique symbol = Symbol("bytes");

/**
 * What carries a value: `whole`, a body that is not JSON, or a part of a form; `form`, whose properties are such parts;
 * undefined for JSON, in which bytes are a string.
 */
export type Carrier = "form" | "whole" | undefined;

/**
 * `type: string, format: binary` is how OpenAPI 3.0 says bytes, and 3.1 documents still do; 3.1 says it by a media type
 * of bytes without an encoding that would make a string of them.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#migrating-binary-descriptions-from-oas-3-0
 */
export function describesBytes(schema: JsonObject): boolean {
  if (!typesOf(schema).every((type) => type === "string")) return false;
  const { format, contentMediaType, contentEncoding, contentSchema } = schema;
  if (format === "binary") return true;
  if (contentEncoding !== undefined || contentSchema !== undefined) return false;
  return typeof contentMediaType === "string" && isBinary(contentMediaType);
}

/** A use of a schema by its name. */
export interface SchemaUse {
  readonly name: string;
  readonly carrier: Carrier;
}

/** Schemas by name, with bytes marked where they are carried as such. */
export interface WithBytes {
  readonly schemas: ReadonlyMap<string, Schema>;
  /** What schemas that are bytes, or hold some, are called there, where JSON has them too, with strings. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Marks bytes where bodies and forms carry them. Elsewhere, they are strings, as JSON has nothing else for them.
 *
 * @param nameOf A name that is free for the form of a schema that holds bytes.
 * @param replaced Told of each schema that another stands for now.
 */
export function withBytes(
  schemas: ReadonlyMap<string, Schema>,
  uses: readonly SchemaUse[],
  nameOf: (name: string) => string,
  replaced: (before: JsonObject, after: JsonObject) => void,
): WithBytes {
  const { carriers, holding } = carried(schemas, uses);
  const isInJson = (name: string): boolean => carriersOf(carriers, schemas.get(name)).has(undefined);
  const renamed = new Map([...holding].sort().flatMap((name) => (isInJson(name) ? [[name, nameOf(name)]] : [])));
  const result = new Map(schemas);
  for (const name of holding) {
    const enter = (schema: JsonObject): Rewriting<undefined> => ({
      schema,
      below: () => undefined,
      finish: (rewritten) => {
        const target = typeof schema.$ref === "string" ? componentName(schema.$ref) : undefined;
        const by = [...carriersOf(carriers, schema)].map((carrier) =>
          carrierInto(carrier, schemas.get(target ?? "") ?? true),
        );
        const after = inBytes(schema, rewritten, new Set(by), renamed.get(target ?? ""));
        replaced(schema, after);
        return after;
      },
    });
    result.set(renamed.get(name) ?? name, rewriteSchema(schemas.get(name) ?? true, undefined, enter));
  }
  return { schemas: result, renamed };
}

type Carriers = ReadonlyMap<Schema | undefined, ReadonlySet<Carrier>>;

const NOTHING: ReadonlySet<Carrier> = new Set();

function carriersOf(carriers: Carriers, schema: Schema | undefined): ReadonlySet<Carrier> {
  return carriers.get(schema) ?? NOTHING;
}

/** What carries each schema that is used, and the names of those that hold bytes, themselves or by reference. */
function carried(
  schemas: ReadonlyMap<string, Schema>,
  uses: readonly SchemaUse[],
): { readonly carriers: Carriers; readonly holding: ReadonlySet<string> } {
  const carriers = new Map<Schema, Set<Carrier>>();
  const holding = new Set<string>();
  const referring = new Map<string, string[]>();
  const open: { readonly schema: JsonObject; readonly carrier: Carrier; readonly owner: string }[] = [];
  const enter = (schema: Schema, by: Carrier, owner: string): void => {
    const carrier = carrierInto(by, schema);
    const known = carriers.get(schema) ?? new Set<Carrier>();
    if (typeof schema === "boolean" || known.has(carrier)) return;
    carriers.set(schema, known.add(carrier));
    open.push({ schema, carrier, owner });
  };
  for (const { name, carrier } of uses) enter(schemas.get(name) ?? true, carrier, name);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { schema, carrier, owner } = next;
    if (carrier === "whole" && describesBytes(schema)) holding.add(owner);
    const target = typeof schema.$ref === "string" ? componentName(schema.$ref) : undefined;
    if (target !== undefined) {
      const schema = schemas.get(target) ?? true;
      if (carrierInto(carrier, schema) !== undefined) addTo(referring, target, owner);
      enter(schema, carrier, target);
    }
    visitSubschemas(schema, (part, keyword) => enter(part, carrierBelow(carrier, keyword), owner));
  }
  // A set may grow while it is walked.
  for (const name of holding) for (const other of referring.get(name) ?? []) holding.add(other);
  return { carriers, holding };
}

/** A part of a form that is an object is JSON. */
function carrierInto(carrier: Carrier, schema: Schema): Carrier {
  if (carrier !== "whole" || typeof schema === "boolean") return carrier;
  return typesOf(schema).includes("object") || schema.properties !== undefined ? undefined : carrier;
}

/** What carries the schemas of a keyword. A part of a form that is a list is several parts. */
function carrierBelow(carrier: Carrier, keyword: string): Carrier {
  if (isInPlace(keyword)) return keyword === "not" ? undefined : carrier;
  const { role, types = [] } = KEYWORDS.get(keyword) ?? {};
  if (role !== "child") return undefined;
  return carrier === (types.includes("array") ? "whole" : "form") ? "whole" : undefined;
}

/** What is a Blob in a program is held to nothing that JSON Schema could say about a string. */
const OF_STRINGS = new Set(["type", "format", "minLength", "maxLength", "pattern"]);

function inBytes(
  written: JsonObject,
  schema: JsonObject,
  carriers: ReadonlySet<Carrier>,
  target: string | undefined,
): JsonObject {
  if (carriers.has("whole") && describesBytes(written)) {
    const kept = Object.entries(schema).filter(([keyword]) => !OF_STRINGS.has(keyword));
    return { ...remade(schema, kept), [BINARY]: true };
  }
  const isCarried = carriers.has("whole") || carriers.has("form");
  return isCarried && target !== undefined ? { ...schema, $ref: componentRef(target) } : schema;
}
