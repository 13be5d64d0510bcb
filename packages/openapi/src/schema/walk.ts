import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { KEYWORDS } from "./keywords.ts";
import { componentName, isSchema, type Schema } from "./schema.ts";

/** Where a subschema stands. */
export class SubschemaSite {
  readonly keyword: string;
  /** Behind the keyword: its name or index there, if it has one. */
  readonly name: string | number | undefined;
  readonly #parent: string;

  constructor(parent: string, keyword: string, name?: string | number) {
    this.keyword = keyword;
    this.name = name;
    this.#parent = parent;
  }

  /** Made when it is asked for: most who walk through schemas do not. */
  get pointer(): string {
    const { keyword, name } = this;
    return name === undefined ? pointerTo(this.#parent, keyword) : pointerTo(this.#parent, keyword, name);
  }
}

/** The same schema with every direct subschema replaced; keywords keep their order. */
export function mapSubschemas(
  schema: JsonObject,
  pointer: string,
  replace: (subschema: Schema, site: SubschemaSite) => Schema,
): JsonObject {
  let mapped: Record<string, Json> | undefined;
  const replaced = (member: Json, keyword: string, name?: string | number): Json =>
    isSchema(member) ? replace(member, new SubschemaSite(pointer, keyword, name)) : member;
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
export function visitSubschemas(
  schema: JsonObject,
  pointer: string,
  visit: (subschema: Schema, site: SubschemaSite) => void,
): void {
  for (const keyword of Object.keys(schema)) {
    const holder = KEYWORDS.get(keyword)?.holds;
    if (holder === undefined) continue;
    const value = schema[keyword];
    if (holder === "schema") {
      if (isSchema(value)) visit(value, new SubschemaSite(pointer, keyword));
    } else if (Array.isArray(value) === (holder === "list") && typeof value === "object" && value !== null) {
      for (const [name, sub] of Object.entries(value) as [string, Json][])
        if (isSchema(sub)) visit(sub, new SubschemaSite(pointer, keyword, name));
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
  visitSubschemas(schema, "#", (subschema, { keyword }) => {
    if (enters(keyword)) visitSchemas(subschema, visit, enters);
  });
}

/** The same schema with every schema in it changed, and then itself: `change` sees subschemas as they have become. */
export function mapSchemas(schema: Schema, change: (schema: JsonObject) => Schema): Schema {
  if (typeof schema === "boolean") return schema;
  return change(mapSubschemas(schema, "#", (subschema) => mapSchemas(subschema, change)));
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
  for (const [name, schema] of schemas)
    for (const target of referencesOf(schema)) referrers.set(target, [...(referrers.get(target) ?? []), name]);
  return referrers;
}

/** What becomes of a schema object before its subschemas are rewritten, and what is still to be done behind that. */
export interface Rewriting<State> {
  readonly schema: JsonObject;
  /** Its place, which those of subschemas are below. */
  readonly at?: string;
  /** What a subschema of it is rewritten with. */
  readonly below: (subschema: JsonObject, site: SubschemaSite) => State;
  readonly finish?: (rewritten: JsonObject) => Schema;
}

/** Rewrites a schema with everything below it, parents first. */
export function rewriteSchema<State>(
  schema: Schema,
  state: State,
  enter: (schema: JsonObject, state: State) => Rewriting<State>,
): Schema {
  if (typeof schema === "boolean") return schema;
  const { schema: own, at = "#", below, finish } = enter(schema, state);
  const rewritten = mapSubschemas(own, at, (subschema, site) =>
    rewriteSchema(subschema, typeof subschema === "boolean" ? state : below(subschema, site), enter),
  );
  return finish === undefined ? rewritten : finish(rewritten);
}
