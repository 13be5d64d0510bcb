import { isJsonObject } from "../../document/index.ts";
import { isReserved, knownValues, type Model, type Schema, type ViewedSchema, type Views } from "../../model/index.ts";
import { docComment, type Lines, literal, type SourceFile, sourceFile } from "../source/index.ts";
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

/** `validators.gen.js`, in the client's view, and `validators.strict.gen.js`, the document to the letter, with declarations. */
export function emitValidators(model: Model, views: Views, imports: ValidatorImports): SourceFile[] {
  const { origin } = model.document;
  return [
    sourceFile("validators.gen.js", origin, moduleOf(views.client, views.closed, imports.runtime)),
    sourceFile("validators.gen.d.ts", origin, declarations(views.client, imports.validation, imports.types)),
    sourceFile("validators.strict.gen.js", origin, moduleOf(views.strict, new Map(), imports.runtime)),
    sourceFile(
      "validators.strict.gen.d.ts",
      origin,
      declarations(views.strict, imports.validation, imports.strictTypes),
    ),
  ];
}

const BASE = "urn:openapi:document";

function moduleOf(schemas: readonly ViewedSchema[], closed: ReadonlyMap<string, Schema>, runtime: string): Lines {
  const registry = new SchemaRegistry();
  registry.add(
    {
      components: { schemas: Object.fromEntries(schemas.map(({ name, schema }) => [name, schema])) },
      $defs: Object.fromEntries([...closed].map(([ref, schema]) => [ref.slice(ref.lastIndexOf("/") + 1), schema])),
    },
    BASE,
  );
  for (const { schema } of schemas) if (typeof schema !== "boolean") registry.file(schema, BASE);
  const entries = schemas.map(
    ({ identifier, schema }): ValidatorEntry => ({
      identifier,
      schema,
      base: registry.baseOf(schema, BASE),
      description: descriptionOf(schema),
      knownValues: knownValues(schema),
    }),
  );
  return validatorModule(registry, entries, runtime);
}

function declarations(schemas: readonly ViewedSchema[], validation: string, types: string): Lines {
  const used = new Set(
    schemas.map(({ schema }) => (knownValues(schema) === undefined ? "Validator" : "EnumValidator")),
  );
  return [
    `import type { ${[...used].sort().join(", ")} } from ${literal(validation)};`,
    `import type * as types from ${literal(types)};`,
    ...schemas.flatMap(({ identifier, schema }) => {
      const known = knownValues(schema);
      const type = `types.${identifier}`;
      const validator =
        known === undefined
          ? `Validator<${type}>`
          : `EnumValidator<${type}, ${known.map(literal).join(" | ") || "never"}>`;
      return ["", ...docComment(descriptionOf(schema)), ...declaration(identifier, type, validator)];
    }),
  ];
}

function declaration(identifier: string, type: string, validator: string): Lines {
  if (!isReserved(identifier)) {
    return [`export type ${identifier} = ${type};`, `export declare const ${identifier}: ${validator};`];
  }
  const local = `${identifier}_`;
  return [`type ${local} = ${type};`, `declare const ${local}: ${validator};`, `export { ${local} as ${identifier} };`];
}

function descriptionOf(schema: Schema): string | undefined {
  return isJsonObject(schema) && typeof schema.description === "string" ? schema.description : undefined;
}
