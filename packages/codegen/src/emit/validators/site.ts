import type { JsonObject, Schema } from "@earmark/openapi";
import type { Lines } from "../source.ts";
import type { Formats } from "./formats.ts";
import type { Resolved, SchemaRegistry } from "./schema-registry.ts";

/** A place in emitted code where a schema is checked. */
export interface Site {
  /** Base URI of the schema. */
  readonly base: string;
  /** Expression of the value under check. */
  readonly value: string;
  /** Path from the function's value to this one, as expressions. */
  readonly path: readonly string[];
  /** Variable that records evaluated members, where some `unevaluated*` keyword needs it. */
  readonly evaluated: string | undefined;
  /** What constants and functions made for this place are called after: `AnnotationCallSid`. */
  readonly label: string;
  /** Formats that are asserted. */
  readonly formats: Formats;
  /** Whether the schema has been made laxer than the document, for responses. */
  readonly lenient: boolean;
  /** Names a local variable. */
  readonly local: (preferred: string) => string;
}

/** A schema object at its site: what each keyword's emitter works on. */
export interface Target extends Site {
  readonly schema: JsonObject;
  /** False under a metaschema without the validation vocabulary: `type`, limits and the like mean nothing then. */
  readonly validates: boolean;
}

/** What a keyword's emitter may ask of the module that it emits into. */
export interface Emitter {
  readonly registry: SchemaRegistry;
  /** Imports a name from the validation runtime. */
  use(name: string): string;
  /** A module constant, shared by everything with the same code. */
  constant(code: string, name: string): string;
  /** A regular expression as a module constant. */
  pattern(source: string, name: string): string;
  /** Statement: reports an issue when `condition` holds. */
  failWhen(condition: string, site: Site, code: string, expected: string, value?: string): string;
  /** Checks another schema at the same value. */
  inPlace(schema: Schema, site: Site): Lines;
  /** Checks a schema at a member or item of the value. */
  child(schema: Schema, site: Site): Lines;
  /** Name of the function that checks the schema of many members, if it is one; it takes the key of the member, too. */
  leaf(schema: Schema, site: Site, isRequired: boolean): string | undefined;
  /** Expression: true when the value matches; reports nothing. Evaluated members go to `evaluated`. */
  matches(schema: Schema, site: Site, evaluated?: string): string;
  /** Statement: checks a resolved reference at the same value. */
  callResolved(resolved: Resolved, site: Site): Lines;
  /** Name of the function that checks a schema with issues, for the branches of a union. */
  branch(schema: Schema, site: Site): string;
  /** Name of the function for a schema. */
  checkFor(schema: Schema, base: string, tracked: boolean, label: string): string;
  /** Arguments behind the value. */
  callArguments(issues: string, path: string, evaluated: string | undefined): string;
}

/** The statements that check a value by a keyword; those of several keywords, where one cannot be checked without the others. */
export type EmitKeyword = (emit: Emitter, target: Target) => Lines;
/** By keyword, in the order in which a schema's are emitted. Keywords that are checked together have the same code. */
export type KeywordEmitters = Readonly<Record<string, EmitKeyword>>;

/** Expression of the path to a site; where no issues are collected, it is not built. */
export function pathOf(site: Pick<Site, "path">): string {
  return site.path.length === 0 ? "path" : `issues && [...path, ${site.path.join(", ")}]`;
}
