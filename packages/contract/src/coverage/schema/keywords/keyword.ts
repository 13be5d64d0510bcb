import type { CoverageItem, MakeItem, Site } from "../../coverage-item.ts";
import type { Cursor } from "../../document/cursor.ts";
import type { OpenApiVersion } from "../../document/documented-operation.ts";
import type { Observe } from "../evaluate.ts";

/**
 * How a value is written, which decides what can be wrong with it.
 *
 * - `json`: as itself
 * - `text`: in a URL, a header or a field of a form, where everything is a string
 * - `form`: the form as a whole
 */
export type Medium = "json" | "text" | "form";

export interface SchemaContext {
  readonly site: Site;
  /** What a sentence calls the value: `CallSid`, `an item of QualityIssues`. */
  readonly subject: string;
  readonly medium: Medium;
  readonly version: OpenApiVersion;
}

/** A schema within another one: its coverage items, and what stands in its place for the evaluator. */
export interface SchemaPart {
  readonly items: readonly CoverageItem[];
  readonly schema: { readonly $ref: string } | true;
}

/** A keyword at its place. */
export interface Rule {
  readonly items: readonly CoverageItem[];
  /** What the evaluator is told, by keyword. Empty for what changes nothing about which values are valid. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** What an evaluation shows. Without it, what the schemas in the keyword show. */
  readonly observe?: Observe;
}

/** A keyword in a schema, with what is needed to say what it means there. */
export interface KeywordSite extends SchemaContext {
  readonly schema: Cursor;
  /** What the keyword is set to. */
  readonly value: Cursor;
  /** Reads a schema within this one. */
  readonly part: (schema: Cursor, step?: Step) => SchemaPart;
  /** Makes a coverage item of this keyword: a value that it allows. */
  readonly allowed: MakeItem;
  /** One that it does not. */
  readonly forbidden: MakeItem;
}

/** Where else a schema applies: to a part of the value, or to the value by another way. */
type Step = Partial<Pick<SchemaContext, "subject" | "medium">> & { readonly segment?: string };

/** What a keyword means at a place. `undefined`: nothing by itself. */
export type Keyword = (site: KeywordSite) => Rule | undefined;

/** Keywords that say something to people or tools, or hold definitions, and allow every value. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  ...["$comment", "$defs", "$schema", "title", "description", "default", "example", "examples", "deprecated"],
  ...["readOnly", "writeOnly", "externalDocs", "xml", "contentEncoding", "contentMediaType", "contentSchema"],
]);

export function isAnnotation(keyword: string): boolean {
  return ANNOTATIONS.has(keyword) || keyword.startsWith("x-");
}
