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
  /** The pointer below another one than that of the schema around it. */
  pointerFrom(parent: string): string;
}

class Site implements SubschemaSite {
  readonly keyword: string;
  readonly #parent: string;
  readonly #name: string | number | undefined;

  constructor(parent: string, keyword: string, name?: string | number) {
    this.keyword = keyword;
    this.#parent = parent;
    this.#name = name;
  }

  get role(): Role {
    return KEYWORDS.get(this.keyword)?.role ?? "annotation";
  }

  get names(): readonly (string | number)[] {
    return this.#name === undefined ? [] : [this.#name];
  }

  get pointer(): string {
    return this.pointerFrom(this.#parent);
  }

  pointerFrom(parent: string): string {
    return this.#name === undefined ? pointerTo(parent, this.keyword) : pointerTo(parent, this.keyword, this.#name);
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
  readonly finish?: ((rewritten: JsonObject) => Schema) | undefined;
}

/** A schema that is still to be rewritten, and where its result goes. */
interface Task<State> {
  readonly before: Schema;
  readonly state: State;
  readonly keep: ((rewritten: Schema) => void) | undefined;
  readonly around: Frame<State> | undefined;
  readonly index: number;
}

/** A schema whose subschemas are being rewritten. */
interface Frame<State> {
  readonly task: Task<State>;
  readonly schema: JsonObject;
  readonly results: Schema[];
  readonly finish: ((rewritten: JsonObject) => Schema) | undefined;
}

/** Rewrites schemas with everything below them, parents first. However deep they are, nothing recurses. */
export class SchemaRewriter<State> {
  readonly #enter: (schema: JsonObject, state: State) => Rewriting<State>;
  readonly #open: (Frame<State> | Task<State>)[] = [];
  #isRunning = false;

  constructor(enter: (schema: JsonObject, state: State) => Rewriting<State>) {
    this.#enter = enter;
  }

  /** Gives the result to `keep`: at once, or, in the middle of another schema, before that one goes on. */
  rewrite(schema: Schema, state: State, keep: (rewritten: Schema) => void): void {
    this.#open.push({ before: schema, state, keep, around: undefined, index: 0 });
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (let next = this.#open.pop(); next !== undefined; next = this.#open.pop()) {
      if ("task" in next) this.#leave(next);
      else if (typeof next.before === "boolean") deliver(next, next.before);
      else this.#start(next, next.before);
    }
    this.#isRunning = false;
  }

  #start(task: Task<State>, before: JsonObject): void {
    const rewriting = this.#enter(before, task.state);
    const { schema, finish } = rewriting;
    const frame: Frame<State> = { task, schema, results: [], finish };
    const tasks: Task<State>[] = [];
    visitSubschemas(schema, "#", (subschema, site) => {
      const index = frame.results.push(subschema) - 1;
      if (typeof subschema === "boolean") return;
      tasks.push({ before: subschema, state: rewriting.below(subschema, site), keep: undefined, around: frame, index });
    });
    this.#open.push(frame);
    for (const next of tasks.reverse()) this.#open.push(next);
  }

  #leave({ task, schema, results, finish }: Frame<State>): void {
    let next = 0;
    const rewritten =
      results.length === 0 ? schema : mapSubschemas(schema, "#", (subschema) => results[next++] ?? subschema);
    deliver(task, finish === undefined ? rewritten : finish(rewritten));
  }
}

function deliver<State>({ keep, around, index }: Task<State>, rewritten: Schema): void {
  if (around !== undefined) around.results[index] = rewritten;
  keep?.(rewritten);
}
