import {
  decoded,
  knownValues,
  localNames,
  type Model,
  mapSchemas,
  pointerSegments,
  renameMapping,
  type Schema,
  type ViewedSchema,
  type Views,
  visitSchemas,
} from "@earmark/openapi";
import { INTERFACE_VERSION } from "@earmark/validation/runtime";
import { braced, type Lines, literal, type SourceFile, schemaComment, sourceFile } from "../source.ts";
import { type CheckEntry, checkModule, type ExportedCheck } from "./check-module.ts";
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
 * declarations. The checks that they wrap are in modules of their own: a client that counts bytes takes those alone.
 */
export function emitValidators(model: Model, views: Views, imports: ValidatorImports): SourceFile[] {
  return [
    ...emitView(model, views.client, views.closed, "", imports, imports.types),
    ...emitView(model, views.strict, new Map(), "strict.", imports, imports.strictTypes),
  ];
}

function emitView(
  { document: { origin } }: Model,
  schemas: readonly ViewedSchema[],
  closed: ReadonlyMap<string, Schema>,
  infix: string,
  { runtime, validation }: ValidatorImports,
  types: string,
): SourceFile[] {
  const { lines, exports } = checkModule(...registered(schemas, closed), runtime);
  const entries = schemas.map(({ identifier, schema }, index): ValidatorEntry => {
    const { check, values } = exports[index] ?? { check: "", values: undefined };
    return { identifier, comment: schemaComment(schema), check, values };
  });
  const checks = `checks.${infix}gen`;
  return [
    sourceFile(`${checks}.js`, origin, lines),
    sourceFile(`${checks}.d.ts`, origin, checkDeclarations(entries, validation)),
    sourceFile(`validators.${infix}gen.js`, origin, validatorModule(entries, `./${checks}.js`, runtime)),
    sourceFile(`validators.${infix}gen.d.ts`, origin, declarations(schemas, validation, types)),
  ];
}

export { checkName } from "./module-emitter.ts";

const BASE = "urn:openapi:document";

function registered(
  viewed: readonly ViewedSchema[],
  closedForms: ReadonlyMap<string, Schema>,
): [registry: SchemaRegistry, entries: CheckEntry[]] {
  const isDynamic = viewed.some(({ schema }) => usesDynamicReferences(schema));
  const resource = (schema: Schema, kind: string, name: string): Schema =>
    isDynamic ? asResource(schema, `urn:openapi:${kind}:${encodeURIComponent(name)}`, BASE) : schema;
  const schemas = viewed.map((entry) => ({ ...entry, schema: resource(entry.schema, "schema", entry.name) }));
  const closed = [...closedForms].map(([ref, schema]): [string, Schema] => {
    const name = pointerSegments(decoded(ref)).at(-1) ?? "";
    return [name, resource(schema, "closed", name)];
  });
  const registry = new SchemaRegistry();
  registry.add(
    {
      components: { schemas: Object.fromEntries(schemas.map(({ name, schema }) => [name, schema])) },
      $defs: Object.fromEntries(closed),
    },
    BASE,
  );
  for (const { schema } of schemas) if (typeof schema !== "boolean") registry.file(schema, BASE);
  const entries = schemas.map(({ identifier, schema, direction }) => ({
    identifier,
    schema,
    base: registry.baseOf(schema, BASE),
    knownValues: knownValues(schema),
    direction,
  }));
  return [registry, entries];
}

function checkDeclarations(entries: readonly ValidatorEntry[], validation: string): Lines {
  const names = new Set(entries.map(({ check }) => check));
  const lists = new Set(entries.flatMap(({ values }) => values ?? []));
  return [
    `import type { Check } from ${literal(validation)};`,
    "",
    ...[...lists].map((name) => `export declare const ${name}: readonly unknown[];`),
    ...[...names].map((name) => `export declare const ${name}: Check;`),
  ];
}

function declarations(schemas: readonly ViewedSchema[], validation: string, types: string): Lines {
  const used = new Set(
    schemas.map(({ schema }) => (knownValues(schema) === undefined ? "Validator" : "EnumValidator")),
  );
  const locals = localNames(
    schemas.map(({ identifier }) => identifier),
    [...used, "$types"],
  );
  return [
    `import type { ${[...used].sort().join(", ")} } from ${literal(validation)};`,
    `import type * as $types from ${literal(types)};`,
    ...schemas.flatMap(({ identifier, schema }) => {
      const known = knownValues(schema);
      const type = `$types.${identifier}`;
      const validator =
        known === undefined
          ? `Validator<${type}>`
          : `EnumValidator<${type}, ${known.map(literal).join(" | ") || "never"}>`;
      return [
        "",
        ...schemaComment(schema),
        ...declaration(identifier, locals.get(identifier) ?? identifier, type, validator),
      ];
    }),
  ];
}

function declaration(identifier: string, local: string, type: string, validator: string): Lines {
  if (local === identifier) {
    return [`export type ${identifier} = ${type};`, `export declare const ${identifier}: ${validator};`];
  }
  return [`type ${local} = ${type};`, `declare const ${local}: ${validator};`, `export { ${local} as ${identifier} };`];
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
  /** Exported name, a valid identifier. */
  readonly identifier: string;
  readonly comment: Lines;
}

/** The lines of a module that wraps each check in the public interface of a validator. */
function validatorModule(entries: readonly ValidatorEntry[], checks: string, runtime: string): Lines {
  const makers = new Set(entries.map(makerOf));
  // Two enumerations with the same values share one list.
  const imported = new Set(entries.flatMap(({ check, values }) => [check, ...(values === undefined ? [] : [values])]));
  const locals = localNames(
    entries.map(({ identifier }) => identifier),
    [...imported, ...makers],
  );
  return [
    ...braced("import ", [...imported].sort(), ` from ${literal(checks)};`),
    ...braced("import ", [...makers].sort(), ` from ${literal(runtime)};`),
    ...entries.flatMap((entry) => [
      "",
      ...entry.comment,
      ...exported(entry, locals.get(entry.identifier) ?? entry.identifier),
    ]),
  ];
}

function exported(entry: ValidatorEntry, local: string): Lines {
  const { identifier, check, values } = entry;
  const args = [literal(identifier), check, ...(values === undefined ? [] : [values]), INTERFACE_VERSION];
  const call = `${makerOf(entry)}(${args.join(", ")})`;
  if (local === identifier) return [`export const ${identifier} = /* @__PURE__ */ ${call};`];
  return [`const ${local} = /* @__PURE__ */ ${call};`, `export { ${local} as ${identifier} };`];
}

function makerOf({ values }: ExportedCheck): string {
  return values === undefined ? "makeValidator" : "makeEnumValidator";
}
