import {
  addTo,
  BINARY,
  CLOSED,
  componentName,
  componentRef,
  isAnnotation,
  KNOWN_VALUES,
  knownValues,
  localNames,
  type Model,
  mapSchemas,
  renameMapping,
  type Schema,
  uniqueName,
  type ViewedSchema,
  type Views,
  visitSchemas,
} from "@earmark/openapi";
import { INTERFACE_VERSION } from "@earmark/validation/runtime";
import { sameInBothViews } from "../same-in-both-views.ts";
import { braced, type Lines, literal, type SourceFile, sourceFile, TYPE_OPERATORS } from "../source.ts";
import { type CheckEntry, checkModule, type ExportedCheck } from "./check-module.ts";
import { checkName } from "./module-emitter.ts";
import { SchemaRegistry } from "./schema-registry.ts";

/** Module specifiers that emitted validators import from. */
export interface ValidatorImports {
  /** Runtime functions. */
  readonly runtime: string;
  /** The types `Validator` and `EnumValidator`. */
  readonly validation: string;
  /** Generated types in the client's view. */
  readonly types: string;
  /** Generated types to the letter. */
  readonly strictTypes: string;
}

/**
 * `validators.gen.js`, in the client's view, and `validators.strict.gen.js`, the document to the letter, with
 * declarations. The checks that both wrap are in a module of their own: a client that counts bytes takes those alone.
 */
export function emitValidators(model: Model, views: Views, imports: ValidatorImports): SourceFile[] {
  const { origin } = model.document;
  const { runtime, validation, types, strictTypes } = imports;
  const same = sameInBothViews(views, checkSignature, checkSignature, isDirected);
  const own = views.strict.filter(({ name }) => !same.has(name));
  const { lines, exports } = checkModule(...registered(views, same, own), runtime);
  const checks = new Map([...views.client, ...own].map((entry, index) => [entry, exports[index]] as const));
  const validator = (schema: ViewedSchema, checked: ViewedSchema): ValidatorEntry => ({
    schema,
    ...(checks.get(checked) ?? { check: "", values: undefined }),
  });
  const client = views.client.map((schema) => validator(schema, schema));
  const isShared = ({ name, identifier }: ViewedSchema): boolean => same.get(name)?.identifier === identifier;
  const shared = views.strict.filter(isShared).map(({ identifier }) => identifier);
  const strict = views.strict
    .filter((schema) => !isShared(schema))
    .map((schema) => validator(schema, same.get(schema.name) ?? schema));
  const reexported = shared.length === 0 ? [] : braced("export ", shared, ' from "./validators.gen.js";');
  return [
    sourceFile("checks.gen.js", origin, [...lines, ...aliases(client)]),
    sourceFile("checks.gen.d.ts", origin, checkDeclarations(client, validation)),
    sourceFile("validators.gen.js", origin, validatorModule(client, runtime)),
    sourceFile("validators.gen.d.ts", origin, declarations(views.client, validation, types)),
    sourceFile("validators.strict.gen.js", origin, [...reexported, ...validatorModule(strict, runtime)]),
    sourceFile("validators.strict.gen.d.ts", origin, [
      ...reexported,
      ...declarations(
        strict.map(({ schema }) => schema),
        validation,
        strictTypes,
      ),
    ]),
  ];
}

/** All of a schema that decides about values. */
function checkSignature(entry: ViewedSchema, nameOf: (component: string) => string): string {
  const refer = (ref: string): string => {
    // A schema to the letter is the same everywhere.
    if (ref.startsWith(CLOSED)) return componentRef("") + ref.slice(CLOSED.length);
    const name = componentName(ref);
    return name === undefined ? ref : componentRef(nameOf(name));
  };
  const signature = mapSchemas(entry.schema, (part) => {
    const { $ref: ref, [BINARY]: bytes = null, [KNOWN_VALUES]: known = null, discriminator } = part;
    return {
      ...part,
      ...renameMapping(discriminator, refer),
      ...(typeof ref === "string" ? { $ref: refer(ref) } : {}),
      marks: [bytes, known],
    };
  });
  return JSON.stringify([signature, isDirected(entry) ? entry.direction : null]);
}

/** Whether a check holds values to something else because they travel in one direction only. */
function isDirected({ schema, direction }: ViewedSchema): boolean {
  if (direction === undefined) return false;
  let found = false;
  visitSchemas(schema, ({ format, oneOf }) => {
    found ||= direction === "request" ? format === "int64" : format === "uri" || oneOf !== undefined;
  });
  return found;
}

export { checkName };

/** Where references of the client's view, and of the document to the letter, lead. */
const [CLIENT, STRICT] = ["urn:openapi:document", "urn:openapi:strict"];

/** The schemas of both views: one that is the same in both is that of the client's view. */
function registered(
  views: Views,
  same: ReadonlyMap<string, ViewedSchema>,
  own: readonly ViewedSchema[],
): [registry: SchemaRegistry, entries: CheckEntry[]] {
  const isDynamic = views.client.some(({ schema }) => usesDynamicReferences(schema));
  const resourceIn = (base: string) => (entry: ViewedSchema) => {
    const uri = `${base}:${encodeURIComponent(entry.name)}`;
    return [entry, isDynamic ? asResource(entry.schema, uri, base) : entry.schema] as const;
  };
  const client = new Map(views.client.map(resourceIn(CLIENT)));
  if (!isDynamic) mergeEqual(client);
  const strict = new Map(own.map(resourceIn(STRICT)));
  const letters = Object.fromEntries(
    views.strict.map((entry) => [entry.name, strict.get(entry) ?? client.get(same.get(entry.name) ?? entry) ?? true]),
  );
  const registry = new SchemaRegistry();
  const file = (schemas: ReadonlyMap<ViewedSchema, Schema>, base: string): void => {
    for (const schema of schemas.values()) if (typeof schema !== "boolean") registry.file(schema, base);
  };
  file(client, CLIENT);
  file(strict, STRICT);
  const named = Object.fromEntries([...client].map(([{ name }, schema]) => [name, schema]));
  registry.add({ components: { schemas: named }, $defs: letters }, CLIENT);
  registry.add({ components: { schemas: letters } }, STRICT);
  const taken = new Set(views.client.map(({ identifier }) => identifier));
  const entries = [...client, ...strict].map(([entry, schema]): CheckEntry => {
    const isOwn = strict.has(entry);
    return {
      identifier: isOwn ? uniqueName(`${entry.identifier}Strict`, taken) : entry.identifier,
      schema,
      base: registry.baseOf(schema, isOwn ? STRICT : CLIENT),
      knownValues: knownValues(schema),
      direction: entry.direction,
    };
  });
  return [registry, entries];
}

/** Schemas that say the same become one, that of the first of them. */
function mergeEqual(schemas: Map<ViewedSchema, Schema>): void {
  const alike = new Map<string, ViewedSchema[]>();
  for (const [entry, schema] of schemas) addTo(alike, JSON.stringify(schema), entry);
  for (const entries of alike.values()) {
    const merged = new Map<string, Schema | undefined>();
    for (const entry of entries.length > 1 ? entries : []) {
      const signature = checkSignature(entry, (name) => name);
      if (!merged.has(signature)) merged.set(signature, schemas.get(entry));
      schemas.set(entry, merged.get(signature) ?? entry.schema);
    }
  }
}

/** Equal schemas have one check, under the name of each. */
function aliases(entries: readonly ValidatorEntry[]): Lines {
  const renamed = entries.flatMap(({ schema, check }) => {
    const name = checkName(schema.identifier);
    return name === check ? [] : [`${check} as ${name}`];
  });
  return renamed.length === 0 ? [] : ["", ...braced("export ", renamed, ";")];
}

function checkDeclarations(entries: readonly ValidatorEntry[], validation: string): Lines {
  const names = entries.map(({ schema }) => checkName(schema.identifier));
  const lists = new Set(entries.flatMap(({ values }) => values ?? []));
  return [
    `import type { Check } from ${literal(validation)};`,
    "",
    ...declaredConstants([...lists], "readonly unknown[]"),
    ...declaredConstants(names, "Check"),
  ];
}

function declaredConstants(names: readonly string[], type: string): Lines {
  if (names.length === 0) return [];
  return [
    "export declare const",
    ...names.map((name, index) => `  ${name}: ${type}${index < names.length - 1 ? "," : ";"}`),
  ];
}

function declarations(schemas: readonly ViewedSchema[], validation: string, types: string): Lines {
  if (schemas.length === 0) return [];
  const used = new Set(
    schemas.map(({ schema }) => (knownValues(schema) === undefined ? "Validator" : "EnumValidator")),
  );
  const locals = localNames(
    schemas.map(({ identifier }) => identifier),
    [...used, "$types", ...TYPE_OPERATORS],
  );
  const localOf = ({ identifier }: ViewedSchema): string => locals.get(identifier) ?? identifier;
  const named = new Map(schemas.map((entry) => [entry.name, entry]));
  /** The type of what an enumeration lists; that of the closed one where that is all that it is. */
  const knownType = (entry: ViewedSchema): string | undefined => {
    const known = knownValues(entry.schema);
    const closed = named.get(entry.closedName ?? entry.name);
    if (known !== undefined && closed !== undefined && isListOfStrings(closed.schema)) return localOf(closed);
    return known && (known.map(literal).join(" | ") || "never");
  };
  return [
    `import type { ${[...used].sort().join(", ")} } from ${literal(validation)};`,
    `import type * as $types from ${literal(types)};`,
    ...schemas.flatMap((entry) => {
      const local = localOf(entry);
      const known = knownType(entry);
      const validator = known === undefined ? `Validator<${local}>` : `EnumValidator<${local}, ${known}>`;
      return declaration(entry.identifier, local, validator);
    }),
  ];
}

function declaration(identifier: string, local: string, validator: string): Lines {
  const [type, constant] = [`type ${local} = $types.${identifier};`, `declare const ${local}: ${validator};`];
  return local === identifier
    ? [`export ${type}`, `export ${constant}`]
    : [type, constant, `export { ${local} as ${identifier} };`];
}

/** Whether the type of a schema is that of its listed values: it is strings, and says nothing else. */
function isListOfStrings(schema: Schema): boolean {
  if (typeof schema === "boolean" || schema.type !== "string") return false;
  if (schema[KNOWN_VALUES] !== undefined || schema[BINARY] !== undefined) return false;
  const isAlone = Object.keys(schema).every((key) => ["type", "enum"].includes(key) || isAnnotation(key));
  return isAlone && Array.isArray(schema.enum) && schema.enum.every((value) => typeof value === "string");
}

/** Whether a schema refers to others by the way that a check has come (JSON Schema Core 8.2.3.2). */
function usesDynamicReferences(schema: Schema): boolean {
  let found = false;
  visitSchemas(schema, ({ $dynamicRef: ref }) => {
    found ||= ref !== undefined;
  });
  return found;
}

/**
 * A schema of the document as a resource of its own, under a URI, so that each may give `$dynamicAnchor`s another
 * meaning: generic lists, trees. Its references to components become relative to the document.
 */
function asResource(schema: Schema, uri: string, document: string): Schema {
  const refer = (ref: string): string => (ref.startsWith("#/") ? document + ref : ref);
  const absolute = mapSchemas(schema, (part) => ({
    ...part,
    ...renameMapping(part.discriminator, refer),
    ...(typeof part.$ref === "string" ? { $ref: refer(part.$ref) } : {}),
  }));
  return typeof absolute === "boolean" ? absolute : { ...absolute, $id: uri };
}

/** One validator to export. */
interface ValidatorEntry extends ExportedCheck {
  readonly schema: ViewedSchema;
}

/** The lines of a module that wraps each check in the public interface of a validator. */
function validatorModule(entries: readonly ValidatorEntry[], runtime: string): Lines {
  if (entries.length === 0) return [];
  const makers = new Set(entries.map(makerOf));
  const locals = localNames(
    entries.map(({ schema }) => schema.identifier),
    ["$checks", ...makers],
  );
  return [
    'import * as $checks from "./checks.gen.js";',
    ...braced("import ", [...makers].sort(), ` from ${literal(runtime)};`),
    "",
    ...entries.flatMap((entry) => exported(entry, locals.get(entry.schema.identifier) ?? entry.schema.identifier)),
  ];
}

function exported(entry: ValidatorEntry, local: string): Lines {
  const { schema, check, values } = entry;
  const { identifier } = schema;
  const members = [check, ...(values === undefined ? [] : [values])].map((name) => `$checks.${name}`);
  const call = `${makerOf(entry)}(${[literal(identifier), ...members, INTERFACE_VERSION].join(", ")})`;
  if (local === identifier) return [`export const ${identifier} = /* @__PURE__ */ ${call};`];
  return [`const ${local} = /* @__PURE__ */ ${call};`, `export { ${local} as ${identifier} };`];
}

function makerOf({ values }: ExportedCheck): string {
  return values === undefined ? "makeValidator" : "makeEnumValidator";
}
