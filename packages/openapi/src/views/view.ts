import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { discriminatorOf, renameMapping } from "../schema/discriminator.ts";
import { isInPlace, varianceOf } from "../schema/keywords.ts";
import { type Schema, typesOf } from "../schema/schema.ts";
import { type Rewriting, SchemaRewriter } from "../schema/walk.ts";

/** Annotates an opened enumeration with the values that the document lists. */
export const KNOWN_VALUES = "x-known-values";

/** How to rename a `$ref`. `closed` asks for the target to the letter, whatever the view. */
export type RenameRef = (ref: string, closed: boolean) => string;
/** The schema that a reference leads to. */
export type Resolve = (ref: string) => Schema | undefined;

/** Schemas as one of the two sides has them. */
export class SchemaViews {
  readonly #resolve: Resolve;
  readonly #required: Inherited;
  readonly #readOnly: Inherited;
  readonly #writeOnly: Inherited;

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
    this.#required = new Inherited(resolve, ({ required }) => (Array.isArray(required) ? required.map(String) : []));
    this.#readOnly = propertiesWith("readOnly", resolve);
    this.#writeOnly = propertiesWith("writeOnly", resolve);
  }

  /** What a client may send: strict, without what only the server writes. */
  request(schema: Schema, rename: RenameRef): Schema {
    return this.#view(schema, false, { rename, change: (object) => object, marked: this.#readOnly });
  }

  /**
   * What a client accepts: an enumeration may grow and an object may gain a property without breaking anybody.
   *
   * Where a laxer part would make the whole stricter (`not`, `if`, `contains` with a maximum) or ambiguous (`oneOf`), the
   * letter stays.
   */
  response(schema: Schema, rename: RenameRef): Schema {
    const change = (object: JsonObject, closed: boolean): JsonObject => (closed ? object : opened(object));
    return this.#view(schema, false, { rename, change, marked: this.#writeOnly });
  }

  /** The document to the letter. */
  strict(schema: Schema, rename: RenameRef): Schema {
    return this.#view(schema, true, { rename, change: (object) => object, marked: undefined });
  }

  #view(schema: Schema, closed: boolean, options: ViewOptions): Schema {
    let viewed = schema;
    const rewriter = new SchemaRewriter<ViewState>((part, state) => this.#enter(part, state, options));
    rewriter.rewrite(schema, { closed, beside: NONE }, (result) => {
      viewed = result;
    });
    return viewed;
  }

  #enter(entered: JsonObject, { closed, beside }: ViewState, options: ViewOptions): Rewriting<ViewState> {
    for (let [schema, around] = [entered, beside]; ; ) {
      const names = options.marked === undefined ? NONE : union([around, options.marked.of(schema)]);
      const own = ownView(schema, names, closed, options);
      const target = typeof own.$ref === "string" ? this.#resolve(own.$ref) : undefined;
      // What another part says about a property, the target on its own knows nothing of: it is taken over instead.
      const takenOver = isJsonObject(target) && this.#requiresAny(target, names, options.marked) ? target : undefined;
      if (takenOver !== undefined && Object.keys(own).length === 1) {
        [schema, around] = [takenOver, names];
        continue;
      }
      const owner = schema;
      return {
        schema: takenOver === undefined ? renamed(own, closed, options) : withPart(own, takenOver),
        below: (subschema, { keyword }) => ({
          closed: closed || isContravariant(owner, keyword),
          beside: subschema === takenOver || hasSameProperties(owner, keyword) ? names : NONE,
        }),
      };
    }
  }

  /** Whether a schema requires any of the names that it does not drop by itself. */
  #requiresAny(schema: JsonObject, names: ReadonlySet<string>, marked: Inherited | undefined): boolean {
    if (marked === undefined || names.size === 0) return false;
    const known = marked.of(schema);
    for (const name of this.#required.of(schema)) if (names.has(name) && !known.has(name)) return true;
    return false;
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
  readonly beside: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** A schema without what is below it, in a view. */
function ownView(
  schema: JsonObject,
  names: ReadonlySet<string>,
  closed: boolean,
  { change, rename }: ViewOptions,
): JsonObject {
  const changed = withoutRequired(change(schema, closed), names);
  if (changed.discriminator === undefined) return changed;
  return { ...changed, ...renameMapping(changed.discriminator, (target) => rename(target, closed)) };
}

/** A copy of the schema, its reference renamed, behind all else. Views have no object in common: each has its own checks. */
function renamed(schema: JsonObject, closed: boolean, { rename }: ViewOptions): JsonObject {
  const { $ref: ref, ...rest } = schema;
  return typeof ref === "string" ? { ...rest, $ref: rename(ref, closed) } : { ...schema };
}

/** The same schema with a part instead of its reference. */
function withPart({ $ref: _, ...rest }: JsonObject, part: JsonObject): JsonObject {
  return { ...rest, allOf: [...(Array.isArray(rest.allOf) ? rest.allOf : []), part] };
}

/** Whether what a keyword holds asks for properties of the same object. */
function hasSameProperties({ discriminator }: JsonObject, keyword: string): boolean {
  return isInPlace(keyword) && keyword !== "not" && keyword !== "if" && discriminator === undefined;
}

/** Names that schemas have, each its own and those of all that it takes over by `$ref` and `allOf`. */
class Inherited {
  readonly #resolve: Resolve;
  readonly #own: (schema: JsonObject) => readonly string[];
  readonly #known = new Map<JsonObject, ReadonlySet<string>>();

  constructor(resolve: Resolve, own: (schema: JsonObject) => readonly string[]) {
    this.#resolve = resolve;
    this.#own = own;
  }

  of(schema: Json): ReadonlySet<string> {
    if (!isJsonObject(schema)) return NONE;
    if (schema.$ref === undefined && schema.allOf === undefined) return setOf(this.#own(schema));
    const entered = new Set<JsonObject>();
    const open = [schema];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const bases = this.#known.has(top) ? [] : this.#basesOf(top);
      const unknown = entered.has(top) ? [] : bases.filter((base) => !this.#known.has(base));
      entered.add(top);
      if (unknown.length > 0) {
        open.push(...unknown);
        continue;
      }
      open.pop();
      if (!this.#known.has(top))
        this.#known.set(top, union([setOf(this.#own(top)), ...bases.map((base) => this.#known.get(base) ?? NONE)]));
    }
    return this.#known.get(schema) ?? NONE;
  }

  #basesOf({ $ref: ref, allOf }: JsonObject): readonly JsonObject[] {
    const target = typeof ref === "string" ? this.#resolve(ref) : undefined;
    return [...(target === undefined ? [] : [target]), ...(Array.isArray(allOf) ? allOf : [])].filter(isJsonObject);
  }
}

/** The properties with a marker. `readOnly`: only the server writes it; `writeOnly`: only the client (OpenAPI 3.0.4, Schema Object). */
function propertiesWith(marker: "readOnly" | "writeOnly", resolve: Resolve): Inherited {
  const markers = new Inherited(resolve, (schema) => (schema[marker] === true ? [marker] : []));
  return new Inherited(resolve, ({ properties }) =>
    isJsonObject(properties)
      ? Object.keys(properties).filter((name) => markers.of(properties[name] ?? true).size > 0)
      : [],
  );
}

function setOf(names: readonly string[]): ReadonlySet<string> {
  return names.length === 0 ? NONE : new Set(names);
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [first = NONE, ...others] = sets.filter(({ size }) => size > 0);
  return others.length === 0 ? first : new Set([first, ...others].flatMap((set) => [...set]));
}

/** The same schema, requiring none of the names. */
function withoutRequired(schema: JsonObject, names: ReadonlySet<string>): JsonObject {
  if (names.size === 0 || !Array.isArray(schema.required)) return schema;
  const { required: _, ...rest } = schema;
  const kept = schema.required.filter((name: Json) => !names.has(String(name)));
  if (kept.length === schema.required.length) return schema;
  return kept.length === 0 ? rest : { ...rest, required: kept };
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
  const open: Record<string, Json> = { ...schema };
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
