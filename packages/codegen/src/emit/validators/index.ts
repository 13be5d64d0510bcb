import {
  decoded,
  isJsonObject,
  knownValues,
  localNames,
  type Model,
  pointerSegments,
  type Schema,
  type ViewedSchema,
  type Views,
} from "@earmark/openapi";
import { docComment, type Lines, literal, type SourceFile, sourceFile } from "../source.ts";
import { type CheckEntry, checkModule } from "./check-module.ts";
import { FORMATS, LENIENT_FORMATS } from "./formats.ts";
import { asResource, usesDynamicReferences } from "./resources.ts";
import { SchemaRegistry } from "./schema-registry.ts";
import { type ValidatorEntry, validatorModule } from "./validator-module.ts";

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
    return { identifier, description: descriptionOf(schema), check, values };
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
  const entries = schemas.map(({ identifier, schema, lenient }) => ({
    identifier,
    schema,
    base: registry.baseOf(schema, BASE),
    knownValues: knownValues(schema),
    formats: lenient ? LENIENT_FORMATS : FORMATS,
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
        ...docComment(descriptionOf(schema)),
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

function descriptionOf(schema: Schema): string | undefined {
  return isJsonObject(schema) && typeof schema.description === "string" ? schema.description : undefined;
}
