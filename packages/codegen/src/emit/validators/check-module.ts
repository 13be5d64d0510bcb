import { type Json, pascalCase, type Schema, type ViewedSchema, visitSchemas } from "@earmark/openapi";
import { braced, inline, type Lines, literal } from "../source.ts";
import { FORMATS, type Formats } from "./formats.ts";
import { repeatedLeaves } from "./leaf.ts";
import { ModuleEmitter } from "./module-emitter.ts";
import { repeatedChecks } from "./recursion.ts";
import type { Resolved, SchemaRegistry } from "./schema-registry.ts";

/** A schema that is to have a check of its own. */
export interface CheckEntry {
  /** Name of the schema, a valid identifier. */
  readonly identifier: string;
  readonly schema: Schema;
  /** Base URI of the schema. */
  readonly base: string;
  /** For an enumeration: what the document lists, without `null`. */
  readonly knownValues: readonly Json[] | undefined;
  /** The one direction in which its values travel; what is only received has been made laxer than the document. */
  readonly direction?: ViewedSchema["direction"];
}

/** What the module calls what it exports for one entry. */
export interface ExportedCheck {
  readonly check: string;
  readonly values: string | undefined;
}

/**
 * The lines of a module that exports a check per entry, and the known values of each enumeration.
 *
 * @param runtime Module specifier of the validation runtime.
 */
export function checkModule(
  registry: SchemaRegistry,
  entries: readonly CheckEntry[],
  runtime: string,
  formats: Formats = FORMATS,
): { readonly lines: Lines; readonly exports: readonly ExportedCheck[] } {
  // Of equal schemas, the first gives its name to all.
  const labels = new Map(
    entries
      .map(({ schema, identifier }) => [typeof schema === "boolean" ? identifier : schema, identifier] as const)
      .reverse(),
  );
  const directions = new Map<Schema, ViewedSchema["direction"]>();
  for (const { schema, direction } of entries) visitSchemas(schema, (part) => void directions.set(part, direction));
  const emitter = new ModuleEmitter(
    registry,
    {
      formats,
      directions,
      remembered: repeatedChecks(registry, entries),
      repeated: repeatedLeaves(new Set(entries.map(({ schema }) => schema))),
    },
    labels,
    (resolved) => labels.get(typeof resolved.schema === "boolean" ? "" : resolved.schema) ?? labelOf(resolved),
  );
  const exports = entries.map(({ identifier, schema, base, knownValues }) => ({
    check: emitter.checkFor(schema, base, false, identifier),
    values: knownValues && emitter.constant(inline(knownValues), `${identifier}Values`),
  }));
  const exported = new Set(exports.flatMap(({ check, values }) => [check, ...(values === undefined ? [] : [values])]));
  const share = (name: string, line: string): string => (exported.has(name) ? `export ${line}` : line);
  const functions = emitter.functionNames.flatMap((name) => {
    const [head = "", ...rest] = emitter.functionLines(name);
    return ["", share(name, head), ...rest];
  });
  const constants = emitter.constants.map(({ name, code }) => share(name, `const ${name} = ${listed(code)};`));
  return {
    lines: [
      ...(emitter.imports.length === 0 ? [] : braced("import ", emitter.imports, ` from ${literal(runtime)};`)),
      ...(constants.length === 0 ? [] : ["", ...constants]),
      ...functions,
    ],
    exports,
  };
}

/** A long list over several lines: branches that add to it in different places merge. */
function listed(code: string): string {
  if (!code.startsWith("[") || code.length < 60) return code;
  try {
    const items = JSON.parse(code) as readonly unknown[]; // which begins with a bracket
    return `[\n${items.map((item) => `  ${inline(item)},\n`).join("")}]`;
  } catch {
    // It has values that are objects.
    return code;
  }
}

/** A name for a schema that no entry exports, from the last words of where it is. */
function labelOf(resolved: Resolved): string {
  const words = resolved.ref
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "" && !/^(components|schemas|properties|defs)$/.test(word));
  return pascalCase(words.slice(-3).join("_") || "schema");
}
