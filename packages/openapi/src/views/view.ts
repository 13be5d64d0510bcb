import { isJsonObject, type Json, type JsonObject, walkJson } from "../json/json.ts";
import { discriminatorOf, renameMapping } from "../schema/discriminator.ts";
import { isInPlace, varianceOf } from "../schema/keywords.ts";
import { type Schema, typesOf } from "../schema/schema.ts";
import { type Rewriting, rewriteSchema } from "../schema/walk.ts";
import { Inherited, type NameSet, NameSets } from "./inherited.ts";

/** Annotates an opened enumeration with the values that the document lists. */
export const KNOWN_VALUES: unique symbol = Symbol("known values");

/** How to rename a `$ref`. `closed` asks for the target to the letter, in both views. */
export type RenameRef = (ref: string, closed: boolean) => string;
/** The schema that a reference leads to. */
export type Resolve = (ref: string) => Schema | undefined;

/** Schemas as one of the two sides has them. */
export class SchemaViews {
  readonly #resolve: Resolve;
  readonly #names = new NameSets();
  readonly #required: Inherited;
  readonly #readOnly: Inherited | undefined;
  readonly #writeOnly: Inherited | undefined;

  constructor(resolve: Resolve, document: JsonObject) {
    this.#resolve = resolve;
    this.#required = new Inherited(this.#names, resolve, ({ required }) =>
      Array.isArray(required) ? required.map(String) : [],
    );
    this.#readOnly = propertiesWith("readOnly", this.#names, resolve, document);
    this.#writeOnly = propertiesWith("writeOnly", this.#names, resolve, document);
  }

  /** What a client may send: strict, without what only the server writes. */
  request(schema: Schema, rename: RenameRef): Schema {
    return this.#view(schema, false, { rename, change: (object) => object, marked: this.#readOnly });
  }

  /**
   * What a client accepts: an enumeration may grow and an object may gain a property without breaking a caller.
   *
   * Where a laxer part would make the whole stricter (`not`, `if`, `contains` with a maximum) or ambiguous (`oneOf`), the
   * letter stays.
   */
  response(schema: Schema, rename: RenameRef): Schema {
    const change = (object: JsonObject, closed: boolean): JsonObject => (closed ? object : opened(object));
    return this.#view(schema, false, { rename, change, marked: this.#writeOnly });
  }

  /** What a server may send: to the letter, without what only the client writes. */
  closedResponse(schema: Schema, rename: RenameRef): Schema {
    return this.#view(schema, false, { rename, change: (object) => object, marked: this.#writeOnly });
  }

  /** The document to the letter. */
  strict(schema: Schema, rename: RenameRef): Schema {
    return this.#view(schema, true, { rename, change: (object) => object, marked: undefined });
  }

  #view(schema: Schema, closed: boolean, options: ViewOptions): Schema {
    const state = { closed, beside: 0n, whole: undefined };
    return rewriteSchema<ViewState>(schema, state, (part, state) => this.#enter(part, state, options));
  }

  #enter(entered: JsonObject, { closed, beside, whole }: ViewState, options: ViewOptions): Rewriting<ViewState> {
    for (let [schema, around] = [entered, beside]; ; ) {
      const names = around | (options.marked?.of(schema) ?? 0n);
      const own = this.#ownView(schema, names, closed, options);
      const target = typeof own.$ref === "string" ? this.#resolve(own.$ref) : undefined;
      // What another part says about a property, the target on its own knows nothing of: it is taken over instead.
      const takenOver = isJsonObject(target) && this.#requiresAny(target, names, options.marked) ? target : undefined;
      const parts = partsOf(schema, names, whole);
      const isRepeated = takenOver !== undefined && parts?.add(takenOver) === false;
      if (takenOver !== undefined && Object.keys(own).length === 1) {
        if (isRepeated) return LEFT_OUT;
        [schema, around, whole] = [takenOver, names, parts];
        continue;
      }
      const owner = schema;
      const states = new Map<string, ViewState>();
      return {
        schema: takenOver === undefined ? renamed(own, closed, options) : withParts(own, isRepeated ? [] : [takenOver]),
        below: (subschema, keyword) => {
          const key = subschema === takenOver ? "" : keyword;
          const state = states.get(key) ?? below(owner, keyword, { closed, beside: names, whole: parts }, key === "");
          states.set(key, state);
          return state;
        },
        finish: parts && withoutRepeated,
      };
    }
  }

  /** Whether a schema requires any of the names that it does not drop by itself. */
  #requiresAny(schema: JsonObject, names: NameSet, marked: Inherited | undefined): boolean {
    if (marked === undefined || names === 0n) return false;
    return (this.#required.of(schema) & names & ~marked.of(schema)) !== 0n;
  }

  /** A schema without what is below it, in a view. */
  #ownView(schema: JsonObject, names: NameSet, closed: boolean, { change, rename }: ViewOptions): JsonObject {
    const changed = this.#withoutRequired(change(schema, closed), names);
    if (changed.discriminator === undefined) return changed;
    return { ...changed, ...renameMapping(changed.discriminator, (target) => rename(target, closed)) };
  }

  /** The same schema, requiring none of the names. */
  #withoutRequired(schema: JsonObject, names: NameSet): JsonObject {
    if (names === 0n || !Array.isArray(schema.required)) return schema;
    const { required: _, ...rest } = schema;
    const kept = schema.required.filter((name: Json) => (names & this.#names.of([String(name)])) === 0n);
    if (kept.length === schema.required.length) return schema;
    return kept.length === 0 ? rest : { ...rest, required: kept };
  }
}

interface ViewOptions {
  readonly change: (object: JsonObject, closed: boolean) => JsonObject;
  /** The properties that cannot be required of the side whose view this is, by the schema that has them. */
  readonly marked: Inherited | undefined;
  readonly rename: RenameRef;
}

interface ViewState {
  readonly closed: boolean;
  /** Names of properties that what stands around the schema says cannot be required. */
  readonly beside: NameSet;
  /** The parts of the whole that the schema is a part of by `allOf`: what cannot be required is the same for all. */
  readonly whole: Parts | undefined;
}

/** What a subschema is viewed with, from what its owner is. */
function below(
  owner: JsonObject,
  keyword: string,
  { closed, beside, whole }: ViewState,
  takenOver: boolean,
): ViewState {
  const isPart = takenOver || hasSameProperties(owner, keyword);
  return {
    closed: closed || isContravariant(owner, keyword),
    beside: isPart ? beside : 0n,
    whole: isPart && keyword === "allOf" ? whole : undefined,
  };
}

/** Schemas that a whole has taken over. */
class Parts {
  /** Where a few are there twice, types say more; where many are, each may be there exponentially often. */
  static readonly #MOST = 100;
  readonly #all = new Set<JsonObject>();
  #count = 0;

  /** Whether a part is to be taken over, too; there are many, and it is there already, if not. */
  add(part: JsonObject): boolean {
    if (this.#count >= Parts.#MOST && this.#all.has(part)) return false;
    this.#all.add(part);
    this.#count++;
    return true;
  }
}

/** Stands for a part that the whole has already, until it is left out. */
const REPEATED: JsonObject = {};
const LEFT_OUT: Rewriting<ViewState> = {
  schema: REPEATED,
  below: () => ({ closed: false, beside: 0n, whole: undefined }),
};

function withoutRepeated(schema: JsonObject): JsonObject {
  const { allOf, ...rest } = schema;
  if (!Array.isArray(allOf) || !allOf.includes(REPEATED)) return schema;
  const kept = allOf.filter((part: Json) => part !== REPEATED);
  return kept.length === 0 ? rest : { ...rest, allOf: kept };
}

/** What the whole around a schema has taken over; of a schema that asks what its own parts are about, it is the whole. */
function partsOf(schema: JsonObject, names: NameSet, whole: Parts | undefined): Parts | undefined {
  if (names === 0n) return undefined;
  const isWhole = schema.unevaluatedProperties !== undefined || schema.unevaluatedItems !== undefined;
  return isWhole || whole === undefined ? new Parts() : whole;
}

/** A copy of the schema, its reference renamed, behind all else. Views have no object in common: each has its own checks. */
function renamed(schema: JsonObject, closed: boolean, { rename }: ViewOptions): JsonObject {
  const { $ref: ref, ...rest } = schema;
  return typeof ref === "string" ? { ...rest, $ref: rename(ref, closed) } : { ...schema };
}

/** The same schema with parts instead of its reference. */
function withParts({ $ref: _, ...rest }: JsonObject, parts: readonly JsonObject[]): JsonObject {
  return { ...rest, allOf: [...(Array.isArray(rest.allOf) ? rest.allOf : []), ...parts] };
}

/** Whether what a keyword holds asks for properties of the same object. */
function hasSameProperties({ discriminator }: JsonObject, keyword: string): boolean {
  return isInPlace(keyword) && keyword !== "not" && keyword !== "if" && discriminator === undefined;
}

/**
 * The properties with a marker; undefined in a document without it. `readOnly`: only the server writes it; `writeOnly`:
 * only the client (OpenAPI 3.0.4, Schema Object).
 */
function propertiesWith(
  marker: "readOnly" | "writeOnly",
  names: NameSets,
  resolve: Resolve,
  document: JsonObject,
): Inherited | undefined {
  let isMarked = false;
  const look = (value: Json): void => {
    isMarked ||= isJsonObject(value) && value[marker] === true;
  };
  walkJson(document, true, look, () => !isMarked || undefined);
  if (!isMarked) return undefined;
  const markers = new Inherited(names, resolve, (schema) => (schema[marker] === true ? [marker] : []));
  return new Inherited(names, resolve, ({ properties }) =>
    Object.entries(properties ?? {}).flatMap(([name, property]) => (markers.of(property) === 0n ? [] : [name])),
  );
}

/** Whether a laxer subschema would make the schema stricter, or ambiguous. */
function isContravariant(schema: JsonObject, keyword: string): boolean {
  // A discriminator keeps the members of a union apart, however lax each of them becomes.
  if (keyword === "oneOf") return !isNullable(schema) && discriminatorOf(schema, "oneOf") === undefined;
  return keyword === "if" || /^(more|either)$/.test(varianceOf(schema, keyword));
}

/** `oneOf: [X, {type: null}]`, which stays unambiguous however lax X becomes, as long as X itself refuses null. */
function isNullable(schema: JsonObject): boolean {
  const branches = schema.oneOf;
  return (
    Array.isArray(branches) &&
    branches.length === 2 &&
    branches.some((branch: Json) => isJsonObject(branch) && branch.type === "null")
  );
}

function opened(schema: JsonObject): JsonObject {
  if (schema.enum === undefined && schema.additionalProperties !== false && schema.unevaluatedProperties !== false)
    return schema;
  const open: Record<string | symbol, Json> = { ...schema };
  for (const keyword of ["additionalProperties", "unevaluatedProperties"])
    if (open[keyword] === false) delete open[keyword];
  const values = schema.enum;
  const type = Array.isArray(values) ? openType(values, typesOf(schema)) : undefined;
  if (type !== undefined) {
    delete open.enum;
    open[KNOWN_VALUES] = values ?? [];
    // Other types that the schema names were excluded by the enumeration, and stay so.
    open.type = type;
  }
  return open;
}

/** The type that an enumeration opens into; undefined when it stays closed: mixed types, or a single value, which is a constant. */
function openType(values: readonly Json[], declared: readonly string[]): Json | undefined {
  const known = values.filter((value) => value !== null);
  const type = typeof known[0];
  if (known.length < 2 || (type !== "string" && type !== "number") || known.some((value) => typeof value !== type))
    return undefined;
  const open = type === "number" && declared.includes("integer") && !declared.includes("number") ? "integer" : type;
  return known.length < values.length ? [open, "null"] : open;
}
