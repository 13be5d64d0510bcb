import type { Json } from "../../document/index.ts";
import { isReserved, pascalCase, type Schema } from "../../model/index.ts";
import { docComment, type Lines, literal } from "../source/index.ts";
import { FORMATS, type Formats } from "./formats.ts";
import { ModuleEmitter } from "./module-emitter.ts";
import type { Resolved, SchemaRegistry } from "./schema-registry.ts";

/** One validator to export. */
export interface ValidatorEntry {
  /** Exported name, a valid identifier. */
  readonly identifier: string;
  readonly schema: Schema;
  /** Base URI of the schema. */
  readonly base: string;
  readonly description: string | undefined;
  /** For an enumeration: what the document lists, without `null`. */
  readonly knownValues: readonly Json[] | undefined;
}

/**
 * The lines of a module that exports a validator per entry.
 *
 * @param runtime Module specifier of the validation runtime.
 */
export function validatorModule(
  registry: SchemaRegistry,
  entries: readonly ValidatorEntry[],
  runtime: string,
  formats: Formats = FORMATS,
): Lines {
  const labels = new Map(entries.map((entry) => [entry.schema, entry.identifier]));
  const emitter = new ModuleEmitter(registry, formats, (resolved) => labels.get(resolved.schema) ?? labelOf(resolved));
  const written = new Set<string>();
  const body = entries.flatMap((entry) => {
    const check = emitter.checkFor(entry.schema, entry.base, false, entry.identifier);
    const fresh = emitter.functionNames.filter((name) => !written.has(name));
    for (const name of fresh) written.add(name);
    const validator = exported(
      emitter,
      entry,
      registry.usesDynamicScope ? `(value, collector, path) => ${check}(value, collector, path, [])` : check,
    );
    return [...fresh.flatMap((name) => ["", ...emitter.functionLines(name)]), "", ...validator];
  });
  return [
    `import { ${emitter.imports.join(", ")} } from ${literal(runtime)};`,
    ...(emitter.constants.length === 0 ? [] : ["", ...emitter.constants]),
    ...body,
  ];
}

function exported(emitter: ModuleEmitter, entry: ValidatorEntry, check: string): Lines {
  const { identifier, knownValues } = entry;
  const name = literal(identifier);
  const call =
    knownValues === undefined
      ? `${emitter.use("makeValidator")}(${name}, ${check})`
      : `${emitter.use("makeEnumValidator")}(${name}, ${check}, ${emitter.constant(literal(knownValues), `${identifier}Values`)})`;
  const local = emitter.moduleName(isReserved(identifier) ? `${identifier}_` : identifier);
  const comment = docComment(entry.description);
  if (local === identifier) return [...comment, `export const ${local} = /* @__PURE__ */ ${call};`];
  return [...comment, `const ${local} = /* @__PURE__ */ ${call};`, `export { ${local} as ${identifier} };`];
}

/** A name for a schema that no entry exports, from the last words of where it is. */
function labelOf(resolved: Resolved): string {
  const words = resolved.ref
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "" && !/^(components|schemas|properties|defs)$/.test(word));
  return pascalCase(words.slice(-3).join("_") || "schema");
}
