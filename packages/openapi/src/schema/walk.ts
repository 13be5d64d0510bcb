import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { KEYWORDS, type Role } from "./keywords.ts";
import { componentName, isSchema, type Schema } from "./schema.ts";

/** Where a subschema stands. */
export interface SubschemaSite {
  readonly keyword: string;
  /** What the keyword does with it. */
  readonly role: Role;
  /** Behind the keyword: its name or index there, if it has one. */
  readonly names: readonly (string | number)[];
  /** Made when it is asked for: most who walk through schemas do not. */
  readonly pointer: string;
}

class Site implements SubschemaSite {
  readonly keyword: string;
  readonly #parent: string;
  readonly names: readonly (string | number)[];

  constructor(parent: string, keyword: string, ...names: readonly (string | number)[]) {
    this.keyword = keyword;
    this.#parent = parent;
    this.names = names;
  }

  get role(): Role {
    return KEYWORDS.get(this.keyword)?.role ?? "annotation";
  }

  get pointer(): string {
    return pointerTo(this.#parent, this.keyword, ...this.names);
  }
}

/** The same schema with every direct subschema replaced; keywords keep their order. */
export function mapSubschemas(
  schema: JsonObject,
  pointer: string,
  replace: (subschema: Schema, site: SubschemaSite) => Schema,
): JsonObject {
  const mapped: Record<string, Json> = {};
  for (const keyword of Object.keys(schema)) {
    const value = schema[keyword] ?? null;
    const holder = KEYWORDS.get(keyword)?.holds;
    if (holder === "map" && isJsonObject(value)) {
      mapped[keyword] = Object.fromEntries(
        Object.entries(value).map(([name, sub]) => [
          name,
          isSchema(sub) ? replace(sub, new Site(pointer, keyword, name)) : sub,
        ]),
      );
    } else if (holder === "schema" && isSchema(value)) {
      mapped[keyword] = replace(value, new Site(pointer, keyword));
    } else if (holder === "list" && Array.isArray(value)) {
      mapped[keyword] = value.map((sub: Json, index) =>
        isSchema(sub) ? replace(sub, new Site(pointer, keyword, index)) : sub,
      );
    } else {
      mapped[keyword] = value;
    }
  }
  return mapped;
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
      if (isSchema(value)) visit(value, new Site(pointer, keyword));
    } else if (Array.isArray(value) === (holder === "list") && typeof value === "object" && value !== null) {
      for (const [name, sub] of Object.entries(value) as [string, Json][])
        if (isSchema(sub)) visit(sub, new Site(pointer, keyword, name));
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
  for (const [name, schema] of schemas) {
    for (const target of referencesOf(schema)) {
      const names = referrers.get(target);
      if (names === undefined) referrers.set(target, [name]);
      else names.push(name);
    }
  }
  return referrers;
}

/** What becomes of a schema object before its subschemas are rewritten, and what is still to be done behind that. */
export interface Rewriting<State> {
  readonly schema: JsonObject;
  /** What a subschema of it is rewritten with. */
  below(subschema: Schema, site: SubschemaSite): State;
  readonly finish?: (rewritten: JsonObject) => Schema;
}

/** Rewrites schemas with everything below them, parents first. However deep they are, nothing recurses. */
export class SchemaRewriter<State> {
  readonly #enter: (schema: JsonObject, state: State) => Rewriting<State>;
  readonly #steps: (() => void)[] = [];
  #isRunning = false;

  constructor(enter: (schema: JsonObject, state: State) => Rewriting<State>) {
    this.#enter = enter;
  }

  /** Gives the result to `keep`: at once, or, in the middle of another schema, before that one goes on. */
  rewrite(schema: Schema, state: State, keep: (rewritten: Schema) => void): void {
    this.#steps.push(() => this.#start(schema, state, keep));
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) step();
    this.#isRunning = false;
  }

  #start(before: Schema, state: State, keep: (rewritten: Schema) => void): void {
    if (typeof before === "boolean") {
      keep(before);
      return;
    }
    const { schema, below, finish } = this.#enter(before, state);
    const results: Schema[] = [];
    const tasks: (() => void)[] = [];
    visitSubschemas(schema, "#", (subschema, site) => {
      const index = results.push(subschema) - 1;
      if (typeof subschema === "boolean") return;
      const keepPart = (result: Schema): void => {
        results[index] = result;
      };
      tasks.push(() => this.#start(subschema, below(subschema, site), keepPart));
    });
    this.#steps.push(() => {
      let next = 0;
      const rewritten = mapSubschemas(schema, "#", (subschema) => results[next++] ?? subschema);
      keep(finish === undefined ? rewritten : finish(rewritten));
    });
    for (const task of tasks.reverse()) this.#steps.push(task);
  }
}
