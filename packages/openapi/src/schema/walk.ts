import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { KEYWORDS } from "./keywords.ts";
import { componentName, isSchema, type Schema } from "./schema.ts";

/** A schema that another applies: by which keyword, and its name or index there, if it has one. */
type Visit<Result> = (subschema: Schema, keyword: string, name: string | number | undefined) => Result;

/** The pointer of a subschema below that of the schema around it. */
export function pointerBelow(at: string, keyword: string, name: string | number | undefined): string {
  return name === undefined ? pointerTo(at, keyword) : pointerTo(at, keyword, name);
}

/** The same schema with every direct subschema replaced; keywords keep their order. */
export function mapSubschemas(schema: JsonObject, replace: Visit<Schema>): JsonObject {
  let mapped: Record<string, Json> | undefined;
  const replaced = (member: Json, keyword: string, name?: string | number): Json =>
    isSchema(member) ? replace(member, keyword, name) : member;
  for (const keyword of Object.keys(schema)) {
    const holds = KEYWORDS.get(keyword)?.holds;
    if (holds === undefined) continue;
    const value = schema[keyword] ?? null;
    mapped ??= { ...schema };
    if (holds === "schema") mapped[keyword] = replaced(value, keyword);
    else if (holds === "list" && Array.isArray(value))
      mapped[keyword] = value.map((member, index) => replaced(member, keyword, index));
    else if (holds === "map" && isJsonObject(value))
      mapped[keyword] = Object.fromEntries(
        Object.entries(value).map(([name, member]) => [name, replaced(member, keyword, name)]),
      );
  }
  return mapped ?? schema;
}

/** Calls `visit` for every direct subschema. */
export function visitSubschemas(schema: JsonObject, visit: Visit<void>): void {
  for (const keyword of Object.keys(schema)) {
    const holds = KEYWORDS.get(keyword)?.holds;
    const value = schema[keyword];
    if (holds === "schema") {
      if (isSchema(value)) visit(value, keyword, undefined);
    } else if (holds !== undefined && typeof value === "object" && value !== null) {
      if (Array.isArray(value) !== (holds === "list")) continue;
      for (const name of Object.keys(value)) {
        const member = (value as JsonObject)[name]; // a list has its items by their index
        if (isSchema(member)) visit(member, keyword, name);
      }
    }
  }
}

/** Calls `visit` for a schema and all schemas in it, below those keywords that `enters` says. */
export function visitSchemas(
  schema: Schema,
  visit: (schema: JsonObject) => void,
  enters: (keyword: string) => boolean = () => true,
): void {
  if (typeof schema === "boolean") return;
  visit(schema);
  visitSubschemas(schema, (subschema, keyword) => {
    if (enters(keyword)) visitSchemas(subschema, visit, enters);
  });
}

/** The same schema with every schema in it changed, and then itself: `change` sees subschemas as they have become. */
export function mapSchemas(schema: Schema, change: (schema: JsonObject) => Schema): Schema {
  if (typeof schema === "boolean") return schema;
  return change(mapSubschemas(schema, (subschema) => mapSchemas(subschema, change)));
}

/** Names of the components that a schema and the schemas in it refer to, below those keywords that `enters` says. */
export function referencesOf(schema: Schema, enters?: (keyword: string) => boolean): readonly string[] {
  const names: string[] = [];
  const collect = ({ $ref: ref }: JsonObject): void => {
    const name = typeof ref === "string" ? componentName(ref) : undefined;
    if (name !== undefined) names.push(name);
  };
  visitSchemas(schema, collect, enters);
  return names;
}

/** By name, the schemas that refer to one. */
export function referrersOf(schemas: ReadonlyMap<string, Schema>): ReadonlyMap<string, readonly string[]> {
  const referrers = new Map<string, string[]>();
  for (const [name, schema] of schemas) for (const target of referencesOf(schema)) addTo(referrers, target, name);
  return referrers;
}

/** Adds to the list of a key. */
export function addTo<Key, Member>(lists: Map<Key, Member[]>, name: Key, member: Member): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [member]);
  else list.push(member);
}

/** What becomes of a schema object before its subschemas are rewritten, and what is still to be done behind that. */
export interface Rewriting<State> {
  readonly schema: JsonObject;
  /** What a subschema of it is rewritten with. */
  readonly below: (subschema: JsonObject, keyword: string, name: string | number | undefined) => State;
  readonly finish?: ((rewritten: JsonObject) => Schema) | undefined;
}

/** Rewrites a schema with everything below it, parents first. However deep it is, nothing recurses. */
export function rewriteSchema<State>(
  schema: Schema,
  state: State,
  enter: (schema: JsonObject, state: State) => Rewriting<State>,
): Schema {
  const open: Frame<State>[] = [];
  let result = schema;
  const start = (part: JsonObject, state: State): void => {
    const { schema, below, finish } = enter(part, state);
    const parts: Frame<State>["parts"] = [];
    visitSubschemas(schema, (...site) => parts.push(site));
    open.push({ schema, below, finish, parts, results: [] });
  };
  if (typeof schema !== "boolean") start(schema, state);
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const { schema, below, finish, parts, results } = top;
    const [part, keyword = "", name] = parts[results.length] ?? [];
    if (typeof part === "boolean") results.push(part);
    else if (part !== undefined) start(part, below(part, keyword, name));
    else {
      open.pop();
      let next = 0;
      const rewritten = mapSubschemas(schema, (before) => results[next++] ?? before);
      result = finish === undefined ? rewritten : finish(rewritten);
      open.at(-1)?.results.push(result);
    }
  }
  return result;
}

/** A schema whose subschemas are being rewritten, and what has become of the first of them. */
interface Frame<State> extends Rewriting<State> {
  readonly parts: Parameters<Visit<void>>[];
  readonly results: Schema[];
}
