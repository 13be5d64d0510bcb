import {
  camelCase,
  isAnnotation,
  isJsonObject,
  isReserved,
  lowerFirst,
  pascalCase,
  regularExpression,
  type Schema,
  uniqueName,
  type ViewedSchema,
} from "@earmark/openapi";
import { block, conjunction, type Lines, literal, patternLiteral } from "../source.ts";
import { emitSchema } from "./emit-schema.ts";
import { type Formats, formatsFor, RUNTIME_NAMES } from "./formats.ts";
import { typeOrMissing } from "./keywords/object.ts";
import { assertedTypes, equals, isNotOfTypes } from "./keywords/type.ts";
import { leafKey, leafLabel } from "./leaf.ts";
import type { Resolved, SchemaRegistry } from "./schema-registry.ts";
import { type Emitter, pathOf, type Site } from "./site.ts";

const VALIDATION_VOCABULARY = "https://json-schema.org/draft/2020-12/vocab/validation";
const STANDARD_METASCHEMA = "https://json-schema.org/draft/2020-12/schema";

/**
 * How many checks are emitted within each other. Each is emitted where it is asked for first, since what several share is
 * named after that place; beyond this, references lead deeper than the stack, and the rest waits for its turn.
 */
const DEEPEST = 50;

/** What holds for the schemas of a module apart from their keywords. */
interface Rules {
  /** Formats that are asserted. */
  readonly formats: Formats;
  /** Schemas that have been made laxer than the document, and those in them. */
  readonly directions: ReadonlyMap<Schema, ViewedSchema["direction"]>;
  /** Schemas whose results must be kept while a value is checked. */
  readonly remembered: ReadonlySet<Schema>;
  /** The keys of leaves that have checks of their own. */
  readonly repeated: ReadonlySet<string>;
}

/** The check of a leaf; none where it is as short as a call of it. */
interface Leaf {
  readonly name: string | undefined;
  /** Whether a value that is not there is reported as missing. */
  readonly reportsMissing: boolean;
}

/** Builds one module: check functions, the constants that they share, and what they import. */
export class ModuleEmitter implements Emitter {
  readonly registry: SchemaRegistry;
  readonly #rules: Rules;
  readonly #names: NamesInUse;
  readonly #entries: ReadonlyMap<Schema | string, string>;
  readonly #imports = new Set<string>();
  readonly #constants = new Map<string, string>();
  readonly #functions = new Map<string, Lines>();
  /** The functions that each function calls, in the order of its code; under no name, those that are asked for from outside. */
  readonly #calls = new Map<string | undefined, Set<string>>([[undefined, new Set()]]);
  /** The functions whose code is being written, the innermost last. */
  readonly #open: string[] = [];
  readonly #waiting: (() => void)[] = [];
  readonly #checks = new Map<Schema | string, { plain?: string; tracked?: string }>();
  readonly #leaves = new Map<string, Leaf>();
  readonly #label: (resolved: Resolved) => string;

  /**
   * @param entries Schemas that the module exports a check for; `true` and `false` by their name.
   * @param label Names the function for the target of a reference.
   */
  constructor(
    registry: SchemaRegistry,
    rules: Rules,
    entries: ReadonlyMap<Schema | string, string>,
    label: (resolved: Resolved) => string,
  ) {
    this.registry = registry;
    this.#rules = rules;
    this.#entries = entries;
    this.#names = new NamesInUse([...RUNTIME_NAMES, ...[...entries.values()].map(checkName)]);
    this.#label = label;
  }

  get imports(): readonly string[] {
    return [...this.#imports].sort();
  }

  get constants(): readonly { readonly name: string; readonly code: string }[] {
    return [...this.#constants].map(([code, name]) => ({ name, code }));
  }

  /** Names of all functions so far: what a function calls follows it, unless it stands before. */
  get functionNames(): readonly string[] {
    const names = new Set<string>();
    const calledBy = (name?: string): string[] => [...(this.#calls.get(name) ?? [])].reverse();
    const pending = calledBy();
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (!names.has(next)) pending.push(...calledBy(next));
      names.add(next);
    }
    return [...names];
  }

  functionLines(name: string): Lines {
    return this.#functions.get(name) ?? [];
  }

  use(name: string): string {
    this.#imports.add(name);
    return name;
  }

  constant(code: string, name: string): string {
    const existing = this.#constants.get(code);
    if (existing !== undefined) return existing;
    const fresh = this.#names.module(lowerFirst(name));
    this.#constants.set(code, fresh);
    return fresh;
  }

  pattern(source: string, name: string): string {
    return this.constant(patternLiteral(regularExpression(source)), name);
  }

  failWhen(condition: string, site: Site, code: string, expected: string, value: string = site.value): string {
    // The path is made of what is given only where there is an issue.
    const given = [pathOf({ path: site.path.slice(0, -1) }), `"${code}"`, expected, value, ...site.path.slice(-1)];
    const report = `${this.use("report")}(issues, ${given.join(", ")})`;
    if (condition === "") return `if (${report}) return false;`;
    return `if (${conjunction(condition, report)}) return false;`;
  }

  inPlace(schema: Schema, site: Site): Lines {
    if (isTrivial(schema)) return [];
    if (schema === false) return [this.failWhen("", site, "false", "false")];
    const base = this.registry.baseOf(schema, site.base);
    // Another resource has its own base URI and dynamic scope; a tracked one needs its own set of evaluated members.
    if (base !== site.base || site.evaluated !== undefined || tracks(schema))
      return this.callResolved(inline(schema, base), site);
    return this.#emit(schema, site);
  }

  child(schema: Schema, site: Site): Lines {
    if (isTrivial(schema)) return [];
    if (schema === false) return [this.failWhen("", site, "false", "false")];
    const base = this.registry.baseOf(schema, site.base);
    if (base !== site.base) return this.callResolved(inline(schema, base), { ...site, evaluated: undefined });
    return this.#emit(schema, { ...site, evaluated: undefined });
  }

  matches(schema: Schema, site: Site, evaluated?: string): string {
    if (isTrivial(schema)) return "true";
    if (schema === false) return "false";
    const base = this.registry.baseOf(schema, site.base);
    const keywords = Object.keys(schema).filter((keyword) => !isAnnotation(keyword));
    if (keywords.length === 1 && this.#validates(base)) {
      const { type, const: constant, contains } = schema;
      if (type !== undefined) return `!(${isNotOfTypes(this, site.value, assertedTypes(schema))})`;
      if (constant !== undefined) return equals(this, site.value, constant);
      const item =
        evaluated === undefined && isJsonObject(contains) && Object.keys(contains).join() === "const"
          ? contains.const
          : undefined;
      if (typeof item === "string")
        return `(!Array.isArray(${site.value}) || ${site.value}.includes(${literal(item)}))`;
    }
    const { check, checked } = this.#checkOf(schema, site, evaluated !== undefined);
    const needsArguments = evaluated !== undefined || this.registry.usesDynamicScope;
    const args = needsArguments ? this.callArguments("undefined", "undefined", evaluated) : "";
    return this.#call(check, evaluated === undefined ? checked : undefined, `${site.value}${args}`);
  }

  branch(schema: Schema, site: Site): string {
    return schema === true ? "() => true" : this.#checkOf(schema, site, false).check;
  }

  /** The function that checks a schema, or its target where it is nothing but a reference. */
  #checkOf(schema: Schema, site: Site, tracked: boolean): { readonly check: string; readonly checked: Schema } {
    const base = this.registry.baseOf(schema, site.base);
    const keywords = isJsonObject(schema) ? Object.keys(schema).filter((keyword) => !isAnnotation(keyword)) : [];
    const ref = isJsonObject(schema) && keywords.join() === "$ref" ? schema.$ref : undefined;
    if (typeof ref !== "string") return { check: this.checkFor(schema, base, tracked, site.label), checked: schema };
    const target = this.registry.resolve(ref, base);
    return { check: this.checkFor(target.schema, target.base, tracked, this.#label(target)), checked: target.schema };
  }

  callResolved(resolved: Resolved, site: Site): Lines {
    const { schema, base } = resolved;
    if (isTrivial(schema)) return [];
    if (schema === false) return [this.failWhen("", site, "false", "false")];
    // A test of type or value is shorter than the call of a function that holds it.
    if (isLeaf(schema)) return this.#emit(schema, { ...site, base, label: this.#label(resolved) });
    const check = this.checkFor(
      schema,
      base,
      site.evaluated !== undefined,
      resolved.ref === "" ? site.label : this.#label(resolved),
    );
    const args = `${site.value}${this.callArguments("issues", pathOf(site), site.evaluated)}`;
    return [`if (!${this.#call(check, site.evaluated === undefined ? schema : undefined, args)}) return false;`];
  }

  #call(check: string, schema: Schema | undefined, args: string): string {
    const isRemembered = schema !== undefined && this.#rules.remembered.has(schema);
    return isRemembered ? `${this.use("recall")}(${check}, ${args})` : `${check}(${args})`;
  }

  leaf(schema: Schema, site: Site, isRequired: boolean): string | undefined {
    const key = this.#rules.repeated.size === 0 ? undefined : leafKey(schema);
    if (key === undefined || !isJsonObject(schema) || !this.#rules.repeated.has(key)) return undefined;
    const directed = ["uri", "int64"].filter((format) => key.includes(`["format",${literal(format)}]`));
    const held = `${key} ${directed.map((format) => site.formats[format]?.check).join()} ${this.#validates(site.base)}`;
    const leaf = this.#leaves.get(held) ?? this.#emitLeaf(schema, site);
    this.#leaves.set(held, leaf);
    if (leaf.name === undefined || (isRequired && !leaf.reportsMissing)) return undefined;
    this.#calls.get(this.#open.at(-1))?.add(leaf.name);
    return leaf.name;
  }

  #emitLeaf(schema: Exclude<Schema, boolean>, site: Site): Leaf {
    const label = pascalCase(leafLabel(schema));
    const inside = { ...site, value: "value", path: ["key"], evaluated: undefined, label, local: this.#names.locals() };
    const lines = this.#emit(schema, inside);
    if (lines.length < 2) return { name: undefined, reportsMissing: false };
    const whole = typeOrMissing(this, schema, "value", lines);
    const name = this.#names.module(checkName(label));
    this.#calls.set(name, new Set());
    this.#functions.set(
      name,
      block(`function ${name}(value, issues, path, key)`, [...(whole ?? lines), "return true;"]),
    );
    return { name, reportsMissing: whole !== undefined };
  }

  callArguments(collector: string, path: string, evaluated: string | undefined): string {
    return [
      "",
      collector,
      path,
      ...(this.registry.usesDynamicScope ? ["scope"] : []),
      ...(evaluated === undefined ? [] : [evaluated]),
    ].join(", ");
  }

  checkFor(schema: Schema, base: string, tracked: boolean, wanted: string): string {
    // `true` is not the same schema everywhere, as an object is.
    const key = typeof schema === "boolean" ? wanted : schema;
    // A schema that is exported goes by its own name, whichever schema refers to it first.
    const label = this.#entries.get(key) ?? wanted;
    const names = this.#checks.get(key) ?? {};
    this.#checks.set(key, names);
    const slot = tracked ? "tracked" : "plain";
    const caller = this.#calls.get(this.#open.at(-1));
    const existing = names[slot];
    if (existing !== undefined) {
      caller?.add(existing);
      return existing;
    }
    const preferred = `${checkName(label)}${tracked ? "Tracked" : ""}`;
    const name = !tracked && this.#entries.has(key) ? preferred : this.#names.module(preferred);
    // Named before it is emitted: a recursive schema calls itself.
    names[slot] = name;
    caller?.add(name);
    this.#calls.set(name, new Set());
    const emit = (): void => {
      this.#open.push(name);
      this.#functions.set(name, this.#emitFunction(name, schema, base, tracked, label));
      this.#open.pop();
    };
    if (this.#open.length >= DEEPEST) this.#waiting.push(emit);
    else emit();
    if (this.#open.length === 0) for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) next();
    return name;
  }

  #emitFunction(name: string, schema: Schema, base: string, tracked: boolean, label: string): Lines {
    const direction = this.#rules.directions.get(schema);
    const site: Site = {
      base,
      value: "value",
      path: [],
      evaluated: tracked ? "evaluated" : undefined,
      label,
      formats: formatsFor(direction) ?? this.#rules.formats,
      lenient: direction === "response",
      local: this.#names.locals(),
    };
    const body =
      schema === false
        ? [this.failWhen("", site, "false", "false")]
        : isTrivial(schema)
          ? []
          : this.#emit(schema, site);
    const parameters = [
      "value",
      "issues",
      "path",
      ...(this.registry.usesDynamicScope ? ["scope = []"] : []),
      ...(tracked ? ["evaluated"] : []),
    ];
    const enter = this.registry.usesDynamicScope
      ? [`if (scope[scope.length - 1] !== ${literal(base)}) scope = [...scope, ${literal(base)}];`]
      : [];
    if (body.length === 0) return block(`function ${name}()`, ["return true;"]);
    return block(`function ${name}(${parameters.join(", ")})`, [...enter, ...decided(body), "return true;"]);
  }

  #emit(schema: Exclude<Schema, boolean>, site: Site): Lines {
    return emitSchema(this, { ...site, schema, validates: this.#validates(site.base) });
  }

  /** Whether the metaschema of a resource has the validation vocabulary (Core 8.1.2). */
  #validates(base: string): boolean {
    const root = this.registry.resource(base);
    const metaschema = isJsonObject(root) ? root.$schema : undefined;
    if (typeof metaschema !== "string" || metaschema.startsWith(STANDARD_METASCHEMA)) return true;
    const meta = this.registry.resource(metaschema);
    const vocabulary = isJsonObject(meta) ? meta.$vocabulary : undefined;
    return !isJsonObject(vocabulary) || vocabulary[VALIDATION_VOCABULARY] !== undefined;
  }
}

const CALL = /^ {4}if \(!((?:check\w+|recall)\([\w, ]+\))\) return false;$/;

/** The body of a check: where its last statement chooses a member of a union, that member's check has the last word. */
function decided(body: Lines): Lines {
  const start = body.findLastIndex((line) => !line.startsWith(" ") && line !== "}");
  if (body[start]?.startsWith("switch (") !== true) return body;
  return body.flatMap((line, index) => {
    if (index < start) return [line];
    const call = CALL.exec(line)?.[1];
    if (call !== undefined && body[index + 1] === "    break;") return [`    return ${call};`];
    return line === "    break;" && CALL.test(body[index - 1] ?? "") ? [] : [line];
  });
}

/** What the function that checks a schema is called. */
export function checkName(identifier: string): string {
  return `check${identifier}`;
}

/** A schema that stands where it is used, without a reference. */
function inline(schema: Schema, base: string): Resolved {
  return { schema, base, dynamicAnchor: undefined, ref: "" };
}

function isTrivial(schema: Schema): schema is true {
  return schema === true || (isJsonObject(schema) && Object.keys(schema).every(isAnnotation));
}

/** A schema that only tests the type or compares with values of the document. */
function isLeaf(schema: Exclude<Schema, boolean>): boolean {
  return Object.keys(schema).every((keyword) => isAnnotation(keyword) || ["type", "enum", "const"].includes(keyword));
}

function tracks(schema: Exclude<Schema, boolean>): boolean {
  return schema.unevaluatedProperties !== undefined || schema.unevaluatedItems !== undefined;
}

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Names every function has, or that a callback within takes. */
const PARAMETERS = ["value", "issues", "path", "scope", "evaluated", "listed", "uri"];

/**
 * Hands out names so that no local variable hides a constant, a function or an import that its function needs.
 */
class NamesInUse {
  readonly #module: Set<string>;
  readonly #everLocal = new Set<string>();

  /** `reserved` are names that mean something already: imports, and what the module promises to export. */
  constructor(reserved: Iterable<string>) {
    this.#module = new Set([...reserved, ...PARAMETERS]);
  }

  /** A name at module level, different from every local one so far too. */
  module(preferred: string): string {
    let candidate = uniqueName(preferred, this.#module);
    while (this.#everLocal.has(candidate)) candidate = uniqueName(preferred, this.#module);
    return candidate;
  }

  /** A source of local names for one function. */
  locals(): (preferred: string) => string {
    const own = new Set<string>();
    return (preferred) => {
      const base = IDENTIFIER.test(preferred) ? preferred : camelCase(preferred);
      const readable = base.length > 40 || isReserved(base) || !IDENTIFIER.test(base) ? "member" : base;
      let candidate = uniqueName(readable, own);
      while (this.#module.has(candidate)) candidate = uniqueName(readable, own);
      this.#everLocal.add(candidate);
      return candidate;
    };
  }
}
